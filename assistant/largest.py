"""The few largest numbers of long rows: the texts of a bank nearest to a vector, out of tens of thousands."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

BLOCKS = 256
"""Pieces a row is cut into: the largest of each piece tell from which number on the few largest of all must lie."""

Rows = NDArray[np.floating[Any]]


def largest(rows: Rows, count: int) -> NDArray[np.int64]:
    """Return where the largest numbers of each row stand, largest first, equal ones in order.

    >>> largest(np.array([[0.1, 0.5, 0.3, 0.5]]), 3).tolist()
    [[1, 3, 2]]
    """
    size = rows.shape[1] // BLOCKS
    if size < 2 or count > BLOCKS:
        return np.argsort(-rows, axis=1, kind="stable")[:, :count]
    tops = rows[:, : size * BLOCKS].reshape(len(rows), size, BLOCKS).max(axis=1)
    least = np.partition(tops, BLOCKS - count, axis=1)[:, BLOCKS - count]
    found = np.empty((len(rows), count), dtype=np.int64)
    for number, (row, enough) in enumerate(zip(rows, least, strict=True)):
        at = np.flatnonzero(row >= enough)
        found[number] = at[np.argsort(-row[at], kind="stable")[:count]]
    return found
