"""Statements tile their section: every visible character stands in exactly one of them, whatever the text."""

import pytest
from hypothesis import example, given

from corpus.parse import parse
from corpus.report import STATUSES, Report
from corpus.statements import statements_of
from corpus.structure import sections_of
from tests.corpus.pieces import REPEATABLE, canonical, visible


def _sentences(body: str) -> list[str]:
    report = parse(f"一、工作情况\n{body}", "报告.txt", "id")
    return [report.quote(statement) for statement in report.statements if not statement.heading]


@REPEATABLE
@given(canonical)
@example("（一）一是。\n二、\n")
@example("无\n")
@example("，；。")
def test_statements_tile_their_sections_without_overlap(text: str) -> None:
    sections, ends = sections_of(text, frozenset(), 2024)
    statements = statements_of(text, sections, ends)
    cursor = 0
    for statement in statements:
        section = sections[statement.section]
        assert section.start <= statement.start < statement.end <= section.own_end
        assert statement.start >= cursor
        assert not text[cursor : statement.start].strip()
        quote = text[statement.start : statement.end]
        assert quote == quote.strip()
        cursor = statement.end
    assert not text[cursor:].strip()
    assert "".join(visible(text[s.start : s.end]) for s in statements) == visible(text)


@REPEATABLE
@given(canonical)
def test_clauses_tile_their_statement_and_figures_lie_inside(text: str) -> None:
    sections, ends = sections_of(text, frozenset(), 2024)
    for statement in statements_of(text, sections, ends):
        cursor = statement.start
        for clause in statement.clauses:
            assert clause.start == cursor < clause.end
            assert clause.status in STATUSES
            cursor = clause.end
        assert cursor == statement.end
        assert all(statement.start <= figure.start < figure.end <= statement.end for figure in statement.figures)


@REPEATABLE
@given(canonical)
def test_the_deciding_words_stand_in_the_statement(text: str) -> None:
    sections, ends = sections_of(text, frozenset(), 2024)
    for statement in statements_of(text, sections, ends):
        quote = text[statement.start : statement.end]
        assert all(clause.because in quote for clause in statement.clauses)


@REPEATABLE
@given(canonical)
def test_each_section_with_a_heading_has_it_as_its_first_statement(text: str) -> None:
    sections, ends = sections_of(text, frozenset(), 2024)
    statements = statements_of(text, sections, ends)
    for index, section in enumerate(sections):
        own = [statement for statement in statements if statement.section == index]
        assert [statement.heading for statement in own] == [True, *[False] * (len(own) - 1)][
            : len(own)
        ] or section.level == 0


@pytest.mark.parametrize(
    ("body", "sentences"),
    [
        ("办结来信86件。化解积案3件。", ["办结来信86件。", "化解积案3件。"]),
        ("一是抓学习。二是抓落实；三是抓考核。", ["一是抓学习。", "二是抓落实；", "三是抓考核。"]),
        ("工作如下：一是抓学习，二是抓落实。", ["工作如下：", "一是抓学习，", "二是抓落实。"]),
        ("群众说：“道理讲清了。”干部说：“再来。”", ["群众说：“道理讲清了。”", "干部说：“再来。”"]),
        ("为何重访？因为答复不清！逐件重办。", ["为何重访？", "因为答复不清！", "逐件重办。"]),
        ("其一，抓学习；其二，抓落实。", ["其一，抓学习；", "其二，抓落实。"]),
        ("①登记。②转办。", ["①登记。", "②转办。"]),
        ("化解率为92.5%，按期办结。", ["化解率为92.5%，按期办结。"]),
        ("统一是关键。", ["统一是关键。"]),
        ("第一是登记，第二是转办。", ["第一是登记，", "第二是转办。"]),
        ("没有句号的一行\n下一行另起", ["没有句号的一行", "下一行另起"]),
    ],
)
def test_a_sentence_ends_at_its_stop_its_line_or_the_next_item(body: str, sentences: list[str]) -> None:
    assert _sentences(body) == sentences


def test_a_heading_has_no_figures() -> None:
    report = parse("一、办好3件实事\n办结来信86件。", "报告.txt", "id")
    heading, body = report.statements
    assert heading.heading and heading.figures == ()
    assert [figure.value for figure in body.figures] == [86]


def _nil_statuses(report: Report) -> list[str]:
    return [clause.status for statement in report.statements for clause in statement.clauses]


@pytest.mark.parametrize(
    "none", ["无", "无。", "本年度无此类情况。", "暂无。", "无其他需要报告的事项。", "未发生。", "没有。"]
)
def test_a_section_that_answers_with_none_is_nil_with_its_heading(none: str) -> None:
    report = parse(f"四、履行法院生效裁判情况\n{none}", "报告.txt", "id")
    assert set(_nil_statuses(report)) == {"nil"}
    assert report.quote(report.statements[0]) == "四、履行法院生效裁判情况"


def test_a_section_that_says_more_than_none_is_not_nil() -> None:
    report = parse("四、履行法院生效裁判情况\n无。另化解旧案2件。", "报告.txt", "id")
    assert _nil_statuses(report)[-1] == "done"
