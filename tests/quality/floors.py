"""Raise the floors beside a gold to just below what was measured; a floor never sinks here."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path

from tests.quality.case import Measure

SLACK = 0.004
"""Room below a measured value: less than one case of most measures, more than another processor's rounding."""
_EXACT = frozenset({"verbatim", "numbers proven", "census accounting", "identity", "clause status"})
"""Promises, which have no room, and what only rules decide, which needs none."""


def raised(floors: Mapping[str, float], found: Mapping[str, Measure]) -> dict[str, float]:
    """Return the floors after a run, to four decimals.

    >>> raised({"figures": 0.9, "R@1": 0.8}, {"figures": Measure(0.95, 10), "R@1": Measure(0.7, 10)})
    {'figures': 0.946, 'R@1': 0.8}
    """
    new = dict(floors)
    for name, one in found.items():
        room = 0.0 if name in _EXACT else SLACK
        reached = math.floor((one.value - room) * 10_000 + 1e-6) / 10_000
        new[name] = max(new.get(name, 0.0), reached)
    return new


def write(path: Path, floors: Mapping[str, float]) -> None:
    """Write a floors file."""
    path.write_text(json.dumps(floors, ensure_ascii=False, indent=1) + "\n", "utf-8")
