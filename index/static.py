"""A static embedding model without its framework: token ids, a table of vectors, their mean.

The framework takes seconds to import and 300 MB to hold, and a call of it costs more than the texts; a lookup needs
none of that. Only models of this plain form are read here (``open_static`` returns None for any other), and the vectors
are those of the framework but for the last bit.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

FEW = 32
"""Texts that are cut one after another: dealing them out to threads costs more."""

Matrix = NDArray[np.float32]


class StaticModel:
    """Return the mean of the vectors of a text's tokens.

    :param tokenizer: cuts a text into numbered tokens.
    :param table: one row per token.
    """

    def __init__(self, tokenizer: Any, table: Matrix) -> None:  # noqa: ANN401 - tokenizers has no types
        self._tokenizer = tokenizer
        self._table = table

    def means(self, texts: Sequence[str]) -> Matrix:
        """Return one row per text, not of length 1; zeros where a text has no token."""
        ids = self._ids(texts)
        lengths = np.array([len(one) for one in ids])
        means = np.zeros((len(texts), self._table.shape[1]), dtype=np.float32)
        filled = np.flatnonzero(lengths)
        if len(filled):
            rows = self._table[np.concatenate([np.array(ids[at], dtype=np.int64) for at in filled])]
            begin = np.cumsum(lengths[filled]) - lengths[filled]
            means[filled] = np.add.reduceat(rows, begin, axis=0) / lengths[filled, None]
        return means

    def _ids(self, texts: Sequence[str]) -> list[list[int]]:
        if len(texts) <= FEW:
            return [self._tokenizer.encode(text, add_special_tokens=False).ids for text in texts]
        return [one.ids for one in self._tokenizer.encode_batch_fast(list(texts), add_special_tokens=False)]


def open_static(folder: Path) -> StaticModel | None:
    """Read a model's folder; None where it is not one table with its normalisation.

    :raises OSError: if a file of it is missing.
    :raises ValueError: if a file of it is damaged.
    """
    modules = json.loads((folder / "modules.json").read_text("utf-8")) if (folder / "modules.json").is_file() else []
    kinds = [str(module.get("type", "")).rsplit(".", 1)[-1] for module in modules]
    if kinds != ["StaticEmbedding", "Normalize"] or modules[0].get("path"):
        return None
    from safetensors.numpy import load_file
    from tokenizers import Tokenizer

    tensors = load_file(folder / "model.safetensors")
    if tensors.keys() == {"embeddings", "weights"}:
        table = tensors["embeddings"].astype(np.float32) * tensors["weights"][:, None].astype(np.float32)
    elif tensors.keys() == {"embedding.weight"}:
        table = tensors["embedding.weight"].astype(np.float32)
    else:
        return None
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    return StaticModel(tokenizer, table)
