"""A topic in everyday words → the glossary's term it means, by vectors; a guess that is always shown, never silent."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from assistant.terms import Concept, glossary

Encode = Callable[[Sequence[str]], NDArray[np.float32]]

MEANT = 0.7
"""Cosine from which a phrase means a term; of 39 phrases tried, nine of the eleven above were right and below it every
second one was wrong (乡村振兴 came within 0.69 of 进乡村)."""

_vectors: dict[int, NDArray[np.float32]] = {}


def concept_meant(phrase: str, encode: Encode) -> Concept | None:
    """Return the concept one of whose names comes nearest to a phrase; None where none is near enough."""
    names = [(name, concept) for concept in glossary() for name in dict.fromkeys((concept.term, *concept.same))]
    owner = id(getattr(encode, "__self__", encode))
    if owner not in _vectors:
        _vectors.clear()
        _vectors[owner] = encode([name for name, _ in names])
    cosines = _vectors[owner] @ encode([phrase])[0]
    best = int(np.argmax(cosines))
    return names[best][1] if cosines[best] >= MEANT else None
