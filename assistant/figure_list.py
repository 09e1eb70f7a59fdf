"""Every figure of some reports as one list: looked through by words, unit and status, ordered by value within a unit.

Ordinals (第七个) count nothing and are left out, as is what stands in a report's back matter (共印20份). A value is never
set in order with one of another unit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.remembered import Remembered
from corpus.folding import fold
from corpus.report import STATUSES, Clause, Figure, Report, Section, Statement, Status
from index.records import Facets
from index.shadow import shadow

ORDERS = ("report", "largest", "smallest")
"""By agency and year, or by value where one unit is chosen."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A figure with the clause that says it, so with its status: a plan's target is no result.

    ``beside`` are the folded words that say what is counted, ``around`` those of its whole sentence.
    """

    report: Report
    statement: Statement
    clause: Clause
    figure: Figure
    beside: str
    around: str

    @property
    def status(self) -> Status:
        """What the clause claims."""
        return self.clause.status

    @property
    def section(self) -> Section:
        """The section in which the figure stands."""
        return self.report.sections[self.statement.section]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; all words must stand in the sentence. Empty values restrict nothing."""

    words: str = ""
    unit: str = ""
    statuses: tuple[Status, ...] = ()
    order: str = "report"


@dataclass(frozen=True, slots=True)
class Looked:
    """What was found: ``rows`` in order, of which the first ``named`` have the words beside the number itself.

    ``units`` counts over all units, ``statuses`` over all statuses: what the other choices would bring.
    """

    rows: tuple[Listed, ...]
    named: int
    units: tuple[tuple[str, int], ...]
    statuses: tuple[tuple[Status, int], ...]


_LISTED: Remembered[tuple[Listed, ...]] = Remembered(4)


def figures_of(reports: Sequence[Report]) -> tuple[Listed, ...]:
    """Return every figure of some reports, by agency, latest year first, in the order of the text."""
    return _LISTED.get(reports, None, lambda: tuple(_all(reports)))


def look(reports: Sequence[Report], facets: Facets, wanted: Wanted) -> Looked:
    """Return the figures that are wanted, of the reports and sections that the facets admit."""
    admitted = {report.id for report in reports if facets.admit(report)}
    words = fold(wanted.words).split()
    found = [
        one
        for one in figures_of(reports)
        if one.report.id in admitted
        and (not facets.roles or one.section.role in facets.roles)
        and (not facets.statuses or one.status in facets.statuses)
        and all(word in one.around for word in words)
    ]
    of_unit = [one for one in found if not wanted.unit or one.figure.unit == wanted.unit]
    of_status = [one for one in found if not wanted.statuses or one.status in wanted.statuses]
    rows = [one for one in of_unit if not wanted.statuses or one.status in wanted.statuses]
    named = [one for one in rows if all(word in one.beside for word in words)] if words else rows
    held = {id(one) for one in named}
    ordered = _ordered(named, wanted) + _ordered([one for one in rows if id(one) not in held], wanted)
    units = Counter(one.figure.unit for one in of_status)
    statuses = Counter(one.status for one in of_unit)
    return Looked(
        tuple(ordered),
        len(named),
        tuple(sorted(units.items(), key=lambda pair: (-pair[1], pair[0]))),
        tuple((status, statuses[status]) for status in STATUSES if statuses[status]),
    )


def one_unit(wanted: Wanted) -> Wanted:
    """Return what is wanted without an order by value where no unit is chosen."""
    return wanted if wanted.unit else replace(wanted, order="report")


def _ordered(rows: list[Listed], wanted: Wanted) -> list[Listed]:
    """Put rows of one unit in the order of their values; a range has none and comes last."""
    if not wanted.unit or wanted.order not in ("largest", "smallest"):
        return rows
    sign = -1 if wanted.order == "largest" else 1
    return sorted(rows, key=lambda one: (one.figure.value is None, sign * (one.figure.value or 0.0)))


def _all(reports: Sequence[Report]) -> list[Listed]:
    ordered = sorted(reports, key=lambda one: (one.agency, -(one.year or 0), one.file))
    return [row for report in ordered for row in _of(report)]


def _of(report: Report) -> list[Listed]:
    found = []
    folded = shadow(report)
    for number, statement in enumerate(report.statements):
        if not statement.figures or report.sections[statement.section].role == "back":
            continue
        around = folded.text[folded.starts[number] : folded.ends[number]]
        for figure in statement.figures:
            if figure.text.startswith("第"):
                continue
            clause = next((one for one in statement.clauses if one.start <= figure.start < one.end), None)
            beside = fold(figure.counts)
            found.append(Listed(report, statement, clause or statement.clauses[0], figure, beside, around))
    return found
