"""The figures of a few reports read closely: each weighed by every feature, for questions in whatever words.

``figures.py`` goes over a whole library by the words of the question; this file reads the reports of one agency, where
there is time to compare meanings, and can say how sure the best one is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np

from assistant import figure_fit as fit
from assistant.asked_kind import MONEY, SHARE, TIME
from assistant.banks import Encoding
from assistant.counted import said_of
from assistant.figure_context import Before, spoken_before
from assistant.figure_features import FEATURES, Asked, asked_of, features_of
from assistant.figure_weights import WEIGHTS
from assistant.figures import LACKS, Candidate
from assistant.question import Question
from corpus.folding import fold
from corpus.report import Clause, Figure, Report, Statement

REPORTS = 4
"""Most reports that are read closely; one takes about a hundredth of a second."""
SURE = 3.5
"""Least proof of a figure that answers: its score without most of what its unit gives, since many figures have the unit
asked for. On the seen part .98 of the right figures of reworded questions lie above, and .80 of those that come first
where the sentence with the right one is taken out lie below."""
BY_UNIT = 0.7
"""Share of the worth of a fitting unit that proves nothing."""
OTHER_UNIT = 4.5
"""More than that is asked of a figure in another unit than the one asked for."""
UNNAMED = 2.5
"""More than that where no term that the question names stands in the sentence, its headings or the sentence before."""
CLOSE = 3
"""Best figures of the question before, of which the best proven one tells where it is answered."""
ELSEWHERE = 2.5
"""More than that where a particular of the answer before is asked in no term and the figure stands elsewhere."""
LACKING = 4.0
"""More than that where deeds are asked about and the number is of what is lacking."""
BEHIND = 4.0
"""Another report's figure counts the same thing if it scores no more than this below the best of all."""
EVENTS = frozenset({"次", "场", "场次", "期", "轮", "届", "堂", "节"})
"""Units of what takes place; no other thing is counted where they are asked for."""
_PART = re.compile(r"其中[，,]?(?:属于|是|有)?([^，。？\d]{2,10}?)的?(?:占|有|是|为)?了?(?:多少|几)")
"""Asks for a part of what was counted, by what the part is."""
_ACTUAL = re.compile(r"实际|真正|真的|确实|actually", re.IGNORECASE)
_TERMS = FEATURES.index("terms")
_UNIT = [FEATURES.index("same unit"), FEATURES.index("kind")]
_WORTH = np.array([WEIGHTS[name] for name in FEATURES])


def read_closely(
    question: Question, scope: Sequence[Report], held: Sequence[Report], model: Encoding
) -> list[Candidate]:
    """Rank the figures of a few reports by every feature, best first.

    A candidate's score is what proves it, ``SURE`` and more answers; the order counts its unit in full.

    :param held: the reports that tell which words are rare.
    """
    asked = asked_of(question, held, model)
    before = _answered_before(question, scope, held, model)
    apart = question.before is not None and not question.named and not question.roles
    found: list[tuple[float, Candidate]] = []
    for report in scope:
        for index, statement in enumerate(report.statements):
            for figure in statement.figures:
                clause = _clause(statement, figure)
                own = said_of(report, statement, figure).own
                if _impossible(asked, clause, figure, own):
                    continue
                row = features_of(asked, report, index, clause, figure, model)
                score = float(np.array(row) @ _WORTH) - _contradicted(asked, figure)
                score -= UNNAMED * (bool(asked.terms) and not row[_TERMS])
                step = any(map(min, fit.steps(question.rest), fit.steps(own)))
                gain = before[report.id].gain(index, figure, question.named, step) if report.id in before else 0.0
                score += gain - ELSEWHERE * (apart and gain <= 0)
                lacking = clause.status == "problem" and "没" in report.text[figure.end : clause.end]
                if lacking and question.focus == "done" and not LACKS.search(question.message):
                    score -= LACKING
                proof = score - BY_UNIT * float(np.array(row)[_UNIT] @ _WORTH[_UNIT])
                found.append((score, Candidate(proof, report, statement, clause, figure)))
    found.sort(key=lambda pair: (-pair[0], pair[1].report.file, pair[1].figure.start))
    return [candidate for _, candidate in found]


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
        if one.score >= SURE and one.report.id not in found:
            found[one.report.id] = Before(one.report.statements.index(one.statement), one.figure)
    for report in scope:
        place = spoken_before(earlier, report, held, model) if report.id not in found else None
        if place is not None:
            found[report.id] = place
    return found


def _clause(statement: Statement, figure: Figure) -> Clause:
    return next(one for one in statement.clauses if one.start <= figure.start < one.end or one is statement.clauses[-1])


def _impossible(asked: Asked, clause: Clause, figure: Figure, said: str) -> bool:
    """Tell whether a figure can never be the one asked for: another kind of number or part, an ordinal, a target."""
    question = asked.question
    if asked.units in (MONEY, SHARE, TIME) and figure.unit not in asked.units:
        return True
    if question.unit in EVENTS and figure.unit not in EVENTS and not fit.alike(question.unit, figure.unit):
        return True
    part = _PART.search(question.message)
    if part and not any(pair in fold(said) for pair in fit.pairs(part.group(1))):
        return True
    if not asked.units and fit.impossible(question, figure):
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
