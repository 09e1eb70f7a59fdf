"""A token's vector is the sum of its own, its characters' and its inner character pairs'.

Rare compounds so share what their parts learn. At export the sum is folded into one row per token.
"""

from __future__ import annotations

from collections import Counter

import numpy as np
import torch
from tokenizers import Tokenizer

from index.train.ragged import Ragged, from_rows

SHARED_BY = 2  # a part in fewer tokens shares nothing


def parts_of(token: str) -> list[str]:
    """Name the parts of a token.

    >>> parts_of("听证会")
    ['听', '证', '会', '听证', '证会']
    """
    return list(token) + [token[i : i + 2] for i in range(len(token) - 1)]


def compose(tokenizer: Tokenizer) -> tuple[Ragged, int]:
    """Return each token's rows in the table of parts, and how many rows that table has.

    Row t < vocabulary is token t's own; token 0 (unknown) has no row and so stays zero.
    """
    size = tokenizer.get_vocab_size()
    tokens = [str(tokenizer.id_to_token(i)) for i in range(size)]
    counts = Counter(part for token in tokens[1:] for part in set(parts_of(token)))
    shared = {part: size + i for i, part in enumerate(sorted(p for p, n in counts.items() if n >= SHARED_BY))}
    rows = [np.zeros(0, dtype=np.int32)]
    for index, token in enumerate(tokens[1:], start=1):
        found = [shared[part] for part in parts_of(token) if part in shared]
        rows.append(np.array([index, *found], dtype=np.int32))
    return from_rows(rows), size + len(shared)


def fold(table: torch.Tensor, parts: Ragged) -> np.ndarray:
    """Sum every token's parts: float32, shape ``(vocabulary, dimension)``."""
    summed = torch.nn.functional.embedding_bag(
        torch.from_numpy(parts.flat.astype(np.int64)), table, torch.from_numpy(parts.bounds[:-1]), mode="sum"
    )
    return np.asarray(summed.numpy(), dtype=np.float32)
