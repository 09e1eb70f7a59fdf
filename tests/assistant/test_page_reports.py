"""The tab 报告库 as HTML: the order of the table, what is said of how a report was read, the map, what was not taken in."""

import re
from dataclasses import replace
from html import unescape

import pytest

from assistant.page.tabs.reports import library, render
from assistant.page.tabs.reports.columns import SORTABLE, rows
from assistant.page.tabs.reports.notes import notes
from assistant.page.tabs.reports.unread import unread
from index.records import Facets
from tests.assistant.page_library import TEXT, Held, report

NAMES = ("安河县信访局", "中山县信访局", "白水县信访局")


def held(**changes):
    return [replace(report(number, agency=name), **changes) for number, name in enumerate(NAMES)]


def order(html):
    return re.findall(r'<tr data-report="(r\d+)"', html)


def said(report, twins=0):
    return {note.chinese: note.grave for note in notes(report, twins)}


def test_the_usual_order_is_by_the_sound_of_the_name_then_the_newest_year():
    older = report(3, agency=NAMES[0], year=2022)
    assert order(library([older, *held()], 4, {})) == ["r000", "r003", "r002", "r001"]


@pytest.mark.parametrize("key", SORTABLE)
@pytest.mark.parametrize("way", ["rising", "falling"])
def test_every_column_orders_and_says_so(key, way):
    html = library(held(), 3, {"sort": key, "order": way})
    assert len(order(html)) == 3
    assert re.findall('aria-sort="([a-z]+)"', html) == ["ascending" if way == "rising" else "descending"]
    assert ("rising" if way == "falling" else "falling") in re.search(f'data-sort="{key}" data-order="([a-z]+)"', html)[
        1
    ]


def test_what_is_not_stated_comes_last_either_way():
    reports = [report(0, year=None), report(1, year=2023), report(2, year=2024)]
    assert order(library(reports, 3, {"sort": "year", "order": "rising"})) == ["r001", "r002", "r000"]
    assert order(library(reports, 3, {"sort": "year", "order": "falling"})) == ["r002", "r001", "r000"]


def test_an_order_that_nobody_offers_is_the_usual_one():
    html = library(held(), 3, {"sort": "<b>", "order": "up", "view": "none"})
    assert "<b>" not in html.replace("<b class", "")
    assert order(html) == ["r000", "r002", "r001"]


def test_a_row_shows_format_pages_and_length():
    row = rows([replace(report(), file="县/甲.PDF", pages=(0, 20, 40))])[0]
    text = re.sub("<[^>]+>", " ", row.html)
    assert "PDF" in text
    assert "3 页" in text
    assert f"{len(TEXT)}" in text


@pytest.mark.parametrize(
    ("changes", "note", "grave"),
    [
        ({"year": None}, "没有认出报告年度", True),
        (
            {"title": "工作报告", "text": "青禾县信访局\n现将情况报告如下。", "sections": ()},
            "按印发日期的上一年推断",
            True,
        ),
        ({"issuer": None, "agency": "甲"}, "取自文件名", True),
        ({"issuer": "青禾县", "agency": "青禾县"}, "没有写机关", False),
        ({"document_number": None}, "没有文号", False),
        ({"issue_date": None}, "没有印发日期", False),
        ({"issue_date": "2023-05-01"}, "早于报告年度", True),
        ({"issue_date": "2029-05-01"}, "晚 5 年", False),
        ({"title": None}, "没有认出标题", False),
        ({"sections": ()}, "没有认出章节", True),
        ({"level": "other"}, "判断不出层级", False),
        ({"text": TEXT + "\ufffd"}, "1 个字无法识别", True),
        ({}, "全文只有", True),
    ],
)
def test_what_is_doubtful_in_a_reading_is_said(changes, note, grave):
    found = said(replace(report(), **changes))
    assert [weight for words, weight in found.items() if note in words] == [grave]


def test_a_report_that_states_everything_is_left_in_peace():
    long = TEXT + "\n" + "继续推进依法行政各项工作。" * 40
    figures = replace(report().statements[0], figures=(object(),))
    whole = replace(report(), text=long, statements=(figures,))
    assert said(whole) == {}
    assert list(said(whole, twins=2)) == ["同一机关同一年度另有 2 份"]


def test_an_inferred_year_is_marked_in_its_cell_and_told_how():
    guessed = replace(report(), title="工作报告", text="青禾县信访局\n现将情况报告如下。", sections=())
    html = library([guessed], 1, {})
    assert "推断" in re.search('<td class="wj-c-year">(.*?)</td>', html)[1]
    assert "推断" in re.search('<td class="wj-c-notes">(.*?)</td>', html)[1]
    assert "□" in library([guessed], 1, {"view": "map"})


def test_the_map_shows_every_report_and_the_gaps_between():
    reports = [report(0, year=2021), report(1, year=2024), report(2, year=2024), report(3, agency=NAMES[1], year=None)]
    html = library(reports, 4, {"view": "map"})
    table = html[html.index('<div class="wj-map"') :]
    assert re.findall('<th scope="col">(\\d{4})', table) == ["2024", "2023", "2022", "2021"]
    assert set(re.findall('data-open="(r\\d+)"', table)) == {"r000", "r001", "r002", "r003"}
    assert table.count('class="wj-gap"') == 2
    assert re.search(r"青禾县信访局</th><td>(?:(?!</td>).)*r001(?:(?!</td>).)*r002", table)
    assert "</span> 青禾县信访局 2021 青禾县信访局2024年度" in table


def test_a_large_map_is_folded_by_level():
    many = [report(number, agency=f"第{number}县信访局") for number in range(70)]
    levels = [*many, replace(report(90), level="city")]
    assert '<details class="wj-level">' in library(levels, 71, {"view": "map"})
    assert '<details class="wj-level" open>' in library(levels[-2:], 2, {"view": "map"})


def test_facets_that_admit_nothing_do_not_make_the_library_empty():
    html = render(Held(), Facets(years=(1999,)), {})
    assert "没有报告符合" in html
    assert "wj-clear-all" in html
    assert "还没有报告" not in html


def test_an_empty_library_says_what_to_put_where_and_offers_the_samples():
    nothing = Held()
    nothing.reports = ()
    html = render(nothing, Facets(), {})
    assert "报告文件夹" in html
    assert 'class="wj-samples"' in html
    assert '<details class="wj-unread" open>' in html


def test_what_was_not_taken_in_is_told_in_both_languages():
    html = render(Held(), Facets(), {})
    assert "坏&lt;script&gt;.pdf" in html
    assert "没有文字层" in html
    assert "No text layer" in html
    files = tuple((f"{number}.doc", f"{number}.doc：不支持。") for number in range(9))
    assert '<details class="wj-unread">' in unread(files, files)
    assert unread((), ()) == ""


def test_nothing_of_a_report_is_markup():
    hostile = "<script>x</script>"
    one = replace(
        report(), title=hostile, agency=hostile, file=f"{hostile}.txt", document_number=hostile, region=hostile
    )
    for view in ("list", "map"):
        html = library([one], 1, {"view": view})
        assert "<script" not in html
        assert hostile in unescape(html)
