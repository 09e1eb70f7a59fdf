"""What a run of the suite found, as a record with a JSON form: cases, measures, floors, peers, verdict."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from tests.quality.case import Case, Measure, measured, undercut
from tests.quality.line import BadGold


@dataclass(frozen=True, slots=True)
class Result:
    """One run. ``peers`` maps gold → peer → measure → value; ``seconds`` is the time of the run without peers.

    ``open`` maps gold → lines that were skipped since nobody has filled in what they expect.
    """

    cases: Mapping[str, list[Case]]
    floors: Mapping[str, dict[str, float]]
    seconds: float
    peers: Mapping[str, Mapping[str, Mapping[str, Measure]]] = field(default_factory=dict)
    open: Mapping[str, int] = field(default_factory=dict)

    @property
    def measures(self) -> dict[str, dict[str, Measure]]:
        """Gold → measure → value."""
        return {name: measured(cases) for name, cases in self.cases.items()}

    @property
    def short(self) -> dict[str, list[str]]:
        """Gold → what lies below its floor; golds that reach all of theirs are left out."""
        found = {name: undercut(cases, self.floors.get(name, {})) for name, cases in self.cases.items()}
        return {name: lines for name, lines in found.items() if lines}

    @property
    def verdict(self) -> str:
        """``red`` where any measure lies below its floor, else ``green``."""
        return "red" if self.short else "green"

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "verdict": self.verdict,
            "seconds": round(self.seconds, 1),
            "golds": {
                name: {
                    "measures": {key: asdict(one) for key, one in self.measures[name].items()},
                    "floors": self.floors.get(name, {}),
                    "short": self.short.get(name, []),
                    "open": self.open.get(name, 0),
                    "cases": [asdict(case) for case in cases],
                }
                for name, cases in self.cases.items()
            },
            "peers": {
                gold: {peer: {key: asdict(one) for key, one in found.items()} for peer, found in peers.items()}
                for gold, peers in self.peers.items()
            },
        }


def load(path: Path) -> Result:
    """Read the JSON of an earlier run.

    :raises BadGold: if the file is missing or is no result of the suite.
    """
    try:
        raw = json.loads(path.read_text("utf-8"))
        golds = raw["golds"]
        cases = {
            name: [Case(**{**case, "tags": tuple(case["tags"])}) for case in one["cases"]]
            for name, one in golds.items()
        }
        floors = {name: one["floors"] for name, one in golds.items()}
        left_open = {name: one["open"] for name, one in golds.items() if one.get("open")}
        return Result(cases, floors, raw["seconds"], open=left_open)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadGold(
            f"{path.name}: no result of the suite ({error}); make one with wenju quality --out FILE"
        ) from error
