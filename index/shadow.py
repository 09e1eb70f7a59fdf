"""The folded text of a report as every question needs it, with the place of each statement in it; kept in memory."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.folding import fold_with_offsets
from corpus.report import Report

SHADOWS = 20_000
"""Folded reports kept; one of 2,500 characters costs about 16 kB."""


@dataclass(frozen=True, slots=True)
class Shadow:
    """A report's folded text; statement ``n`` is ``text[starts[n]:ends[n]]``. ``source`` is the text it came from."""

    source: str
    text: str
    origin: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source offsets of folded ``[start, end)``, which is not empty."""
        return self.origin[start], self.origin[end - 1] + 1


_HELD: dict[str, Shadow] = {}


def shadow(report: Report) -> Shadow:
    """Return a report's folded text."""
    held = _HELD.get(report.id)
    if held is not None and held.source == report.text:
        return held
    if len(_HELD) >= SHADOWS:
        _HELD.clear()
    folded = fold_with_offsets(report.text)
    starts = array("I", (bisect_left(folded.origin, one.start) for one in report.statements))
    ends = array("I", (bisect_left(folded.origin, one.end) for one in report.statements))
    made = _HELD[report.id] = Shadow(report.text, folded.text, folded.origin, starts, ends)
    return made
