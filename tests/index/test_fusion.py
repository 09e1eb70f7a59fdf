from __future__ import annotations

import numpy as np
import pytest

from index import fusion


def test_the_formula_by_hand() -> None:
    # c = 0.5: 0.7 · BM25/4 + 0.5 · cosine
    fused = fusion.fuse(np.array([4, 2, 0], np.float32), np.array([0.2, 0.6, 0.9], np.float32), 0.5)
    assert fused == pytest.approx([0.7 + 0.1, 0.35 + 0.3, 0.45])


def test_full_coverage_leaves_bm25_alone_and_none_gives_the_vectors_most() -> None:
    lexical, cosine = np.array([4, 1], np.float32), np.array([0.0, 1.0], np.float32)
    assert fusion.fuse(lexical, cosine, 1.0) == pytest.approx([1.0, 0.25])
    assert fusion.fuse(lexical, cosine, 0.0) == pytest.approx([0.4, 1.1])


def test_without_any_word_found_the_cosines_decide() -> None:
    assert fusion.fuse(np.zeros(2, np.float32), np.array([0.1, 0.3], np.float32), 0.0) == pytest.approx([0.1, 0.3])


def test_coverage_is_the_best_single_text_not_their_union() -> None:
    weights = {"信访": 1.0, "法治": 3.0}
    assert fusion.coverage(weights, ["信访工作", "法治建设"]) == 0.75
    assert fusion.coverage(weights, ["信访工作法治化", "法治建设"]) == 1.0
    assert fusion.coverage(weights, []) == 0.0
    assert fusion.coverage({}, ["信访"]) == 0.0


def test_rare_words_weigh_more() -> None:
    weights = [fusion.inverse_frequency(frequency, 100) for frequency in (0, 1, 50, 100)]
    assert weights == sorted(weights, reverse=True)
    assert weights[-1] > 0
