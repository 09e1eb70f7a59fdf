"""Turn feedback into candidates for the quality suite, in the form of its question lines (tests/quality/GUIDE.md).

An answer called useful expects what came. One called wrong expects nothing yet (``null``): what came stands beside it
under ``came``, for a person to correct and put under ``expect``; the suite skips it with a count until then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from assistant.feedback.record import Feedback, Row, json_line
from assistant.feedback.words import USEFUL

QUOTES = 5
QUOTE_CHARACTERS = 60
"""Quotes that a right answer must hold again, and the characters of each: its beginning names it."""

_REFUSALS = frozenset({"not_in_reports", "out_of_scope"})
_CHINESE = re.compile(r"[\u4e00-\u9fff]")
_LATIN = re.compile(r"[A-Za-z]{2,}")


def lines(feedback: Iterable[Feedback]) -> str:
    """Return the candidates as JSON lines; empty where there is no feedback."""
    return "".join(json_line(candidate(one)) for one in feedback)


def candidate(line: Feedback) -> dict[str, Any]:
    """Return one candidate."""
    history = [one["content"] for one in line.history if one.get("role") == "user" and "content" in one]
    form: dict[str, Any] = {
        "id": f"feedback-{line.id}",
        "question": line.question,
        "kind": line.kind,
        "tags": [*_tongue(line.question), *(["follow-up"] if history else [])],
        **({"history": history} if history else {}),
        **({"facets": dict(line.facets)} if line.facets else {}),
    }
    if line.verdict == USEFUL:
        return {**form, "expect": came(line)}
    return {**form, "expect": None, "came": came(line), "reason": line.reason, "note": line.note}


def came(line: Feedback) -> dict[str, Any]:
    """Return what an answer held, in the words of ``expect``; a census that was cut is left out, as it is not whole."""
    held: dict[str, Any] = {"outcome": line.outcome}
    if line.outcome in _REFUSALS:
        return {**held, "reason": line.reason_kind or "weak"}
    first = next((one for one in line.findings if isinstance(one.get("figure"), dict)), None)
    if line.kind == "census" and not line.cut:
        return {**held, "census": _census(line)}
    if line.kind == "figure" and first is not None and first["figure"].get("value") is not None:
        figure = {key: first["figure"].get(key) for key in ("value", "unit", "approximate")}
        return {**held, "figures": [{**figure, "quote": _quote(line, first)}]}
    quotes = [
        {"file": one.get("file", ""), "contains": str(one.get("quote", ""))[:QUOTE_CHARACTERS]}
        for one in line.citations[:QUOTES]
    ]
    return {**held, "quotes": quotes} if quotes else held


def _census(line: Feedback) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in line.findings:
        found.setdefault(str(one.get("file", "")), [str(one.get("status", ""))])
    return {**found, **{str(one.get("file", "")): [] for one in line.silent if one.get("file") not in found}}


def _quote(line: Feedback, finding: Row) -> str:
    number = finding.get("citation")
    return next((str(one.get("quote", "")) for one in line.citations if one.get("number") == number), "")


def _tongue(question: str) -> list[str]:
    if not _CHINESE.search(question):
        return ["english"]
    return ["mixed"] if _LATIN.search(question) else []
