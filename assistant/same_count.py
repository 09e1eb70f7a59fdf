"""Whether two figures count the same thing, so that they may be added or compared; in doubt they do not.

Only the words beside the numbers decide: synonyms and terms of the glossary count as one word, what sets apart (初次 and
重复, 登记 and 化解, the county and the bureau) must stand beside both or neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.counted import said_of
from assistant.lexicon import ASKING
from assistant.terms import find_concepts, is_term, synonyms
from corpus.folding import fold
from corpus.report import Figure, Report, Statement

ALIKE = 0.6
"""More than this share of all words beside two numbers must be common to both."""
_FEW = 2
"""Fewer words beside a number, none of them a term, do not say what it counts; what leads up to it then does."""
_APART = re.compile(
    r"初次|首次|重复|越级|集体|网上|来信|来访|来电|其中|新增|新|县级|市级|省级|乡镇|村|全县|全市|全省|全区|全系统|局|未|没|不|超|逾期|按期|及时|化解|办结"
    r"|登记|受理|立案|撤销|维持|通过|备案|参评|满意|采纳|上年|累计|至今|女|男"
)
_TIME = re.compile(
    r"20\d\d年度?|全年|年内|当年|本年|年末|年底|截至|\d{1,2}月(?:底|末)?|[上下]半年|共计?|总计|累计|合计|达到?|约|各类|等|其中|和|及|的|了"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts: its unit, the words beside it, and those among them that set apart."""

    unit: str
    words: frozenset[str]
    apart: frozenset[str]


def counted(report: Report, statement: Statement, figure: Figure) -> Counted:
    """Return what a figure counts."""
    beside = fold(figure.counts)
    words = _content(beside)
    if len(words) < _FEW and not any(is_term(word) for word in words):
        words |= _content(said_of(report, statement, figure).handed)
    return Counted(figure.unit, words, frozenset(_APART.findall(beside)))


def same(one: Counted, other: Counted) -> bool:
    """Tell whether two figures count the same thing in the same unit."""
    if one.unit != other.unit or one.apart != other.apart or not one.words or not other.words:
        return False
    return len(one.words & other.words) > ALIKE * len(one.words | other.words)


def all_same(several: Sequence[Counted]) -> bool:
    """Tell whether each of several figures counts what every other does."""
    return all(same(one, other) for number, one in enumerate(several) for other in several[number + 1 :])


@lru_cache(maxsize=4096)
def _content(text: str) -> frozenset[str]:
    """Return the words that name what is counted, each by its glossary term or its first synonym.

    >>> _content(fold("全年举行听证会")) == _content(fold("召开公开听证"))
    True
    """
    import rjieba

    found = set()
    masked = list(text)
    for one in find_concepts(text):
        found.add(one.concept.term)
        masked[one.start : one.end] = " " * (one.end - one.start)
    rest = ASKING.sub(" ", _TIME.sub(" ", "".join(masked)))
    for word in rjieba.cut(rest):
        if len(word.strip()) > 1 and "\u4e00" <= word[0] <= "\u9fff":
            found.add(min((word, *synonyms().get(word, ()))))
    return frozenset(found)
