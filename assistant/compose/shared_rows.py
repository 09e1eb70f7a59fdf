"""What whole reports can be compared by where no topic is named: their parts, and the terms they share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.naming import ROLE, pick
from assistant.question import Language
from assistant.terms import Concept, glossary
from corpus.report import Clause, Report, Role, Statement
from index.census import census
from index.records import Facets
from index.shadow import shadow
from index.topic import Topic, spans

PARTS: tuple[Role, ...] = ("work", "problem", "plan", "suggestion", "judgment")
TERMS = 8
"""Rows of shared terms; those of different status come first, then the ones spoken of least, which tell most."""
Cell = Sequence[tuple[Statement, Clause]]


def shared_parts(
    reports: Sequence[Report], roles: Sequence[Role], language: Language
) -> Iterator[tuple[str, list[Cell]]]:
    """Yield label and cells of every part that some report has: its headings below the first, else its sentences."""
    for role in roles or PARTS:
        cells = [_points(report, role) for report in reports]
        if any(cells):
            yield pick(ROLE[role], language), cells


def _points(report: Report, role: Role) -> Cell:
    chosen = {number for number, section in enumerate(report.sections) if section.role == role}
    inside = [one for one in report.statements if one.section in chosen]
    headings = [one for one in inside if one.heading and report.sections[one.section].level > 1]
    return [(one, one.clauses[0]) for one in headings or [one for one in inside if not one.heading]]


def shared_terms(reports: Sequence[Report], facets: Facets) -> list[tuple[Concept, list[Cell]]]:
    """Return the terms that all the reports speak of, with the strongest statement of each."""
    found: list[tuple[bool, int, Concept, list[Cell]]] = []
    for concept in glossary():
        group = concept.group()
        if not all(next(spans(group, shadow(report).text), None) for report in reports):
            continue
        rows = census(reports, Topic(concept.term, (group,)), facets)
        if len(rows) == len(reports) and all(row.matches for row in rows):
            statuses = {row.matches[0].status for row in rows}
            cells: list[Cell] = [[(row.matches[0].statement, row.matches[0].clause)] for row in rows]
            found.append((len(statuses) == 1, sum(len(row.matches) for row in rows), concept, cells))
    found.sort(key=lambda one: one[:2])
    chosen: list[tuple[Concept, list[Cell]]] = []
    told: set[tuple[int, ...]] = set()
    for _, _, concept, cells in found:
        quotes = tuple(cell[0][0].start for cell in cells)
        if quotes not in told and len(chosen) < TERMS:
            told.add(quotes)
            chosen.append((concept, cells))
    return chosen
