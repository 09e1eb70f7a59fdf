"""Render the tab 报告库: what is held with its identity, and what could not be read and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from assistant.page.desk import Library
from assistant.page.safe import escape
from assistant.page.start import empty
from assistant.page.words import LEVEL, both, pair
from corpus.report import Report
from index.records import Facets

COLUMNS = ("agency", "level", "covered", "title", "number", "issued", "file")


def render(held: Library, facets: Facets, asked: Mapping[str, str]) -> str:
    """Return the tab over the reports that the facets admit."""
    return library([report for report in held.reports if facets.admit(report)], held.unreadable)


def library(reports: Sequence[Report], unreadable: Sequence[tuple[str, str]]) -> str:
    """Return the library as HTML; an empty one says what to put where."""
    if not reports:
        return empty() + refused(unreadable)
    agencies = len({report.agency for report in reports})
    count = pair(
        f"共 {len(reports)} 份报告，{agencies} 家机关；点一行打开原文。",
        f"{len(reports)} reports of {agencies} agencies; a row opens its text.",
    )
    head = "".join(f'<th scope="col">{both(name)}</th>' for name in COLUMNS)
    ordered = sorted(reports, key=lambda report: (report.agency, -(report.year or 0), report.file))
    rows = "".join(_row(report) for report in ordered)
    table = f'<div class="wj-table"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
    return f'<p class="wj-count-line">{count}</p>{table}{refused(unreadable)}'


def refused(unreadable: Sequence[tuple[str, str]]) -> str:
    """Return the files that could not be read, each with its reason; nothing where there is none."""
    if not unreadable:
        return ""
    head = f'<th scope="col">{both("file")}</th><th scope="col">{both("reason")}</th>'
    rows = "".join(
        f"<tr><td>{escape(file)}</td><td>{escape(reason.removeprefix(PurePosixPath(file).name + '：'))}</td></tr>"
        for file, reason in unreadable
    )
    title = f'<h2 class="wj-refused">{both("unreadable")} · {len(unreadable)}</h2>'
    return f'{title}<div class="wj-table"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _row(report: Report) -> str:
    none = f'<span class="wj-none">{both("not_stated")}</span>'
    inferred = f" <small>({both('inferred')})</small>" if report.region_inferred else ""
    region = f"<small>{escape(report.region)}{inferred}</small>" if report.region else ""
    name = f'<button type="button" class="wj-open" data-report="{escape(report.id)}">{escape(report.agency)}</button>'
    cells = (
        f"{name}{region}",
        pair(*LEVEL[report.level]),
        str(report.year) if report.year else none,
        escape(report.title) if report.title else none,
        escape(report.document_number) if report.document_number else none,
        escape(report.issue_date) if report.issue_date else none,
        escape(report.file),
    )
    body = "".join(f'<td class="wj-c-{column}">{cell}</td>' for column, cell in zip(COLUMNS, cells, strict=True))
    return f'<tr data-report="{escape(report.id)}">{body}</tr>'
