"""What is not proven is never shown: quotes are exact, marks have citations, numbers stand in cited quotes."""

import re
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from assistant.answer import Answer, Citation, Finding, Near, Searched, Understood
from assistant.verify import Ledger, verify
from corpus.parse import parse
from corpus.report import Report

TEXT = (
    "柳川县信访局2024年度法治政府建设工作报告\n一、工作情况\n全年举行听证会23场，听证后息诉17件。化解率达90.7%。\n"
    "发放手册5万余份。\n二、存在的问题\n还有41件附件漏传。\n三、2025年打算\n争取举办培训班6期。"
)
REPORT = parse(TEXT, "柳川.txt", "柳川2024")
QUOTED = [
    statement for statement in REPORT.statements if not statement.heading and REPORT.sections[statement.section].level
]
REPEATABLE = settings(deadline=None, max_examples=150, derandomize=True, database=None)


def _find(identifier: str) -> Report | None:
    return REPORT if identifier == REPORT.id else None


def _citation(number: int, start: int, end: int) -> Citation:
    section = REPORT.sections[1]
    return Citation(
        number, REPORT.id, REPORT.file, REPORT.agency, REPORT.year, REPORT.title, section.path, section.role, "done",
        REPORT.text[start:end], start, end,
    )  # fmt: skip


def _answer() -> Answer:
    """An answer that quotes every sentence of the report, each on its own line."""
    citations = [_citation(number, one.start, one.end) for number, one in enumerate(QUOTED, start=1)]
    findings = tuple(Finding(REPORT.agency, 2024, REPORT.id, "done", "", one.quote, one.number) for one in citations)
    lines = [f"- 柳川县信访局（2024年）：“{one.quote}”[{one.number}]" for one in citations]
    near = (Near(REPORT.agency, 2024, REPORT.id, 1),)
    return Answer(
        "听证", Understood("census", "听证"), "census", "answered", None, None, "\n".join(["核查 1 份报告：1 份已开展[1]。", "", *lines]),
        findings, (), near, Searched(1, 1), tuple(citations),
    )  # fmt: skip


def test_an_untouched_answer_survives_whole() -> None:
    answer = _answer()
    assert len(answer.citations) == 5
    assert verify(answer, _find) == answer


def _changed(answer: Answer, index: int, **changes: object) -> Answer:
    citations = list(answer.citations)
    citations[index] = replace(citations[index], **changes)
    return replace(answer, citations=tuple(citations))


@REPEATABLE
@given(st.integers(0, 4), st.integers(-30, 30), st.integers(-30, 30))
def test_a_citation_whose_offsets_moved_is_dropped_with_its_finding_and_its_lines(
    index: int, left: int, right: int
) -> None:
    answer = _answer()
    held = answer.citations[index]
    if left == right == 0:
        return
    checked = verify(_changed(answer, index, start=held.start + left, end=held.end + right), _find)
    assert held.number not in {one.number for one in checked.citations}
    assert held.number not in {one.citation for one in checked.findings}
    assert held.number not in {one.citation for one in checked.near}
    assert f"[{held.number}]" not in checked.text
    assert len(checked.citations) == 4


@REPEATABLE
@given(st.integers(0, 4), st.data())
def test_a_quote_with_one_other_character_is_dropped(index: int, data: st.DataObject) -> None:
    answer = _answer()
    quote = answer.citations[index].quote
    at = data.draw(st.integers(0, len(quote) - 1))
    other = data.draw(st.sampled_from([char for char in "0123456789万余未已的，" if char != quote[at]]))
    checked = verify(_changed(answer, index, quote=quote[:at] + other + quote[at + 1 :]), _find)
    assert [one.number for one in checked.citations] == [number for number in range(1, 6) if number != index + 1]
    assert f"[{index + 1}]" not in checked.text


@REPEATABLE
@given(st.data())
def test_a_line_with_a_changed_digit_is_dropped(data: st.DataObject) -> None:
    answer = _answer()
    places = [found.start() for found in re.finditer(r"\d", answer.text) if not _in_mark(answer.text, found.start())]
    at = data.draw(st.sampled_from(places[2:]))
    digit = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != answer.text[at]]))
    changed = answer.text[:at] + digit + answer.text[at + 1 :]
    line = changed[: at + 1].count("\n")
    number = next(found.group(0) for found in re.finditer(r"[\d.]+", changed) if found.start() <= at < found.end())
    assume(number not in REPORT.text)
    checked = verify(replace(answer, text=changed), _find)
    assert changed.split("\n")[line] not in checked.text.split("\n")


def _in_mark(text: str, at: int) -> bool:
    return text[at - 1] == "[" and text[at + 1 : at + 2] == "]"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("23场", "25场"),
        ("17件", "19件"),
        ("90.7%", "97.0%"),
        ("90.7%", "60.7%"),
        ("5万余份", "8万余份"),
        ("41件", "40件"),
        ("6期", "8期"),
    ],
)
def test_a_wrong_number_is_never_shown(right: str, wrong: str) -> None:
    answer = _answer()
    checked = verify(replace(answer, text=answer.text.replace(right, wrong)), _find)
    assert wrong not in checked.text


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("23场", "2场"), ("23场", "3场"), ("17件", "7件"), ("90.7%", "0.7%"), ("90.7%", "90%"), ("41件", "4件")],
)
def test_a_piece_of_a_number_is_not_that_number(right: str, wrong: str) -> None:
    answer = _answer()
    checked = verify(replace(answer, text=answer.text.replace(right, wrong)), _find)
    shown = [found.group(0) for found in re.finditer(r"[\d.]+[场件%]", checked.text)]
    assert wrong not in shown


def test_a_number_of_another_cited_sentence_does_not_prove_this_line() -> None:
    answer = _answer()
    text = answer.text.replace("听证会23场", "听证会41场")
    assert "听证会41场" not in verify(replace(answer, text=text), _find).text


def test_a_doubled_quantity_in_another_unit_is_never_shown() -> None:
    answer = _answer()
    text = f"{answer.text}\n两项合计40场件[1]。"
    assert "40场件" not in verify(replace(answer, text=text), _find).text


@REPEATABLE
@given(st.integers(6, 999))
def test_a_mark_without_a_citation_takes_its_line_along(number: int) -> None:
    answer = _answer()
    checked = verify(replace(answer, text=f"{answer.text}\n还举行了评议[{number}]。"), _find)
    assert f"[{number}]" not in checked.text
    assert checked.text == answer.text


def test_a_citation_of_an_unknown_report_is_dropped() -> None:
    answer = _changed(_answer(), 0, report="别处")
    assert 1 not in {one.number for one in verify(answer, _find).citations}


def test_an_empty_quote_is_dropped() -> None:
    answer = _changed(_answer(), 0, quote="", start=5, end=5)
    assert 1 not in {one.number for one in verify(answer, _find).citations}


@pytest.mark.parametrize("outcome", ["answered", "partial"])
def test_numbers_are_checked_in_every_answer_that_claims_something(outcome: str) -> None:
    answer = replace(_answer(), outcome=outcome, text="全年举行听证会99场[1]。")
    assert "99" not in verify(answer, _find).text


@pytest.mark.parametrize(
    "text",
    [
        "核查 12 份报告，3 份已开展[1]。",
        "2024 年[1]。",
        "5 份未提及",
        "12 of 40 reports[1]",
        "共 12 份报告，9 家机关。",
    ],
)
def test_counts_of_reports_and_covered_years_need_no_quote(text: str) -> None:
    assert Ledger(_answer()).unproven(text) == []


@pytest.mark.parametrize("text", ["化解了 86 件", "占 35%", "培训 200 人次", "在 2019 年", "共 86 件次"])
def test_other_numbers_need_a_quote(text: str) -> None:
    assert Ledger(_answer()).unproven(text) != []
