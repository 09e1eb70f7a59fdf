"""An assistant against a gold: each measure a pure function that returns its value and what failed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tests.quality.gold import Gold

if TYPE_CHECKING:
    from assistant import Assistant
    from assistant.answer import Answer


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure from 0 to 1 over ``cases`` cases, with one line for each failure."""

    name: str
    value: float
    cases: int
    failures: tuple[str, ...]


def measures(assistant: Assistant, gold: Gold) -> list[Measure]:
    """Return every measure that the gold has cases for, in a fixed order."""
    found = [identity(assistant, gold)]
    for number in (0, 1):
        found += census(assistant, gold, number)
    found += [figures(assistant, gold), *searches(assistant, gold)]
    return [measure for measure in found if measure.cases]


def squeezed(text: str | None) -> str:
    """Return a text without white space and Markdown marks, as gold quotes are compared."""
    return re.sub(r"[\s#*]", "", text or "")


def identity(assistant: Assistant, gold: Gold) -> Measure:
    """Share of identity fields and section roles that are right."""
    held = {entry["file"]: entry for entry in assistant.catalogue()["reports"]}
    right, failures = 0, []
    for one in gold.identities:
        entry = held.get(one["file"], {})
        for key in ("agency", "issuer", "level", "year", "document_number", "issue_date"):
            ok = key not in one or entry.get(key) == one[key]
            right += ok
            if not ok:
                failures.append(f"{one['file']} {key}: {entry.get(key)!r}, not {one[key]!r}")
        for section in one["sections"]:
            ok = _has_section(entry.get("sections", []), section)
            right += ok
            if not ok:
                failures.append(f"{one['file']} {section['heading']}: no section of role {section['role']}")
    return _share("identity and roles", right, failures)


def _has_section(held: list[dict[str, Any]], wanted: dict[str, Any]) -> bool:
    heading = squeezed(wanted["heading"])
    roles = {wanted["role"], *_listed(wanted.get("role_also"))}
    return any(
        one["role"] in roles and (heading in squeezed(one["heading"]) or squeezed(one["heading"]) in heading)
        for one in held
        if one["heading"]
    )


def census(assistant: Assistant, gold: Gold, number: int) -> list[Measure]:
    """Mention F1, strongest status and accounting of one phrasing of every topic."""
    true, found, both, right = 0, 0, 0, 0
    misses: list[str] = []
    statuses: list[str] = []
    unaccounted: list[str] = []
    for topic in gold.topics:
        question = gold.questions[topic["topic"]][number]
        answer = assistant.ask(question)
        said = strongest(answer)
        if not _accounts(answer):
            unaccounted.append(question)
        for file, shown in topic["reports"].items():
            if file in topic.get("optional", ()):
                continue
            status = said.get(file)
            true += bool(shown)
            found += status is not None
            both += bool(shown) and status is not None
            if bool(shown) != (status is not None):
                misses.append(f"{question} {file}: {status or 'silent'}")
            if shown and status is not None:
                ok = status in {one["status"] for one in shown}
                right += ok
                if not ok:
                    statuses.append(f"{question} {file}: {status}, not {[one['status'] for one in shown]}")
    f1 = 2 * both / (true + found) if true + found else 1.0
    label = f"phrasing {number + 1}"
    return [
        Measure(f"mention F1, {label}", f1, true + found - both, tuple(misses)),
        Measure(f"strongest status, {label}", right / both if both else 1.0, both, tuple(statuses)),
        _share(f"census accounts, {label}", len(gold.topics) - len(unaccounted), unaccounted),
    ]


def strongest(answer: Answer) -> dict[str, str]:
    """Return file → the first status among the findings."""
    files = {citation.number: citation.file for citation in answer.citations}
    said: dict[str, str] = {}
    for finding in answer.findings:
        said.setdefault(files[finding.citation], finding.status)
    return said


def _accounts(answer: Answer) -> bool:
    spoken = {finding.report for finding in answer.findings}
    quiet = {one.report for one in answer.silent}
    return not spoken & quiet and len(spoken | quiet) == answer.searched.reports


def figures(assistant: Assistant, gold: Gold) -> Measure:
    """Share of figures whose value, unit, approximation and quote come first in the answer."""
    right, failures = 0, []
    for one, question in zip(gold.figures, gold.figure_questions, strict=True):
        answer = assistant.ask(question)
        first = next((finding for finding in answer.findings if finding.figure is not None), None)
        ok = first is not None and _same_figure(first, one)
        right += ok
        if not ok:
            said = first.figure.text if first and first.figure else answer.reason_kind
            failures.append(f"{question} {said}, not {one['text']}")
    return _share("figures", right, failures)


def _same_figure(finding: Any, wanted: dict[str, Any]) -> bool:  # noqa: ANN401
    figure = finding.figure
    pairs = {(wanted["value"], wanted["unit"])}
    pairs |= {(one["value"], one["unit"]) for one in _listed(wanted.get("also")) if isinstance(one, dict)}
    rough = wanted.get("approximate_disputable") or figure.approximate == wanted["approximate"]
    quotes = squeezed(wanted["quote"]), squeezed(finding.quote)
    return (figure.value, figure.unit) in pairs and bool(rough) and (quotes[0] in quotes[1] or quotes[1] in quotes[0])


def searches(assistant: Assistant, gold: Gold) -> list[Measure]:
    """Recall at 5 (share of a query's gold passages among the first five) and reciprocal rank at 10."""
    recall, reciprocal, failures = 0.0, 0.0, []
    for one in gold.searches:
        hits = assistant.search(one["query"], None, 10)
        ranks = [_rank(hits, wanted) for wanted in one["gold"]]
        share = sum(rank is not None and rank <= 5 for rank in ranks) / len(ranks)
        best = min((rank for rank in ranks if rank is not None), default=None)
        recall += share
        reciprocal += 1 / best if best else 0.0
        if share < 1:
            failures.append(f"{one['query']}: ranks {ranks}")
    count = len(gold.searches)
    if not count:
        return []
    return [
        Measure("search recall@5", recall / count, count, tuple(failures)),
        Measure("search MRR@10", reciprocal / count, count, ()),
    ]


def _rank(hits: Iterable[dict[str, Any]], wanted: dict[str, Any]) -> int | None:
    part = squeezed(wanted["contains"])
    return next((hit["rank"] for hit in hits if hit["file"] == wanted["file"] and part in squeezed(hit["text"])), None)


def _listed(value: Any) -> list[Any]:  # noqa: ANN401
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _share(name: str, right: int, failures: list[str]) -> Measure:
    cases = right + len(failures)
    return Measure(name, right / cases if cases else 1.0, cases, tuple(failures))
