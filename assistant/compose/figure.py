"""A figure: the number that a report states of what was asked, with its unit, approximation and sentence.

Over several reports every one is accounted for: its figure, the subject without a figure, or silence. What may be
reckoned with them stands in ``figure_table.py``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer, Finding
from assistant.citing import Citations, silent
from assistant.closest import closest_rows
from assistant.compose.answering import answer
from assistant.compose.every_figure import every_figure
from assistant.compose.figure_table import Placed, figure_table, placed, sum_of, trend_of
from assistant.compose.unstated import not_stated
from assistant.compose.wording import bullet, escape, excerpt
from assistant.counted import said_of
from assistant.evidence import Evidence, as_term
from assistant.figure_beside import beside_topic
from assistant.figure_close import BEHIND, REPORTS, read_closely
from assistant.figure_fit import CHANGE
from assistant.figures import ACCEPTED, Candidate, rank_figures
from assistant.naming import dated, dated_reports
from corpus.report import STATUSES, Figure, Report
from index.census import Row
from index.records import Hit

_SUM = re.compile(r"一共|合计|总计|总共|加总|加起来|相加|总数|in total|altogether|sum")
_EVERY = re.compile(
    r"(?:所有|全部|全|都|每个|各项).{0,4}(?:数字|数据)|(?:数字|数据).{0,4}(?:全|都|列)|all (?:the )?(?:numbers|figures)",
    re.IGNORECASE,
)
"""Asks for every number, whatever it counts."""
SECOND = 0.03
"""A further figure of the same report is shown too if it scores this little below the best one."""
MOST = 3
BESIDE_BEST = 0.6
"""Share of the best score of all reports that another report's figure must reach to count the same thing."""
READ_CLOSELY = 24
"""Reports that speak of the topic, and have shown no figure yet, whose sentences are weighed by every feature."""
NEAREST = 100
"""Passages whose nearness by meaning helps to choose a figure."""


def compose_figure(evidence: Evidence) -> Answer:
    """Answer with the figure of each report in scope, or say what the reports do hold instead."""
    citations = Citations()
    if _EVERY.search(evidence.question.message) and not any(one.weight >= 1 for one in evidence.question.topic.groups):
        return every_figure(evidence, citations)
    best = best_figures(evidence)
    if not any(_is_change(one) for several in best.values() for one in several):
        evidence, before = _year_by_year(evidence), evidence
        best = best if evidence is before else best_figures(evidence)
    if not best and (read := as_term(evidence)) is not None and (found := best_figures(read)):
        evidence, best = read, found
    rows = {row.report.id: row for row in evidence.rows()} if evidence.question.topic.groups else {}
    figured = [report for report in evidence.scope if report.id in best]
    if not figured:
        spoken_of = [row for row in rows.values() if row.matches]
        return not_stated(evidence, spoken_of or ([] if evidence.question.named else closest_rows(evidence)), citations)
    leading = sorted(figured, key=lambda report: -best[report.id][0].score)
    chosen = [found for report in leading for found in best[report.id][:1]]
    chosen += [found for report in figured for found in best[report.id][1:]]
    found_rows = [placed(citations, one.report, one.statement, one.clause, one.figure) for one in chosen]
    unnumbered = [row for row in rows.values() if row.matches and row.report.id not in best]
    unnumbered.sort(key=lambda row: STATUSES.index(row.matches[0].status))
    found_rows += [
        placed(citations, row.report, row.matches[0].statement, row.matches[0].clause, None) for row in unnumbered
    ]
    findings = [one.finding for one in found_rows]
    spoken = {found.report for found in findings}
    quiet = [report for report in evidence.scope if report.id not in spoken]
    return answer(
        evidence,
        "figure",
        _text(evidence, found_rows, quiet),
        citations,
        findings=findings,
        silent=[silent(report) for report in quiet],
        arranged=len(figured) > 1,
    )


def _year_by_year(evidence: Evidence) -> Evidence:
    """Read a question about a change between years of one agency as one about its figure in each of them."""
    question = evidence.question
    one_agency = len({report.agency for report in evidence.scope}) == 1
    if not one_agency or len(evidence.scope) < 2 or not CHANGE.search(question.message):
        return evidence
    topic = question.topic
    groups = tuple(group for group in topic.groups if not CHANGE.search(group.label))
    return replace(
        evidence,
        question=replace(
            question,
            message=CHANGE.sub(" ", question.message),
            content=CHANGE.sub(" ", question.content),
            rest=CHANGE.sub(" ", question.rest),
            topic=replace(topic, groups=groups, text="、".join(group.label for group in groups)),
        ),
    )


def _is_change(one: Candidate) -> bool:
    return said_of(one.report, one.statement, one.figure).change


def best_figures(evidence: Evidence) -> dict[str, list[Candidate]]:
    """Return each report's best figures, if they are good enough beside the best of all."""
    if len(evidence.scope) <= REPORTS:
        return _closely(evidence)
    found: dict[str, list[Candidate]] = {}
    near: dict[str, list[Hit]] = {}
    for hit in evidence.nearest(NEAREST):
        near.setdefault(hit.passage.report, []).append(hit)

    def nearness(report: Report, figure: Figure) -> float:
        hits = near.get(report.id, ())
        return max((hit.score for hit in hits if hit.passage.start <= figure.start < hit.passage.end), default=0.0)

    ranked = rank_figures(evidence.question, evidence.scope, nearness)
    least = max(ACCEPTED, BESIDE_BEST * ranked[0].score) if ranked else ACCEPTED
    for candidate in ranked:
        if candidate.score < least:
            break
        held = found.setdefault(candidate.report.id, [])
        if not held or (len(held) < MOST and held[0].score - candidate.score <= SECOND):
            held.append(candidate)
    if found and len(evidence.scope) > 1 and evidence.question.topic.groups:
        units = {one.figure.unit for several in found.values() for one in several}
        rows = [row for row in evidence.rows() if row.report.id not in found]
        found |= beside_topic(rows, {evidence.question.unit} if evidence.question.unit else units)
        found |= _where_spoken(evidence, [row for row in rows if row.matches and row.report.id not in found])
    return found


def _where_spoken(evidence: Evidence, rows: Sequence[Row]) -> dict[str, list[Candidate]]:
    """Return the figures in the very sentences that speak of the topic, in other words mostly, read one by one."""
    reports = [row.report for row in rows[:READ_CLOSELY]]
    places = {(row.report.id, match.statement.start) for row in rows for match in row.matches}
    found: dict[str, list[Candidate]] = {}
    for one in read_closely(evidence.question, reports, evidence.held, evidence.index) if reports else ():
        if one.score >= 0 and (one.report.id, one.statement.start) in places:
            found.setdefault(one.report.id, [one])
    return found


def _closely(evidence: Evidence) -> dict[str, list[Candidate]]:
    """Return each report's best figure, of reports few enough to be read closely."""
    found: dict[str, list[Candidate]] = {}
    ranked = read_closely(evidence.question, evidence.scope, evidence.held, evidence.index)
    firsts = {candidate.report.id: candidate for candidate in reversed(ranked)}
    named = len({report.agency for report in evidence.scope}) == len(evidence.question.facets.agencies) > 1
    for candidate in firsts.values():
        behind = ranked[0].score - BEHIND
        if named and candidate.figure.unit == ranked[0].figure.unit:
            behind = 0.0
        if candidate.score >= max(0.0, behind):
            found[candidate.report.id] = [candidate]
    return found


def _text(evidence: Evidence, rows: Sequence[Placed], quiet: Sequence[Report]) -> str:
    question = evidence.question
    english = question.language == "en"
    figured = [one for one in rows if one.figure is not None]
    reports = len({one.report.id for one in figured})
    parts = []
    if len(evidence.scope) == 1:
        parts += [_sentence(evidence, one.finding) for one in rows]
    else:
        marks = "".join(f"[{number}]" for number in list(dict.fromkeys(one.finding.citation for one in figured))[:6])
        parts.append(
            f"{reports} of {len(evidence.scope)} reports state a figure{marks}:"
            if english
            else f"核查 {len(evidence.scope)} 份报告，{reports} 份写明数字{marks}："
        )
        parts.append(_listed(evidence, rows, reports))
    one_agency = len({one.report.agency for one in figured}) == 1
    if reports > 1 and one_agency and len({one.report.year for one in figured}) == reports:
        parts.append(trend_of(rows, question.language))
    if _SUM.search(question.message) and reports > 1:
        parts.append(sum_of(rows, len(evidence.scope) - reports, question.language))
    if quiet:
        names = dated_reports(quiet, question.language)
        parts.append(f"No figure and no mention: {names}." if english else f"未提及：{names}。")
    return "\n\n".join(parts)


def _listed(evidence: Evidence, rows: Sequence[Placed], reports: int) -> str:
    """Return figures of several reports as a table, of one as a list; one agency's years in their order."""
    question = evidence.question
    if reports > 1:
        agencies = list(dict.fromkeys(one.report.agency for one in rows))
        if len(agencies) < len({one.report.id for one in rows}):
            rows = sorted(rows, key=lambda one: (agencies.index(one.report.agency), one.report.year or 0))
        return figure_table(rows, question.language)
    return "\n".join(bullet(one.report, one.finding, question.language, question.topic.terms()) for one in rows)


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
