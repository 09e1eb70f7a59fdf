"""What speaks for a figure being the one asked for, as a row of numbers; ``figure_weights.py`` says what each is worth.

Words are looked for in widening circles round the number: its own part of the sentence, what was handed down to it, all
before it, the whole sentence, headings and the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant import figure_fit as fit
from assistant.asked_kind import MONEY, PEOPLE, SHARE, TIME, kind_asked
from assistant.banks import Encoding
from assistant.counted import said_of
from assistant.english import translate
from assistant.likeness import (
    concepts_of,
    concepts_of_each,
    partners,
    rarity,
    telling,
    told_by_each,
    vectors_of,
    weights,
)
from assistant.question import Question
from assistant.terms import find_concepts, respell
from assistant.topics import without_asking
from corpus.figures import UNITS
from corpus.folding import fold
from corpus.report import Clause, Figure, Report, Statement
from index.topic import Group, spans

FEATURES = (
    "words own", "words handed", "words before", "words sentence", "words around",
    "pairs handed", "pairs before", "pairs sentence", "pairs around",
    "meaning own", "meaning handed", "meaning sentence", "concepts handed", "concepts sentence",
    "told handed", "told sentence",
    "directly before", "directly after", "not asked", "head", "terms", "known words",
    "same unit", "like unit", "same loose unit", "loose unit", "kind", "other kind",
    "old value", "change", "no change", "problem", "planned",
    "step asked", "step not asked", "step missing", "verb", "first",
)  # fmt: skip
"""The columns, in order."""
UNKNOWN = 0.5
"""Of a share that cannot be told, as of the terms of a question without any."""
_THINGS = frozenset(UNITS) - MONEY - SHARE - TIME
_EVENTS = frozenset({"次", "场", "场次", "期", "轮", "届", "堂", "节", "批次"})
LOOSE: dict[str, frozenset[str]] = {
    "个": _THINGS, "人": PEOPLE, "趟": _EVENTS, "回": _EVENTS, "遍": _EVENTS,
    "桩": frozenset({"件", "起", "宗", "个", "项"}),
}  # fmt: skip
"""Measure words of everyday speech, each with those that reports use for the same: 几趟 is 27场次."""
_UNITS = "|".join(sorted(map(re.escape, UNITS), key=len, reverse=True))
_HEAD = re.compile(rf"(?:多少|几)(?:{_UNITS})?([\u4e00-\u9fff]{{2,5}})")
"""What is counted, right behind the number asked for: 几个小年轻."""
_PLANS = re.compile(
    r"目标|来年|明年|下一?年|打算|计划|准备|拟|力争|安排|定下?的|想[办做搞]|要[办做达]|继续|plan|target|goal|intend",
    re.IGNORECASE,
)
"""Asks for what is planned or aimed at."""

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is compared with every figure, read once: words and how much each tells, word pairs, terms, meaning."""

    question: Question
    words: tuple[str, ...]
    weights: Numbers
    pairs: tuple[str, ...]
    terms: tuple[Group, ...]
    known: tuple[str, ...]
    head: tuple[str, ...]
    units: frozenset[str]
    said: str
    vector: NDArray[np.float32]
    concepts: Numbers


def asked_of(question: Question, held: Sequence[Report], model: Encoding) -> Asked:
    """Read what a question asks to be counted.

    :param held: the reports that tell which words are rare.
    """
    rest = respell(translate(question.rest))
    words = telling(fit.naming(rest))
    _, standing = rarity(held)
    text = without_asking(question.rest) or question.message
    head = _HEAD.search(translate(question.message))
    terms = tuple(found.concept.group() for found in find_concepts(fold(rest)))
    return Asked(
        question=question,
        words=words,
        weights=weights(words, held),
        pairs=fit.asked_pairs(rest),
        terms=terms,
        known=tuple(word for word in words if len(word) > 1 and standing[word]),
        head=tuple(fit.pairs(head.group(1))) if head else (),
        units=kind_asked(translate(question.message)) or _units_before(question),
        said=fold(translate(question.message)) + " ".join(fold(term) for group in terms for term in group.terms),
        vector=vectors_of([text], model)[0],
        concepts=concepts_of(text, model),
    )


def _units_before(question: Question) -> frozenset[str]:
    """Return the kind of number asked for before, where this question asks for the same of another thing."""
    before = question.before
    if before is None or question.unit is None or question.unit != before.unit:
        return frozenset()
    return kind_asked(translate(before.message)) or next(
        (kind for kind in (MONEY, SHARE) if before.unit in kind), frozenset()
    )


class Compared:
    """How near the texts round all figures come to a question: what costs most, worked out for all of them at once.

    :param circles: of every figure, as :func:`circles_of` gives them.
    """

    def __init__(self, asked: Asked, circles: Sequence[Sequence[str]], model: Encoding) -> None:
        every = list(dict.fromkeys(text for one in circles for text in one))
        held = partners(asked.words, every, model) @ asked.weights
        self.words = dict(zip(every, held.tolist(), strict=True))
        read = list(dict.fromkeys(text for own, handed, _, sentence, _ in circles for text in (own, handed, sentence)))
        cosines = vectors_of(read, model) @ asked.vector if read else np.zeros(0)
        self.meaning = dict(zip(read, cosines.tolist(), strict=True))
        terms = list(dict.fromkeys(text for _, handed, _, sentence, _ in circles for text in (handed, sentence)))
        near = [float(asked.concepts @ one) for one in concepts_of_each(terms, model)]
        self.concepts = dict(zip(terms, near, strict=True))
        told = [float(asked.concepts @ one) for one in told_by_each(terms, model)]
        self.told = dict(zip(terms, told, strict=True))


def circles_of(report: Report, index: int, figure: Figure) -> tuple[str, str, str, str, str]:
    """Return the texts round a figure: its own part, with what was handed down, all before, the sentence, around it."""
    statement = report.statements[index]
    said = said_of(report, statement, figure)
    around = "".join(report.sections[statement.section].path) + _before(report, index)
    handed = said.handed + said.own
    before = said.earlier + handed
    return said.own, handed, before, before + said.later, fold(around)


def features_of(
    asked: Asked, report: Report, index: int, clause: Clause, figure: Figure, compared: Compared
) -> tuple[float, ...]:
    """Return the row of a figure, which stands in the statement at an index of its report."""
    question, statement = asked.question, report.statements[index]
    said = said_of(report, statement, figure)
    circles = circles_of(report, index, figure)
    own, handed, _, sentence, around = circles
    found = [compared.words[text] for text in circles]
    total = float(asked.weights.sum()) or 1.0
    by_words = [value / total for value in (*found[:4], max(found[3:]))]
    wide = sentence + around
    by_pairs = [_share(asked.pairs, text) for text in (*circles[1:4], wide)]
    meaning = [compared.meaning[text] for text in (own, handed, sentence)]
    concepts = [compared.concepts[text] for text in (handed, sentence)]
    told = [compared.told[text] for text in (handed, sentence)]
    after = fit.pairs(said.after)
    terms = sum(next(spans(group, wide), None) is not None for group in asked.terms)
    return (
        *by_words, *by_pairs, *meaning, *concepts, *told,
        _share(tuple(pair for pair in fit.pairs(said.before[-8:]) if pair not in fit.EMPTY), fold(question.message), 0),
        _share(tuple(after), question.message, 0),
        fit.unasked(asked.said, said),
        _share(asked.head, said.before[-8:] + figure.unit + said.after[:6], 0),
        terms / len(asked.terms) if asked.terms else UNKNOWN,
        _share(asked.known, wide, UNKNOWN),
        *_units(asked, figure),
        float(said.former) * (-1 if fit.OLD.search(question.message) else 1),
        float(said.change) * (-1 if fit.CHANGE.search(question.message) else 1),
        float(bool(fit.CHANGE.search(question.message)) and not fit.CHANGE.search(sentence)),
        float(clause.status == "problem"),
        float(clause.status == "planned") * (-1 if _PLANS.search(question.message) else 1),
        *place_in_sentence(question, report, statement, figure),
    )  # fmt: skip


def place_in_sentence(
    question: Question, report: Report, statement: Statement, figure: Figure
) -> tuple[float, float, float, float, float]:
    """Return what tells a whole from its parts: the steps beside the number, asked for or not, and its verb."""
    said = said_of(report, statement, figure)
    asked, own = fit.steps(question.rest), fit.steps(said.own)
    verb = set(said.before[-4:]) & set(fit.naming(question.rest)) - set(" 的了")
    return (
        float(sum(one and other for one, other in zip(asked, own, strict=True))),
        float(sum(other and not one for one, other in zip(asked, own, strict=True))),
        float(sum(one and not other for one, other in zip(asked, own, strict=True))),
        len(verb) / 4,
        float(statement.figures[0].start == figure.start),
    )


def _units(asked: Asked, figure: Figure) -> tuple[float, ...]:
    unit = asked.question.unit
    loose = figure.unit in LOOSE.get(unit or "", frozenset())
    same = unit == figure.unit
    like = not same and not loose and fit.alike(unit, figure.unit)
    fits = figure.unit in asked.units
    other = not fits if asked.units else figure.unit in MONEY | SHARE and not same
    return (
        float(same and unit not in LOOSE), float(like), float(same and unit in LOOSE), float(loose), float(fits),
        float(other),
    )  # fmt: skip


def _share(pieces: Sequence[str], text: str, empty: float = 0.0) -> float:
    return sum(piece in text for piece in pieces) / len(pieces) if pieces else empty


def _before(report: Report, index: int) -> str:
    """Return the statement before, where it counts nothing itself."""
    before = report.statements[index - 1] if index else None
    return report.quote(before) if before is not None and not before.figures else ""
