"""The shape an answer shall have, as far as the question says: by what it is grouped, whether it looks for a model.

Tables of patterns only; what each shape looks like stands in ``compose``.
"""

from __future__ import annotations

import re

from assistant.question import Grouping
from corpus.rule import Rule

GROUPING_RULES: tuple[Rule[Grouping], ...] = (
    Rule(
        "level",
        r"(?:按照?|分|依)(?:行政)?(?:级别|层级|等级|级次|省市县|市县|省、市、县)(?:来)?(?:分|列|统计|看|汇总|排)?|分级(?:列|统计|看|汇总)|各(?:个)?(?:层级|级别)(?:各|分别)|(?:三|四|各|两)级(?:分别|分开|各)"
        r"|\b(?:by|per|each) (?:administrative )?level|group(?:ed)? by level",
        "哪些机关举行过听证，按级别分",
        "县级机关举行过听证的有哪些",
    ),
    Rule(
        "year",
        r"(?:按照?|分|依)(?:报告)?(?:年度|年份|年)(?:来)?(?:分|列|统计|看|汇总|排|$|[，。？?])|逐年|历年|分年|每年(?:各|分别)|各(?:个)?年(?:度|份)(?:各|分别|有|都)|一年一年"
        r"|\b(?:by|per) (?:covered )?year\b|year by year|each year|group(?:ed)? by year",
        "哪些机关举行过听证，按年份列",
        "2024年举行过听证的有哪些",
    ),
    Rule(
        "region",
        r"(?:按照?|分|依)(?:所在)?(?:地区|地域|省份|省|区域|市州)(?:来)?(?:分|列|统计|看|汇总|排|$|[，。？?])|分(?:地区|省份?|区域)|各(?:省|地区)(?:各有|分别)"
        r"|\b(?:by|per) (?:region|province)|group(?:ed)? by (?:region|province)",
        "哪些机关举行过听证，分省列",
        "湖南省信访局举行过听证吗",
    ),
    Rule(
        "status",
        r"(?:按照?|分|依)(?:状态|进展|进度|情形|完成情况)|(?:做了的|开展的|做过的)[^。？]{0,24}(?:打算|计划|没做|承认)[^。？]{0,16}(?:分开|分别|各)|各到(?:了)?哪一?步"
        r"|\bby status\b|group(?:ed)? by status",
        "听证，做了的、打算做的分开列",
        "哪些机关打算举行听证",
    ),
)
"""What a census is sorted by; the first row that matches decides."""

PRECEDENT = re.compile(
    r"先例|前例|借鉴|参考(?:一下|下)?(?:别|其他|人家|兄弟)|(?:别处|别人|别家|别的(?:地方|单位|机关|县|局)|其[他它](?:地方|单位|机关|县|局|地区)|人家|兄弟(?:单位|县|局)|外地)"
    r"[^，。？]{0,12}(?:怎么|如何|咋|是怎样|写成)|(?:各地|各家|各单位|各机关|大家)[^，。？]{0,12}(?:怎么|如何|咋)(?:写|表述|措辞)"
    r"|现成的[^，。？]{0,8}(?:可以)?(?:抄|用|搬)|范例|样板|(?:怎么|如何|咋)(?:写|表述|措辞)的?好|照着写|\bprecedents?\b|how (?:do|did|have) (?:the )?others|how others|borrow from|model wording|examples? to follow",
    re.IGNORECASE,
)
"""Asks how others do or word something, to take it up."""


def without_shape(text: str) -> str:
    """Return a question without the words that only say how the answer shall be shaped.

    >>> without_shape("哪些机关举行过听证？按级别分一下")
    '哪些机关举行过听证？ 一下'
    """
    for rule in GROUPING_RULES:
        if rule.meaning != "status":
            text = re.sub(rule.pattern, " ", text, flags=re.IGNORECASE)
    return PRECEDENT.sub(" ", text)


def grouping_of(message: str) -> Grouping | None:
    """Return what a census shall be sorted by.

    >>> grouping_of("哪些机关举行过听证？按级别分一下"), grouping_of("县级机关开过听证吗")
    ('level', None)
    """
    return next((rule.meaning for rule in GROUPING_RULES if re.search(rule.pattern, message, re.IGNORECASE)), None)
