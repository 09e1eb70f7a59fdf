"""Token ids of many texts in one flat array, so that a million clauses fit and a batch is a few slices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

ENCODE_BATCH = 20_000


@dataclass(frozen=True, slots=True)
class Ragged:
    """Rows of different length: row i is ``flat[bounds[i]:bounds[i + 1]]``."""

    flat: np.ndarray
    bounds: np.ndarray

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self.bounds) - 1

    def row(self, index: int) -> np.ndarray:
        """Return one row."""
        return self.span(index, index + 1)

    def span(self, first: int, last: int) -> np.ndarray:
        """Return the rows ``first`` to before ``last``, joined."""
        return np.asarray(self.flat[self.bounds[first] : self.bounds[last]])


def encode(tokenizer: Tokenizer, texts: Sequence[str]) -> Ragged:
    """Encode texts, one row each."""
    rows: list[np.ndarray] = []
    for start in range(0, len(texts), ENCODE_BATCH):
        batch = tokenizer.encode_batch(list(texts[start : start + ENCODE_BATCH]), add_special_tokens=False)
        rows.extend(np.array(found.ids, dtype=np.int32) for found in batch)
    return from_rows(rows)


def from_rows(rows: Sequence[np.ndarray]) -> Ragged:
    """Join rows into one flat array.

    >>> from_rows([np.array([1, 2]), np.array([], dtype=int)]).bounds.tolist()
    [0, 2, 2]
    """
    bounds = np.zeros(len(rows) + 1, dtype=np.int64)
    np.cumsum([len(row) for row in rows], out=bounds[1:])
    flat = np.concatenate(rows) if rows else np.zeros(0, dtype=np.int32)
    return Ragged(flat.astype(np.int32), bounds)
