"""Two runs, question by question: what was gained, what was lost, and whether the difference is more than luck."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from tests.quality.case import MEASURES, Case
from tests.quality.result import Result

RESAMPLES = 2000
"""Resamples of the paired bootstrap; 2,000 place the ends of a 95 % interval to about a tenth of its width."""
_SEED = 7


@dataclass(frozen=True, slots=True)
class Change:
    """One measure of one gold in two runs, over the cases that both have.

    ``mean`` is new minus old of the cases' scores, ``low`` and ``high`` its 95 % interval.
    """

    gold: str
    measure: str
    pairs: int
    mean: float
    low: float
    high: float
    gains: tuple[tuple[Case, Case], ...]
    losses: tuple[tuple[Case, Case], ...]

    @property
    def certain(self) -> bool:
        """Whether the interval leaves out zero."""
        return self.low > 0 or self.high < 0


def changes(old: Result, new: Result) -> Iterator[Change]:
    """Yield one change for each gold and measure that both runs have."""
    for gold in new.cases:
        before = {(case.measure, case.id): case for case in old.cases.get(gold, ())}
        for measure in MEASURES:
            pairs = [
                (before[case.measure, case.id], case)
                for case in new.cases[gold]
                if case.measure == measure and (case.measure, case.id) in before
            ]
            if pairs:
                yield change(gold, measure, pairs)


def change(gold: str, measure: str, pairs: list[tuple[Case, Case]]) -> Change:
    """Return the change over pairs of (old, new) cases."""
    moved = [after.score - before.score for before, after in pairs]
    low, high = interval(moved)
    return Change(
        gold=gold,
        measure=measure,
        pairs=len(pairs),
        mean=float(np.mean(moved)),
        low=low,
        high=high,
        gains=tuple(pair for pair, by in zip(pairs, moved, strict=True) if by > 0),
        losses=tuple(pair for pair, by in zip(pairs, moved, strict=True) if by < 0),
    )


def interval(moved: list[float]) -> tuple[float, float]:
    """Return the 95 % interval of a mean of paired differences by percentile bootstrap.

    >>> interval([0.5, 0.5, 0.5])
    (0.5, 0.5)
    """
    if len(set(moved)) == 1:
        return moved[0], moved[0]
    from scipy.stats import bootstrap

    found = bootstrap((moved,), np.mean, n_resamples=RESAMPLES, method="percentile", rng=_SEED)
    return float(found.confidence_interval.low), float(found.confidence_interval.high)
