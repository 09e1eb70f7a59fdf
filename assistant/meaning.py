"""A topic in everyday words → the glossary's term it means, by vectors; a guess that is always shown, never silent.

``phrases.tsv`` holds some thirty everyday ways of asking for each term. What a question says is compared with all of
them, and the nearest ones vote. Phrases only tell which term is meant: they never prove that a report speaks of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from assistant.terms import Concept, asked_as, glossary
from index.topic import WEAK, Topic

VOTERS = 8
"""Nearest phrases that vote, each with the fourth power of its cosine."""
LIKELY, NEAR = 0.22, 0.5
"""Least product of the share of the votes and the cosine of the nearest phrase, and least such cosine, where nothing
else is known. Before the model had learned them, four of five phrases left out one by one were given to their own term
at a share of .4 and a cosine of .5."""
SURE = 0.45
"""Least product of share and cosine at which the vote is taken before the question's own words."""
_PART = re.compile(r"[，。？！；：,?!;:（）()“”\s]+")
_SHORTEST = 4
_AT_ONCE = 64
"""Texts compared with all phrases in one step: 5 MB of cosines."""
_TINY = 1e-12


class Encoding(Protocol):
    """What turns texts into vectors."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the unit vectors of some texts, one row each."""

    def __hash__(self) -> int:
        """Tell models apart, whose vectors are kept."""


_vectors: WeakKeyDictionary[Encoding, NDArray[np.float32]] = WeakKeyDictionary()
"""The vectors of names and phrases, for each model in use."""


@dataclass(frozen=True, slots=True)
class Meant:
    """The concept that a message asks for, with its share of the votes and the cosine of its nearest phrase."""

    concept: Concept
    share: float
    nearest: float

    @property
    def plausible(self) -> bool:
        """Whether the vote is clear enough where nothing else is known."""
        return self.share * self.nearest >= LIKELY and self.nearest >= NEAR

    @property
    def sure(self) -> bool:
        """Whether the vote is clear enough to be taken before the words themselves."""
        return self.share * self.nearest >= SURE


def concept_meant(message: str, model: Encoding, also: str = "") -> Meant | None:
    """Return the concept that a message in everyday words asks for most likely; None where it says nothing.

    :param message: its words, without places, years and words of asking.
    :param also: the same as it was typed, with the small words between.
    """
    if not message.strip():
        return None
    parts = [part for text in (message, also) for part in _PART.split(text) if len(part) >= _SHORTEST]
    texts = list(dict.fromkeys([message, *([also] if also.strip() else []), *parts]))
    votes = [_vote(row) for row in model.encode(texts) @ _all_vectors(model).T]
    number, share, nearest = max(votes, key=lambda vote: vote[1] * vote[2])
    return Meant(glossary()[number], share, nearest)


def only_concept(topic: Topic) -> Concept | None:
    """Return the concept that a topic is, where it is one and nothing else must be found beside it."""
    if topic.also or len([group for group in topic.groups if group.weight > WEAK]) != 1:
        return None
    label = next(group.label for group in topic.groups if group.weight > WEAK)
    number = _numbers().get(label)
    return None if number is None else glossary()[number]


@lru_cache(maxsize=1024)
def phrases(concept: Concept) -> tuple[str, ...]:
    """Return the everyday ways of asking for a concept, its names first."""
    return tuple(_bank()[index][0] for index in np.flatnonzero(_owners() == _numbers()[concept.term]))


def vectors_of(concept: Concept, model: Encoding) -> NDArray[np.float32]:
    """Return the unit vectors of a concept's names and phrases, one row each."""
    own: NDArray[np.float32] = _all_vectors(model)[_owners() == _numbers()[concept.term]]
    return own


def shares_of(concept: Concept, vectors: NDArray[np.float32], model: Encoding, voters: int = 12) -> NDArray[np.float64]:
    """Return for each text a concept's share of the votes of the phrases nearest to it, from 0 to 1."""
    shares = np.zeros(len(vectors))
    for start in range(0, len(vectors), _AT_ONCE):
        cosines = vectors[start : start + _AT_ONCE] @ _all_vectors(model).T
        nearest = np.argpartition(-cosines, voters, axis=1)[:, :voters]
        votes = np.maximum(np.take_along_axis(cosines, nearest, axis=1), 0.0) ** 4
        own = (votes * (_owners()[nearest] == _numbers()[concept.term])).sum(axis=1)
        shares[start : start + _AT_ONCE] = own / np.maximum(votes.sum(axis=1), _TINY)
    return shares


def _all_vectors(model: Encoding) -> NDArray[np.float32]:
    if model not in _vectors:
        _vectors[model] = model.encode([text for text, _ in _bank()])
    return _vectors[model]


def _vote(cosines: NDArray[np.float32]) -> tuple[int, float, float]:
    """Return the concept with most votes, its share of them, and the cosine of its nearest phrase."""
    bank = _bank()
    nearest = np.argpartition(-cosines, VOTERS)[:VOTERS]
    votes: dict[int, float] = defaultdict(float)
    best: dict[int, float] = defaultdict(float)
    for index in nearest:
        concept, cosine = bank[index][1], max(float(cosines[index]), 0.0)
        votes[concept] += cosine**4
        best[concept] = max(best[concept], cosine)
    winner = max(votes, key=lambda concept: votes[concept])
    return winner, votes[winner] / (sum(votes.values()) or 1.0), best[winner]


@lru_cache(maxsize=1)
def _bank() -> tuple[tuple[str, int], ...]:
    """Return every name and phrase with the number of its concept."""
    return tuple(
        (text, number)
        for number, concept in enumerate(glossary())
        for text in dict.fromkeys((concept.term, *concept.same, *asked_as(concept)))
        if text
    )


@lru_cache(maxsize=1)
def _owners() -> NDArray[np.int64]:
    """Return the number of its concept for every row of the bank."""
    return np.array([owner for _, owner in _bank()])


@lru_cache(maxsize=1)
def _numbers() -> dict[str, int]:
    """Return term → number of its concept."""
    return {concept.term: number for number, concept in reversed(list(enumerate(glossary())))}
