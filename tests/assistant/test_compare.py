"""A comparison: reports as columns, the same thing in one row, every cell quoted or said to be empty."""

import re

import pytest

from assistant.service import Assistant
from tests.assistant.asked import ask


def _table(text: str) -> list[list[str]]:
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


@pytest.mark.parametrize(
    "question", ["云汀和栖梧的信访听证有什么不同", "Compare how Yunting and Qiwu handle petition hearings"]
)
def test_every_cell_is_cited_or_said_to_be_empty(question: str, sample_library: Assistant) -> None:
    answer = ask(sample_library, question)
    rows = _table(answer.text)
    assert (answer.kind, answer.outcome) == ("compare", "answered")
    assert len(rows[0]) == 3 and len(rows) > 2
    files = {citation.number: citation.file for citation in answer.citations}
    for row in rows[2:]:
        for column, cell in enumerate(row[1:]):
            marks = re.findall(r"\[(\d+)\]", cell)
            named = ("yunting_2024.txt", "qiwu_2024.txt")[column]
            assert all(files[int(mark)] == named for mark in marks)
            assert marks or cell in ("未见此类表述", "未提及", "nothing of this kind", "not mentioned")
    assert {files[found.citation] for found in answer.findings} == {"yunting_2024.txt", "qiwu_2024.txt"}


def test_a_silent_report_keeps_its_column(sample_library: Assistant) -> None:
    answer = ask(sample_library, "云汀和禾渡的信访听证有什么不同")
    assert [one.file for one in answer.silent] == ["hedu_2023.txt"]
    assert "未提及" in answer.text


def test_years_of_one_agency_are_columns_and_like_figures_are_reckoned(years_library: Assistant) -> None:
    answer = ask(years_library, "对比禾渡县2023年和2024年的报告")
    rows = _table(answer.text)
    assert rows[0][1:] == ["2023", "2024"]
    assert "＝117" in answer.text
    assert {"存在问题", "下步计划"} <= {row[0] for row in rows}


def test_figures_of_unlike_units_are_not_set_against_each_other(sample_library: Assistant) -> None:
    answer = ask(sample_library, "对比云汀和禾渡的报告")
    assert answer.kind == "compare"
    assert "算得" not in answer.text


def test_one_report_alone_is_not_compared(years_library: Assistant) -> None:
    assert ask(years_library, "各县的矛盾纠纷排查有什么不同").kind == "compare"
    one = ask(years_library, "菖溪县的矛盾纠纷排查有什么不同")
    assert one.kind == "census" and not one.arranged


def test_two_whole_reports_say_where_a_part_is_lacking(sample_library: Assistant) -> None:
    cells = [cell for row in _table(ask(sample_library, "比较云汀市和栖梧区的报告").text)[2:] for cell in row[1:]]
    assert cells.count("没有单列") == 1 and all("[" in cell or cell == "没有单列" for cell in cells)
