"""Which covered years a question names, absolute or relative to today."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_RANGE = re.compile(r"(20\d\d)\s{0,3}年?\s{0,3}[-—–~～至到]{1,2}\s{0,3}(20\d\d)\s{0,3}年?")
_YEAR = re.compile(r"(?<!\d)(20\d\d)\s*(?:年度|年(?!\d{1,2}月|以来)|(?=[^\d年月]|$))")
_SHORT = re.compile(r"(?<![\d年月])(\d\d)年(?:度)?(?![\d个以])")
_MONTHS = re.compile(r"(?:20\d\d\s*年\s*)?\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号]|\s*底前?)?")
_HALF_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")
_RELATIVE = {"前年": 2, "去年": 1, "上一年": 1, "上年": 1}
_RECENT = re.compile(r"(?:近|最近|这)([两二三四五])年")
_COUNT = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5}
_IN_BRACKETS = re.compile(r"[（(]\s*(20\d\d)\s*年(?:度)?报告\s*[）)]")


@dataclass(frozen=True, slots=True)
class Years:
    """The covered years named, and the question without them; ``dated`` keeps months and days out of the years."""

    years: tuple[int, ...]
    rest: str


def find_years(text: str, held: Sequence[int], today: date) -> Years:
    """Find the years of a question and take them out of it.

    :param held: covered years of the library; 近三年 counts back from the last of them not after today.
    :param today: what 去年 is relative to.

    >>> find_years("湖南2024年是第几个？", (2024,), date(2026, 1, 1))
    Years(years=(2024,), rest='湖南 是第几个？')
    >>> find_years("2022-2024年法律咨询", (2024,), date(2026, 1, 1)).years
    (2022, 2023, 2024)
    >>> find_years("２０２４ 年听证", (2024,), date(2026, 1, 1)).years
    (2024,)
    """
    found: list[int] = []
    text = text.translate(_HALF_WIDTH)
    if bracketed := _IN_BRACKETS.search(text):
        return Years((int(bracketed.group(1)),), _MONTHS.sub(" ", _IN_BRACKETS.sub(" ", text)))
    for match in _RANGE.finditer(text):
        found.extend(range(int(match.group(1)), int(match.group(2)) + 1))
    text = _RANGE.sub(" ", text)
    for match in _YEAR.finditer(text):
        found.append(int(match.group(1)))
    text = _YEAR.sub(" ", text)
    for match in _SHORT.finditer(text):
        found.append(2000 + int(match.group(1)))
    text = _SHORT.sub(" ", text)
    for word, back in _RELATIVE.items():
        if word in text:
            found.append(today.year - back)
            text = text.replace(word, " ")
    for match in _RECENT.finditer(text):
        last = max((year for year in held if year <= today.year), default=today.year)
        found.extend(range(last - _COUNT[match.group(1)] + 1, last + 1))
    text = _RECENT.sub(" ", text)
    return Years(tuple(dict.fromkeys(found)), text)
