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
_TODAY = (
    (re.compile(r"大前年"), 3),
    (re.compile(r"前年|\bthe year before last\b", re.IGNORECASE), 2),
    (
        re.compile(
            r"(?<![比较])去年(?:度)?|(?<=[比较])去年(?=(?:多|少|高|低)(?!了)|呢|怎|如何|咋|[？?]?$)|头年|\blast year\b",
            re.IGNORECASE,
        ),
        1,
    ),
    (re.compile(r"今年(?:度)?(?!以来)|本年度|\bthis year\b", re.IGNORECASE), 0),
)
"""Years told from today, with how many years ago they are."""
_CONTEXT = (
    (re.compile(r"再?(?:往|上|前)(?:前|上)?一年(?:度)?|(?<![比较加])上年度?(?![纪份龄])|\b(?:the )?(?:year before(?! last)|(?:previous|prior|preceding) year)\b", re.IGNORECASE), -1),
    (re.compile(r"(?:再往?|往)?后一年|次年|第二年|转过年|\b(?:the )?(?:year after|following year)\b", re.IGNORECASE), 1),
    (re.compile(r"(?:那|同)(?:一)?年(?![轻纪龄底初])|\b(?:that|the same) year\b", re.IGNORECASE), 0),
)  # fmt: skip
"""Years told from the years spoken of, with their distance from the first or the last of them."""
_NUMBER = r"([两二三四五六2-6]|two|three|four|five)"
_RECENT = re.compile(
    rf"(?:最?近|这|过去|头)\s?{_NUMBER}\s?(?:个)?年(?:度)?(?:来|里)?|\b(?:past|last|recent) {_NUMBER} years\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(rf"(?:前|之前|往前)\s?{_NUMBER}\s?年|\b(?:previous|preceding) {_NUMBER} years\b", re.IGNORECASE)
_COUNT = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "two": 2, "three": 3, "four": 4, "five": 5}
_IN_BRACKETS = re.compile(r"[（(]\s*(20\d\d)\s*年(?:度)?报告\s*[）)]")

PLANS = re.compile(
    r"打算|计划|准备|安排|目标|要求|拟|下一?步|明年|来年|将|力争|争取|设想|部署|定[的下]|要(?:办|做|干|抓|达)|想[办做干]|plan|intend|aim",
    re.IGNORECASE,
)
"""Asks about plans: they stand in the report of the year before."""


@dataclass(frozen=True, slots=True)
class Years:
    """The covered years named, and the question without them; ``relative`` pairs words with the years they name."""

    years: tuple[int, ...]
    rest: str
    relative: tuple[tuple[str, tuple[int, ...]], ...] = ()


def find_years(text: str, held: Sequence[int], today: date, spoken: Sequence[int] = ()) -> Years:
    """Find the years of a question and take them out of it.

    :param held: covered years of the library; 近三年 counts back from the last of them not after today.
    :param today: what 去年 is relative to.
    :param spoken: the years spoken of before, to which 上一年 and 前两年 are relative; today where there are none.

    >>> find_years("湖南2024年是第几个？", (2024,), date(2026, 1, 1))
    Years(years=(2024,), rest='湖南 是第几个？', relative=())
    >>> find_years("2022-2024年法律咨询", (2024,), date(2026, 1, 1)).years
    (2022, 2023, 2024)
    >>> find_years("２０２４ 年听证", (2024,), date(2026, 1, 1)).years
    (2024,)
    >>> find_years("前两年呢", (2024,), date(2026, 1, 1), (2025,)).years
    (2023, 2024)
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
    relative: list[tuple[str, tuple[int, ...]]] = []
    text = _relative(text, held, today, tuple(spoken) or tuple(found), relative)
    found.extend(year for _, years in relative for year in years)
    return Years(tuple(dict.fromkeys(found)), text, tuple(relative))


def _relative(
    text: str, held: Sequence[int], today: date, spoken: Sequence[int], found: list[tuple[str, tuple[int, ...]]]
) -> str:
    """Take out the years told from today or from the years spoken of, and add them to those found."""
    last = max((year for year in held if year <= today.year), default=today.year)
    for pattern, ends in ((_RECENT, last + 1), (_BEFORE, min(spoken, default=today.year))):
        for match in pattern.finditer(text):
            count = _COUNT.get(number.lower()) or int(number) if (number := next(filter(None, match.groups()))) else 0
            found.append((match.group(0), tuple(range(ends - count, ends))))
        text = pattern.sub(" ", text)
    first, end = min(spoken, default=today.year), max(spoken, default=today.year)
    for pattern, distance in _CONTEXT:
        if (distance < 0 or spoken) and (told := pattern.search(text)):
            meant = tuple(spoken) if distance == 0 else ((first if distance < 0 else end) + distance,)
            found.append((told.group(0), meant))
            text = pattern.sub(" ", text)
    for pattern, back in _TODAY:
        if told := pattern.search(text):
            found.append((told.group(0), (today.year - back,)))
            text = pattern.sub(" ", text)
    return text
