"""Over many reports: the statements whose figures can be the one asked for, by where words of the question stand.

Each test asks less than ``figures.py`` does of the same words, so that no figure that would be scored is left out.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
from numpy.typing import NDArray

from corpus.report import Report
from index.census import MANY, standing
from index.positions import Positions, covering
from index.topic import Group

Mask = NDArray[np.bool_]


def statements_of(
    reports: Sequence[Report],
    beside: Collection[str],
    words: tuple[Sequence[str], float],
    pairs: tuple[Sequence[str], float],
    choices: Sequence[Sequence[Group]],
) -> dict[str, list[int]] | None:
    """Return report id → the numbers of such statements; None where there are too few reports to look up places.

    :param beside: word pairs of which one stands directly at the number.
    :param words: words with the number of them that a statement must surpass.
    :param pairs: word pairs with the number of them that statement, headings and the statement before must reach.
    :param choices: groups of which half stand in the statement or the one before.
    """
    if len(reports) < MANY:
        return None
    found: dict[str, list[int]] = {}
    for part, mask in covering(reports):
        possible = _at_numbers(part, beside)
        possible |= _counted([_holding(part, word) for word in words[0]], part) > words[1]
        if pairs[0]:
            possible |= _counted([_in_reach(part, pair) for pair in pairs[0]], part) >= pairs[1]
        for choice in choices:
            held = _counted([_or_before(standing(part, group)) for group in choice], part)
            possible |= (held > 0) & (2 * held >= len(choice))
        numbers = np.flatnonzero(possible & part.figured & mask[part.report_of])
        for number, owner in zip(numbers.tolist(), part.report_of[numbers].tolist(), strict=True):
            found.setdefault(part.reports[owner].id, []).append(number - int(part.first_statement[owner]))
    return found


def _at_numbers(part: Positions, beside: Collection[str]) -> Mask:
    """Tell for every statement whether one of some pairs stands directly at a number of it."""
    held = np.zeros(len(part.report_of), dtype=np.bool_)
    for pair in beside:
        held[part.statements_before_figures(pair)] = True
    return held


def _holding(part: Positions, piece: str) -> Mask:
    held = np.zeros(len(part.report_of), dtype=np.bool_)
    held[part.statements(piece)] = True
    return held


def _or_before(held: Mask) -> Mask:
    return held | np.concatenate(([False], held[:-1]))


def _in_reach(part: Positions, piece: str) -> Mask:
    """Tell for every statement whether a piece stands in it, in the one before or in a heading of its report."""
    held = _holding(part, piece)
    headed = np.zeros(len(part.reports), dtype=np.bool_)
    headed[part.report_of[held & part.headings]] = True
    return _or_before(held) | headed[part.report_of]


def _counted(masks: Sequence[Mask], part: Positions) -> NDArray[np.int64]:
    count = np.zeros(len(part.report_of), dtype=np.int64)
    for mask in masks:
        count += mask
    return count
