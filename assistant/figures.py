"""Which figure of a report a question asks for: scored by the words beside it, its unit, and what it is said of.

A figure that cannot be the one asked for is told by a few looks into what stands round it and never scored. A number
is only as good as what it counts (35件次 is risk assessments here and legality reviews there), so the words in the
figure's own clause weigh most, the sentence less, heading and sentence before it least.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant import figure_fit as fit
from assistant.english import translate
from assistant.figure_places import statements_of
from assistant.question import Question
from assistant.surroundings import Surroundings, surroundings
from assistant.terms import is_term
from corpus.folding import fold
from corpus.report import Clause, Figure, Report, Statement
from index.shadow import shadow
from index.topic import Group, stands_in

ACCEPTED = 0.55
"""Least score of a figure that answers; below it the subject may be there but not this number."""
UNASKED = 0.2
"""Taken for words directly at a number that the question does not use, by their share."""
BESIDE = 0.4
"""For words directly at the number (化解68件) that the question uses, by their share."""
LACKING = 0.8
"""Taken from a number of what is lacking where deeds were asked about."""
MEANING = 0.25
"""For the cosine of the passage; enough to choose between figures, not to answer by itself."""
PLANNED = 0.15
"""Taken from a planned number where plans were not asked about, given to it where they were."""

SAID = 0.75
"""Share of the words directly at a number from which the question names what it counts, in whatever words."""
HALF = 0.5
"""More than this share of the question's words in the figure's own comma part names it too."""
_ACTUAL = re.compile(r"实际|真正|真的|确实|actually", re.IGNORECASE)
"""Asks for what was reached, which no target answers."""
LACKS = re.compile(r"没|未|不|超|缺|少了|退回|差|漏|拖|空")
"""Asks for what is lacking."""
BY_PAIRS = 0.6
"""Share of the word pairs beside that of the topic's groups."""
PROVEN = 0.52
"""Share of the question's word pairs round a figure that makes it the one, whatever the topic is called."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A figure with its score from about 0 to 1.5; higher is better, comparable within one question."""

    score: float
    report: Report
    statement: Statement
    clause: Clause
    figure: Figure


def rank_figures(
    question: Question,
    reports: Sequence[Report],
    nearness: Callable[[Report, Figure], float] = lambda report, figure: 0.0,
) -> list[Candidate]:
    """Rank the figures of some reports that may be the one asked for by how well they answer, best first.

    :param nearness: the cosine of question and passage round a figure, 0 where it is not known.
    """
    asked = _Asked(question)
    places = asked.places(reports)
    found = []
    for report in reports:
        for round_it in surroundings(report, None if places is None else places.get(report.id, ())):
            if not asked.may_be(report, round_it):
                continue
            score = asked.score(round_it) + MEANING * max(nearness(report, round_it.figure), 0.0)
            found.append(Candidate(score, report, round_it.statement, round_it.clause, round_it.figure))
    found.sort(key=lambda candidate: (-candidate.score, candidate.report.file, candidate.figure.start))
    return found


class _Asked:
    """What a question asks of a figure, worked out once.

    :param question: the question.
    """

    def __init__(self, question: Question) -> None:
        self._question = question
        self._groups = _groups(question)
        self._total = sum(_weight(group) for group in self._groups) or 1.0
        self._message = fold(translate(question.message))
        self._terms = self._message + " ".join(fold(term) for group in self._groups for term in group.terms)
        self._words = [word for word in question.content.split() if len(word) > 1]
        self._pairs = fit.asked_pairs(translate(question.rest))
        self._choices = [_strong(choice.groups) for choice in question.topic.choices()]
        self._of_change = bool(fit.CHANGE.search(question.message))
        self._of_lack = bool(LACKS.search(question.message))
        self._of_facts = bool(_ACTUAL.search(question.message))
        self._present: dict[str, bool] = {}

    def places(self, reports: Sequence[Report]) -> dict[str, list[int]] | None:
        """Return report id → the statements that may hold the figure; None where all must be looked at."""
        beside = {pair for pair in fit.pairs(self._message) if pair not in fit.EMPTY}
        words = (self._words, HALF * len(self._words))
        pairs = (self._pairs, PROVEN * len(self._pairs))
        return statements_of(reports, beside, words, pairs, self._choices)

    def may_be(self, report: Report, round_it: Surroundings) -> bool:
        """Tell whether a figure can be the one asked for: it is named, or its topic is spoken of there."""
        if fit.impossible(self._question, round_it.figure) or (round_it.clause.status == "planned" and self._of_facts):
            return False
        if self._of_change and not fit.CHANGE.search(round_it.whole):
            return False
        return (
            self._beside(round_it) >= SAID
            or (self._covered(round_it.own) > HALF and self._is_present(report))
            or (self._may_hold_pairs(round_it) and (self._by_pairs(round_it) or 0.0) >= PROVEN)
            or self._speaks(round_it.near if self._question.named else round_it.whole)
        )

    def score(self, round_it: Surroundings) -> float:
        """Return how well a figure answers."""
        question, said, clause = self._question, round_it.said, round_it.clause
        named = sum(_weight(group) * fit.found(group, said, round_it.around) for group in self._groups)
        score = named / self._total
        pairs = self._by_pairs(round_it)
        if pairs is not None:
            score = (1 - BY_PAIRS) * score + BY_PAIRS * pairs
        unasked = fit.unasked(self._terms, said)
        score += BESIDE * self._beside(round_it) + fit.unit_fit(question, round_it.figure) - UNASKED * unasked
        score += fit.step(question, said)
        if clause.status == "problem" and question.focus == "done" and not self._of_lack:
            score -= LACKING
        if clause.status == "planned":
            score += PLANNED if question.focus == "planned" else -PLANNED
        return score

    def _beside(self, round_it: Surroundings) -> float:
        """Return the share of the words directly at a number that the question uses, whatever they are."""
        pairs = round_it.beside
        return sum(pair in self._message for pair in pairs) / len(pairs) if pairs else 0.0

    def _covered(self, own: str) -> float:
        """Return the share of the question's words that a figure's own comma part holds."""
        return sum(word in own for word in self._words) / len(self._words) if self._words else 0.0

    def _is_present(self, report: Report) -> bool:
        """Tell whether a report speaks of the topic at all, where the question names one."""
        if not self._question.named:
            return True
        held = self._present.get(report.id)
        if held is None:
            held = self._present[report.id] = self._speaks(shadow(report).text)
        return held

    def _may_hold_pairs(self, round_it: Surroundings) -> bool:
        """Tell whether enough of the question's word pairs stand anywhere round a figure."""
        whole, around = round_it.whole, round_it.around
        return sum(pair in whole or pair in around for pair in self._pairs) >= PROVEN * len(self._pairs)

    def _by_pairs(self, round_it: Surroundings) -> float | None:
        return fit.by_pairs(self._pairs, round_it.said, round_it.around)

    def _speaks(self, text: str) -> bool:
        """Tell whether a text holds at least half of the topic's terms; of its strong words where it names no term."""
        for strong in self._choices:
            found = sum(stands_in(group, text) for group in strong)
            if found and 2 * found >= len(strong):
                return True
        return False


def _strong(groups: Sequence[Group]) -> list[Group]:
    strong = [group for group in groups if group.weight >= 1]
    return [group for group in strong if is_term(group.label)] or strong or list(groups)


def _groups(question: Question) -> tuple[Group, ...]:
    """Return what must stand beside the figure: the topic's groups, else the words of the question."""
    groups = tuple(group for topic in question.topic.choices() for group in topic.groups)
    labels = {group.label for group in groups}
    words = tuple(
        Group(word, (word,), 0.5) for word in question.content.split() if word not in labels and len(word) > 1
    )
    covered = fold("".join(term for group in groups for term in group.terms))
    return (*groups, *(word for word in words if fold(word.label) not in covered))


def _weight(group: Group) -> float:
    return 1.0 if group.weight >= 1 else 0.4
