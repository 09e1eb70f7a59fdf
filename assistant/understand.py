"""Message and history → ``Question``: which message is whole, and what completes the others."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from assistant.carried import Listed, interpreted, nothing_listed
from assistant.errors import BadQuestion
from assistant.followup import completed, is_bare, stands_alone
from assistant.question import Question
from assistant.reading import read, topic_named, with_held_years
from assistant.restated import restate, taken_apart
from corpus.report import Report

MAX_LENGTH = 2000
"""Characters of a message; nobody types more, and ranking time grows with it."""
REMEMBERED = 20
"""Messages of a conversation that a follow-up may lean on."""


def understand(
    message: str,
    history: Sequence[Mapping[str, str]],
    reports: Sequence[Report],
    today: date,
    listed: Listed = nothing_listed,
) -> Question:
    """Read a message, with the questions of the history where it leaves something out.

    :param history: messages ``{"role", "content"}``, oldest first.
    :param reports: the reports held, which tell the names and years that can be meant.
    :param today: what 去年 is relative to.
    :param listed: the reports that the answer to a question names, for messages that point at one of them.
    :raises BadQuestion: if the message is empty, too long or has no readable characters.
    """
    said = [turn["content"] for turn in list(history)[-REMEMBERED:] if turn.get("role") == "user"]
    return _read_on(checked(message), said, reports, today, listed)


def _read_on(message: str, said: Sequence[str], reports: Sequence[Report], today: date, listed: Listed) -> Question:
    """Read a message; what it spells out of its own reading holds against the rest of it."""
    words, out = taken_apart(message)
    question = _in_words(words or out.topic or message, said, reports, today, listed)
    restated = restate(question, out, topic_named(out.topic, reports) if out.topic else None, reports)
    return restated if restated is question else replace(restated, typed=message)


def _in_words(message: str, said: Sequence[str], reports: Sequence[Report], today: date, listed: Listed) -> Question:
    """Read the words of a message; what was said before it is read only where the message leans on it."""
    alone = read(message, reports, today)
    if not said or (stands_alone(alone) and not is_bare(alone)):
        return replace(alone.question, notes=interpreted(alone))
    earlier = _asked_before(said, reports, today, listed)
    if earlier is None or (
        is_bare(alone) and stands_alone(alone) and (earlier.topic.groups or not earlier.facets.agencies)
    ):
        return replace(alone.question, notes=interpreted(alone))
    reading = read(message, reports, today, earlier)
    joined = completed(reading, earlier, reports, listed)
    return joined if joined is reading.question else with_held_years(joined, reports, reading.question.message)


def _asked_before(said: Iterable[str], reports: Sequence[Report], today: date, listed: Listed) -> Question | None:
    """Return the last whole question of what was said, every message completed from those before it."""
    before: list[str] = list(said)
    while before:
        last = before.pop()
        try:
            question = _read_on(checked(last), before, reports, today, listed)
        except BadQuestion:
            continue
        if question.out_of_scope is None:
            return question
    return None


def checked(message: str) -> str:
    """Return a message fit to be read.

    :raises BadQuestion: if it is empty, too long or has no readable characters.
    """
    if len(message) > MAX_LENGTH:
        raise BadQuestion(
            f"问题太长：{len(message)} 字，请缩短到 {MAX_LENGTH} 字以内。",
            f"The question is too long: {len(message)} characters; shorten it to {MAX_LENGTH}.",
        )
    text = "".join(char if unicodedata.category(char)[0] != "C" else " " for char in message).strip()
    if not any(char.isalnum() for char in text):
        raise BadQuestion(
            "没有读到问题，请输入文字后再发送。", "There is no question to read; type some words and send again."
        )
    return text
