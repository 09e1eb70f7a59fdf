"""Figures of several things asked for at once: each on its own, since the figures of one are not those of another."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Answer
from assistant.citing import Citations, silent
from assistant.compose.answering import answer
from assistant.compose.figure import best_figures
from assistant.compose.figure_table import Placed, figure_table, placed
from assistant.compose.unstated import not_stated
from assistant.compose.wording import escape
from assistant.evidence import Evidence
from assistant.naming import dated_reports
from assistant.terms import is_term
from corpus.report import STATUSES
from index.topic import Topic


def named_choices(topic: Topic) -> tuple[Topic, ...]:
    """Return the alternatives of a topic that are terms of the glossary."""
    named = (one for one in topic.choices() if any(is_term(group.label) for group in one.groups))
    return tuple(
        Topic("、".join(group.label for group in one.groups if group.weight >= 1), one.groups) for one in named
    )


def compose_several_figures(evidence: Evidence) -> Answer:
    """Answer with a table for each thing: its figures, then where it stands without one; silence is of all together."""
    citations = Citations()
    english = evidence.question.language == "en"
    blocks: list[str] = []
    every: list[Placed] = []
    told: list[str] = []
    for topic in named_choices(evidence.question.topic):
        rows = _rows(evidence, topic, citations)
        every += rows
        with_number = len({one.report.id for one in rows if one.figure is not None})
        marks = "".join(f"[{one.finding.citation}]" for one in rows[:1])
        told.append(
            f"“{topic.text}”: {with_number} reports state a figure{marks}"
            if english
            else f"“{topic.text}”{with_number} 份写明数字{marks}"
        )
        table = (
            figure_table(rows, evidence.question.language)
            if rows
            else ("not mentioned" if english else "没有报告写到。")
        )
        blocks.append(f"**{escape(topic.text)}**\n\n{table}")
    if not any(one.figure is not None for one in every):
        return not_stated(evidence, [row for row in evidence.rows() if row.matches], Citations())
    total = len(evidence.scope)
    lead = f"Of {total} reports, {'; '.join(told)}." if english else f"核查 {total} 份报告：{'；'.join(told)}。"
    apart = (
        "These are different things; their figures are not added up."
        if english
        else "这几项不是一回事，数字分开列，不相加。"
    )
    spoken = {one.report.id for one in every}
    quiet = [report for report in evidence.scope if report.id not in spoken]
    names = dated_reports(quiet, evidence.question.language)
    silence = (f"Silent: {names}." if english else f"未提及：{names}。") if quiet else ""
    text = "\n\n".join(part for part in (lead, *blocks, apart, silence) if part)
    findings = [one.finding for one in every if one.figure is not None]
    findings += [one.finding for one in every if one.figure is None]
    return answer(
        evidence, "figure", text, citations, findings=findings, silent=[silent(report) for report in quiet],
        arranged=True,
    )  # fmt: skip


def _rows(evidence: Evidence, topic: Topic, citations: Citations) -> list[Placed]:
    """Return the figures that stand in sentences about one thing, then the sentences about it without a figure."""
    question = replace(
        evidence.question, topic=topic, message=topic.text, rest=topic.text, content=topic.text, named=True
    )  # fmt: skip
    own = replace(evidence, question=question)
    rows = sorted(
        (row for row in own.rows() if row.matches), key=lambda row: STATUSES.index(row.matches[0].status)
    )  # fmt: skip
    speaking = {(row.report.id, match.statement.start) for row in rows for match in row.matches}
    best = {
        identifier: several[0]
        for identifier, several in best_figures(own).items()
        if (identifier, several[0].statement.start) in speaking
    }
    found = [
        placed(citations, one.report, one.statement, one.clause, one.figure)
        for one in sorted(best.values(), key=lambda one: -one.score)
    ]
    found += [
        placed(citations, row.report, row.matches[0].statement, row.matches[0].clause, None)
        for row in rows
        if row.report.id not in best
    ]
    return [replace(one, finding=replace(one.finding, topic=topic.text)) for one in found]
