"""A topic over every report in scope: which statements speak of it, by which clause, and which reports are silent.

Nothing is ranked and nothing is left out: the rows of a census are the reports in scope, one each, in order. Over many
reports the patterns run only on the statements in which ``positions.py`` finds all pieces of a term; what they find is
the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from corpus.report import STATUSES, Clause, Report, Statement, Status
from index.positions import Positions, covering
from index.records import Facets
from index.shadow import Shadow, shadow
from index.topic import PROVEN, PROVEN_WEAK, SHORT, Group, Topic, cuts_a_word, pattern, pieces

MANY = 64
"""Reports from which places are looked up; fewer are read through as fast, and need no memory for it."""
_ROUNDING = 1e-9
_RANK = {status: rank for rank, status in enumerate(STATUSES)}

Candidates = dict[str, Sequence[int]]
"""Report id → the numbers of the statements in which a choice of the topic may be proven."""


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
    scope = tuple(report for report in reports if facets.admit(report)) if facets.chosen else tuple(reports)
    choices = [_choice(one) for one in topic.choices()]
    if len(scope) < MANY:
        return tuple(Row(report, _matches(report, choices, facets)) for report in scope)
    found = [_candidates(scope, one) for one in choices]
    silent = _silent(scope)
    rows = list(silent.rows)
    for identifier in set().union(*found):
        for place in silent.places[identifier]:
            among = [one.get(identifier, ()) for one in found]
            rows[place] = Row(scope[place], _matches(scope[place], choices, facets, among))
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class _Silent:
    """The rows of some reports as if all were silent, and at which places each id stands."""

    reports: tuple[Report, ...]
    rows: tuple[Row, ...]
    places: dict[str, list[int]]


_last: _Silent | None = None


def _silent(scope: tuple[Report, ...]) -> _Silent:
    """Return the silent rows of some reports; those of the reports asked about last are kept."""
    global _last
    held = _last
    if held is None or held.reports is not scope:
        places: dict[str, list[int]] = {}
        for place, report in enumerate(scope):
            places.setdefault(report.id, []).append(place)
        held = _last = _Silent(scope, tuple(Row(report, ()) for report in scope), places)
    return held


@dataclass(frozen=True, slots=True)
class _Choice:
    """A topic, or one of several, ready to be looked for: its groups with pattern and weight, and what proves it."""

    groups: tuple[Group, ...]
    patterns: tuple[re.Pattern[str], ...]
    weights: tuple[float, ...]
    least: float


def _choice(topic: Topic) -> _Choice:
    least = PROVEN if any(group.weight >= 1 for group in topic.groups) else PROVEN_WEAK
    return _Choice(topic.groups, tuple(map(pattern, topic.groups)), topic.weights(), least)


def holding(word: str, reports: Sequence[Report]) -> int:
    """Return in how many reports a word stands."""
    if len(reports) < MANY:
        return sum(word in shadow(report).text for report in reports)
    return sum(int(mask[part.holding(word)].sum()) for part, mask in covering(reports))


def _candidates(scope: Sequence[Report], choice: _Choice) -> Candidates:
    found: Candidates = {}
    for part, mask in covering(scope):
        share = np.zeros(len(part.report_of))
        for group, weight in zip(choice.groups, choice.weights, strict=True):
            share[standing(part, group)] += weight
        numbers = np.flatnonzero((share >= choice.least - _ROUNDING) & mask[part.report_of])
        owners = part.report_of[numbers]
        local = (numbers - part.first_statement[owners]).tolist()
        for owner, own in groupby(zip(owners.tolist(), local, strict=True), itemgetter(0)):
            found[part.reports[owner].id] = [number for _, number in own]
    return found


def standing(part: Positions, group: Group) -> NDArray[np.bool_]:
    """Tell for every statement whether all pieces of any term of a group stand there."""
    held = np.zeros(len(part.report_of), dtype=np.bool_)
    for term in pieces(group):
        numbers = part.statements(term[0])
        for piece in term[1:]:
            numbers = np.intersect1d(numbers, part.statements(piece), assume_unique=True) if len(numbers) else numbers
        held[numbers] = True
    return held


def _matches(
    report: Report, choices: Sequence[_Choice], facets: Facets, among: Sequence[Sequence[int]] | None = None
) -> tuple[Match, ...]:
    best: dict[int, Match] = {}
    for number, choice in enumerate(choices):
        for index, match in _choice_matches(report, choice, None if among is None else among[number]):
            held = best.get(index)
            if held is None or _strength(match) < _strength(held):
                best[index] = match
    found = list(best.values())
    if facets.roles or facets.statuses:
        found = [match for match in found if _wanted(report, match, facets)]
    if len(found) > 1:
        if any(match.statement.heading for match in found):
            bodies = {match.statement.section for match in found if not match.statement.heading}
            found = [one for one in found if not one.statement.heading or not _answered_below(report, one, bodies)]
        found.sort(key=lambda match: (*_strength(match), match.statement.start))
    return tuple(found)


def _choice_matches(report: Report, choice: _Choice, among: Sequence[int] | None) -> Iterator[tuple[int, Match]]:
    """Yield the statements that prove a topic.

    :param among: the only statements that can; None for all.
    """
    folded = shadow(report)
    weights = choice.weights
    numbered = list(enumerate(choice.patterns))
    if among is None:
        among = range(len(report.statements))
        numbered = [(number, one) for number, one in numbered if one.search(folded.text)]
    for index in among if numbered else ():
        placed = {number: places for number, one in numbered if (places := _places(folded, index, one))}
        share = sum(weights[number] for number in placed)
        if placed and share >= choice.least:
            heaviest = max(placed, key=lambda number: (weights[number], -number)) if len(placed) > 1 else min(placed)
            yield index, _carrying(report.statements[index], placed[heaviest], share)


def _places(folded: Shadow, index: int, terms: re.Pattern[str]) -> list[tuple[int, int]]:
    """Return where a group's terms stand in a statement, in the report's own offsets."""
    text, places = folded.text, []
    for found in terms.finditer(text, folded.starts[index], folded.ends[index]):
        start, end = found.span()
        if end - start > SHORT or not cuts_a_word(text, start, end):
            places.append(folded.source_span(start, end))
    return places


def _carrying(statement: Statement, places: list[tuple[int, int]], share: float) -> Match:
    """Choose the clause that carries the topic: of all places, the one of the strongest status."""
    clauses = statement.clauses
    if len(clauses) == 1:
        return Match(statement, clauses[0], share, *places[0])
    options = []
    for first, last in places:
        clause = next((c for c in clauses if c.start <= last - 1 < c.end), clauses[-1])
        options.append(Match(statement, clause, share, first, last))
    return min(options, key=_strength)


def _strength(match: Match) -> tuple[int, bool]:
    return _RANK[match.clause.status], match.statement.heading


def _wanted(report: Report, match: Match, facets: Facets) -> bool:
    role = report.sections[match.statement.section].role
    return (not facets.roles or role in facets.roles) and (not facets.statuses or match.status in facets.statuses)


def _answered_below(report: Report, heading: Match, bodies: set[int]) -> bool:
    """Tell whether a statement of the heading's section, subsections included, speaks of the topic too."""
    section = report.sections[heading.statement.section]
    return any(section.start <= report.sections[index].start < section.end for index in bodies)
