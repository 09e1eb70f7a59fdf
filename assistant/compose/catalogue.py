"""What the library holds: a table of the reports meant with their identity; what a report does not say is 未载明."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from assistant.answer import Answer, Finding, ReasonKind
from assistant.citing import Citations
from assistant.compose.answering import answer
from assistant.compose.wording import escape
from assistant.evidence import Evidence
from assistant.identity_fields import BY_KEY, naming, stating
from assistant.naming import LEVEL, dated, dated_reports, listed, pick
from corpus.report import Report

_USUAL = ("document_number", "issue_date", "file")
"""Columns of a list of reports for which no field is asked."""


def compose_catalogue(evidence: Evidence) -> Answer:
    """Answer from the reports' identity; each report is cited where it states what is asked, else by its title."""
    question = evidence.question
    wanted = question.documents
    chosen = [report for report in evidence.scope if wanted.admit(report)]
    chosen = _ordered(chosen, wanted.newest, wanted.by_date)
    keys = [key for key in wanted.fields if key not in ("agency", "year")]
    keys += [one.key for one in wanted.conditions if one.key not in (*keys, "agency")]
    keys = keys or list(_USUAL)
    citations = Citations()
    findings = _findings(chosen, keys, citations)
    if not chosen or _nowhere(evidence, chosen, keys):
        return _none(evidence, keys, citations, findings)
    marks: dict[str, str] = {}
    for found in findings:
        marks[found.report] = marks.get(found.report, "") + f"[{found.citation}]"
    text = "\n\n".join(
        [_lead(evidence, chosen, keys, marks), _table(evidence, chosen, ["agency", "year", *keys], marks)]
    )
    return answer(evidence, "catalogue", text, citations, findings=findings)


def _ordered(chosen: Sequence[Report], newest: int, by_date: bool) -> list[Report]:
    """Keep the latest or the earliest reports where they are asked for, by covered year or by issue date."""
    if not newest:
        return list(chosen)
    values = [report.issue_date if by_date else report.year and str(report.year) for report in chosen]
    stated = [value for value in values if value]
    if not stated:
        return list(chosen)
    edge = max(stated) if newest > 0 else min(stated)
    kept = [report for report, value in zip(chosen, values, strict=True) if value == edge]
    return sorted(kept, key=lambda report: report.issue_date or "", reverse=newest > 0)


def _nowhere(evidence: Evidence, chosen: Sequence[Report], keys: Sequence[str]) -> bool:
    """Tell whether the fields asked for stand in none of the reports, and are not asked for as missing."""
    wanted = evidence.question.documents
    asked = [key for key in keys if key in wanted.fields]
    return bool(
        asked and not wanted.conditions and all(BY_KEY[key].value(report) is None for key in asked for report in chosen)
    )


def _none(evidence: Evidence, keys: Sequence[str], citations: Citations, findings: Sequence[Finding]) -> Answer:
    """Say that no report meets the conditions, or that none states what is asked."""
    question = evidence.question
    english = question.language == "en"
    total = len(evidence.scope)
    if question.documents.conditions:
        said = _said(evidence)
        text = f"0 of {total} reports {said}." if english else f"核查 {total} 份报告，没有一份{said}。"
        if any(one.english.startswith(("state", "do not", "are")) for one in question.documents.conditions):
            return answer(evidence, "catalogue", text, citations)
        dated_ = any(one.key == "issue_date" or "of 20" in one.english for one in question.documents.conditions)
        kind: ReasonKind = "year_not_held" if dated_ else "topic_absent"
    else:
        kind = "not_stated"
        labels = [pick((BY_KEY[key].chinese, BY_KEY[key].english), question.language) for key in keys]
        names = dated_reports(evidence.scope, question.language)
        text = f"Not stated: {', '.join(labels)} ({names})." if english else f"{names}未载明{'、'.join(labels)}。"
    return answer(
        evidence, "catalogue", text, citations, outcome="not_in_reports", reason_kind=kind, reason=text,
        findings=findings,
    )  # fmt: skip


def _said(evidence: Evidence) -> str:
    conditions = evidence.question.documents.conditions
    if evidence.question.language == "en":
        return " and ".join(one.english for one in conditions)
    return "、".join(one.chinese for one in conditions)


def _lead(evidence: Evidence, chosen: Sequence[Report], keys: Sequence[str], marks: dict[str, str]) -> str:
    question = evidence.question
    english = question.language == "en"
    total, count = len(evidence.scope), len(chosen)
    language = question.language
    if question.documents.conditions:
        names = listed([escape(dated(report, language)) + marks.get(report.id, "") for report in chosen], language)
        said = escape(_said(evidence))
        return (
            f"{count} of {total} reports {said}: {names}."
            if english
            else f"核查 {total} 份报告，{count} 份{said}：{names}。"
        )
    if question.documents.newest:
        names = listed([escape(dated(report, language)) + marks.get(report.id, "") for report in chosen], language)
        late = question.documents.newest > 0
        return (
            f"The {'latest' if late else 'earliest'} of {total} reports: {names}."
            if english
            else f"{total} 份报告里最{'新' if late else '早'}的是：{names}。"
        )
    asked = [key for key in keys if key in question.documents.fields]
    if count == 1 and asked:
        colon, comma, stop = (": ", ", ", ".") if english else ("：", "，", "。")
        said = comma.join(
            f"{pick((BY_KEY[key].chinese, BY_KEY[key].english), language)} {_cell(chosen[0], key, evidence)}"
            for key in asked
        )
        return f"{escape(dated(chosen[0], language))}{colon}{said}{marks.get(chosen[0].id, '')}{stop}"
    if len(keys) == 1 and count > 1:
        label = pick((BY_KEY[keys[0]].chinese, BY_KEY[keys[0]].english), language)
        stated = sum(BY_KEY[keys[0]].value(report) is not None for report in chosen)
        return (
            f"{stated} of {total} reports state the {label}."
            if english
            else f"核查 {total} 份报告，{stated} 份载明{label}，{total - stated} 份未载明。"
        )
    agencies = len({report.agency for report in chosen})
    years = Counter(report.year for report in chosen if report.year)
    if english:
        split = f" ({', '.join(f'{year}: {number} reports' for year, number in sorted(years.items()))})"
        reports_, agencies_ = "report" if count == 1 else "reports", "agency" if agencies == 1 else "agencies"
        return f"{count} {reports_} of {agencies} {agencies_}{split if len(years) > 1 else ''}."
    split = f"（{'、'.join(f'{year}年度 {number} 份' for year, number in sorted(years.items()))}）"
    return f"共 {count} 份报告，{agencies} 家机关{split if len(years) > 1 else ''}。"


def _table(evidence: Evidence, chosen: Sequence[Report], keys: Sequence[str], marks: dict[str, str]) -> str:
    language = evidence.question.language
    head = [pick((BY_KEY[key].chinese, BY_KEY[key].english), language) for key in keys]
    rows = [[_cell(report, key, evidence) for key in keys] for report in chosen]
    for report, row in zip(chosen, rows, strict=True):
        row[-1] += marks.get(report.id, "")
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(keys), *rows])


def _cell(report: Report, key: str, evidence: Evidence) -> str:
    language = evidence.question.language
    value = pick(LEVEL[report.level], language) if key == "level" else BY_KEY[key].value(report)
    return escape(value or pick(("未载明", "not stated"), language))


def _findings(chosen: Sequence[Report], keys: Sequence[str], citations: Citations) -> list[Finding]:
    """Cite the statements in which a report states the fields, else the one it is known by."""
    findings = []
    for report in chosen:
        stated = [stating(report, key) for key in keys if BY_KEY[key].value(report)]
        found = list(dict.fromkeys(one for one in stated if one is not None)) or [naming(report)]
        findings += [citations.finding(report, one, one.clauses[0]) for one in found]
    return findings
