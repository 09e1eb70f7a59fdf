"""The figure directly at the words of a topic, for a report whose sentence is less like the question than others'.

Used where other reports have already shown what kind of number is asked for; never to answer alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.counted import said_of
from assistant.figure_fit import alike
from assistant.figures import Candidate
from corpus.report import Figure, Report
from index.census import Match, Row

_MARKS = re.compile("[，；。：！？]")
_LACKING = re.compile(r"没|未|不|超|缺|退回|差")
REACH = 1
"""Marks between the topic's words and its number at most: 办业务培训3期，245人次参加."""


def beside_topic(rows: Sequence[Row], units: set[str]) -> dict[str, list[Candidate]]:
    """Return report id → the nearest figure of a unit like those asked for, for the reports that have one."""
    found: dict[str, list[Candidate]] = {}
    for row in rows:
        options = [
            (distance, -place, figure, match)
            for place, match in enumerate(row.matches)
            if match.status in ("done", "mentioned") and not match.otherwise
            for figure in match.statement.figures
            if any(alike(unit, figure.unit) for unit in units)
            for distance in _distance(row.report, match, figure)
        ]
        if options:
            _, _, figure, match = min(options, key=lambda one: (one[0], -one[1], one[2].start))
            clause = next(c for c in match.statement.clauses if figure.start < c.end)
            found[row.report.id] = [Candidate(0.0, row.report, match.statement, clause, figure)]
    return found


def _distance(report: Report, match: Match, figure: Figure) -> Iterator[int]:
    """Yield how many marks stand between the topic's words and a figure, where that figure may be the topic's."""
    if figure.end <= match.start:
        between = report.text[figure.end : match.start]
        far = bool(_MARKS.search(between))
    else:
        between = report.text[match.end : figure.start]
        far = len(_MARKS.findall(between)) > REACH or "；" in between
    said = said_of(report, match.statement, figure)
    if not far and not said.former and not said.change and not _LACKING.search(figure.counts):
        yield len(_MARKS.findall(between))
