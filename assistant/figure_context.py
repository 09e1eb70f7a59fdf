"""Where the answer before stands, for a question about a particular of it: its sentence and those beside it.

开了几场听证 → 来了多少人: the words of the second question say nothing of its subject, the place of the first answer does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant import figure_fit as fit
from assistant.banks import Encoding
from assistant.english import translate
from assistant.likeness import partners, telling, weights
from assistant.question import Question
from assistant.terms import respell
from corpus.folding import fold
from corpus.report import Figure, Report

SAME = 4.0
"""What proves a figure in the sentence that answers the question before; words of its own need prove little then."""
OF_TERM = 2.5
"""The same for a question that names a term of its own, which may stand anywhere."""
BESIDE = 1.0
"""For the sentences right before and behind it."""
AGAIN = 3.0
"""Taken from the very figure that answers the question before, where no other term is named."""
SPOKEN = 0.6
"""Share of the words of the question before, by weight, in a sentence that answers it without a figure."""


@dataclass(frozen=True, slots=True)
class Before:
    """The answer before in one report: the index of its statement, and its figure if it is one."""

    statement: int
    figure: Figure | None = None

    def gain(self, index: int, figure: Figure, named: bool, step: bool) -> float:
        """Return what a figure, in the statement at an index, gains by its place.

        :param named: whether the question names a term of its own.
        :param step: whether it asks for a step (办结, 退回) of which the figure is said.
        """
        if figure == self.figure and not named and not step:
            return -AGAIN
        if index == self.statement:
            return OF_TERM if named else SAME
        return BESIDE if abs(index - self.statement) == 1 else 0.0


def spoken_before(question: Question, report: Report, held: Sequence[Report], model: Encoding) -> Before | None:
    """Return where a report speaks of what the question before asks, by its words; None where it does not.

    :param held: the reports that tell which words are rare.
    """
    words = telling(fit.naming(respell(translate(question.rest))))
    if not words:
        return None
    told = weights(words, held)
    total = float(told.sum()) or 1.0
    held_by = partners(words, [fold(report.quote(one)) for one in report.statements], model) @ told / total
    shares = [(0.0 if one.heading else float(held_by[index]), -index) for index, one in enumerate(report.statements)]
    share, index = max(shares, default=(0.0, 0))
    return Before(-index) if share >= SPOKEN else None
