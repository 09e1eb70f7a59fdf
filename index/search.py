"""Text and facets → ranked passages, over one unchanging view of everything held.

Facets are exact: they decide before anything is scored. Both scores are fetched for every candidate, because a missing
one would count as zero. Not here: how two scores become one (``fusion.py``).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from corpus.folding import fold
from index import fusion, queries
from index.dense import Dense, Rows
from index.lexical import Keys, LexicalReader, Scores, key_of
from index.records import Facets, Hit
from index.shelf import Mask, Shelf
from index.vectors import Matrix

EXHAUSTIVE = 10_000
"""Passages up to which every one is a candidate: 6 ms; beyond, the best of either ranking are."""
CANDIDATES = 200
"""Best of each ranking where not all are candidates; more changed no result in the first ten."""
OVERFETCH = 5_000
"""Best by words that are looked through where roles or statuses restrict, which the lexical index does not know."""
FOLDED = 20_000
"""Texts kept folded (30 MB): folding the best twenty costs more than ranking them."""
HEADING_WEIGHT = 0.6
"""Of a passage that is headings alone: short texts win by BM25, but what is under the heading answers."""


@dataclass(frozen=True, slots=True)
class View:
    """One moment of everything held: what is searched never changes under a search."""

    shelf: Shelf
    lexical: LexicalReader
    dense: Dense
    keys: Keys
    row_of_key: Rows

    def rows_of(self, keys: Keys) -> tuple[Rows, Mask]:
        """Return the row of each key and whether it is held."""
        at = np.minimum(np.searchsorted(self.keys, keys), max(len(self.keys) - 1, 0))
        return self.row_of_key[at], self.keys[at] == keys


def view_of(shelf: Shelf, lexical: LexicalReader, dense: Dense) -> View:
    """Return the view of a shelf and its indexes; they may hold more passages than the shelf."""
    keys = np.array([key_of(passage.id) for passage in shelf.passages], dtype=np.uint64)
    order = np.argsort(keys)
    return View(shelf, lexical, dense, keys[order], order.astype(np.int64))


def search(view: View, query: str, vector: Matrix, facets: Facets, k: int) -> tuple[Hit, ...]:
    """Rank passages by words and vectors together.

    :param view: what is held.
    :param query: the question as typed.
    :param vector: its unit vector.
    :param facets: what to restrict to.
    :param k: how many to return at most.
    :return: the best ones, best first; none where the facets admit none.
    """
    allowed = view.shelf.allowed(facets)
    if k <= 0 or not allowed.any():
        return ()
    grams = queries.grams(query)
    found, scores = _lexical_best(view, grams, allowed, max(CANDIDATES, 2 * k))
    rows, lexical = _candidates(view, grams, vector, allowed, found, scores, max(CANDIDATES, 2 * k))
    texts = [_folded(view.shelf.passages[row].text) for row in found[: fusion.COVERED_BY]]
    fused = fusion.fuse(lexical, view.dense.cosines(vector, rows), fusion.coverage(_weights(view, query), texts))
    fused = np.where(view.shelf.heading_only[rows], fused * np.float32(HEADING_WEIGHT), fused)
    return _hits(view.shelf, rows, fused, k)


def nearest(view: View, vector: Matrix, facets: Facets, k: int) -> tuple[Hit, ...]:
    """Return the nearest passages by vector alone, with their cosines as scores."""
    allowed = view.shelf.allowed(facets)
    if k <= 0 or not allowed.any():
        return ()
    rows = view.dense.nearest(vector, allowed, k)
    return _hits(view.shelf, rows, view.dense.cosines(vector, rows), k)


@lru_cache(maxsize=FOLDED)
def _folded(text: str) -> str:
    return fold(text)


def _lexical_best(view: View, grams: tuple[str, ...], allowed: Mask, count: int) -> tuple[Rows, Scores]:
    """Return the allowed rows that share words with the question, best first: all of them, or the best ones."""
    shelf, only = view.shelf, None
    limit = view.lexical.count
    if len(shelf.passages) > EXHAUSTIVE:
        admitted = np.unique(shelf.report_of[allowed])
        if len(admitted) < len(shelf.reports):
            only = [shelf.reports[number].id for number in admitted]
        limit = count if allowed.all() else min(OVERFETCH, limit)
    keys, scores = view.lexical.best(grams, limit, only)
    rows, held = view.rows_of(keys)
    held &= allowed[rows]
    return rows[held], scores[held]


def _candidates(
    view: View,
    grams: tuple[str, ...],
    vector: Matrix,
    allowed: Mask,
    found: Rows,
    scores: Scores,
    count: int,
) -> tuple[Rows, Scores]:
    """Return the rows to rank with their BM25, 0 where no word is shared."""
    lexical = np.zeros(len(allowed), dtype=np.float32)
    if len(allowed) <= EXHAUSTIVE:
        lexical[found] = scores
        rows = np.flatnonzero(allowed)
    else:
        rows = np.union1d(found[:count], view.dense.nearest(vector, allowed, count))
        keys, values = view.lexical.scores(grams, [key_of(view.shelf.passages[row].id) for row in rows])
        at, held = view.rows_of(keys)
        lexical[at[held]] = values[held]
    return rows, lexical[rows]


def _weights(view: View, query: str) -> dict[str, float]:
    documents = view.lexical.count
    pairs = queries.pairs(query)
    return {pair: fusion.inverse_frequency(view.lexical.frequency(pair), documents) for pair in pairs}


def _hits(shelf: Shelf, rows: Rows, scores: Scores, k: int) -> tuple[Hit, ...]:
    order = np.lexsort((rows, -scores))[:k]
    return tuple(
        Hit(rank, float(scores[at]), shelf.passages[rows[at]]) for rank, at in enumerate(order.tolist(), start=1)
    )
