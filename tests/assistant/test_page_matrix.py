"""The tab 主题矩阵 as HTML: counts that add up, a shape and a word in each cell, nothing hostile, the same exported."""

import csv
import io
import json
import re
from html import unescape

import pytest

from assistant.page.tabs.matrix.quotes import quotes
from assistant.page.tabs.matrix.shown import render, save
from assistant.page.tabs.matrix.view import MOST_TOPICS, ROWS, view
from assistant.page.tabs.matrix.words import STATES
from assistant.service import Assistant
from assistant.spread import spread
from index.records import Facets
from tests.assistant.page_library import Held

TOPICS = ("信访听证", "法律顾问", "枫桥经验")
ASKED = {"topics": json.dumps(TOPICS)}


def _rows(html: str) -> list[list[str]]:
    """Return the status of each cell, row by row, by its shape's class."""
    return [re.findall(r'aria-expanded="false"><i class="wj-s-(\w+)"', row) for row in html.split("<tr data-r=")[1:]]


def test_a_cell_is_a_shape_and_a_word_and_agrees_with_the_matrix(sample_library: Assistant) -> None:
    html = render(sample_library, Facets(), ASKED)
    rows = _rows(html)
    assert len(rows) == 4 and all(len(row) == len(TOPICS) for row in rows)
    cells = sample_library.matrix(TOPICS)["cells"]
    shown = sorted(status for row in rows for status in row)
    assert shown == sorted(cell["status"] for cell in cells)
    for status in set(shown):
        shape, chinese, english = STATES[status]
        assert f'<i class="wj-s-{status}" aria-hidden="true">{shape}</i><span><span class="zh">{chinese}</span>' in html
        assert english in html


def test_the_totals_of_each_topic_add_up_to_the_reports_in_scope(sample_library: Assistant) -> None:
    html = render(sample_library, Facets(years=(2024, 2025)), {**ASKED, "status": "done"})
    totals = html.split('<tr class="wj-mx-total">')[1].split("</tr>")[0]
    for cell in totals.split("<td ")[1:]:
        assert sum(map(int, re.findall(r"</i>(\d+)", cell))) == 3


def test_the_first_topics_are_the_most_spread_and_the_page_says_so(sample_library: Assistant) -> None:
    html = render(sample_library, Facets(), {})
    first = [one.term for one in spread(sample_library.reports)[:8]]
    assert re.findall(r'<li data-topic="([^"]*)"', html) == first
    assert "词表中全库最多报告写到的 8 个" in html
    assert "词表中全库最多报告" not in render(sample_library, Facets(), ASKED)


def test_what_a_topic_was_taken_for_is_shown_and_what_cannot_be_read_is_told(sample_library: Assistant) -> None:
    html = render(sample_library, Facets(), {"topics": json.dumps(["听证会", "的的"])})
    assert "按“信访听证”查" in html and "没有读出主题" in html


def test_rows_are_kept_by_status_and_where_the_topics_differ(sample_library: Assistant) -> None:
    planned = _rows(render(sample_library, Facets(), {**ASKED, "status": "planned"}))
    assert planned and all("planned" in row for row in planned)
    differ = _rows(render(sample_library, Facets(), {**ASKED, "differ": "1"}))
    same = [row for row in _rows(render(sample_library, Facets(), ASKED)) if len(set(row)) == 1]
    assert all(len(set(row)) > 1 for row in differ) and len(differ) + len(same) == 4


def test_sorting_puts_the_strongest_status_of_the_topic_first(sample_library: Assistant) -> None:
    rows = _rows(render(sample_library, Facets(), {**ASKED, "sort": "信访听证"}))
    order = [list(STATES).index(row[0]) for row in rows]
    assert order == sorted(order) and len(set(order)) > 1


def test_silent_and_elsewhere_look_different(sample_library: Assistant) -> None:
    found = {status for row in _rows(render(sample_library, Facets(roles=("plan",)), ASKED)) for status in row}
    assert {"silent", "elsewhere"} <= found and STATES["silent"][0] != STATES["elsewhere"][0]


@pytest.mark.parametrize("topics", ["", "{", "3", '{"a": 1}', "null"])
def test_an_odd_list_of_topics_counts_as_none_chosen(sample_library: Assistant, topics: str) -> None:
    assert view({"topics": topics}, sample_library.reports).begun


def test_a_view_is_read_within_bounds(sample_library: Assistant) -> None:
    many = view(
        {"topics": json.dumps([f"主题{n}" for n in range(99)]), "rows": "９", "group": "x", "sort": "y"},
        sample_library.reports,
    )
    assert (len(many.topics), many.rows, many.group, many.sort) == (MOST_TOPICS, ROWS, "level", "")
    assert view({"topics": "[]"}, sample_library.reports).topics == ()


def test_nothing_of_a_report_or_a_topic_becomes_markup() -> None:
    held = Held()
    html = render(held, Facets(), {"topics": json.dumps(['<img src=x onerror="1">'])})
    assert "<img" not in html and "<i>信访局" not in html and "&lt;i&gt;信访局" in html
    assert "<img" not in quotes(held, Facets(), {"topic": "<img>", "report": "r001"})


def test_a_large_library_shows_a_part_first_and_says_how_much_is_left() -> None:
    held = Held()
    held.reports = tuple(held.reports[0] for _ in range(ROWS + 30))
    html = render(held, Facets(), ASKED)
    assert html.count("<tr data-r=") == ROWS and "还有 30 份" in html
    assert render(held, Facets(), {**ASKED, "rows": "500"}).count("<tr data-r=") == ROWS + 30


def test_a_cell_s_quotes_lead_to_their_places(sample_library: Assistant) -> None:
    report = next(one for one in sample_library.reports if one.file == "qiwu_2024.txt")
    html = quotes(sample_library, Facets(), {"topic": "信访听证", "report": report.id})
    found = re.findall(
        r'<span lang="zh-CN">(.*?)</span>&#8288;<a class="cite" '
        rf'href="#report={report.id}&amp;start=(\d+)&amp;end=(\d+)"',
        html,
    )
    assert found
    for words, start, end in found:
        assert unescape(re.sub("<[^>]+>", "", words)) == report.text[int(start) : int(end)].replace("\n", " ")
    assert quotes(sample_library, Facets(), {"topic": "信访听证", "report": "nothing"}) == ""


def test_the_export_holds_the_rows_shown_in_their_order(sample_library: Assistant) -> None:
    asked = {**ASKED, "status": "planned", "sort": "法律顾问", "rows": "1"}
    saved = save(sample_library, Facets(), asked, "csv", "zh")
    rows = list(csv.DictReader(io.StringIO(saved.content.decode("utf-8-sig"))))
    shown = _rows(render(sample_library, Facets(), {**asked, "rows": "99"}))
    words = {status: chinese for status, (_, chinese, _) in STATES.items()}
    for at, topic in enumerate(TOPICS):
        assert [row["状态"] for row in rows if row["主题"] == topic] == [words[row[at]] for row in shown]
    assert save(sample_library, Facets(), asked, "docx", "en").content[:2] == b"PK"
    assert save(sample_library, Facets(), asked, "md", "zh").content.decode().startswith("# 主题矩阵")


def test_no_reports_and_no_topics_are_said() -> None:
    assert "筛选之后没有报告" in render(Held(), Facets(years=(1999,)), ASKED)
    assert "还没有主题" in render(Held(), Facets(), {"topics": "[]"})
