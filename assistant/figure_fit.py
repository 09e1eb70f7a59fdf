"""How the words of a question fit the words round a figure: pure measures, which ``figures.py`` adds up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from assistant.counted import Said
from assistant.question import Question
from corpus.figures import UNITS
from corpus.folding import fold
from corpus.report import Figure
from index.topic import Group, stands_in

OWN, HANDED, EARLIER, LATER, NEARBY = 1.0, 0.9, 0.65, 0.5, 0.35
"""How much a word counts by where it stands from the figure."""
OLD_VALUE = 0.5
"""Taken from the old value of a change and from the difference, unless asked for; given to them where they are."""
PARTLY = 0.8
"""Of a word found only in part, by its character pairs."""
SAME_UNIT, LIKE_UNIT, OTHER_UNIT = 0.3, 0.1, -0.5
ORDINAL = -0.4
"""For 第七个 where a quantity was asked, and the other way round."""
CHANGE = re.compile(r"(?:下降|上升|增长|增加|减少|提高|降低|同比|环比|升至|降至|比上年|比去年|(?:多|少)了?(?:多少|几))")
"""Asks for a change, which only a sentence about a change can state."""
OLD = re.compile(r"原来|原先|此前|之前|以前|从前|上年|去年|上一年|过去|年初|压缩前|改造前|调整前|本来")
"""Asks for the value before a change."""
_CONFIRMS = re.compile(
    r"[吗么嘛吧][？?。！!]*$|[对是准]不[对是准]|对[吧吗]|是[吧吗]|是否|属实|\b(?:right|correct|true|is it|isn't it)\b",
    re.IGNORECASE,
)
"""Wants the figure that it states to be confirmed."""
_ASKED = re.compile(
    rf"(?:多少|第?几)(?:{'|'.join(sorted(map(re.escape, UNITS), key=len, reverse=True))})?|报告(?:里|中|说|写|提到|显示|披露)*|哪些|什么|是否|有没有"
    r"|请问|一共|总共|合计|总计|加起来|能不能加总|能加总|加总|相加|各[地家县市省区局]|各单位|各机关|分别|当年|全年|年底|[了过的吗呢是有在把被让给和与及里中，。？！?!,、]"
)
"""What splits a question into the parts that name things."""
EMPTY = frozenset({"其中", "共有", "累计", "全年", "已经", "组织", "开展"})
"""Word pairs beside a number that say nothing of what it counts."""
_ONLY = (
    frozenset({"元", "万元", "亿元"}),
    frozenset({"人", "名", "位", "人次"}),
    frozenset({"%", "个百分点", "百分点", "成", "倍"}),
)
"""Units for which no other one can stand."""
_AMOUNTS = (_ONLY[0], _ONLY[2])
"""Units of no countable thing: none answers where things are counted."""
PERSONS = frozenset({"名", "位"})
"""Units of persons, each counted once."""
_ALIKE: tuple[frozenset[str], ...] = (
    frozenset({"件", "件次", "起", "宗", "个", "例", "项", "批", "批次", "桩", "回", "条"}),
    frozenset({"人", "名", "位", "人次"}),
    frozenset({"次", "场", "场次", "期", "轮", "届", "人次", "件次", "批次", "堂", "节", "回", "趟", "遍"}),
    frozenset({"份", "册", "本", "张", "部", "套", "条", "封", "卷", "件"}),
    frozenset({"个", "家", "所", "处", "项", "支"}),
    frozenset({"元", "万元", "亿元"}),
)


def found(group: Group, said: Said, around: str) -> float:
    """Return how near to the figure a group's words stand, from 0 to 1."""
    places = (
        (said.own, OWN), (said.handed, HANDED), (said.earlier, EARLIER), (said.later, LATER), (around, NEARBY),
    )  # fmt: skip
    for text, value in places:
        if stands_in(group, text):
            return value
    named = _named(group.label)
    if not named:
        return 0.0
    return PARTLY * max(value * sum(pair in text for pair in named) / len(named) for text, value in places)


@lru_cache(maxsize=1024)
def _named(label: str) -> tuple[str, ...]:
    return tuple(pairs(fold(label)))


def by_pairs(asked: Sequence[str], said: Said, around: str) -> float | None:
    """Return how near the word pairs of a question stand to the figure, from 0 to 1; None where it has none."""
    places = (
        (said.own, OWN), (said.handed, HANDED), (said.earlier, EARLIER), (said.later, LATER), (around, NEARBY),
    )  # fmt: skip
    if not asked:
        return None
    return sum(next((value for text, value in places if pair in text), 0.0) for pair in asked) / len(asked)


@lru_cache(maxsize=64)
def asked_pairs(rest: str) -> tuple[str, ...]:
    """Return the word pairs of a question without its words of asking.

    >>> asked_pairs("讲了几堂法治课？")
    ('法治', '治课')
    """
    return tuple(dict.fromkeys(pair for part in _ASKED.split(fold(rest)) for pair in pairs(part)))


def unasked(asked: str, said: Said) -> float:
    """Return the share of the word pairs directly before a number that do not stand in what is asked, folded."""
    beside = [pair for pair in pairs(said.before[-8:]) if pair not in EMPTY]
    return sum(pair not in asked for pair in beside) / len(beside) if beside else 0.0


def step(question: Question, said: Said) -> float:
    """Return what the old value of a change and the difference gain or lose."""
    score = 0.0
    if said.former:
        score += OLD_VALUE if OLD.search(question.message) else -OLD_VALUE
    if said.change:
        score += OLD_VALUE if CHANGE.search(question.message) else -OLD_VALUE
    return score


STEPS = (
    re.compile(
        r"化解|办结|了结|审结|结案|息诉|销账|销号|办好|办成|成功|达成|落实|整改|兑现|结清|签字|认账|立案|摆平|解决|搞定|做成|结了|结掉"
    ),
    re.compile(r"退回|打回|重做|重拟|重新|撤销|废止|暂停|缓办|暂缓|劝回|叫停|驳回|不予|取消|推翻"),
    re.compile(r"其余|余下|剩|还有|没(?!收)|未|仍|至今|另|不上|谈不拢|超期|逾期|差"),
    re.compile(r"新增|新冒|新出|头一回|首次|多出|补(?!课|考|训|[了过])"),
    re.compile(r"维持|确认|合格|满意|认可|优良"),
    re.compile(r"其中|里头|里面|当中"),
)
"""What may happen to a part of what is counted: settled, sent back, left over, new, upheld; and being a part at all."""


def steps(text: str) -> tuple[bool, ...]:
    """Tell which steps a text speaks of.

    >>> steps("其中化解40件")
    (True, False, False, False, False, True)
    """
    return tuple(bool(step.search(text)) for step in STEPS)


def naming(rest: str) -> str:
    """Return a question without its words of asking, blanks in their place.

    >>> naming("讲了几堂法治课？").split()
    ['讲', '法治课']
    """
    return _ASKED.sub(" ", fold(rest))


def alike(one: str | None, other: str) -> bool:
    """Tell whether two units may count the same kind of thing.

    >>> alike("人", "人次"), alike("件", "元")
    (True, False)
    """
    return one == other or any(one in units and other in units for units in _ALIKE)


def impossible(question: Question, figure: Figure) -> bool:
    """Tell whether a figure can never be the one asked for: one that the question states, or one of another unit.

    Money, a share, visits where persons are asked: 多少人 may ask for visits (人次), 几名 never does.
    """
    unit = question.unit
    if states(question.message, figure.text):
        return True
    if unit in PERSONS and figure.unit == "人次":
        return True
    if unit is not None and not any(unit in units for units in _AMOUNTS):
        return any(figure.unit in units for units in _AMOUNTS)
    return any(unit in units and figure.unit not in units for units in _ONLY)


def states(message: str, figure: str) -> bool:
    """Tell whether a question itself states a figure and does not want it confirmed.

    >>> states("48件里办结了几件", "48件"), states("办结率是96%吗", "96%"), states("148件里有几件", "48件")
    (True, False, False)
    """
    if _CONFIRMS.search(message):
        return False
    return re.search(rf"(?<![\d一二三四五六七八九十百千万.]){re.escape(fold(figure))}", fold(message)) is not None


def pairs(text: str) -> list[str]:
    """Return the pairs of neighbouring Chinese characters, in order."""
    chinese = re.sub(r"[^\u4e00-\u9fff]", "", text)
    return [chinese[i : i + 2] for i in range(len(chinese) - 1)]


def unit_fit(question: Question, figure: Figure) -> float:
    """Return what a figure's unit gains beside the one asked for, or loses."""
    asked = question.unit
    ordinal = figure.text.startswith("第")
    if ordinal != ("第几" in question.message):
        return ORDINAL
    if asked is None:
        return 0.0
    if asked == figure.unit:
        return SAME_UNIT
    if alike(asked, figure.unit):
        return LIKE_UNIT
    return OTHER_UNIT
