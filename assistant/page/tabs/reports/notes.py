"""Tell how a report was read: what of its identity was inferred and how, and what to be careful of.

What is inferred is found by looking where the report says it, so that the note holds whatever rule read it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.agency import place_of
from corpus.dates import years_of
from corpus.report import Report

SHORT = 400
"""Characters: the shortest report that was seen is three times as long; less is a notice, or a file cut short."""

HEAD_LINES = 6
"""Lines of the beginning in which title and red head stand."""

LATE_YEARS = 2
"""A report is issued in the year after the one that it covers, seldom later."""


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to know about how a report was read.

    ``field`` names what of the identity was inferred. ``grave`` is what can make an answer miss or misplace the report.
    """

    chinese: str
    english: str
    field: str = ""
    grave: bool = False


def notes(report: Report, twins: int = 0) -> tuple[Note, ...]:
    """Return what is to be said of how a report was read, grave things first.

    :param report: the report.
    :param twins: how many other reports of its agency and year the library holds.
    :return: the notes; none where all was found as a report should have it.
    """
    found = [*_agency(report), *_year(report), *_text(report), *_missing(report), *_dates(report)]
    if twins:
        found.append(Note(f"同一机关同一年度另有 {twins} 份", f"{twins} more of the same agency and year"))
    return tuple(sorted(found, key=lambda note: not note.grave))


def _agency(report: Report) -> Iterator[Note]:
    if report.issuer is None or not (report.agency in report.text or report.agency in re.sub(r"\s+", "", report.text)):
        yield Note("机关没有认出，取自文件名", "Agency not recognised, taken from the file's name", "agency", True)
    elif place_of(report.agency) == report.agency:
        yield Note("只写了地名，没有写机关", "Only the place is named, no office", "agency")
    elif report.agency not in re.sub(r"\s+", "", "".join(_head(report))) and report.agency not in (report.title or ""):
        yield Note("标题未写机关，取自正文或落款", "Agency not in the title, taken from the text or its end", "agency")
    if report.level == "other":
        yield Note("从机关名称判断不出层级", "The agency's name does not tell its level", "level")


def _year(report: Report) -> Iterator[Note]:
    if report.year is None:
        yield Note(
            "没有认出报告年度，按年度筛选时找不到它", "No covered year: a filter by year leaves it out", "", True
        )
        return
    if report.year in years_of(report.title or "") or report.year in years_of("\n".join(_head(report))):
        return
    issued = int(report.issue_date[:4]) if report.issue_date else None
    stated = report.year in years_of(_before(report))
    if not stated and any(report.year + 1 in years_of(section.heading) for section in report.sections):
        yield Note("未写年度，按下年度的计划推断", "Year inferred from the plan for the next one", "year", True)
    elif not stated and issued == report.year + 1:
        yield Note("未写年度，按印发日期的上一年推断", "Year inferred as the one before the issue date", "year", True)
    else:
        yield Note("标题未写年度，取自正文", "Year not in the title, taken from the text", "year")


def _text(report: Report) -> Iterator[Note]:
    numbered = [section for section in report.sections if section.level > 0]
    if not numbered:
        yield Note(
            "没有认出章节，不能按章节筛选", "No sections recognised: a filter by section leaves it out", "", True
        )
    elif all(section.role in ("other", "front", "back") for section in numbered):
        yield Note("没有认出章节的性质", "The kind of its sections was not recognised", "", True)
    if unknown := report.text.count("\ufffd"):
        yield Note(f"有 {unknown} 个字无法识别", f"{unknown} characters are unknown", "", True)
    if len(report.text) < SHORT:
        yield Note(f"全文只有 {len(report.text)} 字，可能不完整", f"Only {len(report.text)} characters long", "", True)
    if not any(statement.figures for statement in report.statements):
        yield Note("没有读到数字", "No figures were found")


def _missing(report: Report) -> Iterator[Note]:
    if report.title is None:
        yield Note("没有认出标题", "No title")
    if report.document_number is None:
        yield Note("没有文号", "No document number")
    if report.issue_date is None:
        yield Note("没有印发日期", "No issue date")


def _dates(report: Report) -> Iterator[Note]:
    if report.year is None or report.issue_date is None:
        return
    late = int(report.issue_date[:4]) - report.year
    if late < 0:
        yield Note("印发日期早于报告年度，请核对", "Issued before the year that it covers: please check", "", True)
    elif late > LATE_YEARS:
        yield Note(f"印发比报告年度晚 {late} 年，请核对", f"Issued {late} years after the year it covers: please check")


def _head(report: Report) -> list[str]:
    """Return the first lines, down to the first section."""
    lines = [line for line in _front(report).split("\n") if line.strip()]
    return [line for line in lines[:HEAD_LINES] if len(line) <= SHORT]


def _front(report: Report) -> str:
    first = next((section for section in report.sections if section.level > 0), None)
    return report.text[: first.start if first else len(report.text)]


def _before(report: Report) -> str:
    """Return what stands before the first section, with its heading."""
    first = next((section for section in report.sections if section.level > 0), None)
    return _front(report) + (first.heading if first else "")
