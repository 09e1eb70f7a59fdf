"""The measures of the peers, over rankings made by hand."""

import pytest

from tests.quality.peers.measure import (
    Best,
    Named,
    best_k,
    holds,
    named,
    ranks,
    recall,
    reciprocal_rank,
    set_f1,
    squeezed,
)

RANKING = [("a", "举行听证会 3 场"), ("a", "法律顾问"), ("b", "接待\n来访"), ("c", "| 来信 | 12件 |")]


def test_a_report_is_named_when_one_of_its_chunks_is_among_the_first_k():
    assert [named(RANKING, k) for k in (0, 1, 2, 3)] == [set(), {"a"}, {"a"}, {"a", "b"}]


def test_set_f1_counts_over_all_questions():
    truth = [Named(frozenset("ab")), Named(frozenset("b"))]
    # named at 1: {a} and {a}: one of two, and one wrong; 2 × 1 / (3 wanted + 2 named)
    assert set_f1([RANKING, RANKING], truth, 1) == pytest.approx(2 / 5)
    assert set_f1([RANKING, RANKING], truth, 3) == pytest.approx(2 * 3 / (3 + 4))


def test_what_readers_differ_about_is_not_scored():
    assert set_f1([RANKING], [Named(frozenset("ac"), frozenset("bc"))], 4) == 1.0


def test_nothing_right_and_nothing_named_is_full_agreement():
    assert set_f1([[]], [Named(frozenset())], 5) == 1.0
    assert set_f1([RANKING], [Named(frozenset())], 1) == 0.0


def test_the_best_depth_is_the_smallest_with_the_highest_f1():
    assert best_k([RANKING], [Named(frozenset("ab"))]) == Best(3, 1.0)
    assert best_k([RANKING], [Named(frozenset("a"))]) == Best(1, 1.0)
    assert best_k([RANKING], [Named(frozenset("abc"))], depths=(1, 3)) == Best(3, pytest.approx(2 * 2 / 5))


def test_without_any_ranking_there_is_no_depth():
    assert best_k([[]], [Named(frozenset("a"))]) == Best(0, 0.0)
    assert best_k([], []) == Best(0, 1.0)


def test_a_hit_contains_a_gold_piece_whatever_white_space_and_marks_say():
    assert holds(RANKING[0], {"file": "a", "contains": "听证会3场"})
    assert holds(RANKING[2], {"file": "b", "contains": "接待来访"})
    assert holds(RANKING[3], {"file": "c", "contains": "来信12件"})
    assert not holds(RANKING[3], {"file": "c", "contains": "来信13件"})
    assert not holds(RANKING[0], {"file": "b", "contains": "听证会3场"})
    assert squeezed("# *| \n") == ""


def test_ranks_count_from_one_and_miss_as_none():
    gold = [{"file": "b", "contains": "来访"}, {"file": "a", "contains": "来访"}]
    assert ranks(RANKING, gold) == [3, None]


def test_recall_and_reciprocal_rank_are_means_over_queries():
    found = [[1, None], [7], [None]]
    assert recall(found, 5) == pytest.approx((0.5 + 0 + 0) / 3)
    assert recall(found, 10) == pytest.approx(1.5 / 3)
    assert reciprocal_rank(found, 10) == pytest.approx((1 + 1 / 7) / 3)
    assert reciprocal_rank(found, 5) == pytest.approx(1 / 3)
    assert (recall([], 5), reciprocal_rank([], 5)) == (0.0, 0.0)
