"""Render the library tab: what is held with its identity, what could not be read and why, and the start screen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from assistant.page.safe import escape
from assistant.page.words import LEVEL, both, pair
from corpus.report import Report

COLUMNS = ("agency", "level", "covered", "title", "number", "issued", "file")
EXAMPLES_SHOWN = 6
"""Example questions on the start screen: what fits a phone above the input."""


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


def loading(progress: tuple[int, int, str] | None) -> str:
    """Return how far reading has come, with the file at hand."""
    if progress is None or not progress[1]:
        return f'<p class="wj-loading">{both("loading")}</p>'
    done, total, file = progress
    said = pair(
        f"正在读取第 {min(done + 1, total)} / {total} 份报告：", f"Reading report {min(done + 1, total)} of {total}: "
    )
    return f'<p class="wj-loading">{said}{escape(file)}</p>'


def empty() -> str:
    """Return what the page says while the library holds nothing."""
    return f'<div class="wj-empty"><h2>{both("empty_title")}</h2><p>{both("empty_body")}</p></div>'


def start(chinese: Sequence[str], english: Sequence[str]) -> str:
    """Return the example questions of both languages as buttons."""
    html = ""
    for language, questions in (("zh", chinese), ("en", english)):
        for text in questions[:EXAMPLES_SHOWN]:
            html += f'<button type="button" class="wj-ask {language}">{escape(text)}</button>'
    return f'<h2>{both("examples")}</h2><div class="wj-asks">{html}</div>' if html else ""


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
