"""Texts that belong to terms, as vectors: how each term is asked for, and how reports tell its thing without its name.

Neither proves by its words that a report speaks of a term; a text that lies among them may mean the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from assistant.largest import largest
from assistant.terms import Concept, asked_as, glossary, told_as

VOTERS = 12
"""Nearest texts that vote for their terms, each with the fourth power of its cosine."""
_AT_ONCE = 64
"""Texts compared with a whole bank in one step: 5 MB of cosines."""
_TINY = 1e-12
_KEPT = 16_384
"""Texts whose votes are kept, half a kilobyte each."""

Vectors = NDArray[np.float32]


class Encoding(Protocol):
    """What turns texts into vectors."""

    def encode(self, texts: list[str]) -> Vectors:
        """Return the unit vectors of some texts, one row each."""

    def encode_lasting(self, name: str, texts: Sequence[str]) -> Vectors:
        """Return the same of texts that never change; kept under a name from one start to the next."""

    def __hash__(self) -> int:
        """Tell models apart, whose vectors are kept."""


@dataclass(frozen=True, slots=True)
class Votes:
    """The votes of the texts nearest to one vector, one each, with the numbers of the concepts they are for."""

    concepts: NDArray[np.int64]
    votes: Vectors

    def share(self, concepts: NDArray[np.int64]) -> float:
        """Return the share of the votes that some concepts have together, from 0 to 1."""
        return float(self.votes[np.isin(self.concepts, concepts)].sum() / max(self.votes.sum(), _TINY))

    def of_each(self) -> NDArray[np.float64]:
        """Return the votes that each concept of the glossary has."""
        found = np.zeros(len(glossary()))
        np.add.at(found, self.concepts, self.votes)
        return found


@dataclass(frozen=True, eq=False)
class Bank:
    """Texts, each with the number of its concept in the glossary, in the glossary's order."""

    name: str
    texts: tuple[str, ...]
    owners: NDArray[np.int64]
    _kept: WeakKeyDictionary[Encoding, Vectors] = field(default_factory=WeakKeyDictionary)
    _voted: WeakKeyDictionary[Encoding, dict[str, Votes]] = field(default_factory=WeakKeyDictionary)

    def vectors(self, model: Encoding) -> Vectors:
        """Return the unit vectors of all texts, one row each; held for each model in use."""
        if model not in self._kept:
            self._kept[model] = model.encode_lasting(self.name, self.texts)
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

    def votes(self, texts: Sequence[str], vectors: Vectors, model: Encoding) -> list[Votes]:
        """Return the votes of the texts of the bank nearest to each text; a text is compared once.

        :param vectors: of the texts.
        """
        known = self._voted.setdefault(model, {})
        if len(known) > _KEPT:
            known.clear()
        fresh = [at for at, text in enumerate(texts) if text not in known]
        for start in range(0, len(fresh), _AT_ONCE):
            rows = fresh[start : start + _AT_ONCE]
            found = self.nearest(vectors[rows], model, VOTERS)
            known.update(zip((texts[at] for at in rows), found, strict=True))
        return [known[text] for text in texts]

    def nearest(self, vectors: Vectors, model: Encoding, voters: int) -> list[Votes]:
        """Return for each vector the votes of the texts nearest to it."""
        cosines = vectors @ self.vectors(model).T
        chosen = largest(cosines, voters)
        votes = np.maximum(np.take_along_axis(cosines, chosen, axis=1), 0.0) ** 4
        return [Votes(*row) for row in zip(self.owners[chosen], votes, strict=True)]


@lru_cache(maxsize=1)
def asked() -> Bank:
    """Return the names of every concept and the everyday ways of asking for it."""
    return _bank("asked", ((concept.term, *concept.same, *asked_as(concept)) for concept in glossary()))


@lru_cache(maxsize=1)
def told() -> Bank:
    """Return the statements that tell every concept's thing without its names."""
    return _bank("told", (told_as(concept) for concept in glossary()))


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


def _bank(name: str, groups: Iterable[tuple[str, ...]]) -> Bank:
    rows = [(text, number) for number, group in enumerate(groups) for text in dict.fromkeys(group) if text]
    return Bank(name, tuple(text for text, _ in rows), np.array([number for _, number in rows]))
