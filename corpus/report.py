"""The vocabulary of everything to the right: a report and its parts, as frozen records.

All offsets count characters of ``Report.text`` and are half open. Nothing here reads a file or judges a sentence.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

Level = Literal["province", "city", "county", "town", "other"]
Role = Literal["duty", "work", "problem", "plan", "judgment", "suggestion", "other", "front", "back"]
Status = Literal["done", "rules", "planned", "problem", "suggested", "nil", "mentioned"]

LEVELS: tuple[Level, ...] = ("province", "city", "county", "town", "other")
ROLES: tuple[Role, ...] = ("duty", "work", "problem", "plan", "judgment", "suggestion", "other", "front", "back")
STATUSES: tuple[Status, ...] = ("done", "rules", "planned", "problem", "suggested", "nil", "mentioned")
"""Strongest first: the first one that a statement proves is the report's status for a topic."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with what it counts.

    ``value`` is the number in plain units (5万余 is 50000), None where the words give no number. ``text`` is number
    and unit as written, without white space. ``counts`` are the words beside it that say what was counted.
    """

    value: float | None
    text: str
    unit: str
    approximate: bool
    counts: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Clause:
    """The part of a statement that carries one status; ``because`` holds the words that decided it."""

    start: int
    end: int
    status: Status
    because: str


@dataclass(frozen=True, slots=True)
class Statement:
    """One sentence, the unit of quotation: ``text[start:end]`` is the quote, without white space at its ends.

    ``section`` is an index into ``Report.sections``. ``heading`` marks the sentence that is its section's heading.
    The clauses tile the statement.
    """

    start: int
    end: int
    section: int
    heading: bool
    clauses: tuple[Clause, ...]
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its span and its role.

    ``path`` lists the headings from the outermost down to this one. ``level`` is the depth, 1 for the outermost, 0 for
    front and back matter, whose heading is empty. ``end`` includes the subsections, ``own_end`` stops where the first
    of them begins.
    """

    heading: str
    path: tuple[str, ...]
    role: Role
    level: int
    start: int
    end: int
    own_end: int


@dataclass(frozen=True, slots=True)
class Report:
    """One published document of one agency for one covered year.

    ``id`` depends on the file's content alone. ``file`` is relative to the folder of reports, with ``/``. What the
    report does not say is None; ``issue_date`` is ISO. ``pages`` are the offsets where the pages of the file begin, the
    first of them 0; empty where the file has none.
    """

    id: str
    file: str
    text: str
    title: str | None
    agency: str
    issuer: str | None
    level: Level
    region: str | None
    region_inferred: bool
    year: int | None
    document_number: str | None
    issue_date: str | None
    sections: tuple[Section, ...]
    statements: tuple[Statement, ...]
    pages: tuple[int, ...] = ()

    def quote(self, statement: Statement) -> str:
        """Return the exact characters of a statement."""
        return self.text[statement.start : statement.end]

    def page(self, offset: int) -> int | None:
        """Return the page of the file on which a character stands, counted from 1; None where the file has no pages."""
        return bisect_right(self.pages, offset) or None
