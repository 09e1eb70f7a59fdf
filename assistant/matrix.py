"""Topics × reports: in each cell the strongest status of the topic in the report, with its citation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from assistant.citing import Citations
from assistant.compose.census import findings_of
from assistant.topics import topic_of
from corpus.report import Report
from index.census import census
from index.records import Facets


def matrix(topics: Sequence[str], reports: Sequence[Report], facets: Facets) -> dict[str, Any]:
    """Return ``{"topics", "reports", "cells", "citations"}``; a silent cell has the status ``silent``, no citation."""
    scope = [report for report in reports if facets.admit(report)]
    citations = Citations()
    cells = []
    for text in topics:
        for row in census(scope, topic_of(text), facets):
            cell: dict[str, Any] = {"topic": text, "report": row.report.id, "status": "silent", "citation": None}
            if row.matches:
                found = findings_of([row], citations)[0]
                cell |= {"status": found.status, "citation": found.citation, "because": found.because}
            cells.append(cell)
    return {
        "topics": list(topics),
        "reports": [{"report": one.id, "file": one.file, "agency": one.agency, "year": one.year} for one in scope],
        "cells": cells,
        "citations": [{**asdict(one), "section": list(one.section)} for one in citations.all()],
    }
