"""Where something stands, its exact words, what a part of a report says, or a report's outline."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer import Answer, Finding
from assistant.citing import Citations, silent
from assistant.compose.answering import answer
from assistant.compose.census import findings_of
from assistant.compose.part import compose_outline, compose_part
from assistant.compose.passages import in_passages
from assistant.compose.silence import topic_absent
from assistant.compose.wording import escape, excerpt
from assistant.evidence import Evidence
from assistant.naming import ROLE, dated, dated_reports, pick
from corpus.report import Report

_WHICH_PART = re.compile(
    r"哪(?:一|个|几个)?(?:大)?(?:部分|章|节|条|段|块)|第几|标题|写在|放在|which (?:part|section)|heading|where (?:in|does|is)",
    re.IGNORECASE,
)
"""Asks for the place, so that its heading is quoted as well."""
LONGEST_PART = 600
"""Characters of a section that is quoted whole with its heading."""
MOST_QUOTES = 12
"""Quotes of one answer; a longer list is read in the report itself."""


def compose_section(evidence: Evidence) -> Answer:
    """Choose by what is asked: an outline, a part by its role or number, or the place and words of a topic."""
    question = evidence.question
    if question.parts.outline and question.parts.only:
        return compose_outline(evidence)
    if question.parts.number is not None or (question.parts.roles and question.parts.only):
        return compose_part(evidence)
    if question.roles and not any(group.weight >= 1 for group in question.topic.groups):
        return compose_part(evidence)
    if not question.topic.groups:
        return compose_outline(evidence)
    return _place(evidence)


def _place(evidence: Evidence) -> Answer:
    """Quote the statements of the topic, each with its section path."""
    question = evidence.question
    rows = evidence.rows()
    quiet = [row.report for row in rows if not row.matches]
    citations = Citations()
    spoken = [row for row in rows if row.matches]
    if not spoken:
        return in_passages(evidence) or topic_absent(evidence, quiet, citations)
    findings = [_whole(evidence.report(one.report), one, citations) for one in findings_of(spoken, Citations())]
    findings = findings[:MOST_QUOTES]
    marks = "".join(f"[{found.citation}]" for found in findings[: len(spoken)][:6])
    total = len(rows)
    lines = [
        f"{len(spoken)} of {total} reports speak of “{question.topic.text}”{marks}."
        if question.language == "en"
        else f"核查 {total} 份报告，{len(spoken)} 份写到“{question.topic.text}”{marks}："
    ]
    lines += [_placed(evidence.report(found.report), found, citations, question.language == "en") for found in findings]
    if _WHICH_PART.search(question.message):
        headings = [one for found in findings for one in _heading(evidence.report(found.report), found, citations)]
        lines += [f"{escape(one.agency)}：“{escape(one.quote)}”[{one.citation}]" for one in headings]
        findings += headings
    if quiet:
        names = dated_reports(quiet, question.language)
        lines.append(f"Silent: {names}." if question.language == "en" else f"未提及：{names}。")
    return answer(
        evidence,
        "section",
        "\n\n".join(lines),
        citations,
        findings=findings,
        silent=[silent(report) for report in quiet],
    )


def _heading(report: Report, found: Finding, citations: Citations) -> list[Finding]:
    """Cite the heading under which a finding stands; none where it is that heading itself, or has none."""
    start = citations.all()[found.citation - 1].start
    section = next(one for one in reversed(report.sections) if one.start <= start < one.end)
    heading = next((one for one in report.statements if one.heading and one.start == section.start), None)
    if heading is None or heading.start == start or not section.heading:
        return []
    number = citations.cite_span(report, heading.start, heading.end, section, found.status)
    return [replace(found, citation=number, quote=citations.quote(number), because="", figure=None)]


def _whole(report: Report, found: Finding, citations: Citations) -> Finding:
    """Cite a finding; a heading brings the text that stands under it, where that is short."""
    start = report.text.index(found.quote)
    statement = next(one for one in report.statements if one.start <= start < one.end)
    section = report.sections[statement.section]
    end = section.start + len(report.text[section.start : section.own_end].rstrip())
    if not statement.heading or end - section.start > LONGEST_PART:
        number = citations.cite_span(report, start, start + len(found.quote), section, found.status)
    else:
        number = citations.cite_span(report, section.start, end, section, found.status)
    return replace(found, citation=number, quote=citations.quote(number))


def _placed(report: Report, found: Finding, citations: Citations, english: bool) -> str:
    citation = citations.numbered(found.citation)
    path = " › ".join(escape(excerpt(heading)) for heading in citation.section) or ("front" if english else "首部")
    where = dated(report, "en" if english else "zh")
    colon = ": " if english else "："
    role = pick(ROLE[citation.role], "en" if english else "zh")
    return f"**{escape(where)}** {path}（{role}）{colon}“{escape(found.quote)}”[{found.citation}]"
