"""Precedents: how others do or word something, sorted by what they made of it, near-copies told once with every place.

Every report in scope is accounted for as in a census; only the order and the folding differ.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer, Finding
from assistant.citing import Citations, silent
from assistant.compose.answering import answer
from assistant.compose.census import compose_census, findings_of
from assistant.compose.passages import compose_passages
from assistant.compose.wording import escape, excerpt
from assistant.evidence import Evidence
from assistant.naming import ROLE, dated, dated_reports, pick
from assistant.question import Language
from corpus.folding import fold
from corpus.report import STATUSES, Status

ALIKE = 0.7
"""Share of all word pairs of two quotes, numbers aside, that near-copies have in common at least."""
APPROACH: dict[Status, tuple[str, str]] = {
    "done": ("已经这样做的", "Done"),
    "rules": ("写成制度的", "Laid down as rules"),
    "planned": ("打算这样做的", "Planned"),
    "problem": ("作为问题写的", "Written as a problem"),
    "suggested": ("建议别的单位做的", "Suggested to others"),
    "nil": ("写明没有的", "Stated as none"),
    "mentioned": ("只是提到的", "Only mentioned"),
}
_OTHERS = re.compile(r"别|其[他它]|人家|兄弟|外地|除了|\bothers?\b|elsewhere", re.IGNORECASE)
_DIGITS = re.compile(r"[\d.,，%％]+")


def compose_precedent(evidence: Evidence) -> Answer:
    """Quote how the reports do or word the topic, by approach; a question without one is answered by passages."""
    question = evidence.question
    if not any(group.weight >= 1 for group in question.topic.groups):
        return compose_passages(evidence)
    evidence = _elsewhere(evidence)
    narrowed, _ = evidence.narrowed()
    rows = narrowed.rows()
    spoken = [row for row in rows if row.matches]
    if not spoken:
        return compose_census(evidence)
    quiet = [row.report for row in rows if not row.matches]
    citations = Citations()
    findings = findings_of(spoken, citations)
    language = question.language
    blocks = []
    for status in STATUSES:
        folded = _folded([found for found in findings if found.status == status])
        if folded:
            lines = [_line(narrowed, several, citations) for several in folded]
            blocks.append("\n".join([f"**{pick(APPROACH[status], language)}**", "", *lines]))
    names = dated_reports(quiet, language)
    silence = (f"Silent: {names}." if language == "en" else f"未提及：{names}。") if quiet else ""
    text = "\n\n".join(part for part in (_lead(evidence, findings, len(rows), len(spoken)), *blocks, silence) if part)
    return answer(
        narrowed, "census", text, citations, findings=findings, silent=[silent(report) for report in quiet],
        near=narrowed.near(quiet, citations), arranged=True,
    )  # fmt: skip


def _elsewhere(evidence: Evidence) -> Evidence:
    """Leave the asker's own agency out where others are asked about."""
    own = evidence.question.facets.agencies
    others = tuple(dict.fromkeys(report.agency for report in evidence.held if report.agency not in own))
    if not own or not others or not _OTHERS.search(evidence.question.message):
        return evidence
    facets = replace(evidence.facets, agencies=others)
    scope = tuple(report for report in evidence.held if facets.admit(report))
    return replace(evidence, facets=facets, scope=scope) if scope else evidence


def _folded(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Put nearly equal quotes of different reports together, in the order of their first."""
    folded: list[tuple[frozenset[str], list[Finding]]] = []
    for found in findings:
        pairs = _pairs(found.quote)
        like = next((held for words, held in folded if _alike(words, pairs) and found.report != held[0].report), None)
        if like is None:
            folded.append((pairs, [found]))
        else:
            like.append(found)
    return [held for _, held in folded]


def _pairs(quote: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters, numbers left out.

    >>> sorted(_pairs("办结12件"))
    ['办结', '结件']
    """
    text = _DIGITS.sub("", fold(quote))
    return frozenset(text[at : at + 2] for at in range(len(text) - 1))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and len(one & other) >= ALIKE * len(one | other)


def _line(evidence: Evidence, several: Sequence[Finding], citations: Citations) -> str:
    """Return one approach: place, year and part of the report, the words, and who else words it so."""
    language = evidence.question.language
    first = several[0]
    role = next(one.role for one in citations.all() if one.number == first.citation)
    part = pick(ROLE[role], language)
    words = excerpt(first.quote, *evidence.question.topic.terms(), first.because)
    english = language == "en"
    where = escape(dated(evidence.report(first.report), language))
    line = (
        f"- {where}, {part}: “{words}”[{first.citation}]"
        if english
        else f"- {where}，{part}：“{words}”[{first.citation}]"
    )
    if len(several) > 1:
        line += _also(evidence, several[1:], language)
    return line


def _also(evidence: Evidence, others: Sequence[Finding], language: Language) -> str:
    gap = ", " if language == "en" else "、"
    named = gap.join(f"{escape(dated(evidence.report(one.report), language))}[{one.citation}]" for one in others)
    return f" (nearly the same words: {named})" if language == "en" else f"（几乎同文：{named}）"


def _lead(evidence: Evidence, findings: Sequence[Finding], total: int, spoken: int) -> str:
    question = evidence.question
    first: dict[Status, int] = {}
    reports: dict[str, Status] = {}
    for found in findings:
        first.setdefault(found.status, found.citation)
        reports.setdefault(found.report, found.status)
    english = question.language == "en"
    parts = []
    for status in STATUSES:
        count = sum(one == status for one in reports.values())
        if count:
            name = pick(APPROACH[status], question.language)
            parts.append(
                f"{name.lower()}: {count} reports[{first[status]}]"
                if english
                else f"{name} {count} 份[{first[status]}]"
            )
    none = "" if "done" in reports.values() else ("none states it was done; " if english else "没有一份载明已开展；")
    if english:
        return f"Of {total} reports {spoken} reports speak of “{question.topic.text}”: {none}{'; '.join(parts)}."
    return f"核查 {total} 份报告，{spoken} 份写到“{question.topic.text}”：{none}{'；'.join(parts)}。"
