"""Give each column of the table: how a report is ordered by it, and how its cell reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from assistant.page.safe import escape
from assistant.page.tabs.reports.notes import Note, notes
from assistant.page.tabs.reports.words import both
from assistant.page.words import LEVEL, pair
from corpus.report import LEVELS, Report

FORMATS = {"docx": "Word", "pdf": "PDF", "html": "HTML", "htm": "HTML", "md": "MD", "txt": "TXT"}


MOST_KNOWN = 5000
"""Rows that are kept between two looks at the tab, some 2 kB each."""


@dataclass(frozen=True)
class Row:
    """One report of the table; ``twins`` are the other reports of its agency and year."""

    report: Report
    twins: int = 0

    @cached_property
    def notes(self) -> tuple[Note, ...]:
        """What is to be said of how it was read."""
        return notes(self.report, self.twins)

    @cached_property
    def figures(self) -> int:
        """How many figures were read."""
        return sum(len(statement.figures) for statement in self.report.statements)

    @property
    def format(self) -> str:
        """The kind of its file, by the name that people know it by."""
        suffix = PurePosixPath(self.report.file).suffix.lstrip(".").lower()
        return FORMATS.get(suffix, suffix.upper())

    @cached_property
    def html(self) -> str:
        """The row of the table."""
        cells = "".join(f'<td class="wj-c-{column.key}">{column.cell(self)}</td>' for column in COLUMNS)
        return f'<tr data-report="{escape(self.report.id)}">{cells}</tr>'

    def inferred(self, field: str) -> bool:
        """Tell whether a part of the identity was inferred."""
        return any(note.field == field for note in self.notes)


Value = str | int | None


@dataclass(frozen=True, slots=True)
class Column:
    """``value`` orders the rows, those without one last either way; ``falling``: the first click shows the largest."""

    key: str
    value: Callable[[Row], Value]
    cell: Callable[[Row], str]
    falling: bool = False


_KNOWN: dict[tuple[str, str], Row] = {}


def rows(reports: Iterable[Report]) -> list[Row]:
    """Return the rows in the usual order: agency, newest year first."""
    held = list(reports)
    same = Counter((report.agency, report.year) for report in held)
    made = [_row(report, same[report.agency, report.year] - 1 if report.year else 0) for report in held]
    return sorted(made, key=lambda row: (by_sound(row.report.agency), -(row.report.year or 0), row.report.file))


def _row(report: Report, twins: int) -> Row:
    """Return a report's row, the same one as long as nothing of it changes: of 300 the making takes a tenth second."""
    key = report.id, report.file
    row = _KNOWN.get(key)
    if row is None or row.report is not report or row.twins != twins:
        if len(_KNOWN) >= MOST_KNOWN:
            _KNOWN.clear()
        row = _KNOWN[key] = Row(report, twins)
    return row


def ordered(made: list[Row], column: Column, falling: bool) -> list[Row]:
    """Return the rows in the order of a column; equal ones stay as they were."""
    valued = [(value, row) for row in made if (value := column.value(row)) is not None]
    valued.sort(key=lambda pair: pair[0], reverse=falling)
    return [row for _, row in valued] + [row for row in made if column.value(row) is None]


def by_sound(text: str) -> str:
    """Return what orders Chinese names as a reader looks for them: the national code sorts usual characters by sound.

    >>> sorted(["中", "安", "白"], key=by_sound)
    ['安', '白', '中']
    """
    return text.encode("gb18030", "replace").decode("latin-1")


def _named(text: str | None) -> Value:
    return None if text is None else by_sound(text)


def _stated(text: str | None) -> str:
    return escape(text) if text else f'<span class="wj-none">{both("none")}</span>'


def _mark(row: Row, field: str) -> str:
    return f' <small class="wj-guess">{both("inferred")}</small>' if row.inferred(field) else ""


def _agency(row: Row) -> str:
    report = row.report
    button = f'<button type="button" class="wj-open" data-report="{escape(report.id)}">{escape(report.agency)}</button>'
    region = report.region if report.region and not report.agency.startswith(report.region) else None
    return button + _mark(row, "agency") + (f"<small>{escape(region)}</small>" if region else "")


def _title(row: Row) -> str:
    title = escape(row.report.title) if row.report.title else f'<span class="wj-untitled">{both("none")}</span>'
    return f'{title}<small class="wj-file">{escape(row.report.file)}</small>'


def _year(row: Row) -> str:
    return (str(row.report.year) if row.report.year else _stated(None)) + _mark(row, "year")


def _format(row: Row) -> str:
    pages = len(row.report.pages)
    counted = pair(f"{pages} 页", f"{pages} {'page' if pages == 1 else 'pages'}") if pages else both("no_pages")
    return f"{escape(row.format)}<small>{counted}</small>"


def _characters(row: Row) -> str:
    return f"{len(row.report.text):,}{_unit('字', 'characters')}"


def _figures(row: Row) -> str:
    return f"{row.figures:,}{_unit('个数字', 'figures')}"


def _unit(chinese: str, english: str) -> str:
    """Return what is counted, for where there is no head above it."""
    return f'<small class="wj-unit"> {pair(chinese, english)}</small>'


def _notes(row: Row) -> str:
    if not row.notes:
        return f'<span class="wj-fine">{both("no_notes")}</span>'
    kinds = ("", ' class="wj-grave"')
    items = "".join(f"<li{kinds[note.grave]}>{pair(note.chinese, note.english)}</li>" for note in row.notes)
    return f"<ul>{items}</ul>"


def _troubles(row: Row) -> int:
    """Count the notes, a grave one above all that are not."""
    return sum(100 if note.grave else 1 for note in row.notes)


COLUMNS: tuple[Column, ...] = (
    Column("agency", lambda row: by_sound(row.report.agency), _agency),
    Column("year", lambda row: row.report.year, _year, True),
    Column("level", lambda row: LEVELS.index(row.report.level), lambda row: pair(*LEVEL[row.report.level])),
    Column("title", lambda row: _named(row.report.title), _title),
    Column("number", lambda row: _named(row.report.document_number), lambda row: _stated(row.report.document_number)),
    Column("issued", lambda row: row.report.issue_date, lambda row: _stated(row.report.issue_date), True),
    Column("format", lambda row: row.format, _format),
    Column("characters", lambda row: len(row.report.text), _characters, True),
    Column("figures", lambda row: row.figures, _figures, True),
    Column("notes", _troubles, _notes, True),
)
"""In the order of the table."""

WITHIN: dict[str, tuple[Column, ...]] = {
    "title": (Column("file", lambda row: by_sound(row.report.file), _title),),
    "format": (Column("pages", lambda row: len(row.report.pages) or None, _format, True),),
}
"""What stands in the cell of another column and can be ordered by all the same."""

SORTABLE = {column.key: column for one in COLUMNS for column in (one, *WITHIN.get(one.key, ()))}
