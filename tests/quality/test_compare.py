"""Two runs against each other, and a result written and read again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.quality.case import Case, by, measured, undercut
from tests.quality.compare import changes
from tests.quality.line import BadGold
from tests.quality.result import Result, load
from tests.quality.show.page import page
from tests.quality.show.table import changes_table, table


def case(number: int, score: float, **changes: object) -> Case:
    fields = {
        "measure": "figures", "id": f"q{number}", "question": f"问题{number}", "kind": "figure", "language": "zh",
        "tags": (), "score": score, "expected": "75次", "came": f"{score}",
    }  # fmt: skip
    return Case(**{**fields, **changes})


def result(*scores: float, floor: float = 0.5) -> Result:
    return Result({"own": [case(n, score) for n, score in enumerate(scores)]}, {"own": {"figures": floor}}, 1.0)


def test_a_measure_below_its_floor_turns_the_verdict_red() -> None:
    assert result(1.0, 1.0, 0.0).verdict == "green"
    assert result(1.0, 0.0, 0.0).verdict == "red"
    assert result(1.0, 0.0, 0.0).short == {"own": ["figures: 0.333 < 0.5"]}


def test_a_floor_without_cases_is_undercut() -> None:
    assert undercut([case(1, 1.0)], {"R@1": 0.2}) == ["R@1: no cases, floor 0.2"]


def test_f1_counts_members_over_all_questions() -> None:
    one = case(1, 1.0, measure="census F1", wanted=1, found=1, both=1)
    other = case(2, 0.0, measure="census F1", wanted=3, found=2, both=0)

    assert measured([one, other])["census F1"].value == pytest.approx(2 / 7)


def test_a_case_without_tags_counts_as_plain() -> None:
    found = by([case(1, 1.0), case(2, 0.0, tags=("english", "reworded"))], "figures", "tags")

    assert {name: one.value for name, one in found.items()} == {"english": 0.0, "plain": 1.0, "reworded": 0.0}


def test_gains_and_losses_are_listed_question_by_question() -> None:
    (change,) = changes(result(0.0, 1.0, 1.0, 1.0), result(1.0, 1.0, 1.0, 0.0))

    assert [new.id for _, new in change.gains] == ["q0"]
    assert [new.id for _, new in change.losses] == ["q3"]
    assert (change.mean, change.certain) == (0.0, False)


def test_a_gain_everywhere_is_certain_and_a_single_one_among_many_is_not() -> None:
    (everywhere,) = changes(result(*[0.0] * 20), result(*[1.0] * 19, 0.0))
    (single,) = changes(result(*[0.0] * 20), result(1.0, *[0.0] * 19))

    assert everywhere.certain
    assert not single.certain
    assert single.low == 0.0 < single.high


def test_questions_that_only_one_run_has_are_not_compared() -> None:
    (change,) = changes(result(0.0), result(0.0, 1.0))

    assert change.pairs == 1


def test_a_result_comes_back_from_its_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "old.json"
    file.write_text(json.dumps(result(1.0, 0.0).to_dict()), "utf-8")

    assert load(file) == result(1.0, 0.0)


def test_a_file_that_is_no_result_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text("[]", "utf-8")

    with pytest.raises(BadGold, match=r"old\.json: no result of the suite"):
        load(tmp_path / "old.json")


def test_table_and_page_show_the_failing_question_beside_what_came() -> None:
    bad = Result({"own": [case(1, 0.0, question="<b>几次</b>", came="12次")]}, {"own": {"figures": 0.5}}, 1.0)

    assert "<b>几次</b>: 12次 | expected 75次" in table(bad, failures=True)
    assert "below its floor: own figures: 0.000 < 0.5" in table(bad)
    assert "&lt;b&gt;几次&lt;/b&gt;" in page(bad)
    assert "<b>几次</b>" not in page(bad)
    assert "class='low'" in page(bad)


def test_the_change_table_marks_what_is_more_than_luck() -> None:
    text = changes_table(changes(result(*[0.0] * 20), result(*[1.0] * 20)))

    assert "+1.000" in text
    assert "gain: 问题3: 0.0 → 1.0" in text
    assert text.splitlines()[1].endswith("*")
