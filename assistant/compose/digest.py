"""A digest: quotes within the length asked for, in the reports' own order, each cited, nothing of its own between.

Without a topic it goes through a report's roles (work, problems, plans, suggestions), with one through the reports
that speak of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from assistant.answer import Answer, Finding
from assistant.citing import Citations, silent
from assistant.compose.answering import answer
from assistant.compose.passages import in_passages
from assistant.compose.silence import topic_absent
from assistant.compose.wording import escape, excerpt
from assistant.evidence import Evidence
from assistant.naming import ROLE, dated, listed, pick
from corpus.numerals import value_of
from corpus.report import STATUSES, Clause, Report, Role, Statement

USUAL = 400
"""Characters of a digest where no length is asked for."""
SENTENCES = 5
"""Quotes where 几句话 are asked for."""
FEWEST = 2
"""Quotes that are shown however short the digest shall be."""
_LENGTH = re.compile(
    r"(?<![\d一二两三四五六七八九十百千])([\d一二两三四五六七八九十百千]{1,6})\s{0,3}个?字|\b(?:in|within|under) (\d{1,5}) (?:words|characters)"
)
_COUNT = re.compile(r"(?<![\d一二两三四五六七八九十几])([一二两三四五六七八九十几\d]{1,3})\s{0,3}(?:句|条|点)")
_ROLES: tuple[Role, ...] = ("work", "problem", "plan", "suggestion")

Chosen = tuple[Report, Statement, Clause]


def compose_digest(evidence: Evidence) -> Answer:
    """Quote what matters most within the length asked for."""
    citations = Citations()
    question = evidence.question
    about = question.named or question.meant or not question.facets.agencies
    if about and any(group.weight >= 1 for group in question.topic.groups):
        rows = evidence.rows()
        quiet = [row.report for row in rows if not row.matches]
        spoken = sorted((row for row in rows if row.matches), key=lambda row: STATUSES.index(row.matches[0].status))
        if not spoken:
            return in_passages(evidence) or topic_absent(evidence, quiet, citations)
        chosen: Iterable[Chosen] = [
            (row.report, row.matches[0].statement, row.matches[0].clause) for row in spoken
        ]  # fmt: skip
    else:
        quiet = []
        chosen = _of_reports(evidence.scope, question.roles or _ROLES)
    findings = list(_within(evidence, chosen, citations))
    text = "\n".join(_lines(evidence, findings, citations))
    if quiet:
        names = listed([dated(report, question.language) for report in quiet], question.language)
        text += f"\n\nSilent: {names}." if question.language == "en" else f"\n\n未提及：{names}。"
    quiet_rows = [silent(report) for report in quiet]
    return answer(evidence, "digest", text, citations, findings=findings, silent=quiet_rows)


def _of_reports(reports: Sequence[Report], roles: Sequence[Role]) -> Iterator[Chosen]:
    """Yield the first statements of every part, part after part in turn, so that none is left out for another."""
    queues = [list(_of_part(report, role)) for report in reports for role in roles]
    while any(queues):
        for queue in queues:
            if queue:
                yield queue.pop(0)


def _of_part(report: Report, role: Role) -> Iterator[Chosen]:
    """Yield one statement of each section of a role, those with figures first."""
    for number, section in enumerate(report.sections):
        if section.role == role:
            inside = [one for one in report.statements if one.section == number and not one.heading]
            if inside:
                best = max(inside, key=lambda one: (bool(one.figures), -one.start))
                yield report, best, best.clauses[0]


def _within(evidence: Evidence, chosen: Iterable[Chosen], citations: Citations) -> Iterator[Finding]:
    """Yield findings until the length or the number asked for is reached, in reading order of each report."""
    longest, most = _limits(evidence.question.message)
    length = 0
    taken: list[Chosen] = []
    for report, statement, clause in chosen:
        quote = excerpt(report.quote(statement), clause.because)
        if len(taken) >= most or (length + len(quote) > longest and len(taken) >= FEWEST):
            break
        length += len(quote)
        taken.append((report, statement, clause))
    order = {report.id: place for place, report in enumerate(dict.fromkeys(one[0] for one in taken))}
    for one in sorted(taken, key=lambda one: (order[one[0].id], one[1].start)):
        yield citations.finding(*one)


def _limits(message: str) -> tuple[int, int]:
    """Return characters and quotes at most.

    >>> _limits("用三句话概括"), _limits("写200字的综述")
    ((400, 3), (200, 99))
    """
    length, count = _LENGTH.search(message), _COUNT.search(message)
    longest = int(value_of(length.group(1)) or USUAL) if length and length.group(1) else USUAL
    if length and length.group(2):
        longest = int(length.group(2))
    if count is None or length is not None:
        return longest, 99
    return USUAL, int(value_of(count.group(1) or "") or SENTENCES) if count.group(1) != "几" else SENTENCES


def _lines(evidence: Evidence, findings: Sequence[Finding], citations: Citations) -> Iterator[str]:
    """Yield one line for each quote under the report and the part it stands in."""
    language = evidence.question.language
    before = None
    roles = {citation.number: citation.role for citation in citations.all()}
    for found in findings:
        if found.report != before:
            before = found.report
            yield f"\n**{escape(dated(evidence.report(found.report), language))}**\n"
        colon = ": " if language == "en" else "："
        part = pick(ROLE[roles[found.citation]], language)
        yield f"- {part}{colon}“{excerpt(found.quote, found.because)}”[{found.citation}]"
