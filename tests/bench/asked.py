"""Questions for a bench: of every kind, about many topics, none asked twice, the same ones every time."""

from __future__ import annotations

import random
from collections.abc import Sequence

from assistant.terms import asked_as, glossary

FIGURES = (
    "排查了多少条线索？",
    "开展了多少次法治培训？",
    "化解了多少件信访积案？",
    "接待了多少人次？",
    "调解成功多少件？",
)
PLAIN = (3, 16)
"""The everyday phrasing taken from a term's list, and its longest length."""


def census(count: int, seed: int = 0) -> list[str]:
    """Return questions who speaks of a term, in its own words."""
    return [f"哪些单位提到{term}？" for term in _terms(seed)[:count]]


def kinds(agencies: Sequence[str]) -> dict[str, list[str]]:
    """Return the questions of each kind over a library of some agencies."""
    terms = _terms(1)
    own, two, beside, plain = terms[:24], terms[24:48], terms[48:60], terms[60:84]
    some = [agencies[at * len(agencies) // 10] for at in range(10)]
    return {
        "census, one term": [f"哪些单位提到{term}？" for term in own],
        "census, two terms": [f"哪些单位有{one}和{other}？" for one, other in zip(two[::2], two[1::2], strict=True)],
        "census, a term and a word": [f"哪些单位邀请律师参与{term}？" for term in beside],
        "census, everyday words": [f"哪些单位{_everyday(term)}？" for term in plain],
        "figure of one": [f"{agency}{asked}" for agency, asked in zip(some, 2 * FIGURES, strict=True)],
        "figure of all": [f"各单位{asked}" for asked in FIGURES],
        "section": [f"{agency}存在哪些问题？" for agency in some[:5]] + [f"{agency}的报告结构" for agency in some[5:]],
        "catalogue": ["有几份报告带发文字号？", "库里有哪些单位的报告？", "2024年的报告有哪些？"],
        "passages": ["诉访分离怎么落实？", "接待大厅硬件改造怎么做的？", "给情绪激动的来访人做心理安抚，怎么做的？"],
    }


def follow_ups(agencies: Sequence[str]) -> list[tuple[str, str]]:
    """Return questions with what is asked after each."""
    firsts = census(5, seed=2)
    return [(first, f"那{agency}呢？") for first, agency in zip(firsts, agencies[:: len(agencies) // 5], strict=False)]


def _terms(seed: int) -> list[str]:
    terms = [concept.term for concept in glossary()]
    random.Random(seed).shuffle(terms)
    return terms


def _everyday(term: str) -> str:
    concept = next(one for one in glossary() if one.term == term)
    first, longest = PLAIN
    return next((one for one in asked_as(concept)[first:] if 4 <= len(one) <= longest), term)
