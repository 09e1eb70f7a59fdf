"""Numbers as such reports write them, Arabic or Chinese, with 万 and with 余/多/约, → values."""

from __future__ import annotations

import re

_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_TENS = {"十": 10, "百": 100, "千": 1000}
_SCALE = {"万": 10_000, "亿": 100_000_000, "百": 100, "千": 1000}


def value_of(number: str) -> float | None:
    """Return the value of a number without its approximation word; None if it is none.

    >>> value_of("5万"), value_of("1,058"), value_of("三千二百"), value_of("十五"), value_of("1.2万"), value_of("一百零八")
    (50000.0, 1058.0, 3200.0, 15.0, 12000.0, 108.0)
    >>> value_of("数"), value_of("三四")
    (None, None)
    """
    text = re.sub(r"[\s,，]", "", number)
    if "点" in text:
        whole, _, part = text.partition("点")
        decimals = "".join(str(_DIGITS[char]) for char in part if char in _DIGITS)
        left = _chinese(whole)
        return float(f"{left:.0f}.{decimals}") if left is not None and decimals else None
    found = re.fullmatch(r"(\d{1,12}(?:\.\d{1,6})?)([百千万亿]{0,3})", text)
    if found:
        value = float(found.group(1))
        for scale in found.group(2):
            value *= _SCALE[scale]
        return round(value, 6)
    return _chinese(text)


def _chinese(text: str) -> float | None:
    if not text:
        return None
    total = section = digit = 0
    for char in text:
        if char in _DIGITS and not digit:
            digit = _DIGITS[char]
        elif char in _TENS:
            section += (digit or 1) * _TENS[char]
            digit = 0
        elif char in ("万", "亿"):
            total = (total + section + digit or 1) * (10_000 if char == "万" else 100_000_000)
            section = digit = 0
        else:
            return None
    return float(total + section + digit)
