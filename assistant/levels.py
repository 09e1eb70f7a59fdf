"""How a level of agencies is named: 各县, 市里, 省局, 乡镇一级; not where something is said to it (向省里建议)."""

from __future__ import annotations

from corpus.report import Level
from corpus.rule import Rule

_TOLD = "(?<![向给对请求报到从由经被跟和让往为归全本该])"
"""Before a level that is asked about, not one that something is said to."""
LEVEL_RULES: tuple[Rule[Level], ...] = (
    Rule("province", rf"省级|省一级|各省|(?:^|[看要列是只那])省的|(?:别的|其[他它])省|{_TOLD}(?:省里|省局(?!长)|省厅)|哪些省|哪个省(?!或)|provincial|province-level", "省级机关怎么写", "湖南省信访局"),
    Rule(
        "city",
        rf"(?<!县)市级|市一级|(?:^|[看要列是只那])市的|(?:别的|其[他它])市|各市(?!州)|地市|设区市|{_TOLD}(?<!城)市里|哪些市|哪个市|哪几个市|municipal|city-level|\bcities\b",
        "各市情况",
        "14个市州",
    ),
    Rule(
        "county",
        rf"(?:^|[看要列是只那])县的|(?:别的|其[他它])(?:几个)?[县区](?!级|里|局|委)|县级|县区级|县一级|区县|各县|各区|{_TOLD}(?:县里|区里)(?!头)|哪些县|哪个县|哪几个县|哪些区|哪个区|county-level|counties|districts",
        "各县排查情况",
        "开江县",
    ),
    Rule(
        "town",
        rf"(?:^|[看要列是只那])乡?镇的|(?:别的|其[他它])(?:几个)?乡?镇(?!级|里)|乡镇级|乡镇一级|各乡镇|{_TOLD}(?:乡镇|镇里|乡里)(?=呢|的(?:呢|$)|那|这|里|层面|有|怎|办|做|搞|$)|哪些(?:乡|镇|街道)|哪个(?:乡|镇)|township|\btowns\b",
        "哪些乡镇聘了顾问",
        "15个乡镇中心",
    ),
)  # fmt: skip
