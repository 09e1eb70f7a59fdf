"""Carry out one turn: check the message, ask, and give the answer out in large pieces, or stop."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from assistant.answer import Answer
from assistant.page import answer as shown
from assistant.page import judging, saving
from assistant.page.controls import controls
from assistant.page.desk import Desk, NotReady
from assistant.page.stopping import TOKEN, Stopped
from assistant.page.talk import Talk, redo
from assistant.page.talk_words import talk_both
from assistant.page.words import Language, word
from assistant.typed import cleaned, refusal
from index.records import Facets

OPENING_WAIT = 25.0
"""Seconds a question waits for the library to open before it is told to come back."""

FORGOTTEN = "forgotten"
"""Said to the script, not to a reader: the service no longer knows the turns before this one."""

History = tuple[Mapping[str, str], ...]
_LOG = logging.getLogger("wenju.page")


@dataclass(frozen=True, slots=True)
class Order:
    """What the page asks for: a question, the number it is to have in the talk (0 for the next), the asking's token."""

    question: str = ""
    turn: int = 0
    token: str = ""


def order(text: object) -> Order:
    """Read an order from the script's JSON; anything odd is an empty question.

    >>> order('{"question": "听证？", "turn": 2}').turn, order("[").question
    (2, '')
    """
    try:
        found: Any = json.loads(text) if isinstance(text, str) else {}
    except (ValueError, RecursionError):
        found = {}
    found = found if isinstance(found, dict) else {}
    question, turn, token = (found.get(key) for key in ("question", "turn", "token"))
    return Order(
        question if isinstance(question, str) else "",
        turn if isinstance(turn, int) and 0 < turn < 1_000_000 else 0,
        token if isinstance(token, str) and TOKEN.fullmatch(token) else "",
    )


def turn(desk: Desk, asked: Order, panel: object, talk: Talk) -> Iterator[tuple[Talk, str]]:
    """Answer one question: yield the conversation and a notice, piece by piece.

    :param desk: the assistant, and what is kept of its answers.
    :param asked: the question; with the number of a turn it replaces that turn and all that followed.
    :param panel: what the page's controls say.
    :param talk: the conversation before it.
    """
    language, facets = controls(panel)
    if said := refusal(asked.question, language):
        yield talk, said
        return
    if asked.turn > talk.last + 1:
        yield talk, FORGOTTEN
        return
    question = cleaned(asked.question)
    talk = talk.until(asked.turn) if asked.turn else talk
    desk.kept.drop(talk.key, talk.asked + 1)
    history = talk.history
    talk = talk.begin(question, shown.waiting(language), asked.token)
    yield talk, ""
    try:
        stop = desk.stops.of(asked.token or talk.key)
        reply, leans, seconds = desk.bench.carry_out(lambda: _answer(desk, question, history, facets, language), stop)
        below = links(talk, talk.asked + 1, reply.language, leans)
        first, full = shown.lead(reply), shown.whole(reply, below, seconds)
    except Stopped:
        yield talk.show(stopped(talk)), ""
        return
    except NotReady as error:
        yield talk.show(failed(talk, str(error))), ""
        return
    except Exception as error:  # one question must not end the page: the trace goes to the log alone
        _LOG.exception("A question could not be answered")
        own = getattr(error, "message", None)
        yield talk.show(failed(talk, str(own(language)) if callable(own) else word("error", language))), ""
        return
    desk.kept.keep(talk.key, talk.asked + 1, question, reply, facets)
    yield talk.show(first, coming=True), ""
    yield talk.answered(full, reply.text, leans), ""


def links(talk: Talk, number: int, language: Language, leans: bool) -> str:
    """Return the links below the answer of a number in a conversation."""
    return saving.links(talk.key, number, language, talk.chain(leans)) + judging.links(talk.key, number, language)


def stopped(talk: Talk) -> str:
    """Return the quiet line below a question that was stopped, with the way to ask it again."""
    return f'<p class="wj-stopped">{talk_both("stopped")}{redo(talk.turns[-1])}</p>'


def failed(talk: Talk, sentence: str) -> str:
    """Return why a question was not answered, in one sentence, with the way to try again."""
    return f'{shown.sentence(sentence)}<p class="wj-stopped">{redo(talk.turns[-1], "retry")}</p>'


def _answer(
    desk: Desk, question: str, history: History, facets: Facets | None, language: Language
) -> tuple[Answer, bool, float]:
    """Return the answer, whether its question leans on those before it, and the seconds it took to find."""
    library = desk.library(language, OPENING_WAIT)
    began = perf_counter()
    answer = library.ask(question, history, facets)
    seconds = perf_counter() - began
    return answer, library.leans(question, history), seconds
