"""What kind of number a question asks for, in whatever words: money, a share, a length of time, people.

A kind is wider than a unit: 占多大比重 wants a percentage, 几桩 wants cases. Whether a figure's unit is of that kind
helps to choose it, and a figure of money or of a share answers nothing that does not ask for one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.rule import Rule

MONEY = frozenset({"元", "万元", "亿元"})
SHARE = frozenset({"%", "个百分点", "百分点", "成", "倍"})
TIME = frozenset({"天", "年", "个月", "小时", "分钟", "个工作日", "工作日", "个星期", "个小时", "课时", "学时"})
PEOPLE = frozenset({"人", "名", "位", "人次", "口"})

KINDS: tuple[Rule[frozenset[str]], ...] = (
    Rule(
        MONEY,
        r"多少钱|(?:几|多少)(?:[万百千]块|块钱)|(?:花|付|掏|赔|罚|拨|收|交|补|发)了?[^，。？]{0,6}(?:几|多少)块|多少(?:万|款子)|(?:费|钱|款|金|资金|经费|补贴|补助|开销|赔偿)[^，。？]{0,4}多少(?![人户家件次笔个名])"
        r"|(?:花|付|掏|赔|罚|拨)了?[^，。？]{0,3}多少(?![人户家件次笔个名天份时])"
        r"|多少(?![人户家件起宗次笔个名天份])[^，。？]{0,5}(?:钱|款|金(?!融)|经费|补助|补贴|欠薪|工资)(?![的案纠])|how much (?!time|percent|longer)",
        "禾渡发了多少救急的钱",
        "罚了多少家企业",
    ),
    Rule(
        SHARE,
        r"几成|百分|比例|比重|占比|占(?:了|到)?[^，。？]{0,8}(?:多少|多大|几|比)|(?<![效频草轻])率(?![先领])|多大(?:的)?比|percent|share|proportion|\brates?\b",
        "网上来的占多大比重",
        "哪家率先做了",
    ),
    Rule(
        TIME,
        r"多久|多长时间|(?:多少|几)(?:天|年|个?月(?!份)|个?小时|个?钟头|分钟|个?星期|日子)|how long|how many (?:days|months|years|hours|minutes)",
        "拖了多久才有人接",
        "开了多少次会",
    ),
    Rule(
        PEOPLE,
        r"(?:多少|几)(?:个|名|位)?(?:人(?!次|民|大代表建议)|名|位|[^，。？的]{0,4}(?:干部|律师|同志|专干|人员|群众|代表))|how many (?:people|officials|lawyers|staff|officers)",
        "有多少人没参加过培训",
        "办了多少件",
    ),
)  # fmt: skip


@lru_cache(maxsize=256)
def kind_asked(message: str) -> frozenset[str]:
    """Return the units of the kind of number a message asks for; empty where its words do not tell.

    >>> "%" in kind_asked("网上来的占多大比重"), kind_asked("办了多少件")
    (True, frozenset())
    """
    return next((rule.meaning for rule in KINDS if re.search(rule.pattern, message, re.IGNORECASE)), frozenset())
