"""A particular of what was asked before: another number of the same thing, in words that say nothing of the thing."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.english import translate
from assistant.figure_fit import naming
from assistant.question import Question
from assistant.reading import Reading
from assistant.turns import Sign, without_turns
from corpus.figures import UNITS
from index.topic import Topic

_CONTEXT = 0.3
"""Weight of the earlier topic beside the words of a question about a particular of it."""
_CONFIRMS = re.compile(
    r"[吗么嘛吧][？?。！!]*$|[对是准]不[对是准]|对[吧吗]|是[吧吗]|没错|属实|\b(?:right|correct|true|is it|isn't it|did|was|were)\b",
    re.IGNORECASE,
)
"""Wants what it says to be confirmed."""
_STATED = re.compile(rf"\d(?:[.,]\d)?\s?([%％]|{'|'.join(sorted(map(re.escape, UNITS), key=len, reverse=True))})")
"""A number that a question states, with its unit."""
_OBJECT = re.compile(r"[^，。？！]{2}[他她它]们?(?:的|呢|了)?[？?。]{0,2}$|\w{3} them\??$", re.IGNORECASE)


def particular(reading: Reading, earlier: Question) -> Question:
    """Ask in the message's own words, with the topic before as what they are said of."""
    question = reading.question
    own = reading.own.groups
    named = {group.label for group in own}
    before = [group for group in earlier.topic.groups if group.label not in named]
    held = tuple(replace(group, weight=min(group.weight, _CONTEXT)) for group in before)
    further = earlier.before and replace(earlier.before, before=None)
    return replace(
        question,
        topic=Topic(reading.own.text, (*own, *held)) if own else earlier.topic,
        content=f"{reading.words} {earlier.content}".strip(),
        rest=question.rest,
        named=False,
        unit=question.unit or (earlier.unit if reading.asked is None else None),
        before=replace(earlier, before=further),
    )


def other_of_kind(reading: Reading, earlier: Question, found: frozenset[Sign]) -> bool:
    """Tell whether a message asks for the same number of something else, in whatever words (对责任单位的呢)."""
    facets, absent = reading.question.facets, reading.question.absent
    placed = facets.agencies or facets.years or facets.levels or absent or reading.question.absent_years
    parallel = earlier.kind == "figure" and reading.asked is None and found <= {"change", "it"}
    return parallel and not placed and _says_more(reading, earlier)


def other_number(reading: Reading, earlier: Question) -> bool:
    """Tell whether a message asks for a number and says of what in words too short to name a topic (输了几件)."""
    counts = reading.asked == "figure" and earlier.kind in ("figure", "census", "passages")
    return counts and not reading.question.roles and _says_more(reading, earlier)


def _says_more(reading: Reading, earlier: Question) -> bool:
    """Tell whether a message says anything, besides its words of asking, that the question before does not."""
    left = naming(without_turns(translate(reading.question.rest)))
    chinese = "".join(re.findall(r"[\u4e00-\u9fff]", left))
    latin = [word for word in reading.words.split() if word.isascii() and word.isalpha()]
    said = translate(earlier.message)
    return bool(chinese) and chinese not in said or any(word not in said.lower() for word in latin)


def done_to_them(message: str) -> bool:
    """Tell whether a message asks what was done to the persons or things asked about (怎么考核他们的)."""
    return _OBJECT.search(message) is not None


def with_number_confirmed(reading: Reading, earlier: Question, found: frozenset[Sign]) -> Question:
    """Read a question that names a number to have it confirmed as one for that number, where another is asked next."""
    if reading.asked is not None or "change" not in found or earlier.kind not in ("census", "passages"):
        return earlier
    units = [unit for unit in _STATED.findall(earlier.message) if unit != "年"]
    if len(units) != 1 or not _CONFIRMS.search(earlier.message):
        return earlier
    return replace(earlier, kind="figure", unit=units[0])
