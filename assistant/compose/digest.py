"""A digest: quotes within the length asked for, in the reports' own order, each cited, nothing of its own between.

Without a topic it goes through a report's roles (work, problems, plans, suggestions), with one through the reports
that speak of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from assistant.answer import Answer, Finding
from assistant.citing import Citations, silent
from assistant.compose.answering import answer
from assistant.compose.cutting import Piece, cut_to, visible
from assistant.compose.passages import in_passages
from assistant.compose.silence import topic_absent
from assistant.compose.wording import escape
from assistant.evidence import Evidence
from assistant.naming import dated, listed
from assistant.question import Language
from corpus.numerals import value_of
from corpus.report import STATUSES, Report, Role, Statement

USUAL = 400
"""Characters of a digest where no length is asked for."""
SENTENCES = 5
"""Quotes where 几句话 are asked for."""
MOST = 40
"""Quotes of one digest at most."""
NAMES = 4
"""The silent are named in up to this part of the length, else counted."""
_LENGTH = re.compile(
    r"(?<![\d一二两三四五六七八九十百千])([\d一二两三四五六七八九十百千]{1,6})\s{0,3}个?字|\b(?:in|within|under) (\d{1,5}) (?:words|characters)"
)
_COUNT = re.compile(r"(?<![\d一二两三四五六七八九十几])([一二两三四五六七八九十几\d]{1,3})\s{0,3}(?:句|条|点)")
_ROLES: tuple[Role, ...] = ("work", "problem", "plan", "suggestion")

Chosen = tuple[Report, Statement, int]
"""A statement to quote, with the offset at which it speaks of what is asked."""


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
            (row.report, row.matches[0].statement, row.matches[0].start) for row in spoken
        ]  # fmt: skip
    else:
        quiet = []
        chosen = _of_reports(evidence.scope, question.roles or _ROLES)
    headed = not isinstance(chosen, list)
    longest, most = _limits(question.message)
    spoken_of = len(chosen) if isinstance(chosen, list) else None
    tail = _tail(question.language, longest, [dated(report, question.language) for report in quiet], spoken_of, most)
    pieces = cut_to(list(_first(chosen, most)), longest - visible(tail(0)), question.language, headed)
    findings = [citations.finding(one.report, one.statement, one.told) for one in pieces]
    lines = _lines(pieces, findings, question.language, headed)
    text = "\n".join(lines) + (f"\n\n{tail(len(pieces))}" if tail(len(pieces)) else "")
    quiet_rows = [silent(report) for report in quiet]
    return answer(evidence, "digest", text, citations, findings=findings, silent=quiet_rows, arranged=True)


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
                yield report, best, best.start


def _first(chosen: Iterable[Chosen], most: int) -> Iterator[Chosen]:
    """Yield no more than can be told of, in the order of their weight."""
    for number, one in enumerate(chosen):
        if number >= min(most, MOST):
            return
        yield one


def _tail(
    language: Language, longest: int, quiet: Sequence[str], spoken: int | None, most: int
) -> Callable[[int], str]:
    """Return what tells, for a number of reports quoted, of the others: by name where there is room for names."""
    english = language == "en"
    names = listed(quiet, language)
    named = (f"Silent: {names}." if english else f"未提及：{names}。") if quiet else ""
    if quiet and visible(named) > longest // NAMES:
        named = f"{len(quiet)} reports silent." if english else f"{len(quiet)} 份未提及。"

    def tail(quoted: int) -> str:
        rest = (spoken or 0) - quoted
        if rest <= 0 or most < MOST:
            return named
        more = f"{rest} more reports speak of it." if english else f"另有 {rest} 份写到。"
        return f"{more}{' ' if english else ''}{named}"

    return tail


def _limits(message: str) -> tuple[int, int]:
    """Return characters and quotes at most.

    >>> _limits("用三句话概括"), _limits("写200字的综述")
    ((400, 3), (200, 40))
    """
    length, count = _LENGTH.search(message), _COUNT.search(message)
    longest = int(value_of(length.group(1)) or USUAL) if length and length.group(1) else USUAL
    if length and length.group(2):
        longest = int(length.group(2))
    if count is None or length is not None:
        return longest, MOST
    return USUAL, int(value_of(count.group(1) or "") or SENTENCES) if count.group(1) != "几" else SENTENCES


def _lines(pieces: Sequence[Piece], findings: Sequence[Finding], language: Language, headed: bool) -> Iterator[str]:
    """Yield one line for each quote under the report and the part it stands in, or after its name."""
    before = None
    for piece, found in zip(pieces, findings, strict=True):
        if headed and found.report != before:
            before = found.report
            yield f"\n**{escape(dated(piece.report, language))}**\n"
        yield f"- {piece.label}“{escape(piece.words)}”[{found.citation}]"
