from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.report import Clause, Report, Section, Statement
from index.passages import HIGH, LIMIT, LOW, passages_of
from tests.index import made

REAL = Path(__file__).parents[3] / "shared" / "reports"


def report_of(sections: list[list[str]], heading: bool = True) -> Report:
    """A report whose sections hold the given statements, each section's first one its heading."""
    text, statements, spans = "", [], []
    for number, contents in enumerate(sections):
        begin = len(text)
        for order, content in enumerate(contents):
            start = len(text)
            text += content
            clauses = (Clause(start, len(text), "mentioned", ""),)
            statements.append(Statement(start, len(text), number, heading and order == 0, clauses, ()))
            text += "\n"
        spans.append(Section(contents[0], (contents[0],), "work", 1, begin, len(text), len(text)))
    identity = (None, "某局", None, "county", None, False, 2024, None, None)
    return Report("r", "r.txt", text, *identity, tuple(spans), tuple(statements))  # type: ignore[arg-type]


def check(report: Report) -> None:
    passages = passages_of(report)
    assert [passage.id for passage in passages] == [f"{report.id}:{number}" for number in range(len(passages))]
    for passage in passages:
        assert passage.text == report.text[passage.start : passage.end]
        assert 0 < len(passage.text) <= LIMIT
        assert passage.text == passage.text.strip()
        section = report.sections[passage.section]
        assert section.start <= passage.start < passage.end <= section.own_end
    for before, after in zip(passages, passages[1:], strict=False):
        assert before.end <= after.start
        assert not report.text[before.end : after.start].strip()
    for statement in report.statements:
        covered = "".join(
            report.text[max(passage.start, statement.start) : min(passage.end, statement.end)]
            for passage in passages
            if passage.start < statement.end and statement.start < passage.end
        )
        assert "".join(covered.split()) == "".join(report.quote(statement).split())


sentence = st.builds(
    lambda mark, body, count: mark + (body * count)[:900] + "。",
    st.sampled_from(["", "一是", "二是", "（三）", "1."]),
    st.text("信访工作法治，、；\n 建设", min_size=1, max_size=60).filter(lambda body: body.strip()),
    st.integers(1, 40),
).map(str.strip)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(sentence, min_size=1, max_size=8), min_size=1, max_size=4))
def test_passages_cover_every_statement_and_stay_in_their_section(sections: list[list[str]]) -> None:
    check(report_of(sections))


@pytest.mark.parametrize("number", range(6))
def test_invented_reports_are_cut_whole(number: int, tmp_path: Path) -> None:
    from corpus.parse import read_report

    report = read_report(made.write(tmp_path, number), tmp_path)
    check(report)
    assert any(LOW <= len(passage.text) <= HIGH for passage in passages_of(report))


@pytest.mark.skipif(not REAL.is_dir(), reason="the five real reports are not beside the project")
def test_real_reports_are_cut_whole() -> None:
    from corpus.parse import read_report, report_files

    for path in report_files(REAL):
        check(read_report(path, REAL))


def test_a_heading_goes_with_the_statement_after_it() -> None:
    report = report_of([["（一）加强领导。", "局" * 200 + "。", "会" * 200 + "。"]])
    assert [len(passage.text) for passage in passages_of(report)] == [210, 201]


def test_an_item_mark_is_a_border_where_the_piece_before_is_big_enough() -> None:
    report = report_of([["一是" + "甲" * 130 + "。", "二是" + "乙" * 130 + "。"]], heading=False)
    assert [passage.text[0] for passage in passages_of(report)] == ["一", "二"]
    report = report_of([["一是" + "甲" * 30 + "。", "二是" + "乙" * 30 + "。"]], heading=False)
    assert len(passages_of(report)) == 1


def test_a_short_tail_joins_the_passage_before() -> None:
    report = report_of([["甲" * 310 + "。", "办理完毕。"]], heading=False)
    assert len(passages_of(report)) == 1


def test_a_long_statement_is_cut_where_it_breathes() -> None:
    report = report_of([["组织开展了培训，" * 100 + "。"]], heading=False)
    assert all(passage.text.endswith(("，", "。")) for passage in passages_of(report))


def test_a_report_without_statements_has_no_passages() -> None:
    assert passages_of(report_of([])) == ()
