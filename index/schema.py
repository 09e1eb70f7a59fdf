"""The tables of the library and the way a report takes through them; ``library.py`` holds the connection.

One row per section, statement, clause, figure and passage, numbered within its parent, so that a report comes back
exactly equal to what was put in and anyone can look with any SQLite tool.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from corpus.report import Clause, Figure, Report, Section, Statement
from index.records import Passage

VERSION = "2"
"""Raise it when a table changes: an older library is rebuilt from the files."""

_PARTS = {
    "sections": "number, heading, path, role, level, start, end, own_end",
    "statements": "number, start, end, section, heading",
    "clauses": "statement, number, start, end, status, because",
    "figures": "statement, number, value, text, unit, approximate, counts, start, end",
    "passages": "number, id, section, start, end",
}
"""The tables that hang on a report, with their columns after ``report``."""

_REPORT = (
    "id, file, text, title, agency, issuer, level, region, region_inferred, year, document_number, issue_date, pages"
)

TABLES = """
CREATE TABLE manifest (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE reports (
    id TEXT PRIMARY KEY, file TEXT NOT NULL, text TEXT NOT NULL, title TEXT, agency TEXT NOT NULL, issuer TEXT,
    level TEXT NOT NULL, region TEXT, region_inferred INTEGER NOT NULL, year INTEGER, document_number TEXT,
    issue_date TEXT, pages TEXT NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE unreadable (
    file TEXT PRIMARY KEY, content TEXT, chinese TEXT NOT NULL, english TEXT NOT NULL, size INTEGER NOT NULL,
    modified INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE sections (
    report TEXT NOT NULL REFERENCES reports ON DELETE CASCADE, number INTEGER NOT NULL, heading TEXT NOT NULL,
    path TEXT NOT NULL, role TEXT NOT NULL, level INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
    own_end INTEGER NOT NULL, PRIMARY KEY (report, number)
) WITHOUT ROWID;
CREATE TABLE statements (
    report TEXT NOT NULL REFERENCES reports ON DELETE CASCADE, number INTEGER NOT NULL, start INTEGER NOT NULL,
    end INTEGER NOT NULL, section INTEGER NOT NULL, heading INTEGER NOT NULL, PRIMARY KEY (report, number)
) WITHOUT ROWID;
CREATE TABLE clauses (
    report TEXT NOT NULL REFERENCES reports ON DELETE CASCADE, statement INTEGER NOT NULL, number INTEGER NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, status TEXT NOT NULL, because TEXT NOT NULL,
    PRIMARY KEY (report, statement, number)
) WITHOUT ROWID;
CREATE TABLE figures (
    report TEXT NOT NULL REFERENCES reports ON DELETE CASCADE, statement INTEGER NOT NULL, number INTEGER NOT NULL,
    value REAL, text TEXT NOT NULL, unit TEXT NOT NULL, approximate INTEGER NOT NULL, counts TEXT NOT NULL,
    start INTEGER NOT NULL, end INTEGER NOT NULL, PRIMARY KEY (report, statement, number)
) WITHOUT ROWID;
CREATE TABLE passages (
    report TEXT NOT NULL REFERENCES reports ON DELETE CASCADE, number INTEGER NOT NULL, id TEXT NOT NULL UNIQUE,
    section INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL, PRIMARY KEY (report, number)
) WITHOUT ROWID;
"""

Rows = dict[str, list[tuple[Any, ...]]]


def insert(
    connection: sqlite3.Connection, report: Report, passages: Iterable[Passage], size: int, modified: int
) -> None:
    """Write one report with all its parts; the caller holds the transaction."""
    values = [getattr(report, column) for column in _REPORT.split(", ")[:-1]]
    values.append(json.dumps(report.pages))
    _insert(connection, "reports", f"{_REPORT}, size, modified", [(*values, size, modified)])
    for table, rows in _rows(report, passages).items():
        _insert(connection, table, f"report, {_PARTS[table]}", [(report.id, *row) for row in rows])


def select_reports(connection: sqlite3.Connection, ids: Iterable[str] | None = None) -> Iterator[Report]:
    """Yield whole reports in the order of their files, all of them or those with the given ids."""
    wanted = None if ids is None else list(ids)
    parts = {table: _parts(connection, table, wanted) for table in ("sections", "statements", "clauses", "figures")}
    for row in _select(connection, f"SELECT {_REPORT} FROM reports", "id", wanted, "file, id"):
        values = dict(zip(_REPORT.split(", "), row, strict=True))
        values["region_inferred"] = bool(values["region_inferred"])
        values["pages"] = tuple(json.loads(values["pages"]))
        yield Report(**values, sections=_sections(parts, row[0]), statements=_statements(parts, row[0]))


def select_passages(connection: sqlite3.Connection, ids: Iterable[str] | None = None) -> Iterator[Passage]:
    """Yield passages, of all reports or of those with the given ids; each report's own stay in reading order.

    The text is cut out of the report here: SQLite's ``substr`` would walk the text from its beginning each time.
    """
    wanted = None if ids is None else list(ids)
    texts = dict(_select(connection, "SELECT id, text FROM reports", "id", wanted, "id"))
    query = "SELECT id, report, section, start, end FROM passages"
    for key, report, section, start, end in _select(connection, query, "report", wanted, "report, number"):
        yield Passage(key, report, section, start, end, texts[report][start:end])


def _rows(report: Report, passages: Iterable[Passage]) -> Rows:
    rows: Rows = {table: [] for table in _PARTS}
    for number, part in enumerate(report.sections):
        path = json.dumps(part.path, ensure_ascii=False)
        span = (part.start, part.end, part.own_end)
        rows["sections"].append((number, part.heading, path, part.role, part.level, *span))
    for owner, statement in enumerate(report.statements):
        rows["statements"].append((owner, statement.start, statement.end, statement.section, statement.heading))
        for number, clause in enumerate(statement.clauses):
            rows["clauses"].append((owner, number, clause.start, clause.end, clause.status, clause.because))
        for number, figure in enumerate(statement.figures):
            words = (figure.value, figure.text, figure.unit, figure.approximate, figure.counts)
            rows["figures"].append((owner, number, *words, figure.start, figure.end))
    for number, passage in enumerate(passages):
        rows["passages"].append((number, passage.id, passage.section, passage.start, passage.end))
    return rows


def _insert(connection: sqlite3.Connection, table: str, columns: str, rows: list[tuple[Any, ...]]) -> None:
    marks = ", ".join("?" * (columns.count(",") + 1))
    connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows)


def _select(
    connection: sqlite3.Connection, query: str, key: str, ids: list[str] | None, order: str
) -> Iterator[tuple[Any, ...]]:
    if ids is None:
        yield from connection.execute(f"{query} ORDER BY {order}")
        return
    for one in ids:
        yield from connection.execute(f"{query} WHERE {key} = ? ORDER BY {order}", (one,))


def _parts(connection: sqlite3.Connection, table: str, ids: list[str] | None) -> dict[str, list[tuple[Any, ...]]]:
    found: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    order = "report, statement, number" if table in ("clauses", "figures") else "report, number"
    for row in _select(connection, f"SELECT report, {_PARTS[table]} FROM {table}", "report", ids, order):
        found[row[0]].append(row[1:])
    return found


def _sections(parts: dict[str, dict[str, list[tuple[Any, ...]]]], report: str) -> tuple[Section, ...]:
    return tuple(
        Section(heading, tuple(json.loads(path)), *rest)
        for _, heading, path, *rest in parts["sections"].get(report, ())
    )


def _statements(parts: dict[str, dict[str, list[tuple[Any, ...]]]], report: str) -> tuple[Statement, ...]:
    clauses: dict[int, list[Clause]] = defaultdict(list)
    for owner, _, *rest in parts["clauses"].get(report, ()):
        clauses[owner].append(Clause(*rest))
    figures: dict[int, list[Figure]] = defaultdict(list)
    for owner, _, value, text, unit, approximate, *rest in parts["figures"].get(report, ()):
        figures[owner].append(Figure(value, text, unit, bool(approximate), *rest))
    return tuple(
        Statement(start, end, section, bool(heading), tuple(clauses[number]), tuple(figures[number]))
        for number, start, end, section, heading in parts["statements"].get(report, ())
    )
