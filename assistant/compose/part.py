"""What a part of a report says, in the part's own structure: by what it is about, by its number, or a single point."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answer import Answer, Finding
from assistant.citing import Citations, silent
from assistant.compose.answering import answer
from assistant.compose.wording import escape, excerpt
from assistant.evidence import Evidence
from assistant.naming import ROLE, dated, dated_reports, pick
from assistant.parts import Parts, numeral
from corpus.headings import ITEM_MARK
from corpus.report import Report, Role, Section, Statement
from corpus.title import LABEL

MOST = 12
"""Points of one report; a longer list is read in the report itself."""
LONGEST = 600
"""Characters of a point that is cited whole; of a longer one its first sentence."""
_CLOSES = re.compile(r"^(?:特此|专此|以上)(?:报告|汇报|情况)")
_NUMBERED = re.compile(r"^\s{0,4}第?\s{0,2}([一二三四五六七八九十]{1,3}|\d{1,2})\s{0,2}(?:部分|章|[、.．])")
_NOTICE = re.compile(r"^[（(【]")


@dataclass(frozen=True, slots=True)
class Point:
    """One point of a part: ``report.text[start:end]``, opened by a statement."""

    start: int
    end: int
    first: Statement


def compose_part(evidence: Evidence) -> Answer:
    """List the points of the parts asked for, report by report; say it where a report has no such part."""
    question = evidence.question
    parts = question.parts
    citations = Citations()
    findings: list[Finding] = []
    lines: list[str] = []
    without: list[Report] = []
    few = len(evidence.scope) == 1
    for report in evidence.scope:
        roots = list(_roots(report, parts, question.roles))
        points = _chosen(report, roots, parts)
        if not points:
            without.append(report)
            continue
        points = points[:1] if question.complement and not few else points[:MOST]
        title = f" {escape(roots[0].heading)}" if len(roots) == 1 else ""
        lines.append(f"**{escape(dated(report, question.language))}**{title}")
        for point in points:
            found = _finding(report, point, citations)
            findings.append(found)
            whole = parts.verbatim or parts.point is not None
            shown = escape(re.sub(r"\s*\n\s*", " ", found.quote)) if whole else excerpt(found.quote)
            lines.append(f"- “{shown}”[{found.citation}]")
    return _answered(evidence, findings, lines, without, citations)


def _answered(
    evidence: Evidence,
    findings: Sequence[Finding],
    lines: list[str],
    without: Sequence[Report],
    citations: Citations,
) -> Answer:
    question = evidence.question
    english = question.language == "en"
    named = _named(evidence)
    total, having = len(evidence.scope), len(evidence.scope) - len(without)
    rest = [silent(report) for report in without]
    if findings:
        mark = f"[{findings[0].citation}]"
        had = "The report has" if total == 1 else f"{having} of {total} reports have"
        counted = "有" if total == 1 else f"{having} 份有"
        lines.insert(0, f"{had} {named}{mark}.\n" if english else f"核查 {total} 份报告，{counted}{named}{mark}：\n")
    if without:
        names = dated_reports(without, question.language)
        line = f"Without {named}: {names}." if english else f"没有{named}：{names}。"
        lines.insert(0 if question.complement else len(lines), f"{line}\n" if question.complement else f"\n{line}")
    if not findings:
        reason = lines[-1].strip()
        return answer(
            evidence, "section", reason, citations, outcome="not_in_reports", reason_kind="not_stated", reason=reason,
            silent=rest,
        )  # fmt: skip
    return answer(evidence, "section", "\n".join(lines), citations, findings=findings, silent=rest)


def _named(evidence: Evidence) -> str:
    """Return what is asked for, in words that hold no number of their own."""
    question = evidence.question
    english = question.language == "en"
    single = question.parts.point is not None
    if question.roles:
        named = "、".join(pick(ROLE[role], question.language) for role in question.roles)
        if english:
            return f"the point asked for under {named}" if single else f"a section on {named}"
        return f"“{named}”部分的这一条" if single else f"单列的“{named}”部分"
    return "the part asked for" if english else "这一部分"


def _roots(report: Report, parts: Parts, roles: Sequence[Role]) -> Iterator[Section]:
    """Yield the sections asked for, none inside another."""
    if parts.number is not None:
        top = [one for one in report.sections if one.level == 1]
        carrying = [one for one in top if (mark := _NUMBERED.match(one.heading)) and numeral(mark[1]) == parts.number]
        found = carrying or (top[-1:] if parts.number < 0 else [])
        yield from found[:1]
        return
    end = -1
    for section in report.sections:
        if section.role in roles and section.start >= end:
            end = section.end
            yield section


def _chosen(report: Report, roots: Sequence[Section], parts: Parts) -> list[Point]:
    """Return the points of some sections, or the one whose number is asked for."""
    points = [point for root in roots for point in points_of(report, root)]
    if parts.point is None:
        return points
    if parts.point < 0:
        return points[-1:]
    return points[parts.point - 1 : parts.point] if parts.point else []


def points_of(report: Report, root: Section) -> list[Point]:
    """Return the points of a section: the sections below it, else its items, else its sentences."""
    inside = [one for one in report.statements if root.start <= one.start < root.end and one.end > one.start]
    if root.level == 0:
        prose = [one for one in inside if not LABEL.match(report.quote(one)) and not _NOTICE.match(report.quote(one))]
        return [Point(one.start, one.end, one) for one in prose]
    below = [one for one in report.sections if one.level == root.level + 1 and root.start < one.start < root.end]
    body = [one for one in inside if not _CLOSES.match(report.quote(one))]
    if below:
        starts = [one.start for one in below]
    else:
        body = [one for one in body if not one.heading or one.start != root.start]
        starts = [one.start for one in body if ITEM_MARK.match(report.quote(one))]
    if not starts:
        return [Point(one.start, one.end, one) for one in body]
    edges = [*starts, root.end]
    groups = [
        [one for one in body if edges[at] <= one.start < edges[at + 1]] for at in range(len(starts))
    ]  # fmt: skip
    return [Point(group[0].start, group[-1].end, group[0]) for group in groups if group]


def _finding(report: Report, point: Point, citations: Citations) -> Finding:
    """Cite a point whole where it is short, else its first statement."""
    whole = point.end - point.start <= LONGEST
    clause = point.first.clauses[0]
    section = report.sections[point.first.section]
    number = citations.cite_span(report, point.start, point.end if whole else point.first.end, section, clause.status)
    return Finding(
        report.agency, report.year, report.id, clause.status, clause.because, citations.quote(number), number
    )


def compose_outline(evidence: Evidence) -> Answer:
    """List the headings of the reports in scope."""
    question = evidence.question
    citations = Citations()
    findings: list[Finding] = []
    lines: list[str] = []
    for report in evidence.scope:
        lines.append(f"**{escape(dated(report, question.language))}**")
        for index, section in enumerate(report.sections):
            if section.level == 0:
                continue
            statement = next((one for one in report.statements if one.section == index and one.heading), None)
            if statement is None:
                continue
            found = citations.finding(report, statement, statement.clauses[0])
            findings.append(found)
            lines.append(f"{'  ' * (section.level - 1)}- {escape(section.heading)}[{found.citation}]")
    return answer(evidence, "section", "\n".join(lines), citations, findings=findings)
