"""Topics × reports: in each cell the strongest status of the topic in the report, with its citation.

A topic is read as a question reads it: synonyms, everyday words, and the same thing in other words count alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Any

from assistant.citing import Citations
from assistant.compose.census import findings_of
from assistant.evidence import Evidence, gather
from assistant.question import Question
from assistant.retrieval import Searching
from assistant.topics import content_of, is_named, topic_of
from corpus.report import Report
from index.records import Facets

SHORTEST = 4
"""Characters from which a topic may be read by its meaning; a shorter one is a word, and meant as it stands."""


def matrix(topics: Sequence[str], reports: Sequence[Report], facets: Facets, index: Searching) -> dict[str, Any]:
    """Return ``{"topics", "read", "reports", "cells", "citations"}``, one cell for every topic and report.

    A cell is ``silent`` without a citation where the report does not speak of the topic at all, ``elsewhere`` where it
    does, but not in the sections or with the status asked for. ``read`` tells the term each topic was taken for.
    """
    scope = [report for report in reports if facets.admit(report)]
    citations = Citations()
    cells: list[dict[str, Any]] = []
    read: dict[str, str] = {}
    for text in dict.fromkeys(topics):
        evidence = _evidence(text, reports, facets, index)
        read[text] = evidence.question.topic.text
        cells += _cells(text, evidence, citations)
    return {
        "topics": list(dict.fromkeys(topics)),
        "read": read,
        "reports": [
            {"report": one.id, "file": one.file, "agency": one.agency, "year": one.year, "level": one.level}
            for one in scope
        ],
        "cells": cells,
        "citations": [{**asdict(one), "section": list(one.section)} for one in citations.all()],
    }


def _evidence(text: str, reports: Sequence[Report], facets: Facets, index: Searching) -> Evidence:
    """Gather what a topic stands for, as a census of it would."""
    topic = topic_of(text)
    question = Question(
        message=text, language="zh", kind="census", content=content_of(text), topic=topic, rest=text,
        named=is_named(topic),
    )  # fmt: skip
    evidence = gather(question, facets, tuple(reports), index)
    return replace(evidence, question=question) if len(text) < SHORTEST else evidence


def _cells(text: str, evidence: Evidence, citations: Citations) -> list[dict[str, Any]]:
    _, elsewhere = evidence.narrowed()
    outside = {report.id for report in elsewhere}
    cells = []
    for row in evidence.rows() if evidence.question.topic.groups else ():
        status = "elsewhere" if row.report.id in outside else "silent"
        cell: dict[str, Any] = {"topic": text, "report": row.report.id, "status": status, "citation": None}
        if row.matches:
            found = findings_of([row], citations)[0]
            cell |= {"status": found.status, "citation": found.citation, "because": found.because}
            cell["otherwise"] = found.otherwise
        cells.append(cell)
    return cells
