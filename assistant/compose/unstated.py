"""Silence about what is asked of a subject: the reports speak of it, with the quotes, but do not state that."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer
from assistant.citing import Citations, silent
from assistant.compose.answering import answer
from assistant.compose.silence import topic_absent
from assistant.compose.wording import bullet
from assistant.evidence import Evidence
from assistant.naming import dated_reports
from assistant.question import Question
from corpus.report import STATUSES
from index.census import Row

_MEASURE = re.compile(r"(?:率|量|数)$")
"""A topic that is itself a measure: where it is missing, the subject is still there and the number is not stated."""


def _subject(question: Question) -> str:
    if question.topic.text and (question.named or question.meant):
        return f"“{question.topic.text}”"
    return "this" if question.language == "en" else "此事"


def not_stated(evidence: Evidence, rows: Sequence[Row], citations: Citations, wanted: str = "") -> Answer:
    """Say that the subject is there but not what is asked, with the quote; or that nothing speaks of it.

    :param wanted: what is asked of the subject; a number unless told.
    """
    question = evidence.question
    english = question.language == "en"
    if not rows:
        if question.topic.groups and not _MEASURE.search(question.topic.text):
            return topic_absent(evidence, evidence.scope, citations)
        if not question.topic.groups:
            text = (
                "The question names no subject to look for."
                if english
                else "没有读出要查的事项，请写明要查哪一项数字。"
            )
            return answer(
                evidence, "figure", text, citations, outcome="not_in_reports", reason_kind="weak", reason=text
            )
        scope = evidence.scope
        who = dated_reports(scope, question.language)
        if len(scope) > 1:
            who = "The reports in scope" if english else f"范围内的 {len(scope)} 份报告"
        do_not = "does not" if len(scope) == 1 else "do not"
        said = f" {do_not} state “{question.topic.text}”." if english else f"没有写明“{question.topic.text}”。"
        text = f"{who}{said}"
        return answer(
            evidence, "figure", text, citations, outcome="not_in_reports", reason_kind="not_stated", reason=text,
            silent=[silent(report) for report in evidence.scope],
        )  # fmt: skip
    rows = sorted(rows, key=lambda row: STATUSES.index(row.matches[0].status))
    findings = [citations.finding(row.report, row.matches[0].statement, row.matches[0].clause) for row in rows]
    spoken = {found.report for found in findings}
    quiet = [report for report in evidence.scope if report.id not in spoken]
    marks = "".join(f"[{found.citation}]" for found in findings[:6])
    subject = _subject(question)
    reason = (
        f"The reports speak of {subject}, but the {wanted or 'figure'} asked for is not stated{marks}."
        if english
        else f"报告提到{subject}，但没有写明所问的{wanted or '数字'}{marks}。"
    )
    lines = "\n".join(
        bullet(evidence.report(found.report), found, question.language, question.topic.terms()) for found in findings
    )
    return answer(
        evidence,
        "figure",
        f"{reason}\n\n{lines}",
        citations,
        outcome="not_in_reports",
        reason_kind="not_stated",
        reason=re.sub(r"\[\d+\]", "", reason),
        findings=findings,
        silent=[silent(report) for report in quiet],
    )
