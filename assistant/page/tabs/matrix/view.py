"""What the tab is asked to show of a matrix: its topics, which reports, in what order and groups."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from assistant.page.tabs.matrix.words import STATES
from assistant.spread import spread
from corpus.report import LEVELS, Report

Grouping = Literal["level", "year", "none"]
GROUPINGS: tuple[Grouping, ...] = ("level", "year", "none")

BEGUN_WITH = 8
"""Topics that the table begins with: what fits a screen of 1280."""
MOST_TOPICS = 20
LONGEST_TOPIC = 100
ROWS = 100
"""Reports shown at first; a larger table takes the browser longer than the server."""


@dataclass(frozen=True, slots=True)
class View:
    """What is shown. ``begun`` tells that nobody has chosen the topics; ``offered`` are further ones of the library.

    ``statuses`` keeps the rows that have one of them, ``differ`` those whose topics are not all of one status, ``sort``
    is the topic by whose status the rows are put together, or empty.
    """

    topics: tuple[str, ...]
    begun: bool
    offered: tuple[str, ...]
    group: Grouping
    statuses: tuple[str, ...]
    differ: bool
    sort: str
    rows: int


@dataclass(frozen=True, slots=True)
class Line:
    """A report's row: the entry of the matrix, and a cell for each topic, None where the topic could not be read."""

    report: Mapping[str, Any]
    cells: tuple[Mapping[str, Any] | None, ...]


def view(asked: Mapping[str, str], reports: Sequence[Report]) -> View:
    """Read what the script asked for; anything odd counts as not asked."""
    known = tuple(one.term for one in spread(reports))
    topics = _topics(asked.get("topics"))
    chosen = known[:BEGUN_WITH] if topics is None else topics
    group = asked.get("group", "")
    statuses = tuple(status for status in STATES if status in asked.get("status", "").split(","))
    sort, rows = asked.get("sort", ""), asked.get("rows", "")
    return View(
        topics=chosen,
        begun=topics is None,
        offered=tuple(term for term in known if term not in chosen),
        group=_group(group, reports),
        statuses=statuses,
        differ=asked.get("differ") == "1",
        sort=sort if sort in chosen else "",
        rows=int(rows) if rows.isascii() and rows.isdigit() and len(rows) < 7 else ROWS,
    )


def lines(matrix: Mapping[str, Any]) -> list[Line]:
    """Return a row for each report of a matrix."""
    cells = {(cell["topic"], cell["report"]): cell for cell in matrix["cells"]}
    return [
        Line(report, tuple(cells.get((topic, report["report"])) for topic in matrix["topics"]))
        for report in matrix["reports"]
    ]


def kept(rows: Sequence[Line], chosen: View) -> list[Line]:
    """Return the rows that the view wants."""
    return [row for row in rows if _wanted(row, chosen)]


def groups(rows: Sequence[Line], chosen: View) -> Iterator[tuple[str, list[Line]]]:
    """Put the rows in order and yield each group: its level, year, or status of the topic sorted by; empty for none."""
    ordered = sorted(rows, key=lambda row: (row.report["agency"], -(row.report["year"] or 0), row.report["file"]))
    if not chosen.sort and chosen.group == "none":
        yield "", ordered
        return
    members: dict[str, list[Line]] = {}
    for row in ordered:
        members.setdefault(_key(row, chosen), []).append(row)
    years = sorted((name for name in members if name.isdigit()), reverse=True)
    for name in (*STATES, *LEVELS, *years, ""):
        if name in members:
            yield name, members[name]


def _key(row: Line, chosen: View) -> str:
    if chosen.sort:
        cell = row.cells[chosen.topics.index(chosen.sort)]
        return str(cell["status"]) if cell else ""
    return str(row.report["year"] or 0) if chosen.group == "year" else str(row.report["level"])


def _wanted(row: Line, chosen: View) -> bool:
    found = [cell["status"] for cell in row.cells if cell]
    if chosen.statuses and not any(status in chosen.statuses for status in found):
        return False
    return not chosen.differ or len(set(found)) > 1


def _topics(text: str | None) -> tuple[str, ...] | None:
    """Read the list of topics; None where none was given."""
    try:
        found = json.loads(text) if text else None
    except ValueError:
        return None
    if not isinstance(found, list):
        return None
    words = (" ".join(str(one).split())[:LONGEST_TOPIC] for one in found[: 4 * MOST_TOPICS])
    return tuple(dict.fromkeys(word for word in words if word))[:MOST_TOPICS]


def _group(asked: str, reports: Sequence[Report]) -> Grouping:
    for grouping in GROUPINGS:
        if asked == grouping:
            return grouping
    if len({report.level for report in reports}) > 1:
        return "level"
    return "year" if len({report.year for report in reports}) > 1 else "none"
