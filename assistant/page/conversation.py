"""Carry out one turn: check the message, ask, and give the answer out in large pieces."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from assistant.page import answer as shown
from assistant.page import saving
from assistant.page.controls import controls
from assistant.page.desk import Desk, NotReady
from assistant.page.kept import new_key
from assistant.page.words import word
from assistant.typed import LONGEST, cleaned, refusal

REMEMBERED = 20
"""Messages handed on as history: a follow-up leans on the turns just before it."""

KEPT = 60
KEPT_CHARACTERS = 1_500_000
"""Messages, and characters of HTML, that stay on the page: more would make every update slow."""

OPENING_WAIT = 25.0
"""Seconds a question waits for the library to open before it is told to come back."""

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
        reply = desk.library(language, OPENING_WAIT).ask(asked, talk.history, facets)
        counted = talk.counted()
        links = saving.links(counted.key, counted.asked, reply.language)
        first, full = shown.lead(reply), shown.whole(reply, links)
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
