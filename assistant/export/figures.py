"""Write a list of figures as CSV: who, which year, what is counted, how much, and the sentence with its place."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence

from assistant.export.csv import BOM, cell
from assistant.export.words import said
from assistant.figure_list import Listed
from assistant.naming import ROLE, pick, status_word
from assistant.question import Language

COLUMNS = (
    "agency", "year", "counts", "value", "unit", "figure", "about", "section", "role", "status", "quote",
    "file", "start", "end",
)  # fmt: skip
ROLE_HEAD = ("章节性质", "Kind of section")


def figures_csv(rows: Sequence[Listed], language: Language = "zh") -> bytes:
    """Return the figures in UTF-8 with a mark for spreadsheets, in the order given."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([pick(ROLE_HEAD, language) if name == "role" else said(name, language) for name in COLUMNS])
    for one in rows:
        writer.writerow([cell(value) for value in _row(one, language)])
    return (BOM + out.getvalue()).encode("utf-8")


def _row(one: Listed, language: Language) -> tuple[str | int | float, ...]:
    report, statement, figure = one.report, one.statement, one.figure
    value: str | int | float = ""
    if figure.value is not None:
        value = int(figure.value) if figure.value % 1 == 0 else figure.value
    return (
        report.agency, report.year or "", figure.counts, value, figure.unit, figure.text,
        said("yes", language) if figure.approximate else "", " › ".join(part for part in one.section.path if part),
        pick(ROLE[one.section.role], language), status_word(one.status, language), report.quote(statement), report.file,
        statement.start, statement.end,
    )  # fmt: skip
