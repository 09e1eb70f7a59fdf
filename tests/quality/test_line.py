"""Question lines: what is accepted, and that a wrong word is named by file and line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.quality.line import BadGold, parse, read_lines


def raw(**changes: Any) -> dict[str, Any]:
    return {"question": "哪些机关举行过听证？", "kind": "census", "expect": {"census": {"a.txt": ["done"]}}, **changes}


def test_a_line_is_answered_unless_it_says_otherwise() -> None:
    line = parse(raw(), "x-1")

    assert (line.id, line.outcomes, line.refuses) == ("x-1", ("answered",), False)


def test_a_list_of_outcomes_accepts_each() -> None:
    line = parse(raw(expect={"outcome": ["not_in_reports", "out_of_scope"], "reason": ["weak", "out_of_scope"]}), "x")

    assert line.refuses
    assert line.reasons == ("weak", "out_of_scope")


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"kind": "list"}, "kind 'list'"),
        ({"tags": ["typo"]}, "tag 'typo'"),
        ({"expect": {"value": 3}}, "expected key 'value'"),
        ({"expect": {"outcome": "silent"}}, "outcome 'silent'"),
        ({"expect": {"outcome": "not_in_reports"}}, "needs its reason"),
        ({"expect": {"outcome": "not_in_reports", "reason": "absent"}}, "reason 'absent'"),
        ({"expect": {"census": {"a.txt": ["did"]}}}, "status 'did'"),
        ({"history": ["先问一句"]}, "follow-up"),
        ({"tags": ["follow-up"]}, "follow-up"),
    ],
)
def test_a_word_that_is_not_known_is_refused_by_name(changes: dict[str, Any], named: str) -> None:
    with pytest.raises(BadGold, match=named):
        parse(raw(**changes), "x")


def test_a_wrong_line_is_named_by_file_and_number(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text(json.dumps(raw()) + "\n{not json\n", "utf-8")

    with pytest.raises(BadGold, match=r"questions\.jsonl line 2"):
        read_lines(file)


def test_two_lines_of_one_name_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "questions.jsonl"
    file.write_text("\n".join(json.dumps(raw(id="same")) for _ in range(2)), "utf-8")

    with pytest.raises(BadGold, match="two lines have the id same"):
        read_lines(file)
