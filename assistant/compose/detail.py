"""Silence about a detail: the subject is there, what was asked of it is not; the words on the subject are shown."""

from __future__ import annotations

from assistant.answer import Answer
from assistant.citing import Citations
from assistant.compose.figure import not_stated
from assistant.details import detail_asked
from assistant.evidence import Evidence

KINDS = ("census", "figure", "passages", "section")


def lacking_detail(evidence: Evidence) -> Answer | None:
    """Return the answer that a detail is not stated; None where none is asked for, or some statement has it."""
    question = evidence.question
    detail = detail_asked(question.message)
    if detail is None or question.kind not in KINDS or not any(g.weight >= 1 for g in question.topic.groups):
        return None
    rows = [row for row in evidence.rows() if row.matches]
    if not rows or any(
        detail.stated.search(row.report.quote(match.statement)) for row in rows for match in row.matches
    ):
        return None
    wanted = detail.english if question.language == "en" else detail.chinese
    return not_stated(evidence, rows, Citations(), wanted)
