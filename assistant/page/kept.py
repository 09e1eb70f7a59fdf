"""Keep the answers of open conversations for a while, so that they can be saved as documents; in memory alone.

A conversation's key cannot be guessed and stands only in its own page: who does not have it gets nothing.
"""

from __future__ import annotations

import secrets
import threading
from dataclasses import dataclass

from assistant.answer import Answer
from assistant.export import Conversation
from assistant.feedback.told import Turn
from index.records import Facets

ROWS_KEPT = 100_000
"""Findings, citations and silent reports of all answers kept, some 60 MB: the conversation used longest ago goes."""

ROW_LENGTH = 500
"""Characters of text that count as one row."""


@dataclass(frozen=True, slots=True)
class _Asked:
    question: str
    answer: Answer
    facets: Facets


class Kept:
    """Hold the answers by conversation and number, up to a size."""

    def __init__(self, most: int = ROWS_KEPT) -> None:
        self._most = most
        self._rows = 0
        self._held: dict[str, dict[int, _Asked]] = {}
        self._lock = threading.Lock()

    def keep(self, key: str, number: int, question: str, answer: Answer, facets: Facets | None = None) -> None:
        """Keep the answer to the question of a number, the first being 1."""
        with self._lock:
            talk = self._held.pop(key, {})
            talk[number] = _Asked(question, answer, facets or Facets())
            self._held[key] = talk
            self._rows += rows(answer)
            while self._rows > self._most and self._held:
                gone = self._held.pop(next(iter(self._held)))
                self._rows -= sum(rows(held.answer) for held in gone.values())

    def drop(self, key: str, start: int) -> None:
        """Forget the answers of a conversation from a number on: their questions were replaced."""
        with self._lock:
            talk = self._held.get(key, {})
            for number in [number for number in talk if number >= start]:
                self._rows -= rows(talk.pop(number).answer)

    def one(self, key: str, number: int) -> Conversation | None:
        """Return one question with its answer; None where it is no longer held."""
        with self._lock:
            found = self._held.get(key, {}).get(number)
        return None if found is None else ((found.question, found.answer),)

    def all(self, key: str) -> Conversation | None:
        """Return a whole conversation; None where any of it is gone, since a part is not what was asked for."""
        with self._lock:
            talk = dict(self._held.get(key, {}))
        whole = tuple((held.question, held.answer) for held in talk.values())
        return whole if 1 in talk and len(talk) == max(talk) else None

    def turn(self, key: str, number: int) -> Turn | None:
        """Return one question as it was asked, with what was said before it; None where it is no longer held."""
        with self._lock:
            talk = dict(self._held.get(key, {}))
        found = talk.get(number)
        if found is None:
            return None
        before = [held for earlier, held in sorted(talk.items()) if earlier < number]
        pairs = [(("user", held.question), ("assistant", held.answer.text)) for held in before]
        history = [{"role": role, "content": text} for pair in pairs for role, text in pair]
        return Turn(found.question, history, found.facets, found.answer)


def new_key() -> str:
    """Return a key that cannot be guessed."""
    return secrets.token_urlsafe(18)


def rows(answer: Answer) -> int:
    """Return how much an answer counts: its rows, and its text in pieces of the length of a row."""
    said = sum(len(one.quote) for one in answer.citations) + len(answer.text)
    return 1 + len(answer.findings) + len(answer.citations) + len(answer.silent) + said // ROW_LENGTH
