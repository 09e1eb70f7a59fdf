"""Topics × reports: in each cell the strongest status of the topic in the report, with its citation.

A topic is read as a question reads it: synonyms, everyday words, and the same thing in other words count alike. What
was found of a topic is kept while the reports stay the same, so that a table of many topics costs each of them once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from assistant.answer import Citation, Finding
from assistant.citing import Citations
from assistant.compose.census import findings_of
from assistant.evidence import Evidence, gather
from assistant.question import Question
from assistant.remembered import Remembered
from assistant.retrieval import Searching
from assistant.topics import content_of, is_named, topic_of
from corpus.report import Report
from index.census import Row
from index.records import Facets
from index.topic import Topic

SHORTEST = 4
"""Characters from which a topic may be read by its meaning; a shorter one is a word, and meant as it stands."""

KEPT = 40
"""Topics whose rows are kept: two tables of the longest kind, with some taken out and put back."""


@dataclass(frozen=True, slots=True)
class Column:
    """A topic over the reports in scope: what it was taken for, a row for each report, and who speaks of it elsewhere.

    No rows where no topic could be read out of the words.
    """

    topic: Topic
    rows: tuple[Row, ...]
    outside: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cell:
    """All that one report says of one topic: the findings, strongest first, with their citations.

    ``status`` is ``silent`` or ``elsewhere`` where there is no finding within the choice; what stands ``elsewhere`` is
    among the findings then.
    """

    topic: str
    report: Report
    status: str
    findings: tuple[Finding, ...]
    citations: tuple[Citation, ...]


_COLUMNS: Remembered[Column] = Remembered(KEPT)


def matrix(topics: Sequence[str], reports: Sequence[Report], facets: Facets, index: Searching) -> dict[str, Any]:
    """Return ``{"topics", "read", "terms", "reports", "cells", "citations"}``, one cell for every topic and report.

    A cell is ``silent`` without a citation where the report does not speak of the topic at all, ``elsewhere`` where it
    does, but not in the sections or with the status asked for. ``read`` tells the term each topic was taken for,
    ``terms`` the words that prove it.
    """
    scope = [report for report in reports if facets.admit(report)]
    citations = Citations()
    cells: list[dict[str, Any]] = []
    read: dict[str, str] = {}
    terms: dict[str, list[str]] = {}
    for text in dict.fromkeys(topics):
        column = _column(text, reports, facets, index)
        read[text] = column.topic.text
        terms[text] = list(column.topic.terms())
        cells += [_cell(text, row, column, citations) for row in column.rows]
    return {
        "topics": list(dict.fromkeys(topics)),
        "read": read,
        "terms": terms,
        "reports": [
            {"report": one.id, "file": one.file, "agency": one.agency, "year": one.year, "level": one.level}
            for one in scope
        ],
        "cells": cells,
        "citations": [_cited(one) for one in citations.all()],
    }


def cell_of(text: str, report: str, reports: Sequence[Report], facets: Facets, index: Searching) -> Cell | None:
    """Return all that a report says of a topic; None where the report is not in scope or the topic cannot be read."""
    column = _column(text, reports, facets, index)
    row = next((row for row in column.rows if row.report.id == report), None)
    if row is None:
        return None
    citations = Citations()
    status = "silent"
    if not row.matches and report in column.outside:
        status = "elsewhere"
        anywhere = _column(text, reports, replace(facets, roles=(), statuses=()), index)
        row = next(one for one in anywhere.rows if one.report.id == report)
    findings = tuple(findings_of([row], citations)) if row.matches else ()
    if findings and status != "elsewhere":
        status = findings[0].status
    return Cell(column.topic.text, row.report, status, findings, citations.all())


def _column(text: str, reports: Sequence[Report], facets: Facets, index: Searching) -> Column:
    return _COLUMNS.get(reports, (id(index), text, facets), lambda: _read(text, reports, facets, index))


def _read(text: str, reports: Sequence[Report], facets: Facets, index: Searching) -> Column:
    evidence = _evidence(text, reports, facets, index)
    topic = evidence.question.topic
    if not topic.groups:
        return Column(topic, (), frozenset())
    _, elsewhere = evidence.narrowed()
    return Column(topic, evidence.rows(), frozenset(report.id for report in elsewhere))


def _evidence(text: str, reports: Sequence[Report], facets: Facets, index: Searching) -> Evidence:
    """Gather what a topic stands for, as a census of it would."""
    topic = topic_of(text)
    question = Question(
        message=text, language="zh", kind="census", content=content_of(text), topic=topic, rest=text,
        named=is_named(topic),
    )  # fmt: skip
    evidence = gather(question, facets, tuple(reports), index)
    return replace(evidence, question=question) if len(text) < SHORTEST else evidence


def _cited(citation: Citation) -> dict[str, Any]:
    """Return a citation's JSON form; ``asdict`` would copy each of thousands deeply."""
    held = {field.name: getattr(citation, field.name) for field in fields(Citation)}
    return {**held, "section": list(citation.section)}


def _cell(text: str, row: Row, column: Column, citations: Citations) -> dict[str, Any]:
    status = "elsewhere" if row.report.id in column.outside else "silent"
    cell: dict[str, Any] = {"topic": text, "report": row.report.id, "status": status, "citation": None}
    if row.matches:
        found = findings_of([row], citations)[0]
        cell |= {"status": found.status, "citation": found.citation, "because": found.because}
        cell["otherwise"] = found.otherwise
    return cell
