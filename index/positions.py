"""Where a piece of text stands in many reports at once: every pair of characters of all folded texts, with its places.

A census must look at every report and leave none out, yet run its patterns only where they can match. All folded texts
are joined and each pair of characters keeps the sorted list of places where it begins; a longer piece is looked up by
its rarest pair and compared there. The places are exact, so nothing that stands in a report is missed. It is made once
for the reports of a library, in memory, and grows by those that are new.
"""

from __future__ import annotations

import threading
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from corpus.report import Report
from index.garbage import loading
from index.shadow import SHADOWS, shadow

BETWEEN = "\n"
"""Stands between two reports; folded text holds no white space."""
PARTS = 6
"""Separate stretches of reports from which all are joined anew, so that single additions stay cheap."""
DIRECTLY = 8
"""Characters before a figure that stand directly at it."""
_BEYOND = 0xFFFF
"""Stands for every character beyond two bytes: such places are too many, never too few."""

Numbers = NDArray[np.int64]


class Positions:
    """The places of every character pair in some reports, which never change.

    Statements are numbered through all of them, in order.
    """

    def __init__(self, reports: Sequence[Report]) -> None:
        shadows = [shadow(report) for report in reports]
        self.reports = tuple(reports)
        self.codes = _codes(BETWEEN.join(one.text for one in shadows))
        lengths = np.array([len(one.text) + 1 for one in shadows], dtype=np.int64)
        self.report_starts = np.cumsum(lengths) - lengths
        counts = [len(one.starts) for one in shadows]
        self.first_statement = np.cumsum([0, *counts])
        shift = np.repeat(self.report_starts, counts)
        self.statement_starts = shift + np.concatenate([np.array(one.starts, dtype=np.int64) for one in shadows])
        self.report_of = np.repeat(np.arange(len(shadows)), counts)

    @cached_property
    def figured(self) -> NDArray[np.bool_]:
        """Tell for every statement whether it holds figures."""
        return np.array([bool(one.figures) for report in self.reports for one in report.statements], dtype=np.bool_)

    @cached_property
    def headings(self) -> NDArray[np.bool_]:
        """Tell for every statement whether it is a heading."""
        return np.array([one.heading for report in self.reports for one in report.statements], dtype=np.bool_)

    @cached_property
    def _figure_starts(self) -> Numbers:
        """Return where every figure begins in the joined text, in order."""
        starts = [
            int(shift) + bisect_left(shadow(report).origin, figure.start)
            for report, shift in zip(self.reports, self.report_starts, strict=True)
            for one in report.statements
            for figure in one.figures
        ]
        return np.sort(np.array(starts, dtype=np.int64))

    @cached_property
    def _pairs(self) -> tuple[NDArray[np.uint32], NDArray[np.int64], NDArray[np.uint32]]:
        """Return every pair that occurs, where its places begin, and all places."""
        wide = self.codes.astype(np.uint64)
        keyed = (wide[:-1] << np.uint64(48)) | (wide[1:] << np.uint64(32)) | np.arange(len(wide) - 1, dtype=np.uint64)
        keyed.sort()
        pairs = (keyed >> np.uint64(32)).astype(np.uint32)
        begin = np.flatnonzero(np.concatenate(([True], pairs[1:] != pairs[:-1])))
        return pairs[begin], np.append(begin, len(pairs)), keyed.astype(np.uint32)

    def ready(self) -> None:
        """Work out now what the first question would."""
        _ = self._pairs

    def places(self, piece: str) -> Numbers:
        """Return every place where a folded piece of text begins, in order."""
        wanted = _codes(piece)
        if len(wanted) == 1:
            return np.flatnonzero(self.codes == wanted[0])
        pairs, begin, every = self._pairs
        keys = (wanted[:-1].astype(np.uint32) << np.uint32(16)) | wanted[1:]
        at = np.minimum(np.searchsorted(pairs, keys), len(pairs) - 1)
        if not len(keys) or (pairs[at] != keys).any():
            return np.zeros(0, dtype=np.int64)
        rarest = int(np.argmin(begin[at + 1] - begin[at]))
        found = every[begin[at[rarest]] : begin[at[rarest] + 1]].astype(np.int64) - rarest
        found = found[(found >= 0) & (found + len(wanted) <= len(self.codes))]
        for offset, code in enumerate(wanted):
            if not rarest <= offset <= rarest + 1:
                found = found[self.codes[found + offset] == code]
        return found

    def statements(self, piece: str) -> Numbers:
        """Return the numbers of the statements in which a piece begins, each once, in order."""
        numbers = np.searchsorted(self.statement_starts, self.places(piece), side="right") - 1
        return _once(numbers[numbers >= 0])

    def statements_before_figures(self, piece: str) -> Numbers:
        """Return the numbers of the statements in which a piece stands directly before a figure."""
        starts, places = self._figure_starts, self.places(piece)
        if not len(starts):
            return starts
        nearest = starts[np.minimum(np.searchsorted(starts, places + len(piece)), len(starts) - 1)]
        figures = nearest[(nearest >= places + len(piece)) & (nearest - places <= DIRECTLY)]
        return _once(np.searchsorted(self.statement_starts, figures, side="right") - 1)

    def holding(self, piece: str) -> Numbers:
        """Return the numbers of the reports in which a piece stands, each once, in order."""
        return _once(np.searchsorted(self.report_starts, self.places(piece), side="right") - 1)


@dataclass(frozen=True, slots=True)
class _Held:
    parts: tuple[Positions, ...] = ()
    at: dict[str, tuple[int, int, str]] | None = None
    """Report id → its part, its number there, and its text."""


@dataclass(frozen=True, slots=True)
class _Covered:
    """What :func:`covering` returned last; a question asks for the same reports several times."""

    reports: Sequence[Report]
    held: _Held
    covering: list[tuple[Positions, NDArray[np.bool_]]]


_held = _Held()
_last: _Covered | None = None
_turn = threading.Lock()


def covering(reports: Sequence[Report]) -> list[tuple[Positions, NDArray[np.bool_]]]:
    """Return the parts that hold some reports, each with which of its reports they are."""
    global _last
    held, last = _held, _last
    if last is not None and last.reports is reports and last.held is held and isinstance(reports, tuple):
        return last.covering
    found = _masks(held, reports)
    if found is None:
        held = _grown(reports)
        found = _masks(held, reports)
    covered = [(part, mask) for part, mask in zip(held.parts, found or (), strict=True) if mask.any()]
    _last = _Covered(reports, held, covered)
    return covered


def _masks(held: _Held, reports: Sequence[Report]) -> list[NDArray[np.bool_]] | None:
    """Return which reports of each part are wanted; None where one is in none."""
    masks = [np.zeros(len(part.reports), dtype=np.bool_) for part in held.parts]
    known = held.at or {}
    for report in reports:
        at = known.get(report.id)
        if at is None or at[2] != report.text:
            return None
        masks[at[0]][at[1]] = True
    return masks


def _grown(reports: Sequence[Report]) -> _Held:
    """Take in the reports that are new; past ``PARTS`` all are joined, past ``SHADOWS`` the others are let go."""
    global _held
    with _turn, loading():
        known = _held.at or {}
        fresh = [one for one in reports if one.id not in known or known[one.id][2] != one.text]
        parts = _held.parts
        if len(parts) >= PARTS or len(known) + len(fresh) > SHADOWS or any(one.id in known for one in fresh):
            ids = {one.id for one in reports}
            others = [one for part in parts for one in part.reports if one.id not in ids]
            fresh = [*others, *reports] if len(others) + len(reports) <= SHADOWS else list(reports)
            parts = ()
        parts = (*parts, Positions(fresh)) if fresh else parts
        for part in parts:
            part.ready()
        at = {
            report.id: (number, place, report.text)
            for number, part in enumerate(parts)
            for place, report in enumerate(part.reports)
        }
        _held = _Held(parts, at)
        return _held


def _once(numbers: Numbers) -> Numbers:
    """Return sorted numbers without repetition."""
    return numbers[np.flatnonzero(np.diff(numbers, prepend=-1))]


def _codes(text: str) -> NDArray[np.uint16]:
    wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return np.minimum(wide, _BEYOND).astype(np.uint16)
