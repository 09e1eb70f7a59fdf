"""Render the tab 报告库: what is held, ordered as wished; which years are covered; and what was not taken in, and why.

Read ``notes`` (how a report was read), ``columns``, ``table``, ``coverage``, ``unread``. Adding files is not here: see
``assistant/page/upload``, whose area the script puts on top.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.page.desk import Library
from assistant.page.start import empty
from assistant.page.tabs.reports.columns import rows
from assistant.page.tabs.reports.coverage import coverage
from assistant.page.tabs.reports.table import table
from assistant.page.tabs.reports.unread import unread
from assistant.page.tabs.reports.words import both
from assistant.page.words import pair
from corpus.report import Report
from index.records import Facets

VIEWS = ("list", "map")


def render(held: Library, facets: Facets, asked: Mapping[str, str]) -> str:
    """Return the tab over the reports that the facets admit; ``asked`` holds view, sort and order."""
    reports = held.reports
    refused = unread(held.unreadable_in("zh"), held.unreadable_in("en"), alone=not reports)
    if not reports:
        return f"{_ADDING}{empty()}{refused}"
    return _ADDING + library([report for report in reports if facets.admit(report)], len(reports), asked, refused)


def library(reports: Sequence[Report], held: int, asked: Mapping[str, str], refused: str = "") -> str:
    """Return what the tab shows of a library that holds something.

    :param reports: the reports that the facets admit.
    :param held: how many reports there are without facets.
    :param asked: view, sort and order.
    :param refused: the files that were not taken in, as HTML.
    :return: the tab as HTML; one without any report says that it is for the facets.
    """
    if not reports:
        clear = f'<button type="button" class="wj-clear-all">{both("clear")}</button>'
        return f'{refused}<div class="wj-empty"><p role="status">{both("none_admitted")}</p><p>{clear}</p></div>'
    view = asked.get("view") if asked.get("view") in VIEWS else "list"
    made = rows(reports)
    body = coverage(made) if view == "map" else table(made, asked)
    return f"{_line(reports, held)}{_tools(str(view))}{refused}{body}"


_ADDING = '<div class="wj-adding"></div>'
"""Where the script puts the area for adding files, which it keeps while the tab is brought again."""


def _line(reports: Sequence[Report], held: int) -> str:
    agencies = len({report.agency for report in reports})
    chinese, english = f"共 {len(reports)} 份报告，{agencies} 家机关", f"{len(reports)} reports of {agencies} agencies"
    if len(reports) < held:
        chinese += f"（已筛选，库中共 {held} 份）"
        english += f" (filtered, of {held} held)"
    found = '<span class="wj-found" role="status" hidden></span>'
    return f'<p class="wj-count-line">{pair(f"{chinese}。", f"{english}.")}{found} <span class="wj-state"></span></p>'


def _tools(view: str) -> str:
    buttons = "".join(
        f'<button type="button" id="wj-view-{name}" data-view="{name}" aria-pressed="{str(name == view).lower()}">'
        f"{both(name)}</button>"
        for name in VIEWS
    )
    search = (
        f'<label class="wj-search"><span class="wj-unseen">{both("search")}</span>'
        '<input type="search" id="wj-search-reports" autocomplete="off" spellcheck="false"></label>'
    )
    return f'<div class="wj-report-tools">{search}<div class="wj-views" role="group">{buttons}</div></div>'
