"""A topic in everyday words → the glossary's term it means, by vectors; a guess that is always shown, never silent.

``phrases.tsv`` holds some thirty everyday ways of asking for each term. What a question says is compared with all of
them, and the nearest ones vote. Phrases only tell which term is meant: they never prove that a report speaks of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.banks import Encoding, asked, kindred, numbers, told
from assistant.largest import largest
from assistant.terms import Concept, glossary
from index.topic import Topic

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
    vectors = model.encode(texts)
    both = np.concatenate([vectors @ asked().vectors(model).T, vectors @ told().vectors(model).T], axis=1)
    votes = [_vote(row) for row in both]
    number, share, nearest = max(votes, key=lambda vote: vote[1] * vote[2])
    return Meant(glossary()[number], share, nearest)


def only_concept(topic: Topic) -> Concept | None:
    """Return the concept that a topic is, where it is one and nothing else must be found beside it."""
    if (
        any(other.text != topic.text for other in topic.also)
        or len([group for group in topic.groups if group.weight >= 1]) != 1
    ):
        return None
    label = next(group.label for group in topic.groups if group.weight >= 1)
    number = numbers().get(label)
    return None if number is None else glossary()[number]


def _vote(cosines: NDArray[np.float32]) -> tuple[int, float, float]:
    """Return the concept with most votes, their share with its kin, and the cosine of its nearest phrase."""
    owners = np.concatenate([asked().owners, told().owners])
    nearest = largest(cosines[None], VOTERS)[0]
    votes: dict[int, float] = defaultdict(float)
    best: dict[int, float] = defaultdict(float)
    for index in nearest:
        concept, cosine = int(owners[index]), max(float(cosines[index]), 0.0)
        votes[concept] += cosine**4
        best[concept] = max(best[concept], cosine)
    winner = max(votes, key=lambda concept: votes[concept])
    own = sum(votes[concept] for concept in kindred(winner) & votes.keys())
    return winner, own / (sum(votes.values()) or 1.0), best[winner]


def concepts_near(vectors: NDArray[np.float32], model: Encoding, voters: int = 20) -> list[NDArray[np.float64]]:
    """Return for each vector how near it comes to each concept, by the nearest phrases, as a vector of length 1."""
    found = [votes.of_each() for votes in asked().nearest(vectors, model, voters)]
    return [one / (float(np.linalg.norm(one)) or 1.0) for one in found]
