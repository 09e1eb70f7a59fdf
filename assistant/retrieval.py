"""A query → ranked passages: searched as typed and with synonyms, the two joined, the best read closely."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from assistant.english import translate
from assistant.terms import find_concepts, synonyms
from corpus.folding import fold
from corpus.report import Report
from index.records import Facets, Hit, Passage
from index.rerank import rerank
from index.topic import spans

CANDIDATES = 40
"""Passages read closely at the least; more changed no result in the first five and cost time."""
NAMES = 3
"""Synonyms of a term that are added to the query; the longest lists drown the question."""
EXPANDED = 0.5
"""Weight of the ranking with synonyms beside the one without."""


class Searching(Protocol):
    """The part of the index that ranks passages."""

    def search(self, query: str, facets: Facets, k: int) -> tuple[Hit, ...]:
        """Return the best passages by words and meaning."""

    def nearest(self, query: str, facets: Facets, k: int) -> tuple[Hit, ...]:
        """Return the nearest passages by meaning, with cosines."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the unit vectors of some texts, one row each."""

    def encode_lasting(self, name: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return the same of texts that never change; kept under a name from one start to the next."""

    def __hash__(self) -> int:
        """Tell indexes apart, whose vectors are kept."""


def retrieve(
    index: Searching, reports: Callable[[str], Report | None], query: str, facets: Facets, k: int
) -> tuple[Hit, ...]:
    """Return the best passages, best first; none where the facets admit none.

    :param reports: report id → report.
    """
    wide = max(CANDIDATES, k)
    hits = _joined(index.search(query, facets, wide), _expanded(index, query, facets, wide))[:wide]
    terms = [found.concept.group() for found in find_concepts(fold(translate(query)))]

    def names(text: str) -> bool:
        folded = fold(text)
        return bool(terms) and all(next(spans(group, folded), None) is not None for group in terms)

    return tuple(rerank(query, hits, reports, index.encode, names)[:k])


def expansion(query: str) -> list[str]:
    """Return words that say the same as words of the query and do not stand in it.

    >>> expansion("外聘律师")[:2]
    ['聘请', '选聘']
    """
    import rjieba

    folded = fold(translate(query))
    found = [
        name
        for one in find_concepts(folded)
        for name in (one.concept.term, *one.concept.same[:NAMES])
        if fold(name) not in folded
    ]
    found += [other for word in rjieba.cut(query) for other in synonyms().get(word, ())[1:] if other not in query]
    return list(dict.fromkeys(found))


def _expanded(index: Searching, query: str, facets: Facets, k: int) -> tuple[Hit, ...]:
    words = expansion(query)
    return index.search(" ".join([query, *words]), facets, k) if words else ()


def _joined(typed: Sequence[Hit], expanded: Sequence[Hit]) -> list[Hit]:
    """Join two rankings by their scores over their best."""
    if not expanded:
        return list(typed)
    scores: dict[str, float] = {}
    passages: dict[str, Passage] = {}
    for hits, weight in ((typed, 1 - EXPANDED), (expanded, EXPANDED)):
        top = max(hits[0].score, 1e-9) if hits else 1.0
        for hit in hits:
            scores[hit.passage.id] = scores.get(hit.passage.id, 0.0) + weight * hit.score / top
            passages[hit.passage.id] = hit.passage
    ordered = sorted(scores, key=lambda one: (-scores[one], one))
    return [Hit(rank, scores[one], passages[one]) for rank, one in enumerate(ordered, start=1)]
