"""The records of a conversation: its turns, what the assistant reads of them as history, and what the page shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant.page import answer as shown
from assistant.page.kept import new_key
from assistant.page.talk_words import talk_both

REMEMBERED = 20
"""Messages handed on as history: a follow-up leans on the turns just before it."""

KEPT = 30
KEPT_CHARACTERS = 1_500_000
"""Turns, and characters of HTML, that stay on the page: more would make every update slow."""

CHAINED = 6
"""Questions that a link to an answer carries at most: its own and those it leans on."""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question and what stands below it; ``number`` counts questions from 1, ``before`` the answers before it.

    ``token`` tells this asking of the question from any other. ``text`` is empty where nothing was answered. ``leans``
    tells that the question was completed from the one before it.
    """

    number: int
    question: str
    token: str
    html: str
    before: int = 0
    text: str = ""
    leans: bool = False
    coming: bool = False


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation: its turns, the key under which its answers are kept, and how many turns and answers it had."""

    turns: tuple[Turn, ...] = ()
    key: str = ""
    last: int = 0
    asked: int = 0

    @property
    def history(self) -> tuple[Mapping[str, str], ...]:
        """Return the answered turns as messages, oldest first."""
        said: list[Mapping[str, str]] = []
        for turn in self.turns:
            if turn.text:
                said += [{"role": "user", "content": turn.question}, {"role": "assistant", "content": turn.text}]
        return tuple(said[-REMEMBERED:])

    @property
    def messages(self) -> tuple[Mapping[str, str], ...]:
        """Return what the page shows."""
        rows: list[Mapping[str, str]] = []
        for turn in self.turns:
            rows += [{"role": "user", "content": _asked(turn)}, {"role": "assistant", "content": _reply(turn)}]
        return tuple(rows)

    def until(self, number: int) -> Talk:
        """Return the conversation without the question of a number and all that followed."""
        gone = next((turn for turn in self.turns if turn.number >= number), None)
        if gone is None:
            return self
        kept = tuple(turn for turn in self.turns if turn.number < gone.number)
        return replace(self, turns=kept, last=gone.number - 1, asked=gone.before)

    def begin(self, question: str, html: str, token: str = "") -> Talk:
        """Return the conversation with one more question, of which nothing but ``html`` is known yet."""
        turn = Turn(self.last + 1, question, token, html, self.asked, coming=True)
        return replace(self, turns=_fitting((*self.turns, turn)), key=self.key or new_key(), last=turn.number)

    def show(self, html: str, *, coming: bool = False) -> Talk:
        """Return the conversation with something else below its last question."""
        turn = replace(self.turns[-1], html=html, coming=coming)
        return replace(self, turns=_fitting((*self.turns[:-1], turn)))

    def answered(self, html: str, text: str, leans: bool = False) -> Talk:
        """Return the conversation with its last question answered."""
        turn = replace(self.turns[-1], html=html, text=text, leans=leans, coming=False)
        return replace(self, turns=_fitting((*self.turns[:-1], turn)), asked=self.asked + 1)

    def chain(self, leans: bool) -> str:
        """Return the numbers of the first and the last question that together ask what the last one asks."""
        first = len(self.turns) - 1
        while leans and first > 0 and len(self.turns) - first < CHAINED:
            first -= 1
            leans = self.turns[first].leans or not self.turns[first].text
        return f"{self.turns[first].number}-{self.last}" if self.turns else ""


def redo(turn: Turn, word: str = "again") -> str:
    """Return the link that asks the question of a turn again."""
    return f'<a class="wj-redo" href="#turn={turn.number}">{talk_both(word)}</a>'


def _asked(turn: Turn) -> str:
    edit = f'<a class="wj-edit" href="#turn={turn.number}">{talk_both("edit")}</a>'
    does = f'<p class="wj-turn">{redo(turn)}{edit}</p>'
    return f'<div class="wj-asked wj-of-{turn.token}">{shown.question(turn.question)}{does}</div>'


def _reply(turn: Turn) -> str:
    coming = " wj-coming" if turn.coming else ""
    return f'<div class="wj-reply wj-of-{turn.token}{coming}">{turn.html}</div>'


def _fitting(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    kept = turns[-KEPT:]
    while len(kept) > 1 and sum(len(turn.html) for turn in kept) > KEPT_CHARACTERS:
        kept = kept[1:]
    return kept
