"""Cosines of a question with passages: exact over a matrix in memory, or by Chroma's search where there are too many.

Up to the measured size an exact scan of everything under any facet is faster than Chroma's filtered search and gives
the same answer every time. The matrix is kept in a file beside Chroma as well: loading it is twenty times faster, and
a reader beside a running owner must not open Chroma, which writes to its files even when only read.
"""

from __future__ import annotations

import os
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index.errors import DiskFull, NotWritable, is_disk_full
from index.shelf import Mask, Shelf
from index.vectors import Matrix, VectorStore

FILE = "vectors.npz"
IN_MEMORY = 500_000
"""Passages up to which the matrix is scanned: 40 ms and 500 MB at 256 dimensions; Chroma under a facet takes longer."""
FEW = 20_000
"""Passages left by facets up to which Chroma is asked for the vectors instead of for a search."""

Rows = NDArray[np.int64]


class Dense(Protocol):
    """Where the cosines come from."""

    def cosines(self, vector: Matrix, rows: Rows) -> Matrix:
        """Return the cosine of a unit vector with each of the given rows."""

    def nearest(self, vector: Matrix, allowed: Mask, count: int) -> Rows:
        """Return the rows of the nearest allowed passages, best first."""


class InMemory:
    """Score exactly over a matrix with one row per passage of the shelf."""

    def __init__(self, matrix: Matrix) -> None:
        self.matrix = matrix

    def cosines(self, vector: Matrix, rows: Rows) -> Matrix:
        """Return the cosine of a unit vector with each of the given rows."""
        whole = len(rows) * 2 > len(self.matrix)
        return _products(self.matrix, vector)[rows] if whole else _products(self.matrix[rows], vector)

    def nearest(self, vector: Matrix, allowed: Mask, count: int) -> Rows:
        """Return the rows of the nearest allowed passages, best first, equal ones in reading order."""
        rows = np.flatnonzero(allowed)
        return _best(rows, self.cosines(vector, rows), count)


class InStore:
    """Ask Chroma: approximate, for libraries whose matrix would not fit."""

    def __init__(self, store: VectorStore, shelf: Shelf) -> None:
        self._store = store
        self._ids = [passage.id for passage in shelf.passages]
        self._row = {one: row for row, one in enumerate(self._ids)}
        self._shelf = shelf

    def cosines(self, vector: Matrix, rows: Rows) -> Matrix:
        """Return the cosine of a unit vector with each of the given rows."""
        ids = [self._ids[row] for row in rows]
        return _products(gathered(ids, self._store.fetch(ids), len(vector)), vector)

    def nearest(self, vector: Matrix, allowed: Mask, count: int) -> Rows:
        """Return the rows of the nearest allowed passages, best first."""
        rows = np.flatnonzero(allowed)
        if len(rows) <= FEW:
            return _best(rows, self.cosines(vector, rows), count)
        reports = np.unique(self._shelf.report_of[rows])
        where: dict[str, Any] | None = None
        if len(reports) < len(self._shelf.reports):
            where = {"report": {"$in": [self._shelf.reports[number].id for number in reports]}}
        share = len(rows) / len(self._ids)
        found = self._store.query(vector, min(int(count / share) + count, len(self._ids)), where)
        kept = [self._row[one] for one, _ in found if one in self._row and allowed[self._row[one]]]
        return np.array(kept[:count], dtype=np.int64)


def _products(matrix: Matrix, vector: Matrix) -> Matrix:
    """Multiply every row with a vector.

    Not by ``@``: its threads fight for the cores as soon as several people ask (20,000 rows on a busy machine: 14 ms
    against 0.8), and its last digits depend on which rows stand beside, so that ties would turn.
    """
    products: Matrix = np.einsum("ij,j->i", matrix, vector)
    return products


def _best(rows: Rows, scores: Matrix, count: int) -> Rows:
    if len(rows) > count > 0:  # sort only what can be among the best, ties with the last of them included
        kept = np.flatnonzero(scores >= np.partition(scores, -count)[-count])
        rows, scores = rows[kept], scores[kept]
    order = np.lexsort((rows, -scores))[:count]
    return rows[order]


def gathered(ids: Sequence[str], vectors: Mapping[str, Matrix], dimension: int) -> Matrix:
    """Return one row per id, in order; zeros where there is no vector."""
    matrix = np.zeros((len(ids), dimension), dtype=np.float32)
    for row, one in enumerate(ids):
        if one in vectors:
            matrix[row] = vectors[one]
    return matrix


def save(folder: Path, ids: Sequence[str], matrix: Matrix) -> None:
    """Keep a matrix for the next start and for readers."""
    fresh = folder / f"{FILE}.tmp"
    try:
        with fresh.open("wb") as file:
            np.savez(file, ids=np.array(ids, dtype=np.str_), vectors=matrix)
        os.replace(fresh, folder / FILE)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        if is_disk_full(error):
            raise DiskFull(folder) from error
        raise NotWritable(folder, error.strerror or error) from error


def load(folder: Path) -> dict[str, Matrix]:
    """Return the kept vectors by id; none where there are none or the file is not whole: it is only a copy."""
    try:
        with np.load(folder / FILE, allow_pickle=False) as kept:
            return dict(zip(kept["ids"].tolist(), kept["vectors"], strict=True))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return {}
