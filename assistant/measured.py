"""Runs of the quality suite as the page shows them: the user's own, kept in the data folder, and the bundled one.

The suite stands to the right of this folder and writes both (``tests/quality/kept.py``); here they are only read. A
part that nobody may look into (``unseen``) comes without failing questions.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

KEPT = "quality.json"
"""The file in a data folder that keeps the last run made with it."""

BUNDLED = Path(__file__).with_name("measured.json")
"""The run that came with this version."""

LARGEST = 16 * 1024 * 1024
"""Bytes of a run that are read; the bundled one has some 100,000."""


@dataclass(frozen=True, slots=True)
class Value:
    """A measure from 0 to 1 over a number of cases."""

    value: float
    cases: int


@dataclass(frozen=True, slots=True)
class Failing:
    """A question that failed one measure, beside what came and what was expected."""

    measure: str
    question: str
    came: str
    expected: str


@dataclass(frozen=True, slots=True)
class Part:
    """One gold of a run. ``by`` maps kind, language and tags → name → answers right; ``open`` counts skipped lines."""

    name: str
    measures: Mapping[str, Value]
    floors: Mapping[str, float]
    by: Mapping[str, Mapping[str, Value]]
    failing: tuple[Failing, ...] | None
    open: int


@dataclass(frozen=True, slots=True)
class Run:
    """A run of the suite: the program's version, the day, how long it took; ``own`` where it was made here."""

    version: str
    date: str
    seconds: float
    parts: tuple[Part, ...]
    own: bool


def runs(data: Path) -> tuple[Run, ...]:
    """Return the runs there are, the user's own first; one that cannot be read is left out."""
    found = []
    for path, own in ((data / KEPT, True), (BUNDLED, False)):
        try:
            with path.open("rb") as source:
                found.append(read(json.loads(source.read(LARGEST)), own=own))
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            continue
    return tuple(found)


def read(raw: Any, *, own: bool) -> Run:  # noqa: ANN401 - JSON
    """Return the record of a run's JSON.

    :raises ValueError, KeyError, TypeError, AttributeError: where it is none.
    """
    parts = tuple(_part(str(name), one) for name, one in raw["parts"].items())
    return Run(str(raw["version"]), str(raw["date"]), float(raw["seconds"]), parts, own)


def _part(name: str, raw: Mapping[str, Any]) -> Part:
    failing = raw["failing"]
    return Part(
        name=name,
        measures=_values(raw["measures"]),
        floors={str(key): float(one) for key, one in raw["floors"].items()},
        by={str(key): _values(one) for key, one in raw["by"].items()},
        failing=None if failing is None else tuple(_failing(one) for one in failing),
        open=int(raw["open"]),
    )


def _values(raw: Mapping[str, Any]) -> dict[str, Value]:
    return {str(key): Value(float(one["value"]), int(one["cases"])) for key, one in raw.items()}


def _failing(raw: Mapping[str, Any]) -> Failing:
    return Failing(*(str(raw[key]) for key in ("measure", "question", "came", "expected")))
