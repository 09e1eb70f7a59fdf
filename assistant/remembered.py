"""What was worked out for a library's reports, kept while the same reports are asked about again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from corpus.report import Report

T = TypeVar("T")
Reports = Sequence[Report]
MOST = 8
"""Results kept of each kind, the last ones used: one question asks for the same several times."""


class Remembered(Generic[T]):
    """Call a function once for the same sequence of reports; a sync makes a new one, so nothing grows stale.

    :param most: how many results are kept.
    """

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._held: OrderedDict[Hashable, tuple[Reports, T]] = OrderedDict()

    def get(self, reports: Reports, key: Hashable, make: Callable[[], T]) -> T:
        """Return what was made for these very reports and this key, or make it."""
        place = (id(reports), key)
        held = self._held.pop(place, None)
        if held is None or held[0] is not reports:
            held = (reports, make())
        self._held[place] = held
        while len(self._held) > self._most:
            self._held.popitem(last=False)
        return held[1]
