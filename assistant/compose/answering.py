"""The last step of every composer: text, findings and citations → ``Answer``, with the fields that never differ."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Answer, Finding, Kind, Near, Outcome, ReasonKind, Searched, Silent
from assistant.citing import Citations
from assistant.evidence import Evidence
from assistant.naming import dated, listed
from assistant.question import Question


def answer(
    evidence: Evidence,
    kind: Kind,
    text: str,
    citations: Citations,
    *,
    outcome: Outcome = "answered",
    reason_kind: ReasonKind | None = None,
    reason: str | None = None,
    findings: Sequence[Finding] = (),
    silent: Sequence[Silent] = (),
    near: Sequence[Near] = (),
    arranged: bool = False,
) -> Answer:
    """Return the answer; what was asked beyond the library makes it partial and is said at its end."""
    question = evidence.question
    missing = _missing(evidence)
    if missing and outcome == "answered":
        outcome = "partial"
        reason_kind = "agency_not_held" if question.absent else "year_not_held"
        reason = missing
        text = f"{text}\n\n{missing}"
    if outcome == "not_in_reports" and (nearby := _nearby(evidence)):
        text = f"{text}\n\n{nearby}"
    if question.respelt and outcome != "out_of_scope":
        text = f"{text}\n\n{_respelt(question)}"
    if question.notes:
        text = "\n\n".join((text, *question.notes))
    return Answer(
        question=question.said(),
        understood=evidence.understood(),
        kind=kind,
        outcome=outcome,
        reason_kind=reason_kind,
        reason=reason,
        text=text,
        findings=tuple(findings),
        silent=tuple(silent),
        near=tuple(near),
        searched=Searched(len(evidence.scope), len(evidence.held)),
        citations=citations.all(),
        language=question.language,
        arranged=arranged,
    )


def _nearby(evidence: Evidence) -> str:
    """Say what the library holds beside the reports searched: other years of the agency, other agencies."""
    if len(evidence.scope) == len(evidence.held):
        return ""
    searched = {report.id for report in evidence.scope}
    rest = [report for report in evidence.held if report.id not in searched]
    if not searched or not rest:
        return ""
    english = evidence.question.language == "en"
    own = {report.agency for report in evidence.scope}
    years = sorted(dated(report, evidence.question.language) for report in rest if report.agency in own)
    others = len({report.agency for report in rest} - own)
    parts = [f"{listed(years, evidence.question.language)}"] if years else []
    if others:
        parts.append(f"reports of {others} other agencies" if english else f"另 {others} 家机关的报告")
    if english:
        return f"Not searched for this, but held: {'; '.join(parts)}."
    return f"这次没有查、库里还有：{'、'.join(parts)}。"


def _respelt(question: Question) -> str:
    """Say which names were read as another one."""
    if question.language == "en":
        return " ".join(f"“{typed}” was read as “{name}”." for typed, name in question.respelt)
    return "".join(f"“{typed}”按“{name}”理解。" for typed, name in question.respelt)


def _missing(evidence: Evidence) -> str:
    question = evidence.question
    names = [
        *question.absent,
        *(f"{year}年" if question.language == "zh" else str(year) for year in question.absent_years),
    ]
    if not names or not evidence.scope:
        return ""
    if question.language == "en":
        return f"The library holds no report for: {', '.join(names)}."
    whose = "、".join(question.facets.agencies) if question.absent_years and not question.absent else ""
    return f"报告库中没有{whose}{'、'.join(names)}的报告，以上只就已有的报告作答。"
