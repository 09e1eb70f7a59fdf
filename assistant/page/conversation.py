"""Carry out one turn: check the message, ask, and give the answer out in large pieces."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from time import perf_counter

from assistant.page import answer as shown
from assistant.page import saving
from assistant.page.controls import controls
from assistant.page.desk import Desk, NotReady
from assistant.page.kept import new_key
from assistant.page.words import Language, word

LONGEST = 2000
"""Characters of a question: longer ones are documents, not questions."""

REMEMBERED = 20
"""Messages handed on as history: a follow-up leans on the turns just before it."""

KEPT = 60
KEPT_CHARACTERS = 1_500_000
"""Messages, and characters of HTML, that stay on the page: more would make every update slow."""

OPENING_WAIT = 25.0
"""Seconds a question waits for the library to open before it is told to come back."""

_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_LOG = logging.getLogger("wenju.page")


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation: what the assistant reads as history, what the page shows, under which key answers are kept."""

    history: tuple[Mapping[str, str], ...] = ()
    messages: tuple[Mapping[str, str], ...] = ()
    key: str = ""
    asked: int = 0

    def show(self, role: str, html: str) -> Talk:
        """Return the conversation with one more message on the page."""
        kept = [*self.messages, {"role": role, "content": html}][-KEPT:]
        while len(kept) > 2 and sum(len(message["content"]) for message in kept) > KEPT_CHARACTERS:
            kept = kept[2:]
        return replace(self, messages=tuple(kept))

    def remember(self, question: str, text: str) -> Talk:
        """Return the conversation with one more turn in the history."""
        turn = ({"role": "user", "content": question}, {"role": "assistant", "content": text})
        return replace(self, history=(*self.history, *turn)[-REMEMBERED:])

    def counted(self) -> Talk:
        """Return the conversation with one more answer, under a key of its own."""
        return replace(self, key=self.key or new_key(), asked=self.asked + 1)


def refusal(message: str, language: Language) -> str:
    """Return why a message cannot be asked, or nothing.

    >>> refusal("   ", "zh"), refusal("你好", "zh")
    ('没有看到问题，请输入文字后再发送。', '')
    """
    if len(message) > LONGEST:
        if language == "en":
            return f"The question has {len(message):,} characters; the limit is {LONGEST:,}. Please shorten it."
        return f"问题有 {len(message):,} 个字，最多 {LONGEST:,} 个，请缩短后再发送。"
    if any(unicodedata.category(character) in {"Cc", "Cs"} and character not in "\r\n\t" for character in message):
        return word("control", language)
    return "" if cleaned(message) else word("blank", language)


def cleaned(message: str) -> str:
    """Return a message without characters that have no ink, trimmed."""
    return _INVISIBLE.sub("", message).strip()


def turn(desk: Desk, message: str, panel: object, talk: Talk) -> Iterator[tuple[Talk, str, str]]:
    """Answer one message: yield the conversation, what stays in the input, and a notice, piece by piece."""
    language, facets = controls(panel)
    if said := refusal(message, language):
        yield talk, message if len(message) <= 10 * LONGEST else message[:LONGEST], said
        return
    asked = cleaned(message)
    talk = talk.show("user", shown.question(asked))
    yield talk.show("assistant", shown.waiting(language)), "", ""
    try:
        library = desk.library(language, OPENING_WAIT)
        began = perf_counter()
        reply = library.ask(asked, talk.history, facets)
        seconds = perf_counter() - began
        counted = talk.counted()
        links = saving.links(counted.key, counted.asked, reply.language)
        first, full = shown.lead(reply), shown.whole(reply, links, seconds)
    except NotReady as error:
        yield talk.show("assistant", shown.sentence(str(error))), asked, ""
        return
    except Exception as error:  # one question must not end the page: the trace goes to the log alone
        _LOG.exception("A question could not be answered")
        own = getattr(error, "message", None)
        said = str(own(language)) if callable(own) else word("error", language)
        yield talk.show("assistant", shown.sentence(said)), asked, ""
        return
    desk.kept.keep(counted.key, counted.asked, asked, reply)
    talk = counted
    yield talk.show("assistant", first), "", ""
    yield talk.show("assistant", full).remember(asked, reply.text), "", ""
