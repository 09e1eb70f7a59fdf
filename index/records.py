"""What the index hands to its right neighbour: facets, passages, hits."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.report import Level, Report, Role, Status


@dataclass(frozen=True, slots=True)
class Facets:
    """What a question restricts itself to; an empty tuple means no restriction.

    ``agencies`` are canonical names, ``regions`` match a report's region or the beginning of its agency.
    ``roles`` and ``statuses`` restrict statements, the others restrict reports.
    """

    agencies: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    years: tuple[int, ...] = ()
    roles: tuple[Role, ...] = ()
    statuses: tuple[Status, ...] = ()

    @property
    def chosen(self) -> bool:
        """Whether reports are restricted at all."""
        return bool(self.agencies or self.regions or self.levels or self.years)

    def admit(self, report: Report) -> bool:
        """Tell whether a report is in scope, by its agency, region, level and year."""
        if not self.chosen:
            return True
        place = f"{report.region or ''} {report.agency}"
        return (
            (not self.agencies or report.agency in self.agencies)
            and (not self.regions or any(region in place for region in self.regions))
            and (not self.levels or report.level in self.levels)
            and (not self.years or report.year in self.years)
        )


@dataclass(frozen=True, slots=True)
class Passage:
    """Neighbouring statements of one section, the unit that is embedded.

    ``id`` is ``<report id>:<ordinal>``, ``section`` indexes ``Report.sections``, ``text`` is
    ``Report.text[start:end]``, at most 400 characters.
    """

    id: str
    report: str
    section: int
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with its rank (from 1) and score (higher is better, comparable within one query only)."""

    rank: int
    score: float
    passage: Passage
