"""One line of feedback: what was asked, what came, and what a person said of it. No name and no address of anyone."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from assistant.feedback.words import REASONS, VERDICTS, WRONG

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Feedback:
    """A verdict on one answer, with as much of the answer as it takes to judge it again.

    ``id`` stands for the answer: a later line of the same id changes or takes back the earlier. ``time`` is ISO with
    its zone. ``cut`` counts the rows that were left out of an answer too long for one line.
    """

    id: str
    time: str
    version: str
    verdict: str
    reason: str | None
    note: str
    question: str
    history: tuple[Row, ...]
    facets: Row
    language: str
    kind: str
    outcome: str
    reason_kind: str | None
    understood: Row
    searched: Row
    findings: tuple[Row, ...]
    silent: tuple[Row, ...]
    citations: tuple[Row, ...]
    cut: int

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form, keys in the order of the record."""
        return asdict(self)


_BREAKS = str.maketrans({mark: f"\\u{ord(mark):04x}" for mark in "\x85\u2028\u2029"})
"""Characters that some readers take for the end of a line, and how JSON writes them."""


def json_line(value: Mapping[str, Any]) -> str:
    """Return a value as one line of JSON, for every reader of lines, with its end."""
    return json.dumps(value, ensure_ascii=False).translate(_BREAKS) + "\n"


_TEXTS = ("id", "time", "version", "verdict", "note", "question", "language", "kind", "outcome")
_ROWS = ("history", "findings", "silent", "citations")
_MAPS = ("facets", "understood", "searched")


def read(raw: object) -> Feedback:
    """Return a line's record.

    :raises ValueError: where anything is not what a line holds; the file may have been edited or damaged.
    """
    if not isinstance(raw, dict) or not {one.name for one in fields(Feedback)} <= set(raw):
        raise ValueError("not a line of feedback")
    whole = (
        all(isinstance(raw[key], str) for key in _TEXTS)
        and all(isinstance(raw[key], list) and all(isinstance(row, dict) for row in raw[key]) for key in _ROWS)
        and all(isinstance(raw[key], dict) for key in _MAPS)
        and all(raw[key] is None or isinstance(raw[key], str) for key in ("reason", "reason_kind"))
        and isinstance(raw["cut"], int)
    )
    if not whole or not known(raw["verdict"], raw["reason"]):
        raise ValueError("not a line of feedback")
    held = {one.name: raw[one.name] for one in fields(Feedback)}
    return Feedback(**{**held, **{key: tuple(held[key]) for key in _ROWS}})


def known(verdict: object, reason: object) -> bool:
    """Tell whether a verdict goes with its reason: one that calls an answer wrong says why, the others do not."""
    if not isinstance(verdict, str) or verdict not in VERDICTS:
        return False
    return (isinstance(reason, str) and reason in REASONS) if verdict == WRONG else reason is None
