"""A topic over every report in scope: which statements speak of it, by which clause, and which reports are silent.

Nothing is ranked and nothing is left out: the rows of a census are the reports in scope, one each, in order.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from corpus.folding import Folded, fold_with_offsets
from corpus.report import STATUSES, Clause, Report, Statement, Status
from index.records import Facets
from index.topic import PROVEN, PROVEN_WEAK, SHORT, Topic, cuts_a_word, spans

SHADOWS = 20_000
"""Folded reports kept in memory; a report's shadow costs about 25 kB."""


@dataclass(frozen=True, slots=True)
class Match:
    """A statement that speaks of the topic. ``clause`` is the one that carries the topic and so the status.

    ``share`` is the weight of the topic's groups found, 1 for all. ``start`` and ``end`` span the words that matched,
    in ``Report.text``. ``otherwise`` tells that the words are not the topic's own but mean the same.
    """

    statement: Statement
    clause: Clause
    share: float
    start: int
    end: int
    otherwise: bool = False

    @property
    def status(self) -> Status:
        """What the clause claims of the topic."""
        return self.clause.status


@dataclass(frozen=True, slots=True)
class Row:
    """One report of a census with its matches, strongest status first; none when the report is silent."""

    report: Report
    matches: tuple[Match, ...]


def census(reports: Iterable[Report], topic: Topic, facets: Facets) -> tuple[Row, ...]:
    """Look for a topic in every report that the facets admit.

    Roles and statuses among the facets restrict the statements that count. A heading counts only where no statement
    of its section does.
    """
    return tuple(Row(report, _matches(report, topic, facets)) for report in reports if facets.admit(report))


def _matches(report: Report, topic: Topic, facets: Facets) -> tuple[Match, ...]:
    best: dict[int, Match] = {}
    for choice in topic.choices():
        for index, match in _choice_matches(report, choice):
            held = best.get(index)
            if held is None or _strength(match) < _strength(held):
                best[index] = match
    found = [match for match in best.values() if _wanted(report, match, facets)]
    bodies = {match.statement.section for match in found if not match.statement.heading}
    found = [match for match in found if not match.statement.heading or not _answered_below(report, match, bodies)]
    return tuple(sorted(found, key=lambda match: (*_strength(match), match.statement.start)))


def _choice_matches(report: Report, topic: Topic) -> list[tuple[int, Match]]:
    folded = shadow(report)
    starts = [statement.start for statement in report.statements]
    placed: dict[int, dict[int, list[tuple[int, int]]]] = {}
    for number, group in enumerate(topic.groups):
        for start, end in spans(group, folded.text):
            if end - start <= SHORT and cuts_a_word(folded.text, start, end):
                continue
            first, last = folded.source_span(start, end)
            index = bisect_right(starts, first) - 1
            if index >= 0 and last <= report.statements[index].end:
                placed.setdefault(index, {}).setdefault(number, []).append((first, last))
    weights = topic.weights()
    proven = PROVEN if any(group.weight >= 1 for group in topic.groups) else PROVEN_WEAK
    found = []
    for index, groups in placed.items():
        share = sum(weights[number] for number in groups)
        if share >= proven:
            heaviest = max(groups, key=lambda number: (weights[number], -number))
            found.append((index, _carrying(report.statements[index], groups[heaviest], share)))
    return found


def _carrying(statement: Statement, places: list[tuple[int, int]], share: float) -> Match:
    """Choose the clause that carries the topic: of all places, the one of the strongest status."""
    options = []
    for first, last in places:
        clause = next((c for c in statement.clauses if c.start <= last - 1 < c.end), statement.clauses[-1])
        options.append(Match(statement, clause, share, first, last))
    return min(options, key=_strength)


def _strength(match: Match) -> tuple[int, bool]:
    return STATUSES.index(match.status), match.statement.heading


def _wanted(report: Report, match: Match, facets: Facets) -> bool:
    role = report.sections[match.statement.section].role
    return (not facets.roles or role in facets.roles) and (not facets.statuses or match.status in facets.statuses)


def _answered_below(report: Report, heading: Match, bodies: set[int]) -> bool:
    """Tell whether a statement of the heading's section, subsections included, speaks of the topic too."""
    section = report.sections[heading.statement.section]
    return any(section.start <= report.sections[index].start < section.end for index in bodies)


@lru_cache(maxsize=SHADOWS)
def _folded(identifier: str, text: str) -> Folded:
    return fold_with_offsets(text)


def shadow(report: Report) -> Folded:
    """Return a report's folded text; kept, since every question needs it."""
    return _folded(report.id, report.text)
