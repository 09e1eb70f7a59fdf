"""The status of every clause that the gold quotes, whatever is asked about it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from corpus.report import Report
from tests.quality.case import Case
from tests.quality.judge.figures import squeezed


def judge(reports: Iterable[Report], topics: Iterable[dict[str, Any]]) -> Iterator[Case]:
    """Yield one case for each quote and status of the topics: some clause that the quote touches has that status."""
    held = {report.file: _clauses(report) for report in reports}
    seen: set[tuple[str, str, str]] = set()
    for topic in topics:
        for file, shown in topic["reports"].items():
            for one in shown:
                key = (file, squeezed(one["quote"]), one["status"])
                if key not in seen:
                    seen.add(key)
                    yield _case(held.get(file, ("", [])), *key)


def _clauses(report: Report) -> tuple[str, list[tuple[int, int, str]]]:
    """Return a report's text without white space and its clauses as (start, end, status) in it."""
    text, clauses = "", []
    for statement in report.statements:
        for clause in statement.clauses:
            start = len(text)
            text += squeezed(report.text[clause.start : clause.end])
            clauses.append((start, len(text), clause.status))
    return text, clauses


def _case(held: tuple[str, list[tuple[int, int, str]]], file: str, quote: str, status: str) -> Case:
    text, clauses = held
    start = text.find(quote)
    touched = [found for a, b, found in clauses if a < start + len(quote) and b > start] if start >= 0 else []
    came = "/".join(dict.fromkeys(touched)) or "not in the report"
    question = f"{file}: {quote}"
    return Case(
        "clause status", f"{question} {status}", question, "census", "zh", (), float(status in touched), status, came
    )
