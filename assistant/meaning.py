"""A topic in everyday words → the glossary's term it means, by vectors; a guess that is always shown, never silent.

``phrases.tsv`` holds some thirty everyday ways of asking for each term. What a question says is compared with all of
them, and the nearest ones vote. Phrases only tell which term is meant: they never prove that a report speaks of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from typing import Protocol
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from assistant.terms import Concept, glossary

VOTERS = 8
"""Nearest phrases that vote, each with the fourth power of its cosine."""
SHARE, NEAR = 0.6, 0.55
"""Least share of the votes, and least cosine of the nearest phrase: left out of 8,100 phrases one by one, nine of ten
phrases above both were given to their own term, and nearly half of all were above both."""
_PART = re.compile(r"[，。？！；：,?!;:（）()“”\s]+")
_SHORTEST = 4


class Encoding(Protocol):
    """What turns texts into vectors."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the unit vectors of some texts, one row each."""


_vectors: WeakKeyDictionary[Encoding, NDArray[np.float32]] = WeakKeyDictionary()
"""The vectors of names and phrases, for each model in use."""


def concept_meant(message: str, model: Encoding) -> Concept | None:
    """Return the concept that a message in everyday words asks for; None where the vote is not clear.

    :param message: without places, years and words of asking.
    """
    parts = [part for part in _PART.split(message) if len(part) >= _SHORTEST]
    texts = list(dict.fromkeys([message, *parts]))
    if not message.strip():
        return None
    bank = _bank()
    if model not in _vectors:
        _vectors[model] = model.encode([text for text, _ in bank])
    votes = [_vote(row) for row in model.encode(texts) @ _vectors[model].T]
    number, share, nearest = max(votes, key=lambda vote: vote[1] * vote[2])
    return glossary()[number] if share >= SHARE and nearest >= NEAR else None


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
    table = resources.files("assistant").joinpath("phrases.tsv").read_text("utf-8")
    phrases = {row[0]: ";".join(row[1:]).split(";") for row in (line.split("\t") for line in table.splitlines()[1:])}
    return tuple(
        (text, number)
        for number, concept in enumerate(glossary())
        for text in dict.fromkeys((concept.term, *concept.same, *phrases.get(concept.term, ())))
        if text
    )
