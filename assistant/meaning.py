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
    return next((concept for concept in glossary() if concept.term == label), None)


def phrases(concept: Concept) -> tuple[str, ...]:
    """Return the everyday ways of asking for a concept, its names first."""
    number = glossary().index(concept)
    return tuple(text for text, owner in _bank() if owner == number)


def vectors_of(concept: Concept, model: Encoding) -> NDArray[np.float32]:
    """Return the unit vectors of a concept's names and phrases, one row each."""
    number = glossary().index(concept)
    return _all_vectors(model)[[index for index, (_, owner) in enumerate(_bank()) if owner == number]]


def share_of(concept: Concept, vector: NDArray[np.float32], model: Encoding, voters: int = 12) -> float:
    """Return a concept's share of the votes of the phrases nearest to a text, from 0 to 1."""
    number = glossary().index(concept)
    cosines = _all_vectors(model) @ vector
    nearest = np.argpartition(-cosines, voters)[:voters]
    votes = np.maximum(cosines[nearest], 0.0) ** 4
    own = np.array([_bank()[index][1] == number for index in nearest])
    return float(votes[own].sum() / (votes.sum() or 1.0))


def concepts_near(vector: NDArray[np.float32], model: Encoding, voters: int = 20) -> NDArray[np.float64]:
    """Return how near a text comes to each concept by the phrases nearest to it, as a vector of length 1."""
    cosines = _all_vectors(model) @ vector
    nearest = np.argpartition(-cosines, voters)[:voters]
    found = np.zeros(len(glossary()))
    np.add.at(found, [_bank()[index][1] for index in nearest], np.maximum(cosines[nearest], 0.0) ** 4)
    length = float(np.linalg.norm(found))
    return found / length if length else found


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
