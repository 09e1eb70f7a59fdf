"""What an elliptical message leaves out, filled from the question before it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answer import Kind
from assistant.question import Question
from corpus.report import Report
from index.records import Facets

_OTHERS = re.compile(
    r"\bthe others?\b|其余|其[他它](?:几|四|三|两|的)?(?:个|家|份|单位|机关|县|局)|剩下的", re.IGNORECASE
)
"""Asks for the agencies that the answer before left out."""
BESIDE = re.compile(
    r"(?:和|跟|与|同)[^，。？]{1,20}?(?:比|放(?:在)?一起|放(?:在)?一块|并排|并列|对照|相比)|(?:两|几|三|四)(?:家|个|份|年|县)[^，。？]{0,6}(?:并排|并列|放|一起|一块|对照|比)"
    r"|\b(?:compare|compared|versus|side by side)\b",
    re.IGNORECASE,
)
"""Sets what is named beside what was asked about before."""


def completed(question: Question, earlier: Question, reports: Sequence[Report]) -> Question:
    """Fill what an elliptical message leaves out from the question before it."""
    facets = Facets(
        agencies=question.facets.agencies
        or (() if question.absent or question.facets.levels else earlier.facets.agencies),
        levels=question.facets.levels or (() if question.facets.agencies else earlier.facets.levels),
        years=question.facets.years
        or (() if question.absent_years or question.facets.agencies else earlier.facets.years),
    )
    kind: Kind = question.kind if question.kind in ("section", "figure") else earlier.kind
    if BESIDE.search(question.message):
        facets = replace(
            facets,
            agencies=tuple(dict.fromkeys((*earlier.beside, *earlier.facets.agencies, *question.facets.agencies))),
            years=tuple(sorted({*earlier.facets.years, *question.facets.years})) if question.facets.years else (),
        )
    if question.complement or _OTHERS.search(question.message):
        kind = "census"
        named = earlier.facets.agencies
        others = tuple(dict.fromkeys(report.agency for report in reports if report.agency not in named))
        facets = replace(facets, agencies=others if named and _OTHERS.search(question.message) else ())
    return replace(
        question,
        kind=kind,
        topic=earlier.topic,
        beside=tuple(dict.fromkeys((*earlier.beside, *earlier.facets.agencies))),
        content=earlier.content,
        rest=earlier.rest,
        named=earlier.named,
        facets=facets,
        roles=question.roles or earlier.roles,
        focus=question.focus or earlier.focus,
        unit=question.unit or earlier.unit,
    )


def before(history: Sequence[Mapping[str, str]], content: str) -> list[Mapping[str, str]]:
    """Return the messages before the last one with a given content."""
    turns = list(history)
    for index in range(len(turns) - 1, -1, -1):
        if turns[index].get("content") == content:
            return turns[:index]
    return []
