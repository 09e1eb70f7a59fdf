"""The library as the JSON of the catalogue: a pure function of the reports and of what could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from corpus.report import Report, Section


def entry(report: Report, passages: int) -> dict[str, Any]:
    """Return one report's catalogue entry; what the report does not say is None."""
    return {
        "report": report.id,
        "file": report.file,
        "title": report.title,
        "agency": report.agency,
        "issuer": report.issuer,
        "level": report.level,
        "region": report.region,
        "region_inferred": report.region_inferred,
        "year": report.year,
        "document_number": report.document_number,
        "issue_date": report.issue_date,
        "sections": [_section(section) for section in report.sections if section.heading],
        "statements": len(report.statements),
        "passages": passages,
    }


def catalogue(
    reports: Iterable[Report], unreadable: Iterable[tuple[str, str]], passages: Mapping[str, int]
) -> dict[str, Any]:
    """Return the catalogue, reports in the order of their files.

    :param reports: the reports held.
    :param unreadable: file and reason of every file that could not be read.
    :param passages: how many passages each report has, by report id; a report that is not named has none.
    """
    ordered = sorted(reports, key=lambda report: report.file)
    return {
        "reports": [entry(report, passages.get(report.id, 0)) for report in ordered],
        "unreadable": [{"file": file, "reason": reason} for file, reason in sorted(unreadable)],
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "heading": section.heading,
        "role": section.role,
        "level": section.level,
        "start": section.start,
        "end": section.end,
    }
