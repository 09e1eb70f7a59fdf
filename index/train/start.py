"""Where training starts: vectors from co-occurrence (PPMI, then SVD), scaled by smooth inverse frequency."""

from __future__ import annotations

import numpy as np
from scipy import sparse
from sklearn.utils.extmath import randomized_svd

from index.train.ragged import Ragged

WINDOW = 5
RAREST_PAIR = 3  # pairs seen less often are noise and most of the matrix
SMOOTHING = 0.75  # context counts to this power, so that rare contexts do not dominate
SIF = 1e-3
POWER = 0.5  # of the singular values
SPREAD = 0.2  # mean square of an entry: a step of 0.01 then moves a vector without forgetting its start


def start_vectors(texts: Ragged, size: int, dimension: int, seed: int) -> np.ndarray:
    """Return float32 vectors, shape ``(size, dimension)``; token 0 (unknown) stays zero."""
    counts = np.bincount(texts.flat, minlength=size).astype(np.float64)
    left, values, _ = randomized_svd(_ppmi(texts, size), n_components=dimension, n_iter=2, random_state=seed)
    vectors = left * values**POWER
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors = np.divide(vectors, norms, out=np.zeros_like(vectors), where=norms > 0)
    vectors *= (SIF / (SIF + counts / counts.sum()))[:, None]
    vectors *= SPREAD * np.sqrt(dimension)
    vectors[0] = 0.0
    return np.asarray(vectors, dtype=np.float32)


def _ppmi(texts: Ragged, size: int) -> sparse.csr_matrix:
    """Return the positive pointwise mutual information of tokens within ``WINDOW`` of each other."""
    owner = np.repeat(np.arange(len(texts), dtype=np.int32), np.diff(texts.bounds))
    pairs = sparse.csr_matrix((size, size), dtype=np.float32)
    for distance in range(1, WINDOW + 1):
        same = owner[:-distance] == owner[distance:]
        rows, columns = texts.flat[:-distance][same], texts.flat[distance:][same]
        weight = np.full(len(rows), 1.0 / distance, dtype=np.float32)
        pairs = pairs + sparse.coo_matrix((weight, (rows, columns)), shape=(size, size)).tocsr()
    pairs = (pairs + pairs.T).tocoo()
    keep = (pairs.data >= RAREST_PAIR) & (pairs.row > 0) & (pairs.col > 0)
    data, rows, columns = pairs.data[keep], pairs.row[keep], pairs.col[keep]
    marginal = np.bincount(rows, weights=data, minlength=size) + 1e-9
    context = marginal**SMOOTHING
    context /= context.sum()
    information = np.log(data / (marginal[rows] * context[columns]))
    positive = information > 0
    return sparse.csr_matrix((information[positive], (rows[positive], columns[positive])), shape=(size, size))
