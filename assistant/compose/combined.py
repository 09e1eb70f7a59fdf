"""Several things asked for together: who shows all of them, each with its own quote, and what the others lack.

A report that has some of them is no finding: it stands with its quotes under what it lacks, and among the silent of the
combination, so that the reports add up.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answer import Answer, Finding, Silent
from assistant.citing import Citations, silent
from assistant.compose.answering import answer
from assistant.compose.grouped import counts_by
from assistant.compose.silence import topic_absent
from assistant.compose.wording import escape, excerpt
from assistant.conditions import Condition
from assistant.evidence import Evidence
from assistant.naming import dated, dated_reports, status_word
from assistant.question import Language
from corpus.report import STATUSES, Report
from index.census import Match, Row
from index.topic import Topic

MARKS = 6
"""Citation marks in the leading sentence; every report has its own below."""

_COLUMNS: dict[Language, tuple[str, str, str]] = {
    "zh": ("全部满足", "不全满足", "未提及"), "en": ("all of it", "not all of it", "silent"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Standing:
    """A report beside the conditions: the best match of each, and which of them it does not meet."""

    report: Report
    matches: tuple[Match | None, ...]
    unmet: tuple[Condition, ...]


def compose_combined(evidence: Evidence) -> Answer:
    """Account for every report in scope: it meets every condition, lacks some, or speaks of none of the topics."""
    asked = sorted(evidence.question.conditions, key=lambda one: not one.wanted)
    conditions = tuple(replace(one, topic=evidence.in_words_known(one.topic)) for one in asked)
    rows = {one.topic: {row.report.id: row for row in evidence.rows(one.topic)} for one in conditions}
    standings = [_standing(report, conditions, rows) for report in evidence.scope]
    citations = Citations()
    if not any(match for one in standings for match in one.matches):
        return topic_absent(evidence, evidence.scope, citations)
    meeting = [one for one in standings if not one.unmet]
    partly = [one for one in standings if one.unmet and any(one.matches)]
    quiet = [one for one in standings if one.unmet and not any(one.matches)]
    language = evidence.question.language
    findings: list[Finding] = []
    met_lines = [_line(one, conditions, language, citations, findings) for one in meeting]
    unmet_lines = [_line(one, conditions, language, citations, []) for one in partly]
    by = evidence.question.grouping
    columns = dict(
        zip(_COLUMNS[language], ([one.report for one in several] for several in (meeting, partly, quiet)), strict=True)
    )
    text = "\n\n".join(
        part
        for part in (
            _lead(evidence, conditions, (len(meeting), len(partly), len(quiet)), findings),
            counts_by(evidence.scope, by, columns, language) if by and by != "status" else "",
            _block(("满足全部条件", "All of it"), met_lines, language),
            _block(("不全满足", "Not all of it"), unmet_lines, language),
            _unmentioned([one.report for one in quiet], language),
        )
        if part
    )
    lacking = [
        replace(silent(one.report), lacks=tuple(_gap(condition, language) for condition in one.unmet)) for one in partly
    ]
    rest: list[Silent] = [silent(one.report) for one in quiet]
    return answer(evidence, "census", text, citations, findings=findings, silent=[*lacking, *rest], arranged=True)


def _standing(
    report: Report, conditions: Sequence[Condition], rows: Mapping[Topic, Mapping[str, Row]]
) -> _Standing:  # fmt: skip
    found: list[Match | None] = []
    unmet = []
    for one in conditions:
        matches = rows[one.topic][report.id].matches if report.id in rows[one.topic] else ()
        if not one.met([match.status for match in matches]):
            unmet.append(one)
        found.append(_telling(one, matches))
    return _Standing(report, tuple(found), tuple(unmet))


def _telling(condition: Condition, matches: Sequence[Match]) -> Match | None:
    """Return the match that decides a condition: of the statuses asked for, else the strongest there is."""
    asked = [match for match in matches if not condition.statuses or match.status in condition.statuses]
    return next(iter(asked or matches), None)


def _line(
    standing: _Standing,
    conditions: Sequence[Condition],
    language: Language,
    citations: Citations,
    findings: list[Finding],
) -> str:
    """Return one report's item: what it shows of each condition, quoted, or that it says nothing of it."""
    english = language == "en"
    parts = []
    own: list[Finding] = []
    quoted: set[tuple[str, int]] = set()
    for condition, match in zip(conditions, standing.matches, strict=True):
        label = escape(condition.topic.text)
        if match is None:
            parts.append(f"“{label}”: not mentioned" if english else f"“{label}”未提及")
            continue
        if (condition.topic.text, match.statement.start) in quoted:
            continue
        quoted.add((condition.topic.text, match.statement.start))
        found = citations.finding(standing.report, match.statement, match.clause)
        own.append(replace(found, otherwise=match.otherwise, topic=condition.topic.text))
        words = excerpt(found.quote, *condition.topic.terms(), found.because)
        status = status_word(found.status, language)
        parts.append(
            f"“{label}” {status}: “{words}”[{found.citation}]"
            if english
            else f"“{label}”{status}：“{words}”[{found.citation}]"
        )
    findings += sorted(own, key=lambda found: STATUSES.index(found.status))
    named = ("; " if english else "；").join(dict.fromkeys(_gap(one, language) for one in standing.unmet))
    lacks = (f" ({named})" if english else f"（{named}）") if named else ""
    colon = ": " if english else "："
    return f"- {escape(dated(standing.report, language))}{lacks}{colon}{('; ' if english else '；').join(parts)}"


def _gap(condition: Condition, language: Language) -> str:
    """Return in words what keeps a report from meeting a condition: the contrary of it."""
    return _named(replace(condition, wanted=not condition.wanted), language)


def _named(condition: Condition, language: Language) -> str:
    """Return a condition in words.

    >>> _named(Condition(Topic("听证", ()), ("done",), False), "zh")
    '未载明已开展“听证”'
    """
    label = escape(condition.topic.text)
    status = condition.statuses[0] if len(condition.statuses) == 1 else None
    if language == "en":
        what = f"“{label}” {status_word(status, 'en')}" if status else f"“{label}” spoken of"
        if not condition.statuses or status:
            return what if condition.wanted else f"not: {what}"
        return f"“{label}”" if condition.wanted else f"no “{label}”"
    if status:
        what = f"{status_word(status, 'zh')}“{label}”"
        return f"载明{what}" if condition.wanted else f"未载明{what}"
    if not condition.statuses:
        return f"写到“{label}”" if condition.wanted else f"未写到“{label}”"
    return f"有“{label}”" if condition.wanted else f"没有“{label}”"


def _lead(
    evidence: Evidence, conditions: Sequence[Condition], counts: tuple[int, int, int], findings: Sequence[Finding]
) -> str:
    language = evidence.question.language
    marks = "".join(f"[{number}]" for number in sorted({found.citation for found in findings})[:MARKS])
    met, partly, quiet = counts
    total = met + partly + quiet
    asked = [_named(one, language) for one in conditions]
    if language == "en":
        rest = [f"{partly} not all of it"] if partly else []
        rest += [f"{quiet} silent"] if quiet else []
        head = f"{met} reports meet all of it {marks}" if met else "none meets all of it"
        return f"Checked {total} reports for {' and '.join(asked)}: {'; '.join([head, *rest])}."
    rest = [f"{partly} 份不全满足"] if partly else []
    rest += [f"{quiet} 份都未提及"] if quiet else []
    head = f"{met} 份全部满足{marks}" if met else "没有一份全部满足"
    return f"核查 {total} 份报告，条件为{'、'.join(asked)}：{'；'.join([head, *rest])}。"


def _block(title: tuple[str, str], lines: Sequence[str], language: Language) -> str:
    return "\n".join([f"**{title[language == 'en']}**", "", *lines]) if lines else ""


def _unmentioned(reports: Sequence[Report], language: Language) -> str:
    if not reports:
        return ""
    names = dated_reports(reports, language)
    return f"Silent on all of it: {names}." if language == "en" else f"未提及其中任何一项：{names}。"
