"""The judges on answers made by hand: what counts as right, and what must not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answer import Answer, Citation, Finding, FoundFigure, Searched, Silent, Understood
from tests.quality.case import Case
from tests.quality.judge import census, figures, guard, lines, retrieval
from tests.quality.line import Line, parse

TEXT = "一、工作\n全年举行听证3场。另有计划。"
QUOTE = "全年举行听证3场。"
ABOUT = {"id": "q", "question": "问", "kind": "census", "language": "zh", "tags": ()}


def answer(**changes: object) -> Answer:
    start = TEXT.index(QUOTE)
    citation = Citation(
        number=1, report="r1", file="a.txt", agency="甲县信访局", year=2024, title=None, section=("一、工作",),
        role="work", status="done", quote=QUOTE, start=start, end=start + len(QUOTE),
    )  # fmt: skip
    figure = FoundFigure(3, "3场", "场", False, "举行听证")
    finding = Finding("甲县信访局", 2024, "r1", "done", "举行", QUOTE, 1, figure)
    silent = Silent("乙县信访局", 2024, "r2", "b.txt")
    plain = Answer(
        question="谁开过听证？", understood=Understood("census", "听证"), kind="census", outcome="answered",
        reason_kind=None, reason=None, text="甲县信访局举行3场[1]。", findings=(finding,), silent=(silent,),
        searched=Searched(2, 2), citations=(citation,),
    )  # fmt: skip
    return replace(plain, **changes)


def line(**expect: object) -> Line:
    return parse({"question": "谁开过听证？", "kind": "census", "expect": expect}, "q")


def scores(cases: list[Case]) -> dict[str, float]:
    return {case.measure: case.score for case in cases}


def test_a_census_is_judged_by_who_is_named_and_how() -> None:
    right = {"a.txt": ["done"], "b.txt": []}

    assert scores(census.judge(answer(), right, (), ABOUT)) == {
        "census F1": 1.0, "census status": 1.0, "census accounting": 1.0,
    }  # fmt: skip
    assert scores(census.judge(answer(), {"a.txt": ["planned"], "b.txt": []}, (), ABOUT))["census status"] == 0.0
    assert scores(census.judge(answer(), {"a.txt": [], "b.txt": ["done"]}, (), ABOUT))["census F1"] == 0.0


def test_a_report_where_readers_differ_is_not_scored() -> None:
    (case, *_) = census.judge(answer(), {"a.txt": [], "b.txt": []}, ["a.txt"], ABOUT)

    assert (case.wanted, case.found, case.score) == (0, 0, 1.0)


def test_a_report_that_is_lost_breaks_the_accounting() -> None:
    assert census.accounts(answer())
    assert not census.accounts(answer(silent=()))
    assert not census.accounts(answer(silent=(Silent("甲县信访局", 2024, "r1", "a.txt"),)))


@pytest.mark.parametrize(
    ("changes", "ok"),
    [
        ({}, True),
        ({"value": 4}, False),
        ({"unit": "次"}, False),
        ({"approximate": True}, False),
        ({"quote": "另有计划"}, False),
        ({"value": 9, "also": [{"value": 3, "unit": "场"}]}, True),
    ],
)
def test_a_figure_needs_value_unit_approximation_and_its_own_sentence(changes: dict[str, object], ok: bool) -> None:
    wanted = {"value": 3, "unit": "场", "approximate": False, "quote": "举行听证3场", **changes}

    assert figures.same(figures.first_figure(answer()), wanted) is ok


def test_an_answer_where_none_is_due_is_a_false_answer() -> None:
    expected = line(outcome="not_in_reports", reason="topic_absent")
    refusal = answer(outcome="not_in_reports", reason_kind="year_not_held", findings=(), citations=())

    assert scores(lines.judge(answer(), expected))["no false answer"] == 0.0
    assert scores(lines.judge(refusal, expected)) == {
        "no false answer": 1.0, "kind of silence": 0.0, "answers right": 0.0,
    }  # fmt: skip
    assert scores(lines.judge(refusal, line()))["no false refusal"] == 0.0


def test_a_line_is_right_only_when_all_it_expects_is_there() -> None:
    whole = line(
        census={"a.txt": ["done"], "b.txt": []}, figures=[{"value": 3, "unit": "场"}],
        quotes=[{"file": "a.txt", "contains": "举行听证"}], files=["a.txt", "b.txt"],
    )  # fmt: skip

    assert lines.what_is_wrong(answer(), whole) == []
    assert lines.what_is_wrong(answer(), line(quotes=[{"file": "b.txt", "contains": "举行听证"}]))
    assert lines.what_is_wrong(answer(), line(files=["c.txt"]))
    assert lines.what_is_wrong(answer(), line(census={"a.txt": ["done"], "b.txt": ["done"]}))


def test_a_quote_shifted_by_one_character_is_not_verbatim() -> None:
    plain = answer()
    shifted = replace(plain, citations=(replace(plain.citations[0], start=plain.citations[0].start + 1),))

    assert scores(guard.judge(plain, {"r1": TEXT}, "", ABOUT)) == {"verbatim": 1.0, "numbers proven": 1.0}
    assert scores(guard.judge(shifted, {"r1": TEXT}, "", ABOUT))["verbatim"] == 0.0


def test_a_number_that_no_quote_holds_is_not_proven() -> None:
    assert guard.unproven(answer(text="甲县信访局举行30场[1]。"), "") == ["30"]
    assert guard.unproven(answer(text="共核查 2 份报告，甲县信访局举行3场[1]。"), "") == []
    assert guard.unproven(answer(text="甲县信访局2024年举行3场[1]。"), "2024") == []


def test_hits_of_one_gold_passage_count_once() -> None:
    searches = [{"query": "听证", "gold": [{"file": "a", "contains": "听证"}, {"file": "b", "contains": "办法"}]}]
    hits = [("a", "x"), ("a", "公开 听证"), ("a", "听证又来"), ("b", "出台办法")]
    found = scores(retrieval.judge(searches, [hits]))

    assert found["R@1"] == 0.0
    assert found["R@5"] == 1.0
    assert found["RR@10"] == 0.5
