"""A figure: the number that a report states of what was asked, with its unit, approximation and sentence.

Over several reports every one is accounted for: its figure, the subject without a figure, or silence. Nothing is added
up here: like figures stand side by side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer, Finding
from assistant.citing import Citations, silent
from assistant.closest import closest_rows
from assistant.compose.answering import answer
from assistant.compose.silence import topic_absent
from assistant.compose.wording import bullet, escape, excerpt
from assistant.evidence import Evidence, as_term
from assistant.figure_close import BEHIND, REPORTS, SURE, read_closely
from assistant.figures import ACCEPTED, Candidate, rank_figures
from assistant.naming import dated, listed
from assistant.question import Question
from corpus.report import STATUSES, Figure, Report
from index.census import Row

_SUM = re.compile(r"一共|合计|总计|总共|加总|加起来|相加|总数|in total|altogether|sum")
_MEASURE = re.compile(r"(?:率|量|数)$")
"""A topic that is itself a measure: where it is missing, the subject is still there and the number is not stated."""
_EVERY = re.compile(
    r"(?:所有|全部|全|都|每个|各项).{0,4}(?:数字|数据)|(?:数字|数据).{0,4}(?:全|都|列)|all (?:the )?(?:numbers|figures)",
    re.IGNORECASE,
)
"""Asks for every number, whatever it counts."""
MOST_FIGURES = 200
SECOND = 0.03
"""A further figure of the same report is shown too if it scores this little below the best one."""
MOST = 3
BESIDE_BEST = 0.6
"""Share of the best score of all reports that another report's figure must reach to count the same thing."""
NEAREST = 100
"""Passages whose nearness by meaning helps to choose a figure."""


def compose_figure(evidence: Evidence) -> Answer:
    """Answer with the figure of each report in scope, or say what the reports do hold instead."""
    citations = Citations()
    if _EVERY.search(evidence.question.message) and not any(one.weight >= 1 for one in evidence.question.topic.groups):
        return _every_figure(evidence, citations)
    best = _best(evidence)
    if not best and (read := as_term(evidence)) is not None and (found := _best(read)):
        evidence, best = read, found
    rows = {row.report.id: row for row in evidence.rows()} if evidence.question.topic.groups else {}
    figured = [report for report in evidence.scope if report.id in best]
    if not figured:
        spoken_of = [row for row in rows.values() if row.matches]
        return not_stated(evidence, spoken_of or ([] if evidence.question.named else closest_rows(evidence)), citations)
    findings = [
        citations.finding(report, found.statement, found.clause, found.figure)
        for report in sorted(figured, key=lambda report: -best[report.id][0].score)
        for found in best[report.id][:1]
    ]
    findings += [
        citations.finding(report, found.statement, found.clause, found.figure)
        for report in figured
        for found in best[report.id][1:]
    ]
    unnumbered = [row for row in rows.values() if row.matches and row.report.id not in best]
    unnumbered.sort(key=lambda row: STATUSES.index(row.matches[0].status))
    findings += [citations.finding(row.report, row.matches[0].statement, row.matches[0].clause) for row in unnumbered]
    spoken = {found.report for found in findings}
    quiet = [report for report in evidence.scope if report.id not in spoken]
    text = _text(evidence, findings, quiet)
    return answer(evidence, "figure", text, citations, findings=findings, silent=[silent(report) for report in quiet])


def _best(evidence: Evidence) -> dict[str, list[Candidate]]:
    """Return each report's best figures, if they are good enough beside the best of all."""
    if len(evidence.scope) <= REPORTS:
        return _closely(evidence)
    found: dict[str, list[Candidate]] = {}
    near = {hit.passage: hit.score for hit in evidence.nearest(NEAREST)}

    def nearness(report: Report, figure: Figure) -> float:
        return max(
            (score for one, score in near.items() if one.report == report.id and one.start <= figure.start < one.end),
            default=0.0,
        )

    ranked = rank_figures(evidence.question, evidence.scope, nearness)
    least = max(ACCEPTED, BESIDE_BEST * ranked[0].score) if ranked else ACCEPTED
    for candidate in ranked:
        if candidate.score < least:
            break
        held = found.setdefault(candidate.report.id, [])
        if not held or (len(held) < MOST and held[0].score - candidate.score <= SECOND):
            held.append(candidate)
    return found


def _closely(evidence: Evidence) -> dict[str, list[Candidate]]:
    """Return each report's best figure, of reports few enough to be read closely."""
    found: dict[str, list[Candidate]] = {}
    ranked = read_closely(evidence.question, evidence.scope, evidence.held, evidence.index)
    firsts = {candidate.report.id: candidate for candidate in reversed(ranked)}
    for candidate in firsts.values():
        if candidate.score >= max(SURE, ranked[0].score - BEHIND):
            found[candidate.report.id] = [candidate]
    return found


def _every_figure(evidence: Evidence, citations: Citations) -> Answer:
    """List every figure of the reports in scope as a table, in reading order."""
    english = evidence.question.language == "en"
    head = ("agency", "figure", "what it counts") if english else ("机关", "数字", "统计什么")
    rows = [head, ("---",) * 3]
    findings: list[Finding] = []
    for report in evidence.scope:
        for statement in report.statements:
            for figure in statement.figures[: MOST_FIGURES - len(findings)]:
                clause = next(one for one in statement.clauses if figure.start < one.end)
                found = citations.finding(report, statement, clause, figure)
                findings.append(found)
                mark = f"{excerpt(figure.counts)}[{found.citation}]"
                rows.append((escape(dated(report, evidence.question.language)), f"{escape(figure.text)}", mark))
    marks = f"[{findings[0].citation}]" if findings else ""
    lead = (
        f"Every figure, in reading order{marks}; unlike units are not comparable."
        if english
        else f"按原文顺序列出全部数字{marks}；单位或统计内容不同的不能相加、相比。"
    )
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    return answer(evidence, "figure", f"{lead}\n\n{table}", citations, findings=findings)


def _text(evidence: Evidence, findings: Sequence[Finding], quiet: Sequence[Report]) -> str:
    question = evidence.question
    english = question.language == "en"
    figured = [found for found in findings if found.figure is not None]
    parts = []
    if len(evidence.scope) == 1:
        parts += [_sentence(evidence, found) for found in findings]
    else:
        marks = "".join(f"[{found.citation}]" for found in figured[:6])
        reports = len({found.report for found in figured})
        parts.append(
            f"{reports} of {len(evidence.scope)} reports state a figure{marks}:"
            if english
            else f"核查 {len(evidence.scope)} 份报告，{reports} 份写明数字{marks}："
        )
        parts.append(
            "\n".join(
                bullet(evidence.report(found.report), found, question.language, question.topic.terms())
                for found in findings
            )
        )
    if _SUM.search(question.message) and len(figured) > 1:
        parts.append(_not_added(findings, english))
    if quiet:
        names = listed([dated(report, question.language) for report in quiet], question.language)
        parts.append(f"No figure and no mention: {names}." if english else f"未提及：{names}。")
    return "\n\n".join(parts)


def _sentence(evidence: Evidence, found: Finding) -> str:
    report = evidence.report(found.report)
    english = evidence.question.language == "en"
    where = escape(dated(report, evidence.question.language))
    quote = excerpt(found.quote, found.figure.text if found.figure else found.because)
    if found.figure is None:
        return f"{where}: “{quote}”[{found.citation}]" if english else f"{where}：“{quote}”[{found.citation}]"
    rough = ""
    if found.figure.approximate:
        rough = " (approximate)" if english else "（约数）"
    colon = ": " if english else "："
    return f"{where}{colon}**{found.figure.text}**{rough}——“{quote}”[{found.citation}]"


def _not_added(findings: Sequence[Finding], english: bool) -> str:
    """Say why several figures are not added up."""
    figures = [found.figure for found in findings if found.figure is not None]
    marks = "".join(f"[{found.citation}]" for found in findings if found.figure is not None)
    units = list(dict.fromkeys(figure.unit for figure in figures))
    reasons = []
    if len(units) > 1:
        reasons.append(f"the units differ ({', '.join(units)})" if english else f"单位不同（{'、'.join(units)}）")
    if any(figure.approximate for figure in figures):
        reasons.append("some are approximate" if english else "有约数")
    if not reasons:
        reasons.append("what is counted may differ" if english else "各自统计的内容未必相同")
    if english:
        return f"They are listed, not added up: {' and '.join(reasons)}{marks}."
    return f"只并列，不相加：{'，'.join(reasons)}{marks}。"


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
        text = (
            f"The reports in scope do not state “{question.topic.text}”."
            if english
            else f"范围内的 {len(evidence.scope)} 份报告没有写明“{question.topic.text}”。"
        )
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
