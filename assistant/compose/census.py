"""A census: every report in scope with its strongest status for the topic, or among the silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from assistant.answer import Answer, Finding
from assistant.citing import Citations, silent
from assistant.compose.answering import answer
from assistant.compose.grouped import grouped_census
from assistant.compose.passages import in_passages
from assistant.compose.silence import only_elsewhere, spoken_elsewhere, topic_absent
from assistant.compose.wording import bullet
from assistant.evidence import Evidence
from assistant.naming import dated_reports, status_word
from assistant.question import Language, Question
from corpus.report import STATUSES, Report, Status
from index.census import Match, Row

PER_STATUS = 3
"""Further rows of one status that a report shows; a whole report is one click away."""
LINES = 200
"""Rows of one status in the text; a longer list is read in the findings, which hold every report."""
MARKS = 6
"""Citation marks beside a count of the leading sentence; every finding has its own below."""


def compose_census(evidence: Evidence) -> Answer:
    """Account for every report in scope."""
    if not evidence.question.topic.groups:
        from assistant.compose.passages import compose_passages

        return compose_passages(evidence)
    evidence, elsewhere = evidence.narrowed()
    rows = evidence.rows()
    spoken = [row for row in rows if row.matches]
    quiet = [row.report for row in rows if not row.matches]
    citations = Citations()
    if not spoken:
        if elsewhere:
            return only_elsewhere(evidence, quiet, elsewhere)
        return in_passages(evidence) or topic_absent(evidence, quiet, citations)
    findings = findings_of(spoken, citations)
    near = evidence.near(quiet, citations)
    by = evidence.question.grouping
    arranged = by is not None and by != "status"
    body = (
        grouped_census(evidence, by, findings, quiet)
        if by is not None and arranged
        else (*_groups(evidence, findings), _silence(evidence.question, quiet))
    )
    text = "\n\n".join(
        part
        for part in (
            lead(evidence.question, spoken, quiet, findings),
            *body,
            spoken_elsewhere(evidence.question, elsewhere),
        )
        if part
    )
    return answer(
        evidence,
        "census",
        text,
        citations,
        findings=findings,
        silent=[silent(report) for report in quiet],
        near=near,
        arranged=arranged,
    )


def findings_of(rows: Sequence[Row], citations: Citations) -> list[Finding]:
    """Return one row per report, strongest status first, then what else the reports say of the topic."""
    ordered = sorted(rows, key=lambda row: STATUSES.index(row.matches[0].status))
    chosen = [(row.report, _best(row)) for row in ordered]
    further = [
        (row.report, match)
        for row, (_, best) in zip(ordered, chosen, strict=True)
        if len(row.matches) > 1
        for match in _further(row, best)
    ]
    further.sort(key=lambda pair: STATUSES.index(pair[1].status))
    return [
        citations.finding(report, match.statement, match.clause, otherwise=match.otherwise)
        for report, match in (*chosen, *further)
    ]


def _best(row: Row) -> Match:
    """Return the match that carries a report's strongest status: one with a figure, else the first."""
    if len(row.matches) == 1:
        return row.matches[0]
    strongest = [match for match in row.matches if match.status == row.matches[0].status]
    return max(strongest, key=lambda match: (not match.statement.heading, match.share, _counted(match)))


def _counted(match: Match) -> bool:
    clause = match.clause
    return any(clause.start <= figure.start < clause.end for figure in match.statement.figures)


def _further(row: Row, best: Match) -> list[Match]:
    taken: Counter[Status] = Counter()
    rest = []
    for match in row.matches:
        taken[match.status] += 1
        if match is not best and taken[match.status] <= PER_STATUS:
            rest.append(match)
    return rest


def lead(question: Question, spoken: Sequence[Row], quiet: Sequence[Report], findings: Sequence[Finding]) -> str:
    """Return the sentence that answers, with the counts; they add up to the reports searched."""
    language = question.language
    total = len(spoken) + len(quiet)
    strongest = Counter(row.matches[0].status for row in spoken)
    marks = _marks(findings[: len(spoken)])
    counted = [(status, strongest[status], marks[status]) for status in STATUSES if strongest[status]]
    if question.complement and quiet:
        return _silent_first(question, total, counted, quiet)
    if language == "en":
        parts = [f"{count} {status_word(status, 'en')} {mark}" for status, count, mark in counted]
        if not strongest["done"]:
            parts.insert(0, "none states it was done")
        if quiet:
            parts.append(f"{len(quiet)} silent")
        read = " (read by meaning)" if question.meant else ""
        return f"Checked {total} reports for “{question.topic.text}”{read}: {'; '.join(parts)}."
    parts = [f"{count} 份{status_word(status, 'zh')}{mark}" for status, count, mark in counted]
    if not strongest["done"]:
        parts.insert(0, "没有一份载明已开展")
    if quiet:
        parts.append(f"{len(quiet)} 份未提及")
    read = "（按意思理解）" if question.meant else ""
    return f"核查 {total} 份报告中的“{question.topic.text}”{read}：{'；'.join(parts)}。"


def _silent_first(
    question: Question, total: int, counted: Sequence[tuple[Status, int, str]], quiet: Sequence[Report]
) -> str:
    """Return the leading sentence where the silent reports are asked for."""
    language = question.language
    names = dated_reports(quiet, language)
    if language == "en":
        rest = "; ".join(f"{count} {status_word(status, 'en')} {mark}" for status, count, mark in counted)
        return f"Checked {total} reports: {len(quiet)} silent on “{question.topic.text}”: {names}. The rest: {rest}."
    rest = "；".join(f"{count} 份{status_word(status, 'zh')}{mark}" for status, count, mark in counted)
    return f"核查 {total} 份报告，{len(quiet)} 份未提及“{question.topic.text}”：{names}。其余：{rest}。"


def _marks(findings: Iterable[Finding]) -> dict[Status, str]:
    """Return the first citation marks of each status."""
    first: dict[Status, list[str]] = {status: [] for status in STATUSES}
    for found in findings:
        if len(first[found.status]) < MARKS:
            first[found.status].append(f"[{found.citation}]")
    return {status: "".join(several) for status, several in first.items()}


def _groups(evidence: Evidence, findings: Sequence[Finding]) -> list[str]:
    language = evidence.question.language
    terms = evidence.question.topic.terms()
    parts = []
    sorted_out: dict[Status, list[Finding]] = {}
    for found in findings:
        sorted_out.setdefault(found.status, []).append(found)
    for status in STATUSES:
        if rows := sorted_out.get(status):
            lines = [bullet(evidence.report(found.report), found, language, terms) for found in rows[:LINES]]
            if len(rows) > LINES:
                lines.append(_further_rows(len(rows) - LINES, language))
            parts.append("\n".join([f"**{status_word(status, language)}**", "", *lines]))
    return parts


def _further_rows(count: int, language: Language) -> str:
    return f"- and {count} more in the list of findings" if language == "en" else f"- 另有 {count} 个表述见逐份结论"


def _silence(question: Question, quiet: Sequence[Report]) -> str:
    if not quiet or question.complement:
        return ""
    names = dated_reports(quiet, question.language)
    if question.language == "en":
        return f"Silent: {names}."
    return f"未提及：{names}。"
