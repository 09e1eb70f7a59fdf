"""Sums and differences as an answer writes them: every number with its mark, the result last, the whole checkable.

``算得：75[1]＋5[2]＝80`` names its addends and where each stands. ``verify.py`` lets the result through only where
:func:`proven` finds each addend as an exact figure in the quote of its mark and the arithmetic holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import reduce

from corpus.report import Figure

_TERM = r"\d{1,15}(?:\.\d{1,6})?\[\d{1,4}\]"
COMPUTED = re.compile(
    rf"(?:算得：|computed: ){_TERM}(?:\s?[＋－+-]\s?{_TERM}){{1,200}}\s?[＝=]\s?-?\d{{1,16}}(?:\.\d{{1,6}})?"
)
"""A computed number in a line of text."""
_ADDEND = re.compile(r"([＋－+-]?)\s?(?<![\d.])(\d{1,12}(?:\.\d{1,6})?)\[(\d{1,5})\]")
_RESULT = re.compile(r"[＝=]\s?(-?\d+(?:\.\d+)?)$")


def added(values: Sequence[tuple[float, int]], english: bool) -> str:
    """Write the sum of some values, each with the number of its citation.

    >>> added([(75.0, 1), (5.0, 2)], False)
    '算得：75[1]＋5[2]＝80'
    """
    total = sum((Decimal(str(value)) for value, _ in values), Decimal(0))
    joined = (" + " if english else "＋").join(f"{plain(Decimal(str(value)))}[{mark}]" for value, mark in values)
    return f"computed: {joined} = {plain(total)}" if english else f"算得：{joined}＝{plain(total)}"


def difference(later: tuple[float, int], earlier: tuple[float, int], english: bool) -> str:
    """Write what one value is more than another.

    >>> difference((86.0, 2), (102.0, 1), True)
    'computed: 86[2] - 102[1] = -16'
    """
    first, second = Decimal(str(later[0])), Decimal(str(earlier[0]))
    terms = f"{plain(first)}[{later[1]}]", f"{plain(second)}[{earlier[1]}]"
    if english:
        return f"computed: {' - '.join(terms)} = {plain(first - second)}"
    return f"算得：{'－'.join(terms)}＝{plain(first - second)}"


def plain(value: Decimal) -> str:
    """Return a number without exponent and without zeros at its end.

    >>> plain(Decimal("1E+2")), plain(Decimal("1.60"))
    ('100', '1.6')
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def proven(expression: str, cited: Callable[[int], Sequence[Figure]]) -> bool:
    """Tell whether a computed number holds: exact figures of one unit in the quotes of their marks, rightly reckoned.

    Shares are never added. A quote gives each of its figures once.

    :param cited: citation number → the figures of its quote.
    """
    result = _RESULT.search(expression)
    terms = _ADDEND.findall(expression)
    if result is None or len(terms) < 2:
        return False
    units: list[frozenset[str]] = []
    used: list[tuple[str, str]] = []
    total = Decimal(0)
    for sign, number, mark in terms:
        figures = cited(int(mark))
        fitting = [one.unit for one in figures if _exactly(one.value, one.approximate, number)]
        if used.count((number, mark)) >= len(fitting):
            return False
        used.append((number, mark))
        units.append(frozenset(fitting))
        total += -Decimal(number) if sign in ("－", "-") else Decimal(number)
    shared = reduce(frozenset.__and__, units)
    if any(sign in ("＋", "+") for sign, _, _ in terms):
        shared -= {"%", "百分点", "个百分点"}
    return bool(shared) and total == Decimal(result.group(1))


def _exactly(value: float | None, approximate: bool, number: str) -> bool:
    return value is not None and not approximate and Decimal(str(value)) == Decimal(number)
