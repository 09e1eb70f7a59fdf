"""The same thing counted in several years of one agency, where it can be compared, and where it cannot, why not.

Only what was done is set side by side, in one unit and by the words of ``same_count``. Two figures of one year that
would both fit are no clear match and are left out. One year is no series, and nothing is said of what it may become.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, groupby
from typing import Literal

from assistant.figure_list import Listed, figures_of
from assistant.remembered import Remembered
from assistant.same_count import ALIKE, Counted, counted, same
from corpus.report import Report

Why = Literal["unit", "apart", "status"]


@dataclass(frozen=True, slots=True)
class Series:
    """Figures of one agency that count the same thing, one for each of two or more years, earliest first."""

    agency: str
    figures: tuple[Listed, ...]

    def step(self, number: int) -> Decimal | None:
        """Return by how much a figure is more than the one before; None where either is approximate or a range."""
        before, after = self.figures[number - 1].figure, self.figures[number].figure
        if before.approximate or after.approximate or before.value is None or after.value is None:
            return None
        return Decimal(str(after.value)) - Decimal(str(before.value))


@dataclass(frozen=True, slots=True)
class Unlike:
    """Two figures of one agency that look alike and are not to be compared: another unit, qualifier or status."""

    agency: str
    earlier: Listed
    later: Listed
    why: Why


@dataclass(frozen=True, slots=True)
class OverYears:
    """What can be compared, what cannot, and the agencies with one year only (their number)."""

    series: tuple[Series, ...]
    unlike: tuple[Unlike, ...]
    single: int


_KEPT: Remembered[OverYears] = Remembered(4)


def over_years(reports: Sequence[Report]) -> OverYears:
    """Return every agency's figures that stand in several of its years."""
    return _KEPT.get(reports, None, lambda: _over_years(reports))


def _over_years(reports: Sequence[Report]) -> OverYears:
    series: list[Series] = []
    unlike: list[Unlike] = []
    single = 0
    for agency, rows in groupby(figures_of(reports), key=lambda one: one.report.agency):
        dated = [one for one in rows if one.report.year]
        if len({one.report.year for one in dated}) < 2:
            single += 1
            continue
        found = [(one, counted(one.report, one.statement, one.figure)) for one in dated]
        own = list(_series(agency, found))
        series += own
        taken = {id(one) for row in own for one in row.figures}
        unlike += _unlike(agency, [pair for pair in found if id(pair[0]) not in taken])
    return OverYears(tuple(series), tuple(unlike), single)


def _series(agency: str, found: Sequence[tuple[Listed, Counted]]) -> Iterator[Series]:
    done = [pair for pair in found if pair[0].status == "done"]
    done.sort(key=lambda pair: (pair[0].report.year or 0, pair[0].report.file, pair[0].figure.start))
    taken: set[int] = set()
    for base, counts in done:
        if id(base) in taken:
            continue
        alike = [one for one, other in done if id(one) not in taken and (one is base or same(counts, other))]
        chosen = [members[0] for _, members in _by_year(alike) if len({one.figure.value for one in members}) == 1]
        if base in chosen and len(chosen) > 1:
            taken |= {id(one) for one in alike}
            yield Series(agency, tuple(chosen))


def _by_year(rows: Sequence[Listed]) -> Iterator[tuple[int, list[Listed]]]:
    for year, members in groupby(rows, key=lambda one: one.report.year or 0):
        yield year, list(members)


def _unlike(agency: str, found: Sequence[tuple[Listed, Counted]]) -> Iterator[Unlike]:
    """Yield each pair of different years whose words agree and which still do not count the same, once a figure."""
    told: set[int] = set()
    ordered = sorted(found, key=lambda pair: (pair[0].report.year or 0, pair[0].figure.start))
    for (one, first), (other, second) in combinations(ordered, 2):
        if one.report.year == other.report.year or id(one) in told or id(other) in told:
            continue
        why = _why(one, first, other, second)
        if why is not None:
            told |= {id(one), id(other)}
            yield Unlike(agency, one, other, why)


def _why(one: Listed, first: Counted, other: Listed, second: Counted) -> Why | None:
    words, others = _without(first), _without(second)
    if len(words & others) <= ALIKE * len(words | others):
        return None
    if first.apart != second.apart:
        return "apart" if first.unit == second.unit else None
    if first.unit != second.unit:
        return "unit"
    return "status" if (one.status == "done") != (other.status == "done") else None


def _without(counts: Counted) -> frozenset[str]:
    """Return the words without those that set apart, so that what differs in these alone is found to be alike."""
    return frozenset(word for word in counts.words if not any(mark in word for mark in counts.apart))
