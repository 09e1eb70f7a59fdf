"""A topic in everyday words → the glossary's term it means, by vectors; a guess that is always shown, never silent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from assistant.terms import Concept, glossary

MEANT = 0.7
"""Cosine from which a phrase means a term; of 39 phrases tried, nine of the eleven above were right and below it every
second one was wrong (乡村振兴 came within 0.69 of 进乡村)."""


class Encoding(Protocol):
    """What turns texts into vectors."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the unit vectors of some texts, one row each."""


_vectors: WeakKeyDictionary[Encoding, NDArray[np.float32]] = WeakKeyDictionary()
"""The vectors of the glossary's names, for each model in use."""


def concept_meant(phrase: str, model: Encoding) -> Concept | None:
    """Return the concept one of whose names comes nearest to a phrase; None where none is near enough."""
    names = [(name, concept) for concept in glossary() for name in dict.fromkeys((concept.term, *concept.same))]
    if model not in _vectors:
        _vectors[model] = model.encode([name for name, _ in names])
    cosines = _vectors[model] @ model.encode([phrase])[0]
    best = int(np.argmax(cosines))
    return names[best][1] if cosines[best] >= MEANT else None
