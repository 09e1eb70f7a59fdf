"""Silence about a detail: the subject is there, what was asked of it is not; the words on the subject are shown."""

from __future__ import annotations

from assistant.answer import Answer
from assistant.citing import Citations
from assistant.closest import closest_rows
from assistant.compose.unstated import not_stated
from assistant.details import PERSONS, Detail, detail_asked
from assistant.evidence import Evidence
from assistant.naming import pick
from index.census import Row

KINDS = ("census", "figure", "passages", "section")


def lacking_detail(evidence: Evidence) -> Answer | None:
    """Return the answer that a detail is not stated; None where none is asked for, or some statement has it.

    Of a few reports the statements that come closest are read; of more, all that name the topic.
    """
    question = evidence.question
    detail = detail_asked(question.message)
    if detail is None and len(question.facets.agencies) == 1 and PERSONS.asked.search(question.said()):
        detail = PERSONS
    if detail is None or question.kind not in KINDS:
        return None
    rows = closest_rows(evidence) or (
        [row for row in evidence.rows() if row.matches] if any(g.weight >= 1 for g in question.topic.groups) else []
    )
    if not rows or _stated(detail, rows):
        return None
    return not_stated(evidence, rows, Citations(), pick((detail.chinese, detail.english), question.language))


def _stated(detail: Detail, rows: list[Row]) -> bool:
    return any(detail.stated.search(row.report.quote(match.statement)) for row in rows for match in row.matches)
