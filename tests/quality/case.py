"""One judged case, and how cases become measures: a share, or F1 over counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

F1 = frozenset({"census F1"})
"""Measures whose value is F1 over the counts of all cases; every other one is the mean of the scores."""
MEASURES = (
    "identity", "R@1", "R@5", "R@10", "RR@10", "nDCG@10", "clause status", "census F1", "census status",
    "census accounting", "figures", "no false answer", "no false refusal", "kind of silence", "follow-ups", "answers right", "verbatim", "numbers proven",
)  # fmt: skip
"""Every measure, in the order in which tables show them; all run from 0 to 1 and higher is better."""


@dataclass(frozen=True, slots=True)
class Case:
    """A question judged by one measure.

    ``score`` runs from 0 to 1. ``wanted``, ``found`` and ``both`` count for F1: members of the right set, of the set
    that came, and of both.
    """

    measure: str
    id: str
    question: str
    kind: str
    language: str
    tags: tuple[str, ...]
    score: float
    expected: str
    came: str
    wanted: int = 0
    found: int = 0
    both: int = 0


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure from 0 to 1 over a number of cases."""

    value: float
    cases: int


def measured(cases: Iterable[Case]) -> dict[str, Measure]:
    """Return measure name → value, in the order of ``MEASURES``, for those that have cases."""
    grouped: dict[str, list[Case]] = {}
    for case in cases:
        grouped.setdefault(case.measure, []).append(case)
    return {name: Measure(value(name, grouped[name]), len(grouped[name])) for name in MEASURES if name in grouped}


def value(name: str, cases: list[Case]) -> float:
    """Return the value of one measure over its cases.

    >>> one = Case("census F1", "1", "", "census", "zh", (), 0.8, "", "", wanted=2, found=3, both=2)
    >>> value("census F1", [one])
    0.8
    """
    if name in F1:
        return f1(sum(c.wanted for c in cases), sum(c.found for c in cases), sum(c.both for c in cases))
    return sum(case.score for case in cases) / len(cases)


def f1(wanted: int, found: int, both: int) -> float:
    """Return F1 of a set that came against the right one; 1 where both are empty."""
    return 2 * both / (wanted + found) if wanted + found else 1.0


def by(cases: Iterable[Case], measure: str, key: str) -> dict[str, Measure]:
    """Return one measure by ``kind``, ``language`` or ``tags``; a case with no tag counts as ``plain``."""
    grouped: dict[str, list[Case]] = {}
    for case in cases:
        if case.measure == measure:
            held = getattr(case, key)
            for name in (held or ("plain",)) if isinstance(held, tuple) else (held,):
                grouped.setdefault(name, []).append(case)
    return {name: Measure(value(measure, grouped[name]), len(grouped[name])) for name in sorted(grouped)}


def undercut(cases: Iterable[Case], floors: dict[str, float]) -> list[str]:
    """Return one line for each measure that lies below its floor, or that has a floor and no case."""
    values = measured(cases)
    short = []
    for name, floor in floors.items():
        if name not in values:
            short.append(f"{name}: no cases, floor {floor}")
        elif values[name].value < floor:
            short.append(f"{name}: {values[name].value:.3f} < {floor}")
    return short
