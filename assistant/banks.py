"""Texts that belong to terms, as vectors: how each term is asked for, and how reports tell its thing without its name.

Neither proves by its words that a report speaks of a term; a text that lies among them may mean the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from assistant.terms import Concept, asked_as, glossary, told_as

VOTERS = 12
"""Nearest texts that vote for their terms, each with the fourth power of its cosine."""
_AT_ONCE = 64
"""Texts compared with a whole bank in one step: 5 MB of cosines."""
_TINY = 1e-12

Vectors = NDArray[np.float32]


class Encoding(Protocol):
    """What turns texts into vectors."""

    def encode(self, texts: list[str]) -> Vectors:
        """Return the unit vectors of some texts, one row each."""

    def __hash__(self) -> int:
        """Tell models apart, whose vectors are kept."""


@dataclass(frozen=True, eq=False)
class Bank:
    """Texts, each with the number of its concept in the glossary, in the glossary's order."""

    texts: tuple[str, ...]
    owners: NDArray[np.int64]
    _kept: WeakKeyDictionary[Encoding, Vectors]

    def vectors(self, model: Encoding) -> Vectors:
        """Return the unit vectors of all texts, one row each; kept for each model in use."""
        if model not in self._kept:
            self._kept[model] = model.encode(list(self.texts))
        return self._kept[model]

    def of(self, concept: Concept) -> tuple[str, ...]:
        """Return a concept's own texts."""
        return tuple(self.texts[index] for index in np.flatnonzero(self.owners == numbers()[concept.term]))

    def vectors_of(self, concept: Concept, model: Encoding) -> Vectors:
        """Return the unit vectors of a concept's own texts, one row each."""
        own: Vectors = self.vectors(model)[self.owners == numbers()[concept.term]]
        return own

    def likeness(self, concept: Concept, vectors: Vectors, model: Encoding, nearest: int) -> NDArray[np.float64]:
        """Return for each vector the mean cosine of the concept's texts nearest to it; 0 where it has too few."""
        own = self.vectors_of(concept, model)
        if len(own) < nearest:
            return np.zeros(len(vectors))
        return np.asarray(np.sort(vectors @ own.T, axis=1)[:, -nearest:].mean(axis=1), dtype=np.float64)

    def shares(self, concept: Concept, vectors: Vectors, model: Encoding) -> NDArray[np.float64]:
        """Return for each vector the share of the votes of the texts nearest to it, from 0 to 1, that the concept has.

        The votes for a narrower or wider term are its own too.
        """
        shares = np.zeros(len(vectors))
        kin = np.array(sorted(kindred(numbers()[concept.term])))
        for start in range(0, len(vectors), _AT_ONCE):
            cosines = vectors[start : start + _AT_ONCE] @ self.vectors(model).T
            nearest = np.argpartition(-cosines, VOTERS, axis=1)[:, :VOTERS]
            votes = np.maximum(np.take_along_axis(cosines, nearest, axis=1), 0.0) ** 4
            own = (votes * np.isin(self.owners[nearest], kin)).sum(axis=1)
            shares[start : start + _AT_ONCE] = own / np.maximum(votes.sum(axis=1), _TINY)
        return shares

    def votes(self, vector: Vectors, model: Encoding) -> NDArray[np.float64]:
        """Return the votes that each concept has of the texts nearest to one vector."""
        cosines = self.vectors(model) @ vector
        nearest = np.argpartition(-cosines, VOTERS)[:VOTERS]
        found = np.zeros(len(glossary()))
        np.add.at(found, self.owners[nearest], np.maximum(cosines[nearest], 0.0) ** 4)
        return found


@lru_cache(maxsize=1)
def asked() -> Bank:
    """Return the names of every concept and the everyday ways of asking for it."""
    return _bank((concept.term, *concept.same, *asked_as(concept)) for concept in glossary())


@lru_cache(maxsize=1)
def told() -> Bank:
    """Return the statements that tell every concept's thing without its names."""
    return _bank(told_as(concept) for concept in glossary())


@lru_cache(maxsize=1)
def numbers() -> dict[str, int]:
    """Return term → number of its concept."""
    return {concept.term: number for number, concept in reversed(list(enumerate(glossary())))}


@lru_cache(maxsize=4096)
def narrower(number: int) -> frozenset[int]:
    """Return the numbers of a concept and of those that name it as wider or hold its term in theirs.

    Two that name each other as wider are neighbours, neither is the other's kind.
    """
    own = glossary()[number]
    return frozenset(
        other
        for other, concept in enumerate(glossary())
        if other == number or own.term in concept.term or (own.term in concept.wider and concept.term not in own.wider)
    )


@lru_cache(maxsize=4096)
def kindred(number: int) -> frozenset[int]:
    """Return the numbers of a concept and of those narrower or wider than it."""
    own = glossary()[number]
    above = (other for other, concept in enumerate(glossary()) if concept.term in own.wider or concept.term in own.term)
    return narrower(number) | frozenset(above)


def _bank(groups: Iterable[tuple[str, ...]]) -> Bank:
    rows = [(text, number) for number, group in enumerate(groups) for text in dict.fromkeys(group) if text]
    return Bank(tuple(text for text, _ in rows), np.array([number for _, number in rows]), WeakKeyDictionary())
