"""Answers that say why nothing is stated: each kind of silence, with what the library does hold nearby."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Answer, ReasonKind
from assistant.citing import Citations, silent
from assistant.compose.answering import answer
from assistant.evidence import Evidence
from assistant.naming import LEVEL, dated_reports, listed, pick
from assistant.question import Question
from corpus.report import Report

_OUT_OF_SCOPE: dict[str, tuple[str, str]] = {
    "ranking": (
        "报告里没有可比的评价口径，问据不给机关排名；可以改问某项工作各机关分别做了什么、写了哪些数字，逐份列出并附原文。",
        "The reports hold no common measure, so agencies are not ranked; ask what each did or which figures it states.",
    ),
    "advice": (
        "问据只回答年度报告里写了什么，不能就个人的信访或诉讼事项提供意见；请向有权处理的机关或法律援助机构咨询。",
        "Only what the annual reports say is answered here, no advice on a personal case; ask the competent office.",
    ),
    "forecast": (
        "问据只回答年度报告里已经写明的情况，不作预测；可以问报告里写了哪些数字、定了什么目标。",
        "Only what the annual reports state is answered here, no forecasts; ask for figures stated or targets set.",
    ),
    "law text": (
        "问据只收年度报告，不收法规条文；可以问哪些报告提到这部法规、怎么写的。",
        "Only annual reports are held, not the text of laws; ask which reports speak of that law, and how.",
    ),
    "greeting": (
        "您好。问据按库里的年度报告回答：哪些机关做过某项工作、写了哪些数字、某个机关的问题和计划、两家机关的比较；逐句附原文。",
        "Hello. Answers come from the annual reports held: who did what, which figures are stated, what problems or "
        "plans an agency names, how two agencies compare, each with the words of the report.",
    ),
    "courtesy": (
        "不客气。可以接着问：换一家机关、换一年，或者问另一件事。",
        "You are welcome. Ask on: another agency, another year, or another matter.",
    ),
    "other": (
        "这个问题与报告库里的年度报告无关；可以问某项工作哪些机关做过、写了什么数字、原文怎么说。",
        "This has nothing to do with the reports held; ask who did what, which figures are stated, or for a quote.",
    ),
}


def out_of_scope(evidence: Evidence) -> Answer:
    """Say that the question is not one for the reports, and what can be asked instead."""
    question = evidence.question
    chinese, english = _OUT_OF_SCOPE[question.out_of_scope or "other"]
    text = english if question.language == "en" else chinese
    return answer(evidence, "none", text, Citations(), outcome="out_of_scope", reason_kind="out_of_scope", reason=text)


def not_held(evidence: Evidence) -> Answer:
    """Say that no report is in scope: none at all, the agency, the region or level, or the year is not held."""
    question, facets = evidence.question, evidence.facets
    english = question.language == "en"
    named = question.absent if not question.facets.agencies else ()
    held = {report.agency for report in evidence.held}
    named = named or tuple(agency for agency in facets.agencies if agency not in held)
    kind: ReasonKind = "agency_not_held"
    if not evidence.held:
        text = "The library holds no reports yet." if english else "报告库里还没有报告，请先放入报告文件。"
    elif named:
        have = listed(tuple(dict.fromkeys(report.agency for report in evidence.held)), question.language)
        asked = listed(named, question.language)
        text = (
            f"The library holds no report of {asked}; it holds: {have}."
            if english
            else f"报告库中没有{asked}的报告（报告多不写明所属省市，只按机关名称查找）；现有：{have}。"
        )
    else:
        years = question.absent_years or facets.years
        kind = "year_not_held" if years else "agency_not_held"
        text = _choice_not_held(evidence, tuple(map(str, years)))
    return answer(evidence, question.kind, text, Citations(), outcome="not_in_reports", reason_kind=kind, reason=text)


def _choice_not_held(evidence: Evidence, years: tuple[str, ...]) -> str:
    question, facets = evidence.question, evidence.facets
    agencies = question.facets.agencies or facets.agencies
    about = [report for report in evidence.held if report.agency in agencies] or list(evidence.held)
    have = dated_reports(about, question.language)
    parts = [*agencies, *facets.regions, *(pick(LEVEL[level], question.language) for level in facets.levels)]
    if question.language == "en":
        named = ", ".join([*parts, *years]) or "these choices"
        return f"The library holds no report for {named}; held: {have}."
    named = "、".join(parts) + ("、".join(years) + "年度" if years else "")
    return f"报告库中没有{named or '符合所选条件'}的报告；现有：{have}。"


def spoken_elsewhere(question: Question, reports: Sequence[Report]) -> str:
    """Return the sentence on reports that speak of the topic only outside the parts or statuses asked for."""
    if not reports:
        return ""
    names = dated_reports(reports, question.language)
    if question.language == "en":
        return f"Outside this choice, in other sections or with another status: {names}."
    return f"不在所选范围：{names}在其他章节或以其他状态写到。"


def only_elsewhere(evidence: Evidence, quiet: Sequence[Report], elsewhere: Sequence[Report]) -> Answer:
    """Say that the topic is there, but not in the parts or with the status asked for."""
    question = evidence.question
    lead = (
        f"Nothing on “{question.topic.text}” within this choice."
        if question.language == "en"
        else f"所选范围内没有“{question.topic.text}”的表述。"
    )
    text = f"{lead}{spoken_elsewhere(question, elsewhere)}"
    return answer(
        evidence,
        "census",
        text,
        Citations(),
        outcome="not_in_reports",
        reason_kind="not_stated",
        reason=text,
        silent=[silent(report) for report in quiet],
    )


def topic_absent(evidence: Evidence, quiet: Sequence[Report], citations: Citations) -> Answer:
    """Say that no report in scope speaks of the topic, after words, synonyms and meaning were searched."""
    question = evidence.question
    near = evidence.near(quiet, citations)
    names = dated_reports(quiet, question.language)
    if question.language == "en":
        checked = "1 report: it does not speak" if len(quiet) == 1 else f"{len(quiet)} reports: none speaks"
        text = f"Checked {checked} of “{question.topic.text}” ({names})."
        if near:
            text += " Passages that may come near: " + "".join(f"[{found.citation}]" for found in near) + "."
    else:
        text = f"核查 {len(quiet)} 份报告：{'都' if len(quiet) > 1 else ''}没有提到“{question.topic.text}”（{names}）。"
        if near:
            text += "可能相关的片段：" + "".join(f"[{found.citation}]" for found in near) + "。"
    return answer(
        evidence,
        question.kind if question.kind != "passages" else "census",
        text,
        citations,
        outcome="not_in_reports",
        reason_kind="topic_absent",
        reason=text.split("可能相关")[0].split(" Passages that")[0],
        silent=[silent(report) for report in quiet],
        near=near,
    )
