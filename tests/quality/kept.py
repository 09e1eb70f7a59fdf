"""A run in the form that the page shows: measures, floors, breakdowns, failing questions but those of the unseen part.

``python -m tests.quality.kept RUN.json`` makes the bundled one of what ``wenju quality --out RUN.json`` wrote.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from assistant.measured import BUNDLED, KEPT
from tests.quality.case import Case, by
from tests.quality.differing import differing
from tests.quality.result import Result, load

UNSEEN = "unseen"
"""The part whose failing questions are kept to measure with: nobody reads them."""

LISTED = (
    "answers right", "figures", "census F1", "census status", "no false refusal", "no false answer", "kind of silence",
    "clause status", "identity", "R@10",
)  # fmt: skip
"""Measures whose failing questions are listed; the others fail with these, or rank what R@10 has."""

LONGEST = 300
"""Characters of what came and was expected."""

PUBLIC = 20
"""Characters of the same for real reports in the bundled run: no passage of one goes into the project."""


def form(result: Result, *, bundled: bool = False) -> dict[str, Any]:
    """Return the JSON form of a run made today."""
    measures = result.measures
    return {
        "version": _version(),
        "date": date.today().isoformat(),
        "seconds": round(result.seconds, 1),
        "parts": {
            name: {
                "measures": {key: asdict(one) for key, one in measures[name].items()},
                "floors": result.floors.get(name, {}),
                "by": {key: _by(cases, key) for key in ("kind", "language", "tags")},
                "failing": None if name == UNSEEN else list(_failing(cases, _longest(name, bundled))),
                "open": result.open.get(name, 0),
            }
            for name, cases in result.cases.items()
        },
    }


def keep(result: Result, folder: Path) -> Path:
    """Write a run into a data folder, whole or not at all, and return its file.

    :raises OSError: where it cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return _write(folder / KEPT, form(result))


def main(argv: list[str]) -> None:
    """Make the bundled run of a file that ``--out`` wrote."""
    print(_write(BUNDLED, form(load(Path(argv[0])), bundled=True)))


def _by(cases: Iterable[Case], key: str) -> dict[str, Any]:
    return {name: asdict(one) for name, one in by(cases, "answers right", key).items()}


def _failing(cases: list[Case], longest: int) -> Iterator[dict[str, str]]:
    for measure in LISTED:
        for case in cases:
            if case.measure == measure and case.score < 1:
                came, expected = differing(case.came, case.expected)
                texts = {"question": case.question, "came": came, "expected": expected}
                yield {"measure": measure, **{key: _cut(text, longest) for key, text in texts.items()}}


def _longest(name: str, bundled: bool) -> int:
    return PUBLIC if bundled and name == "real" else LONGEST


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _write(path: Path, value: dict[str, Any]) -> Path:
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)
    return path


def _version() -> str:
    try:
        return version("wenju")
    except PackageNotFoundError:
        return "0"


if __name__ == "__main__":
    main(sys.argv[1:])
