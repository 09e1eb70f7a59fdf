"""Fit ``assistant/figure_weights.py`` anew: ``python -m tests.quality.fit_figures`` prints the table and how it does.

Every figure question of the seen gold is read as the assistant reads it, as written and with its term replaced by an
everyday phrase. A softmax over the figures of the report in scope is fitted so that the right one comes first, and the
same is done with one report left out at a time. What is set by meaning is held, see ``HELD``.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from assistant.asked_kind import MONEY, SHARE, TIME
from assistant.banks import asked
from assistant.figure_close import REPORTS, candidates
from assistant.figure_features import FEATURES
from assistant.figure_weights import WEIGHTS
from assistant.terms import find_concepts
from corpus.figures import UNITS
from tests.quality.gold import Gold, bundled, library
from tests.quality.judge.figures import plain, squeezed

if TYPE_CHECKING:
    from assistant import Assistant
    from corpus.report import Figure, Report, Statement

HELD = ("old value", "change", "no change", "planned", "step asked", "step not asked", "step missing")
"""Features whose worth is set by what they mean: the gold has too few questions of each."""
REWORDED = 2
"""Everyday phrases that stand for a question's term, each making one more question."""
RIDGE, STEPS, RATE = 0.004, 200, 0.08
"""Pull towards nothing, and steps and rate of the descent."""
_COUNTED = re.compile(rf"(?:多少|几)(?:{'|'.join(sorted(set(UNITS) - MONEY - SHARE - TIME, key=len, reverse=True))})")
"""A number asked for with its measure word."""

Rows = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Choice:
    """The figures among which one question chooses: one row each, and which of them are right."""

    question: str
    file: str
    rows: Rows
    right: NDArray[np.bool_]


def choices(assistant: Assistant, gold: Gold) -> Iterator[Choice]:
    """Yield a choice for every question of a gold whose right figure can be chosen, as written and reworded."""
    wanted = list(zip(gold.figure_questions, gold.figures, strict=True))
    wanted += [(line.question, line.figures[0]) for line in gold.lines if not line.history and line.figures]
    for question, figure in wanted:
        for text in (question, *reworded(question)):
            if (choice := choice_of(assistant, text, figure)) is not None:
                yield choice


def reworded(question: str) -> list[str]:
    """Return a question with the first term that it names in everyday phrases, and with a measure word of speech.

    >>> reworded("渡口镇2024年开了几场听证会？")[-1]
    '渡口镇2024年开了多少听证会？'
    """
    found = []
    for named in find_concepts(question):
        names = [name for name in (named.concept.term, *named.concept.same) if name in question]
        phrases = asked().of(named.concept)[len((named.concept.term, *named.concept.same)) :]
        if names and phrases:
            pick = len(question) % len(phrases)
            found = [question.replace(names[0], phrases[(pick + 7 * n) % len(phrases)]) for n in range(REWORDED)]
            break
    loose = "几个" if len(question) % 2 else "多少"
    return [
        *found,
        *(text for text in (_COUNTED.sub(loose, one) for one in (*found[:1], question)) if text != question),
    ]


def choice_of(assistant: Assistant, question: str, wanted: dict[str, Any]) -> Choice | None:
    """Return the choice that a question puts; None where it is not read closely, or the right figure is not there."""
    from assistant.evidence import gather
    from assistant.understand import understand
    from index.records import Facets

    read = understand(question, (), assistant.reports, date.today())
    evidence = gather(read, Facets(), assistant.reports, assistant.index)
    if not 0 < len(evidence.scope) <= REPORTS:
        return None
    found = list(candidates(evidence.question, evidence.scope, evidence.held, evidence.index))
    right = np.array([_is_right(one.report, one.statement, one.figure, wanted) for one in found], dtype=np.bool_)
    if not right.any():
        return None
    return Choice(question, wanted["file"], np.array([one.row for one in found]), right)


def _is_right(report: Report, statement: Statement, figure: Figure, wanted: dict[str, Any]) -> bool:
    quote = squeezed(wanted.get("quote"))
    return (
        report.file == wanted["file"]
        and plain(figure.value, figure.unit) == plain(wanted["value"], wanted["unit"])
        and (quote in squeezed(report.quote(statement)) or squeezed(report.quote(statement)) in quote)
    )


def fitted(found: list[Choice]) -> Rows:
    """Return the weights at which the right figures come first most surely."""
    worth = np.array([WEIGHTS.get(name, 0.0) for name in FEATURES])
    free = np.array([name not in HELD for name in FEATURES])
    rows = np.concatenate([one.rows for one in found]).astype(np.float32)
    right = np.concatenate([one.right for one in found])
    starts = np.cumsum([0, *(len(one.rows) for one in found)])[:-1]
    lengths = np.array([len(one.rows) for one in found])
    first, second = np.zeros(len(worth)), np.zeros(len(worth))
    for step in range(1, STEPS + 1):
        scores = rows @ worth
        raised = np.exp(scores - np.repeat(np.maximum.reduceat(scores, starts), lengths))
        shares = raised / np.repeat(np.add.reduceat(raised, starts), lengths)
        good = raised * right + 1e-12 * right
        wished = good / np.repeat(np.add.reduceat(good, starts), lengths)
        slope = (rows.T @ (shares - wished)) / len(found) + RIDGE * worth
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope**2
        move = first / (1 - 0.9**step) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        worth = worth - RATE * (1 - step / STEPS) * move * free
    return worth


def first_right(found: list[Choice], worth: Rows) -> float:
    """Return the share of choices whose right figure comes first."""
    return sum(bool(one.right[int(np.argmax(one.rows @ worth))]) for one in found) / len(found)


def main() -> None:
    """Print the weights as a table, and how many right figures come first, now and with each report left out."""
    from assistant import Assistant

    gold = next(one for one in bundled() if one.name == "seen")
    with library(gold) as reports, TemporaryDirectory() as data, Assistant.open(reports, data) as assistant:
        found = list(choices(assistant, gold))
    now = first_right(found, np.array([WEIGHTS.get(name, 0.0) for name in FEATURES]))
    left_out = 0.0
    for file in sorted({one.file for one in found}):
        others = [one for one in found if one.file != file]
        own = [one for one in found if one.file == file]
        left_out += first_right(own, fitted(others)) * len(own) / len(found)
    worth = {name: round(float(value), 2) for name, value in zip(FEATURES, fitted(found), strict=True)}
    sys.stdout.write(json.dumps(worth, indent=4) + "\n")
    sys.stdout.write(
        f"{len(found)} questions; first as the weights are {now:.3f}, with its report left out {left_out:.3f}\n"
    )


if __name__ == "__main__":
    main()
