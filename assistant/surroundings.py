"""What stands round every figure of a report, folded and cut as ``figures.py`` weighs it; worked out once a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant import figure_fit as fit
from assistant.counted import Said, said_of
from corpus.folding import fold
from corpus.report import Clause, Figure, Report, Statement
from index.positions import DIRECTLY

OPENING = 1
"""Characters before a figure that still opens its part (共14个)."""
MOST = 100_000
"""Figures kept with what stands round them, 1 kB each."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A figure with the folded words round it.

    ``own`` is its comma part with the one before, ``whole`` its statement, ``around`` the headings and the statement
    before, ``near`` what leads up to it, ``beside`` the word pairs directly at the number.
    """

    statement: Statement
    clause: Clause
    figure: Figure
    said: Said
    own: str
    whole: str
    around: str
    near: str
    beside: tuple[str, ...]


class _Held:
    """What was worked out before: report id and number of the statement → its figures, and the text they are of."""

    def __init__(self) -> None:
        self.of: dict[tuple[str, int], tuple[str, tuple[Surroundings, ...]]] = {}
        self.figures = 0


_held = _Held()


def surroundings(report: Report, among: Iterable[int] | None = None) -> Iterator[Surroundings]:
    """Yield the figures of a report with what stands round them, in reading order.

    :param among: the numbers of the only statements to look at; None for all.
    """
    held = _held
    for index in range(len(report.statements)) if among is None else among:
        statement = report.statements[index]
        if not statement.figures:
            continue
        known = held.of.get((report.id, index))
        if known is None or known[0] != report.text:
            if held.figures > MOST:
                held.of.clear()
                held.figures = 0
            known = held.of[report.id, index] = (report.text, tuple(_of_statement(report, index, statement)))
            held.figures += len(statement.figures)
        yield from known[1]


def _of_statement(report: Report, index: int, statement: Statement) -> list[Surroundings]:
    before = report.statements[index - 1] if index and not report.statements[index - 1].figures else None
    led = report.quote(before) if before else ""
    whole = fold(report.quote(statement))
    around = fold("".join(report.sections[statement.section].path) + led)
    return [
        Surroundings(
            statement=statement,
            clause=next(c for c in statement.clauses if c.start <= figure.start < c.end or c is statement.clauses[-1]),
            figure=figure,
            said=said_of(report, statement, figure),
            own=fold(_own_words(report, statement, figure)),
            whole=whole,
            around=around,
            near=fold(_window(report, statement, figure)) + fold(led),
            beside=tuple(pair for pair in fit.pairs(_directly(report, statement, figure)) if pair not in fit.EMPTY),
        )
        for figure in statement.figures
    ]


def _directly(report: Report, statement: Statement, figure: Figure) -> str:
    """Return the folded characters directly before a number; before the first of several in a row."""
    previous = [other for other in statement.figures if other.end <= figure.start]
    if previous and not report.text[previous[-1].end : figure.start].strip(" 、和"):
        return _directly(report, statement, previous[-1])
    marks = (report.text.rfind(mark, statement.start, figure.start) + 1 for mark in "，；：。、")
    left = max([statement.start, *(other.end for other in previous), *marks])
    return fold(report.text[left : figure.start])[-DIRECTLY:]


def _own_words(report: Report, statement: Statement, figure: Figure) -> str:
    """Return the figure's comma part, and the one before it where that one has no figure of its own."""
    left = max([statement.start, *(report.text.rfind(mark, statement.start, figure.start) + 1 for mark in "，；：。")])
    rights = [at for mark in "，；。" if (at := report.text.find(mark, figure.end, statement.end)) >= 0]
    return report.text[left : min(rights, default=statement.end)]


def _window(report: Report, statement: Statement, figure: Figure) -> str:
    """Return what leads up to a figure: its sentence from the last semicolon to the end of its own comma part.

    A figure that opens its part (14个市州开展了…) is said of what follows: the rest of the sentence counts too.
    """
    own = max(report.text.rfind(mark, statement.start, figure.start) + 1 for mark in "，；。：、")
    if figure.start - max(own, statement.start) <= OPENING:
        return report.text[max(own, statement.start) : statement.end]
    left = max(statement.start, report.text.rfind("；", statement.start, figure.start) + 1)
    rights = [at for mark in "，；。" if (at := report.text.find(mark, figure.end, statement.end)) >= 0]
    return report.text[left : min(rights, default=statement.end)]
