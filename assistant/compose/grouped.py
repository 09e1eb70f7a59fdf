"""A census sorted by level, region or covered year: a table of counts that add up, then every report in its group."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from assistant.answer import Finding
from assistant.compose.wording import bullet, escape
from assistant.evidence import Evidence
from assistant.naming import LEVEL, dated, listed, pick, status_word
from assistant.question import Grouping, Language
from corpus.report import LEVELS, STATUSES, Report, Status

MARKS = 4
"""Citation marks beside a count of the table; every finding has its own below."""
_SILENT = ("未提及", "silent")
_TOTAL = ("合计", "total")
_HEAD: dict[Grouping, tuple[str, str]] = {
    "level": ("级别", "level"), "region": ("地区", "region"), "year": ("报告年度", "covered year"), "status": ("状态", "status"),
}  # fmt: skip
_OUTERMOST = re.compile(r".{2,8}?(?:省|自治区|[市县](?=.))")
"""The outermost place of a region; reports seldom name what lies above them."""
_UNSTATED = ("未载明", "not stated")


def grouped_census(
    evidence: Evidence, by: Grouping, findings: Sequence[Finding], quiet: Sequence[Report]
) -> tuple[str, ...]:
    """Return the blocks of text below the leading sentence: the table of counts, then one block for each group."""
    language = evidence.question.language
    groups = _groups(evidence.scope, by, language)
    strongest: dict[str, Finding] = {}
    for found in findings:
        strongest.setdefault(found.report, found)
    blocks = [_table(groups, by, strongest, language)]
    silent = {report.id for report in quiet}
    for name, members in groups:
        inside = {report.id for report in members}
        lines = [
            bullet(evidence.report(found.report), found, language, evidence.question.topic.terms(), status=True)
            for found in findings
            if found.report in inside
        ]
        unspoken = [dated(report, language) for report in members if report.id in silent]
        if unspoken:
            lines.append(f"- {pick(_SILENT, language)}{': ' if language == 'en' else '：'}{listed(unspoken, language)}")
        blocks.append("\n".join([f"**{escape(name)}**", "", *lines]))
    return tuple(blocks)


def counts_by(
    reports: Sequence[Report], by: Grouping, columns: Mapping[str, Sequence[Report]], language: Language
) -> str:
    """Return groups × columns as a table of counts of reports; rows and columns add up.

    :param columns: name → the reports that it counts; every report in one of them.
    """
    rows = [[pick(_HEAD[by], language), *columns, pick(_TOTAL, language)], ["---"] * (len(columns) + 2)]
    for name, members in _groups(reports, by, language):
        ids = {report.id for report in members}
        counts = [sum(one.id in ids for one in held) for held in columns.values()]
        rows.append([escape(name), *(_count(count, language) for count in (*counts, len(members)))])
    totals = [len(held) for held in columns.values()]
    rows.append([pick(_TOTAL, language), *(_count(count, language) for count in (*totals, len(reports)))])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _groups(reports: Sequence[Report], by: Grouping, language: Language) -> list[tuple[str, list[Report]]]:
    """Return the groups in their natural order; a report that does not state its own comes last."""
    named: dict[str, list[Report]] = {}
    for report in sorted(reports, key=lambda report: _order(report, by)):
        named.setdefault(_name(report, by, language), []).append(report)
    return list(named.items())


def _order(report: Report, by: Grouping) -> tuple[bool, int | str]:
    if by == "level":
        return False, LEVELS.index(report.level)
    if by == "year":
        return report.year is None, report.year or 0
    return report.region is None, _name(report, by, "zh")


def _name(report: Report, by: Grouping, language: Language) -> str:
    if by == "level":
        return pick(LEVEL[report.level], language)
    if by == "year":
        return str(report.year) if report.year else pick(_UNSTATED, language)
    if report.region is None:
        return pick(_UNSTATED, language)
    outermost = _OUTERMOST.match(report.region)
    guessed = (" (inferred)" if language == "en" else "（推断）") if report.region_inferred else ""
    return (outermost.group(0) if outermost else report.region) + guessed


def _table(
    groups: Sequence[tuple[str, Sequence[Report]]], by: Grouping, strongest: dict[str, Finding], language: Language
) -> str:
    """Return groups × statuses as a table of counts of reports; rows and columns add up."""
    shown = [status for status in STATUSES if any(found.status == status for found in strongest.values())]
    head = [
        pick(_HEAD[by], language), *(status_word(status, language) for status in shown),
        pick(_SILENT, language), pick(_TOTAL, language),
    ]  # fmt: skip
    rows = [head, ["---"] * len(head)]
    totals: Counter[Status | None] = Counter()
    for name, members in groups:
        held = [strongest.get(report.id) for report in members]
        counts = Counter(found.status if found else None for found in held)
        totals += counts
        cells = [_cell(counts[status], held, status, language) for status in shown]
        rows.append([escape(name), *cells, _count(counts[None], language), _count(len(members), language)])
    every = [_count(totals[status], language) for status in shown]
    total = _count(sum(totals.values()), language)
    rows.append([pick(_TOTAL, language), *every, _count(totals[None], language), total])
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _cell(count: int, held: Sequence[Finding | None], status: Status, language: Language) -> str:
    marks = [f"[{found.citation}]" for found in held if found and found.status == status]
    return _count(count, language) + "".join(marks[:MARKS])


def _count(count: int, language: Language) -> str:
    return f"{count} report{'s' * (count != 1)}" if language == "en" else f"{count} 份"
