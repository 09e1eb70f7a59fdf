"""The tab 数字 as HTML: every figure with its sentence and status, targets told, order within a unit, years, export."""

import csv
import io
import re
from html import unescape

from assistant.figure_list import figures_of
from assistant.page.tabs.figures.rows import ROWS
from assistant.page.tabs.figures.shown import render, save
from assistant.service import Assistant
from index.records import Facets
from tests.assistant.page_library import Held


def _values(html: str) -> list[str]:
    return [unescape(re.sub("<[^>]+>", "", cell)) for cell in re.findall(r'<td class="wj-fg-n">(.*?)</td>', html)]


def test_every_figure_is_there_some_at_first(sample_library: Assistant) -> None:
    html = render(sample_library, Facets(), {})
    held = figures_of(sample_library.reports)
    assert len(_values(html)) == ROWS < len(held) and f"还有 {len(held) - ROWS} 条" in html
    assert len(_values(render(sample_library, Facets(), {"rows": "9999"}))) == len(held)


def test_each_figure_leads_to_its_sentence(sample_library: Assistant) -> None:
    html = render(sample_library, Facets(), {"words": "听证"})
    places = re.findall(r'href="#report=(\w+)&amp;start=(\d+)&amp;end=(\d+)"', html)
    assert places
    for name, start, end in places:
        report = sample_library.report(name)
        assert report is not None and "听证" in report.text[int(start) : int(end)]


def test_a_target_is_told_from_a_result(sample_library: Assistant) -> None:
    html = render(sample_library, Facets(), {"status": "planned"})
    assert _values(html) and html.count("目标，不是结果") == len(_values(html))
    assert "目标，不是结果" not in render(sample_library, Facets(), {"status": "done"})


def test_values_are_ordered_only_within_one_unit(sample_library: Assistant) -> None:
    mixed = render(sample_library, Facets(), {"order": "largest"})
    assert _values(mixed) == _values(render(sample_library, Facets(), {})) and "选定一个单位后" in mixed
    units = render(sample_library, Facets(), {"unit": "件", "order": "largest"})
    numbers = [float(found[0]) for one in _values(units) if (found := re.match(r"\d+", one))]
    assert numbers[0] == max(numbers) and numbers[:5] == sorted(numbers[:5], reverse=True)


def test_the_counts_of_the_units_add_up_to_the_figures(sample_library: Assistant) -> None:
    html = render(sample_library, Facets(), {})
    counts = re.findall(r'data-fg="unit"[^>]*>[^<]*<b>(\d+)</b>', html)
    assert sum(map(int, counts)) == len(figures_of(sample_library.reports))


def test_years_stand_side_by_side_with_their_difference_and_what_is_unlike(years_library: Assistant) -> None:
    html = render(years_library, Facets(), {"view": "years"})
    assert html.count('<section class="wj-fg-series">') >= 3
    assert re.search(r"比 2023 年多 \d+", html) and "有约数，不计差" in html
    assert "只有一个年度" in html and "但不能对照" in html
    one = render(years_library, Facets(years=(2024,)), {"view": "years"})
    assert '<section class="wj-fg-series">' not in one and "没有可以跨年对照的数字" in one


def test_the_export_is_what_is_shown(sample_library: Assistant) -> None:
    asked = {"words": "培训", "unit": "期", "order": "largest"}
    saved = save(sample_library, Facets(), asked, "csv", "zh")
    rows = list(csv.DictReader(io.StringIO(saved.content.decode("utf-8-sig"))))
    assert [row["数字"] for row in rows] == [
        re.sub("约数$", "", one).replace("approximate", "") for one in _values(render(sample_library, Facets(), asked))
    ]
    assert saved.kind == "csv" and "培训" in saved.name


def test_nothing_of_a_report_or_a_search_becomes_markup() -> None:
    html = render(Held(), Facets(), {"words": '"><script>', "unit": "<b>"})
    assert "<script>" not in html and "<b><b>" not in html and "没有符合条件的数字" in html
