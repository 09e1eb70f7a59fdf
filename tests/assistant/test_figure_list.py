"""The list of figures: complete, looked through by words and unit, in the order of value within one unit alone."""

import csv
import io

from assistant.export.figures import figures_csv
from assistant.figure_list import Wanted, figures_of, look, one_unit
from corpus.parse import parse
from corpus.report import Report
from index.records import Facets

TEXT = """柳川县信访局2024年度法治政府建设工作报告

一、工作情况

全年举办培训班4期，培训２００余人次，办结率达到98.5%。印发《督办十条措施》，开展第七个宣传月活动。接待来访12批、36人次。

二、下步计划

力争举办培训班6期，每期3至5天。

柳川县信访局
2025年1月10日
（共印20份）"""


def _report(name: str = "a", text: str = TEXT) -> Report:
    return parse(text, f"{name}.txt", name)


REPORTS = (_report(),)


def test_every_count_is_listed_and_what_counts_nothing_is_not() -> None:
    assert [one.figure.text for one in figures_of(REPORTS)] == [
        "4期", "２００余人次", "98.5%", "12批", "36人次", "6期", "3至5天",
    ]  # fmt: skip


def test_a_target_is_no_result() -> None:
    statuses = {one.figure.text: one.status for one in figures_of(REPORTS)}
    assert statuses["4期"] == "done" and statuses["6期"] == "planned"


def test_words_are_looked_for_in_either_width_and_those_beside_the_number_come_first() -> None:
    found = look(REPORTS, Facets(), Wanted("办结率"))
    assert [one.figure.text for one in found.rows] == ["98.5%", "4期", "２００余人次"] and found.named == 1
    assert len(look(REPORTS, Facets(), Wanted("200余人次")).rows) == 3
    assert look(REPORTS, Facets(), Wanted("培训 来访")).rows == ()


def test_units_and_statuses_count_what_the_other_choice_would_bring() -> None:
    found = look(REPORTS, Facets(), Wanted(unit="期", statuses=("done",)))
    assert [one.figure.text for one in found.rows] == ["4期"]
    assert dict(found.units)["人次"] == 2 and dict(found.statuses) == {"done": 1, "planned": 1}


def test_values_are_ordered_within_one_unit_and_a_range_comes_last() -> None:
    text = (
        "乙县信访局2023年度法治政府建设工作报告\n一、工作情况\n办结3件，化解12件，回访2至5件，督办万余件，受理1.2万件。"
    )
    reports = (_report("b", text),)
    ordered = look(reports, Facets(), Wanted(unit="件", order="largest")).rows
    values = [one.figure.value for one in ordered]
    assert values[:3] == [12000.0, 12.0, 3.0] and values[-1] is None
    assert one_unit(Wanted(order="largest")).order == "report"


def test_facets_hold_for_reports_and_sections() -> None:
    assert look(REPORTS, Facets(years=(1999,)), Wanted()).rows == ()
    plans = look(REPORTS, Facets(roles=("plan",)), Wanted()).rows
    assert [one.figure.text for one in plans] == ["6期", "3至5天"]


def test_csv_has_a_row_for_each_figure_with_its_exact_sentence() -> None:
    rows = list(csv.DictReader(io.StringIO(figures_csv(look(REPORTS, Facets(), Wanted()).rows).decode("utf-8-sig"))))
    assert len(rows) == 7
    for row in rows:
        assert REPORTS[0].text[int(row["起"]) : int(row["止"])] == row["原文"]
    assert [(row["数值"], row["单位"], row["约数"], row["状态"]) for row in rows[1:2]] == [
        ("200", "人次", "是", "已开展")
    ]
