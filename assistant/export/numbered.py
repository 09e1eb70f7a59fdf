"""Number the sources of a conversation through, so that a mark [n] means one place in the whole document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answer import Answer

Conversation = Sequence[tuple[str, Answer]]
"""Questions as asked, oldest first, each with its answer."""

_MARK = re.compile(r"\\.|\[(\d{1,6})\]")


@dataclass(frozen=True, slots=True)
class Exchange:
    """A question and its answer, numbered as in the document."""

    question: str
    answer: Answer

    def near(self) -> frozenset[int]:
        """Return the sources that were not counted."""
        return frozenset(one.citation for one in self.answer.near)


def numbered(conversation: Conversation) -> tuple[Exchange, ...]:
    """Return the conversation with marks, findings and citations numbered through; the first answer keeps its own."""
    done: list[Exchange] = []
    last = 0
    for question, answer in conversation:
        done.append(Exchange(question, _shifted(answer, last)))
        last += max((one.number for one in answer.citations), default=0)
    return tuple(done)


def remarked(text: str, known: frozenset[int], by: int) -> str:
    r"""Raise every mark of a text; one without a source becomes plain text, lest it point at another's.

    >>> remarked(r"甲[1]，乙[7]，\[1]", frozenset({1}), 20)
    '甲[21]，乙\\[7\\]，\\[1]'
    """

    def moved(found: re.Match[str]) -> str:
        if found[1] is None:
            return found[0]
        number = int(found[1])
        return f"[{number + by}]" if number in known else rf"\[{number}\]"

    return _MARK.sub(moved, text)


def _shifted(answer: Answer, by: int) -> Answer:
    known = frozenset(one.number for one in answer.citations)
    return replace(
        answer,
        text=remarked(answer.text, known, by),
        findings=tuple(replace(one, citation=one.citation + by) for one in answer.findings),
        near=tuple(replace(one, citation=one.citation + by) for one in answer.near),
        citations=tuple(replace(one, number=one.number + by) for one in answer.citations),
    )
