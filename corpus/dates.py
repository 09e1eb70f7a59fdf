"""Dates and covered years as offices write them: Arabic or Chinese digits, full or half width; a date is no year."""

from __future__ import annotations

import re

_CHINESE_DIGITS = "〇一二三四五六七八九"
_PLAIN = str.maketrans("０１２３４５６７８９○零ＯO", "0123456789〇〇〇〇")
_DATE = re.compile(r"(20\d\d)\s?(?:年|[-./])\s?(\d{1,2}|元)\s?(?:月|[-./])\s?(\d{1,2})(?!\d)\s?日?")
_CHINESE_DATE = re.compile(
    rf"(二〇[{_CHINESE_DIGITS}]{{2}})\s?年\s?([一二三四五六七八九十元]{{1,2}})\s?月\s?([一二三四五六七八九十]{{1,3}})\s?日"
)
_YEAR = re.compile(
    rf"(?<!\d)(?:20\d\d\s?年?\s?(?:[-—–~至到]{{1,2}})\s?)?(?P<arabic>20\d\d)\s?年(?!\s?\d{{1,2}}\s?月\s?\d)"
    rf"|(?P<chinese>二〇[{_CHINESE_DIGITS}]{{2}})\s?年(?!\s?[一二三四五六七八九十]{{1,2}}月[一二三四五六七八九十])"
)


def years_of(text: str) -> tuple[int, ...]:
    """Return the years of a text in order, of a range its last; the years of dates are left out.

    >>> years_of("关于二〇二四年度法治政府建设情况的报告"), years_of("２０２４年总结及2025年计划"), years_of("2025年1月8日")
    ((2024,), (2024, 2025), ())
    """
    found = _YEAR.finditer(text.translate(_PLAIN))
    return tuple(int(one.group("arabic") or _digits(one.group("chinese"))) for one in found)


def date_in(text: str) -> str | None:
    """Return the first date of a text in ISO form, or None.

    >>> date_in("2025年1月8日印发"), date_in("二○二五年十二月三十一日"), date_in("2025.1.8"), date_in("2025-13-40")
    ('2025-01-08', '2025-12-31', '2025-01-08', None)
    """
    text = text.translate(_PLAIN)
    if found := _DATE.search(text):
        year, month, day = int(found.group(1)), _small(found.group(2)), int(found.group(3))
    elif found := _CHINESE_DATE.search(text):
        year, month, day = int(_digits(found.group(1))), _small(found.group(2)), _small(found.group(3))
    else:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}" if 1 <= month <= 12 and 1 <= day <= 31 else None


def _digits(number: str) -> str:
    return "".join(str(_CHINESE_DIGITS.index(char)) for char in number)


def _small(number: str) -> int:
    """Read a number up to 31, with 元 for the first month.

    >>> _small("三十一"), _small("十"), _small("9"), _small("元")
    (31, 10, 9, 1)
    """
    if number.isdigit() or number == "元":
        return 1 if number == "元" else int(number)
    tens, ten, ones = number.partition("十")
    if not ten:
        return int(_digits(number[-1]))
    return (int(_digits(tens[-1])) if tens else 1) * 10 + (int(_digits(ones[0])) if ones else 0)
