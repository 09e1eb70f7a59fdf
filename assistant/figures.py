"""Which figure of a report a question asks for: scored by the words beside it, its unit, and what it is said of.

A number is only as good as what it counts (35件次 is risk assessments here and legality reviews there), so the words
in the figure's own clause weigh most, the sentence less, heading and sentence before it least.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant import figure_fit as fit
from assistant.counted import said_of
from assistant.question import Question
from assistant.terms import is_term, translate
from corpus.folding import fold
from corpus.report import Clause, Figure, Report, Statement
from index.census import SHADOWS, shadow
from index.topic import Group, spans, words

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
OPENING = 1
"""Characters before a figure that still opens its part (共14个)."""
REFUSED = -9.0
"""Score of a figure that cannot be the one asked for."""
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
    """Rank the figures of some reports by how well they answer, best first.

    :param nearness: the cosine of question and passage round a figure, 0 where it is not known.
    """
    groups = _groups(question)
    spoken = _spoken(question, groups)
    found = []
    for report in reports:
        folded = _folded(report)
        present = not question.named or _speaks(question, shadow(report).text)
        for index, statement in enumerate(report.statements):
            if not statement.figures or not _may_speak(spoken, folded, index):
                continue
            for figure in statement.figures:
                clause = next(
                    c for c in statement.clauses if c.start <= figure.start < c.end or c is statement.clauses[-1]
                )
                score = _score(question, groups, report, index, figure, clause, present)
                score += MEANING * max(nearness(report, figure), 0.0)
                found.append(Candidate(score, report, statement, clause, figure))
    found.sort(key=lambda candidate: (-candidate.score, candidate.report.file, candidate.figure.start))
    return found


def _spoken(question: Question, groups: Sequence[Group]) -> re.Pattern[str] | None:
    """Return a pattern of every beginning that a word of the question may have in a text; None where it has none."""
    starts = {fold(words(term)[0]) for group in groups for term in group.terms if term}
    starts |= set(fit.asked_pairs(translate(question.rest)))
    starts |= set(fit.pairs(fold(question.message)))
    return re.compile("|".join(map(re.escape, sorted(starts - {""})))) if starts - {""} else None


def _may_speak(spoken: re.Pattern[str] | None, folded: Sequence[str], index: int) -> bool:
    """Tell whether anything of the question stands in a statement, its headings or the statement before."""
    return spoken is None or any(spoken.search(text) for text in (folded[index], folded[index - 1] if index else ""))


_FOLDED: dict[str, tuple[str, ...]] = {}
"""Report id → its folded statements; no more than ``SHADOWS`` reports."""


def _folded(report: Report) -> tuple[str, ...]:
    """Return every statement of a report folded, its headings before it; kept, since every question needs it."""
    held = _FOLDED.get(report.id)
    if held is not None:
        return held
    if len(_FOLDED) >= SHADOWS:
        _FOLDED.clear()
    paths = ["".join(section.path) for section in report.sections]
    folded = _FOLDED[report.id] = tuple(fold(paths[one.section] + report.quote(one)) for one in report.statements)
    return folded


def _groups(question: Question) -> tuple[Group, ...]:
    """Return what must stand beside the figure: the topic's groups, else the words of the question."""
    groups = tuple(group for topic in question.topic.choices() for group in topic.groups)
    labels = {group.label for group in groups}
    words = tuple(
        Group(word, (word,), 0.5) for word in question.content.split() if word not in labels and len(word) > 1
    )
    covered = fold("".join(term for group in groups for term in group.terms))
    return (*groups, *(word for word in words if fold(word.label) not in covered))


def _score(
    question: Question,
    groups: Sequence[Group],
    report: Report,
    index: int,
    figure: Figure,
    clause: Clause,
    present: bool,
) -> float:
    statement = report.statements[index]
    if fit.impossible(question, figure) or (clause.status == "planned" and _ACTUAL.search(question.message)):
        return REFUSED
    said = said_of(report, statement, figure)
    own = fold(_own_words(report, statement, figure))
    whole = fold(report.quote(statement))
    if fit.CHANGE.search(question.message) and not fit.CHANGE.search(whole):
        return REFUSED
    before = report.statements[index - 1] if index and not report.statements[index - 1].figures else None
    around = fold("".join(report.sections[statement.section].path) + (report.quote(before) if before else ""))
    beside = _beside(question, report, statement, figure)
    near = fold(_window(report, statement, figure)) + fold(report.quote(before) if before else "")
    named = beside >= SAID or (present and _covered(question, own) > HALF)
    pairs = fit.by_pairs(question, said, around)
    if not named and (pairs or 0.0) < PROVEN and not _speaks(question, near if question.named else whole):
        return REFUSED
    total = sum(_weight(group) for group in groups) or 1.0
    score = sum(_weight(group) * fit.found(group, said, around) for group in groups) / total
    if pairs is not None:
        score = (1 - BY_PAIRS) * score + BY_PAIRS * pairs
    score += BESIDE * beside + fit.unit_fit(question, figure) - UNASKED * fit.unasked(groups, question, said)
    score += fit.step(question, said)
    if clause.status == "problem" and question.focus == "done" and not LACKS.search(question.message):
        score -= LACKING
    if clause.status == "planned":
        score += PLANNED if question.focus == "planned" else -PLANNED
    return score


def _covered(question: Question, own: str) -> float:
    """Return the share of the question's words that a figure's own comma part holds."""
    words = [word for word in question.content.split() if len(word) > 1]
    return sum(word in own for word in words) / len(words) if words else 0.0


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


def _speaks(question: Question, text: str) -> bool:
    """Tell whether a text holds at least half of the topic's terms; of its strong words where it names no term."""
    for choice in question.topic.choices():
        strong = [group for group in choice.groups if group.weight >= 1]
        strong = [group for group in strong if is_term(group.label)] or strong or list(choice.groups)
        found = sum(next(spans(group, text), None) is not None for group in strong)
        if found and 2 * found >= len(strong):
            return True
    return False


def _beside(question: Question, report: Report, statement: Statement, figure: Figure) -> float:
    """Return the share of the words directly at a number that the question uses, whatever they are."""
    previous = [other for other in statement.figures if other.end <= figure.start]
    if previous and not report.text[previous[-1].end : figure.start].strip(" 、和"):
        return _beside(question, report, statement, previous[-1])
    ends = [other.end for other in previous]
    left = max(
        [statement.start, *ends, *(report.text.rfind(mark, statement.start, figure.start) + 1 for mark in "，；：。、")]
    )
    before = fold(report.text[left : figure.start])[-8:]
    pairs = [pair for pair in fit.pairs(before) if pair not in fit.EMPTY]
    asked = fold(question.message)
    return sum(pair in asked for pair in pairs) / len(pairs) if pairs else 0.0


def _weight(group: Group) -> float:
    return 1.0 if group.weight >= 1 else 0.4


def _own_words(report: Report, statement: Statement, figure: Figure) -> str:
    """Return the figure's comma part, and the one before it where that one has no figure of its own."""
    left = max([statement.start, *(report.text.rfind(mark, statement.start, figure.start) + 1 for mark in "，；：。")])
    rights = [at for mark in "，；。" if (at := report.text.find(mark, figure.end, statement.end)) >= 0]
    return report.text[left : min(rights, default=statement.end)]
