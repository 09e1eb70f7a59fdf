"""Misleading passages: what BM25 over character 1- and 2-grams finds that is not the answer."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer

K1 = 1.5
B = 0.75
SLICE = 200  # questions scored at once


class CharacterBM25:
    """Score passages against questions by shared characters and character pairs."""

    def __init__(self, passages: Sequence[str]) -> None:
        self._counter = CountVectorizer(analyzer="char", ngram_range=(1, 2), dtype=np.float32)
        counts = self._counter.fit_transform(passages).tocsr()
        length = np.asarray(counts.sum(axis=1)).ravel()
        found = np.bincount(counts.indices, minlength=counts.shape[1])
        idf = np.log(1 + (len(passages) - found + 0.5) / (found + 0.5)).astype(np.float32)
        rows = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
        norm = K1 * (1 - B + B * length / length.mean())
        counts.data = counts.data * (K1 + 1) / (counts.data + norm[rows]) * idf[counts.indices]
        self._weights: sparse.csc_matrix = counts.T.tocsr().astype(np.float32)

    def scores(self, questions: Sequence[str]) -> np.ndarray:
        """Return scores, shape ``(questions, passages)``; higher is better, 0 shares nothing."""
        asked = self._counter.transform(questions)
        asked.data[:] = 1.0
        return np.asarray((asked @ self._weights).toarray(), dtype=np.float32)


def hard_negatives(questions: Sequence[str], passages: Sequence[str], answers: np.ndarray, count: int) -> np.ndarray:
    """Return for each question ``count`` wrong passages that BM25 ranks high, as indices.

    :param answers: index of the right passage of each question.
    """
    engine = CharacterBM25(passages)
    found = np.zeros((len(questions), count), dtype=np.int64)
    for start in range(0, len(questions), SLICE):
        scores = engine.scores(questions[start : start + SLICE])
        rows = np.arange(len(scores))
        scores[rows, answers[start : start + SLICE]] = -1.0
        best = np.argpartition(-scores, count, axis=1)[:, :count]
        found[start : start + SLICE] = best
    return found
