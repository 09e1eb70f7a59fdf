"""Write findings as CSV for a spreadsheet: a row for each finding, each silent report, each answer without either."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from assistant.answer import Citation, Finding
from assistant.export.numbered import Exchange
from assistant.export.printable import printable
from assistant.export.words import joined, said
from assistant.naming import status_word
from assistant.question import Language

BOM = "\ufeff"
"""What makes a spreadsheet read UTF-8 as such."""

COLUMNS = (
    "asked", "agency", "year", "topic", "status", "because", "figure", "value", "unit", "about", "counts", "quote",
    "number", "document", "section", "page", "file", "start", "end", "note",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""What makes a spreadsheet take a cell for a formula; the full-width ones count in East Asian settings."""

Row = dict[str, str | int | float]


def findings_csv(exchanges: Sequence[Exchange]) -> bytes:
    """Return the rows with their quotes, in UTF-8 with a mark for spreadsheets."""
    language: Language = exchanges[0].answer.language if exchanges else "zh"
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([said(column, language) for column in COLUMNS])
    for exchange in exchanges:
        for row in _rows(exchange):
            writer.writerow([cell(row.get(column, "")) for column in COLUMNS])
    return (BOM + out.getvalue()).encode("utf-8")


def cell(value: object) -> str:
    """Return a cell's text; what a spreadsheet would take for a formula gets an apostrophe before it.

    >>> cell("=1+1"), cell("听证"), cell(-2)
    ("'=1+1", '听证', '-2')
    """
    text = str(value) if isinstance(value, int | float) else printable(str(value))
    return f"'{text}" if text.startswith(_FORMULA) and isinstance(value, str) else text


def _rows(exchange: Exchange) -> Iterator[Row]:
    answer = exchange.answer
    language = answer.language
    start: Row = {"asked": exchange.question}
    cited = {one.number: one for one in answer.citations}
    for finding in answer.findings:
        held = cited[finding.citation]
        row = {**start, **_finding(finding, language), **_place(held)}
        if not held.report:
            row["note"] = f"{row['note']}{said('stale', language)}"
        yield row
    for quiet in answer.silent:
        unsaid: Row = {"agency": quiet.agency, "year": quiet.year or "", "file": quiet.file}
        status = said("partly" if quiet.lacks else "silent", language)
        yield {**start, **unsaid, "status": status, "note": joined(quiet.lacks, language)}
    if not answer.findings and not answer.silent:
        yield {**start, "note": answer.reason or answer.text}


def _finding(finding: Finding, language: Language) -> Row:
    row: Row = {
        "agency": finding.agency,
        "year": finding.year or "",
        "topic": finding.topic,
        "status": status_word(finding.status, language),
        "because": finding.because,
        "quote": finding.quote,
        "note": said("otherwise", language) if finding.otherwise else "",
    }
    if finding.figure is not None:
        held = finding.figure
        row |= {"figure": held.text, "unit": held.unit, "counts": held.counts}
        row["value"] = "" if held.value is None else int(held.value) if held.value % 1 == 0 else held.value
        row["about"] = said("yes", language) if held.approximate else ""
    return row


def _place(held: Citation) -> Row:
    return {
        "number": held.number,
        "document": held.title or "",
        "section": " › ".join(part for part in held.section if part),
        "page": held.page or "",
        "file": held.file,
        "start": held.start,
        "end": held.end,
    }
