"""How near the words of a question come to the words of a text: the same, a synonym, or alike in meaning.

Every word of the question looks for its best partner in the text by the vectors of both, and rare words count for more.
So 小年轻 finds 年轻干部, where the vector of a whole sentence sees too many other things.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from assistant.banks import Encoding, told
from assistant.lexicon import EMPTY_WORDS, STOP_WORDS
from assistant.meaning import concepts_near
from assistant.terms import synonyms
from corpus.folding import fold
from corpus.report import Report

ALIKE = 0.35
"""Cosine of two words from which one may stand for the other."""
BY_MEANING, BY_SYNONYM = 0.8, 0.9
"""Of a word found only by its likeness, and by a synonym."""
NEW_WORD = 4.0
"""Weight of a word that stands in no report, as of one that stands in one statement of fifty."""
ONE_CHARACTER = 0.4
READ = 24
"""Reports that tell which words are rare; more tell no more."""
KEPT = 60_000
"""Words and texts whose vectors are kept."""
_AT_ONCE = 64
_WORD = re.compile(r"[\u4e00-\u9fffA-Za-z]")

Vectors = NDArray[np.float32]
_vectors: WeakKeyDictionary[Encoding, dict[str, Vectors]] = WeakKeyDictionary()
_concepts: WeakKeyDictionary[Encoding, dict[str, NDArray[np.float64]]] = WeakKeyDictionary()


@lru_cache(maxsize=KEPT)
def cut(text: str) -> tuple[str, ...]:
    """Return the words of a folded text, in order."""
    import rjieba

    return tuple(word for word in rjieba.cut(text) if _WORD.search(word))


def telling(text: str) -> tuple[str, ...]:
    """Return the words of a question that may tell what is asked about.

    >>> telling("开了听证会")
    ('开', '听证会')
    """
    return tuple(word for word in cut(text) if word not in EMPTY_WORDS and word not in STOP_WORDS)


_held: dict[str, tuple[int, Counter[str]]] = {}
"""Report id → its number of statements and how many of them hold each word."""


def rarity(reports: Sequence[Report]) -> tuple[int, Counter[str]]:
    """Return how many statements some reports have, and how many of them hold each word."""
    read = reports[:READ]
    key = tuple(report.id for report in read)
    if key not in _together:
        _together.clear()
        _together[key] = _counted(read)
    return _together[key]


_together: dict[tuple[str, ...], tuple[int, Counter[str]]] = {}
"""Ids of reports → the same of all of them, for those asked about last."""


def _counted(reports: Sequence[Report]) -> tuple[int, Counter[str]]:
    total, held = 0, Counter[str]()
    for report in reports:
        if report.id not in _held:
            if len(_held) > READ:
                _held.clear()
            words: Counter[str] = Counter()
            for statement in report.statements:
                words.update(set(cut(fold(report.quote(statement)))))
            _held[report.id] = (len(report.statements), words)
        total += _held[report.id][0]
        held.update(_held[report.id][1])
    return total, held


def weights(words: Sequence[str], reports: Sequence[Report]) -> NDArray[np.float64]:
    """Return how much each word of a question tells: the rarer in the reports, the more."""
    total, held = rarity(reports)
    return np.array(
        [
            (math.log(total / (1 + held[word])) if held[word] else NEW_WORD) * (1 if len(word) > 1 else ONE_CHARACTER)
            for word in words
        ]
    )


def vectors_of(texts: Sequence[str], model: Encoding) -> Vectors:
    """Return the unit vectors of some texts, one row each; each is made once."""
    known = _vectors.setdefault(model, {})
    if len(known) > KEPT:
        known.clear()
    new = [text for text in dict.fromkeys(texts) if text not in known]
    if new:
        known.update(zip(new, model.encode(new), strict=True))
    return np.array([known[text] for text in texts], dtype=np.float32)


def concepts_of(text: str, model: Encoding) -> NDArray[np.float64]:
    """Return how near a text comes to each concept of the glossary, as a vector of length 1; it is made once."""
    return concepts_of_each([text], model)[0]


def concepts_of_each(texts: Sequence[str], model: Encoding) -> list[NDArray[np.float64]]:
    """Return how near each text comes to each concept of the glossary; many at once cost little more than one."""
    known = _concepts.setdefault(model, {})
    if len(known) > KEPT // 4:
        known.clear()
    fresh = list(dict.fromkeys(text for text in texts if text not in known))
    for start in range(0, len(fresh), _AT_ONCE):
        some = fresh[start : start + _AT_ONCE]
        known.update(zip(some, concepts_near(vectors_of(some, model), model), strict=True))
    return [known[text] for text in texts]


def told_by_each(texts: Sequence[str], model: Encoding) -> list[NDArray[np.float64]]:
    """Return how near each text comes to what tells each concept's thing without its name, as vectors of length 1."""
    votes = told().votes(texts, vectors_of(texts, model), model) if texts else []
    return [found / (float(np.linalg.norm(found)) or 1.0) for found in (one.of_each() for one in votes)]


def partners(words: Sequence[str], texts: Sequence[str], model: Encoding) -> NDArray[np.float64]:
    """Return for each folded text a row of how well it holds each word, from 0 to 1."""
    if not words or not texts:
        return np.zeros((len(texts), len(words)))
    best = _alike(words, [cut(text) for text in texts], model)
    together = "\n".join(texts)
    for at, word in enumerate(words):
        others = [other for other in synonyms().get(word, ()) if other in together]
        for number, text in enumerate(texts) if others or word in together else ():
            if word in text:
                best[number, at] = 1.0
            elif any(other in text for other in others):
                best[number, at] = max(best[number, at], BY_SYNONYM)
    return best


def _alike(words: Sequence[str], held: Sequence[Sequence[str]], model: Encoding) -> NDArray[np.float64]:
    """Return for each text, given as its words, how like its likest word is to each of some words, 0 for none."""
    best = np.zeros((len(held), len(words)))
    filled = [number for number, one in enumerate(held) if one]
    if filled:
        place = {word: at for at, word in enumerate(dict.fromkeys(word for one in held for word in one))}
        cosines = (vectors_of(list(place), model) @ vectors_of(words, model).T).astype(float)
        rows = cosines[[place[word] for number in filled for word in held[number]]]
        lengths = np.array([len(held[number]) for number in filled])
        found = np.maximum.reduceat(rows, np.cumsum(lengths) - lengths, axis=0)
        best[filled] = np.where(found > ALIKE, found, 0.0) * BY_MEANING
    return best
