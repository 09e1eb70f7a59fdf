"""Where something stands, its exact words, what a part of a report says, or a report's outline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer, Finding
from assistant.citing import Citations, silent
from assistant.compose.answering import answer
from assistant.compose.census import findings_of
from assistant.compose.passages import in_passages
from assistant.compose.silence import topic_absent
from assistant.compose.wording import escape, excerpt
from assistant.evidence import Evidence
from assistant.lexicon import OUTLINE
from assistant.naming import ROLE, dated, listed, pick
from corpus.headings import ITEM_MARK
from corpus.report import Report, Role, Section, Statement

_PART = re.compile(r"第([一二三四五六七八九十]+)(?:大?部分|章)|(?:part|section)\s+(\d)", re.IGNORECASE)
_POINT = re.compile(r"第([一二三四五六七八九十]+)(?:点|条|项|小?节|个方面|方面)")
_CHINESE = "一二三四五六七八九十"
LONGEST_PART = 600
"""Characters of a section that is quoted whole with its heading."""
MOST_QUOTES = 12
"""Quotes of one answer; a longer list is read in the report itself."""


def compose_section(evidence: Evidence) -> Answer:
    """Choose by what is asked: an outline, a part by its role or number, or the place and words of a topic."""
    question = evidence.question
    if OUTLINE.search(question.message):
        return _outline(evidence)
    if _PART.search(question.message):
        return _numbered(evidence)
    if question.roles and not any(group.weight >= 1 for group in question.topic.groups):
        return _part(evidence, question.roles)
    if not question.topic.groups:
        return _outline(evidence)
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
    if quiet:
        names = listed([dated(report, question.language) for report in quiet], question.language)
        lines.append(f"Silent: {names}." if question.language == "en" else f"未提及：{names}。")
    return answer(
        evidence,
        "section",
        "\n\n".join(lines),
        citations,
        findings=findings,
        silent=[silent(report) for report in quiet],
    )


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


def _part(evidence: Evidence, roles: Sequence[Role]) -> Answer:
    """List what the parts of a role say, in their own structure; say it where a report has no such part."""
    question = evidence.question
    english = question.language == "en"
    citations = Citations()
    findings: list[Finding] = []
    lines: list[str] = []
    without: list[Report] = []
    for report in evidence.scope:
        sections = [section for section in report.sections if section.role in roles and section.level > 0]
        if not sections:
            without.append(report)
            continue
        lines.append(f"**{escape(dated(report, question.language))}**")
        for statement in _points(report, sections):
            found = citations.finding(report, statement, statement.clauses[0])
            findings.append(found)
            lines.append(f"- “{excerpt(found.quote)}”[{found.citation}]")
    named = "、".join(pick(ROLE[role], question.language) for role in roles)
    total, having = len(evidence.scope), len(evidence.scope) - len(without)
    if findings:
        mark = f"[{findings[0].citation}]"
        lines.insert(
            0,
            f"{having} of {total} reports have a section on {named}{mark}.\n"
            if english
            else f"核查 {total} 份报告，{having} 份单列“{named}”部分{mark}：\n",
        )
    if without:
        names = listed([dated(report, question.language) for report in without], question.language)
        line = f"No section on {named}: {names}." if english else f"没有单列“{named}”部分：{names}。"
        lines.insert(0 if question.complement else len(lines), f"{line}\n" if question.complement else f"\n{line}")
    if not findings:
        reason = lines[-1].strip()
        return answer(
            evidence, "section", reason, citations, outcome="not_in_reports", reason_kind="not_stated", reason=reason,
            silent=[silent(report) for report in without],
        )  # fmt: skip
    return answer(
        evidence,
        "section",
        "\n".join(lines),
        citations,
        findings=findings,
        silent=[silent(report) for report in without],
    )


def _numbered(evidence: Evidence) -> Answer:
    """Quote a part, or a point of it, by its number; say so where a report has no such part."""
    question = evidence.question
    english = question.language == "en"
    part = _PART.search(question.message)
    point = _POINT.search(question.message)
    wanted = (part.group(1) or _CHINESE[int(part.group(2)) - 1]) if part else ""
    citations = Citations()
    findings: list[Finding] = []
    lines: list[str] = []
    without: list[Report] = []
    for report in evidence.scope:
        sections = [
            one for one in report.sections if one.path and re.match(rf"(?:第)?{wanted}(?:部分|、|\s)", one.path[0])
        ]
        points = _all_points(report, sections)
        if point is not None:
            points = _point_of(report, points, point.group(1))
        if not points:
            without.append(report)
            continue
        lines.append(f"**{escape(dated(report, question.language))}** {escape(sections[0].heading)}")
        for statement in points[:MOST_QUOTES]:
            found = citations.finding(report, statement, statement.clauses[0])
            findings.append(found)
            lines.append(f"- “{escape(found.quote)}”[{found.citation}]")
    if without:
        names = listed([dated(report, question.language) for report in without], question.language)
        lines.append(f"\nNo such part: {names}." if english else f"\n没有这一部分：{names}。")
    text = "\n".join(lines)
    rest = [silent(report) for report in without]
    if not findings:
        return answer(
            evidence, "section", text, citations, outcome="not_in_reports", reason_kind="not_stated",
            reason=text.strip(), silent=rest,
        )  # fmt: skip
    return answer(evidence, "section", text, citations, findings=findings, silent=rest)


def _all_points(report: Report, sections: Sequence[Section]) -> list[Statement]:
    """Return every statement of some sections but the outermost heading."""
    chosen = {index for index, section in enumerate(report.sections) if section in sections}
    return [
        one
        for one in report.statements
        if one.section in chosen and not (one.heading and report.sections[one.section].level == 1)
    ]


def _point_of(report: Report, points: Sequence[Statement], number: str) -> list[Statement]:
    """Return the point of a number with all that stands under it where it is a heading."""
    found = [one for one in points if _carries(report.quote(one), number)]
    headed = {one.section for one in found if one.heading}
    return [one for one in points if one.section in headed] or found


def _carries(quote: str, number: str) -> bool:
    """Tell whether a statement opens with a number: （三）, 三是, 3.

    >>> _carries("（三）强化队伍", "三"), _carries("三是抓落实", "三"), _carries("一是三项", "三")
    (True, True, False)
    """
    digit = _CHINESE.index(number) + 1 if number in _CHINESE else 0
    return bool(re.match(rf"[（(]?\s*(?:{number}|{digit})\s*(?:[）)]|是|[.、．])", quote))


def _points(report: Report, sections: Sequence[Section]) -> list[Statement]:
    """Return the points of some sections: headings below the first level, else items, else all sentences."""
    chosen = {index for index, section in enumerate(report.sections) if section in sections}
    inside = [statement for statement in report.statements if statement.section in chosen]
    headings = [one for one in inside if one.heading and report.sections[one.section].level > 1]
    items = [one for one in inside if not one.heading and ITEM_MARK.match(report.quote(one))]
    direct = [one for one in inside if not one.heading and report.sections[one.section].level == 1]
    return (headings or items or direct)[:MOST_QUOTES]


def _outline(evidence: Evidence) -> Answer:
    """List the headings of the reports in scope."""
    question = evidence.question
    citations = Citations()
    findings: list[Finding] = []
    lines: list[str] = []
    for report in evidence.scope:
        lines.append(f"**{escape(dated(report, question.language))}**")
        headings: dict[int, Statement] = {}
        for one in report.statements:
            if one.heading:
                headings.setdefault(one.section, one)
        for index, section in enumerate(report.sections):
            if section.level == 0:
                continue
            statement = headings.get(index)
            if statement is None:
                continue
            found = citations.finding(report, statement, statement.clauses[0])
            findings.append(found)
            lines.append(f"{'  ' * (section.level - 1)}- {escape(section.heading)}[{found.citation}]")
    return answer(evidence, "section", "\n".join(lines), citations, findings=findings)
