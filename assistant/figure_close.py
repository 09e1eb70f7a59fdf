"""The figures of a few reports read closely: each weighed by every feature, for questions in whatever words.

``figures.py`` goes over a whole library by the words of the question; this file reads the reports of one agency, where
there is time to compare meanings, and can say how sure the best one is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from assistant import figure_fit as fit
from assistant.asked_kind import MONEY, SHARE, TIME
from assistant.banks import Encoding
from assistant.counted import said_of
from assistant.figure_context import OF_TERM, Before, spoken_before
from assistant.figure_features import FEATURES, Asked, Compared, asked_of, circles_of, features_of
from assistant.figure_weights import WEIGHTS
from assistant.figures import LACKS, Candidate
from assistant.question import Question
from corpus.folding import fold
from corpus.report import Clause, Figure, Report, Statement

REPORTS = 4
"""Most reports that are read closely; one takes about a hundredth of a second."""
SURE, SURER = 1.75, 2.75
"""Least proof of a figure that answers, and what more is asked where its sentence holds all words of the question: its
score without most of what its unit gives, since many figures have the unit asked for. A question in everyday words
shares few with the report and proves less; one in the report's own words is met by look-alikes that hold them too."""
BY_UNIT = 0.7
"""Share of the worth of a fitting unit that proves nothing."""
OTHER_UNIT = 4.5
"""More than that is asked of a figure in another unit than the one asked for."""
UNNAMED = 2.5
"""More than that where no term that the question names stands in the sentence, its headings or the sentence before."""
CLOSE = 3
"""Best figures of the question before, of which the best proven one tells where it is answered."""
ELSEWHERE = 4.0
"""More than that where a particular of the answer before is asked in no term and the figure stands elsewhere; asked
without any word of its own (占几成), a number can only be of the sentence that answered."""
LACKING = 4.0
"""More than that where deeds are asked about and the number is of what is lacking."""
BEHIND = 4.0
"""Another report's figure counts the same thing if it scores no more than this below the best of all."""
EVENTS = frozenset({"次", "场", "场次", "期", "轮", "届", "堂", "节"})
"""Units of what takes place; no other thing is counted where they are asked for."""
_PART = re.compile(r"其中[，,]?(?:属于|是|有)?([^，。？\d]{2,10}?)的?(?:占|有|是|为)?了?(?:多少|几)")
"""Asks for a part of what was counted, by what the part is."""
_INDEFINITE = re.compile(r"^[头每另同某任哪这那][一两]")
"""Numbers that count nothing: 头一个, 每一件."""
_ACTUAL = re.compile(r"实际|真正|真的|确实|actually", re.IGNORECASE)
_TERMS, _WORDS = FEATURES.index("terms"), FEATURES.index("words sentence")
_UNIT = [FEATURES.index(name) for name in ("same unit", "same loose unit", "loose unit", "kind")]
_WORTH = np.array([WEIGHTS[name] for name in FEATURES])


@dataclass(frozen=True, slots=True)
class Weighed:
    """A figure that can be the one asked for, in the statement at an index, with its row of features."""

    asked: Asked
    report: Report
    index: int
    statement: Statement
    clause: Clause
    figure: Figure
    row: tuple[float, ...]


def read_closely(
    question: Question, scope: Sequence[Report], held: Sequence[Report], model: Encoding
) -> list[Candidate]:
    """Rank the figures of a few reports by every feature, best first.

    A candidate's score is by how much what proves it passes the least that answers, below 0 nothing is answered; the
    order counts its unit in full.

    :param held: the reports that tell which words are rare.
    """
    before = _answered_before(question, scope, held, model)
    weighed = candidates(question, scope, held, model)
    found = [(_scored(one, before.get(one.report.id)), one) for one in weighed]
    found.sort(key=lambda pair: (-pair[0][0], pair[1].report.file, pair[1].figure.start))
    return [Candidate(proof, one.report, one.statement, one.clause, one.figure) for (_, proof), one in found]


def candidates(
    question: Question, scope: Sequence[Report], held: Sequence[Report], model: Encoding
) -> Iterator[Weighed]:
    """Yield every figure of a few reports that can be the one asked for, with its features."""
    asked = asked_of(question, held, model)
    possible = [
        (report, index, statement, clause, figure)
        for report in scope
        for index, statement in enumerate(report.statements)
        for figure in statement.figures
        for clause in (_clause(statement, figure),)
        if not _impossible(asked, report, clause, figure, said_of(report, statement, figure).own)
    ]
    compared = Compared(asked, [circles_of(report, index, figure) for report, index, _, _, figure in possible], model)
    for report, index, statement, clause, figure in possible:
        row = features_of(asked, report, index, clause, figure, compared)
        yield Weighed(asked, report, index, statement, clause, figure, row)


def _scored(one: Weighed, before: Before | None) -> tuple[float, float]:
    """Return the score of a figure by which it is ranked, and by how much it is proven to be the one.

    :param before: where its report answers the question before, of which a particular is asked now.
    """
    row, question = np.array(one.row), one.asked.question
    score = float(row @ _WORTH) - _contradicted(one.asked, one.figure)
    score -= UNNAMED * (bool(one.asked.terms) and not one.row[_TERMS])
    own = said_of(one.report, one.statement, one.figure).own
    step = any(map(min, fit.steps(question.rest), fit.steps(own)))
    gain = before.gain(one.index, one.figure, question.named, step) if before else 0.0
    apart = question.before is not None and not question.named and not question.roles
    bare = question.before is not None and not one.asked.terms and not any(len(word) > 1 for word in one.asked.words)
    score += gain - ELSEWHERE * (gain < OF_TERM if bare else apart and gain <= 0)
    lacking = one.clause.status == "problem" and "没" in one.report.text[one.figure.end : one.clause.end]
    if lacking and question.focus == "done" and not LACKS.search(question.message):
        score -= LACKING
    proof = score - BY_UNIT * float(row[_UNIT] @ _WORTH[_UNIT])
    return score, proof - SURE - SURER * one.row[_WORDS]


def _answered_before(
    question: Question, scope: Sequence[Report], held: Sequence[Report], model: Encoding
) -> dict[str, Before]:
    """Return where each report answers the question before, of which a particular is asked now."""
    earlier = question.before
    if earlier is None:
        return {}
    found: dict[str, Before] = {}
    ranked = read_closely(earlier, scope, held, model) if earlier.kind == "figure" else []
    for one in sorted(ranked[:CLOSE], key=lambda one: -one.score):
        if one.score >= 0 and one.report.id not in found:
            found[one.report.id] = Before(one.report.statements.index(one.statement), one.figure)
    for report in scope:
        place = spoken_before(earlier, report, held, model) if report.id not in found else None
        if place is not None:
            found[report.id] = place
    return found


def _clause(statement: Statement, figure: Figure) -> Clause:
    return next(one for one in statement.clauses if one.start <= figure.start < one.end or one is statement.clauses[-1])


def _impossible(asked: Asked, report: Report, clause: Clause, figure: Figure, said: str) -> bool:
    """Tell whether a figure can never be the one asked for: another kind of number or part, an ordinal, a target."""
    question = asked.question
    if asked.units in (MONEY, SHARE, TIME) and figure.unit not in asked.units:
        return True
    if question.unit in EVENTS and figure.unit not in EVENTS and not fit.alike(question.unit, figure.unit):
        return True
    part = _PART.search(question.message)
    if part and not any(pair in fold(said) for pair in fit.pairs(part.group(1))):
        return True
    if fit.impossible(question, figure) and (question.unit in fit.PERSONS or figure.unit not in asked.units):
        return True
    if _INDEFINITE.search(report.text[max(figure.start - 1, 0) : figure.end]):
        return True
    if figure.text.startswith("第") != ("第几" in question.message):
        return True
    return clause.status == "planned" and bool(_ACTUAL.search(question.message))


def _contradicted(asked: Asked, figure: Figure) -> float:
    """Return what a figure loses whose unit is none that the question's may stand for; 个 stands for any."""
    unit = asked.question.unit
    if unit in (None, "个", figure.unit) or figure.unit in asked.units or fit.alike(unit, figure.unit):
        return 0.0
    return OTHER_UNIT
