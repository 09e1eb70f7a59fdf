"""Everything held, in memory and unchanging: reports, passages, and what a facet needs to know of each passage.

A row is a passage's number on the shelf. A new shelf replaces the old one after a sync; whoever searches keeps the one
that was there at the start.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.report import ROLES, STATUSES, Report
from index.records import Facets, Passage

Mask = NDArray[np.bool_]

_STATUS_BIT = {status: 1 << number for number, status in enumerate(STATUSES)}
_ROLE_NUMBER = {role: number for number, role in enumerate(ROLES)}


@dataclass(frozen=True, slots=True)
class Shelf:
    """Reports in the order of their files, passages in the order of their reports."""

    reports: tuple[Report, ...]
    passages: tuple[Passage, ...]
    by_id: dict[str, Report]
    rows: dict[str, range]
    report_of: NDArray[np.int32]
    role_of: NDArray[np.int8]
    statuses_of: NDArray[np.uint8]
    heading_only: Mask

    def of(self, report: str) -> tuple[Passage, ...]:
        """Return the passages of a report; none of one that is not held."""
        rows = self.rows.get(report, range(0))
        return self.passages[rows.start : rows.stop]

    def allowed(self, facets: Facets) -> Mask:
        """Return which passages the facets admit: their report is in scope, and they have the role and a status."""
        allowed: Mask = np.ones(len(self.passages), dtype=np.bool_)
        if facets.chosen:
            allowed = np.array([facets.admit(report) for report in self.reports], dtype=np.bool_)[self.report_of]
        if facets.roles:
            allowed &= np.isin(self.role_of, [_ROLE_NUMBER[role] for role in facets.roles])
        if facets.statuses:
            wanted = sum(_STATUS_BIT[status] for status in set(facets.statuses))
            allowed &= (self.statuses_of & np.uint8(wanted)) > 0
        return allowed


def fill(reports: Iterable[Report], passages: Iterable[Passage]) -> Shelf:
    """Put reports and passages in their order; passages of reports that are not there are left out.

    :param reports: in any order.
    :param passages: those of one report in reading order.
    :return: the shelf.
    """
    ordered = tuple(sorted(reports, key=lambda report: (report.file, report.id)))
    grouped: dict[str, list[Passage]] = {report.id: [] for report in ordered}
    for passage in passages:
        if passage.report in grouped:
            grouped[passage.report].append(passage)
    rows: dict[str, range] = {}
    end = 0
    for report in ordered:
        rows[report.id] = range(end, end + len(grouped[report.id]))
        end = rows[report.id].stop
    facts = [fact for report in ordered for fact in _facts(report, grouped[report.id])]
    return Shelf(
        reports=ordered,
        passages=tuple(passage for report in ordered for passage in grouped[report.id]),
        by_id={report.id: report for report in ordered},
        rows=rows,
        report_of=np.repeat(np.arange(len(ordered), dtype=np.int32), [len(grouped[one.id]) for one in ordered]),
        role_of=np.array([role for role, _, _ in facts], dtype=np.int8),
        statuses_of=np.array([statuses for _, statuses, _ in facts], dtype=np.uint8),
        heading_only=np.array([bare for _, _, bare in facts], dtype=np.bool_),
    )


def _facts(report: Report, passages: Iterable[Passage]) -> Iterator[tuple[int, int, bool]]:
    """Yield role, statuses as bits, and whether it is headings alone, for each passage of a report."""
    at = 0
    for passage in passages:
        statuses, bare = 0, True
        while at < len(report.statements) and report.statements[at].end <= passage.start:
            at += 1
        for statement in report.statements[at:]:
            if statement.start >= passage.end:
                break
            bare &= statement.heading
            for clause in statement.clauses:
                statuses |= _STATUS_BIT[clause.status]
        yield _ROLE_NUMBER[report.sections[passage.section].role], statuses, bare
