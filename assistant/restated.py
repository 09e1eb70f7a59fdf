"""A message that spells out how it is to be read: 哪些机关举行过听证？〔年度：2024；层级：县级〕.

What the brackets name holds, whatever the words before them say or leave out; an empty value takes a restriction away.
So a reading that was not meant can be put right in the message itself, and what is asked next leans on it as on any
other message. Brackets that hold anything else (a document number) are words of the question.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import cast

from assistant.answer import Kind
from assistant.documents import Documents
from assistant.naming import LEVEL, ROLE, STATUS
from assistant.parts import Parts
from assistant.question import Language, Question
from corpus.report import Level, Report, Role, Status
from index.records import Facets
from index.topic import Topic

NAMES: dict[str, tuple[str, str]] = {
    "topic": ("主题", "topic"), "agencies": ("机关", "agency"), "regions": ("地区", "region"), "levels": ("层级", "level"),
    "years": ("年度", "year"), "roles": ("章节", "section"), "statuses": ("状态", "status"),
}  # fmt: skip
"""What can be spelled out, by its name in Chinese and English."""

NONE = ("不限", "any")
"""The value that takes a restriction away."""

_BRACKETS = re.compile(r"〔([^〔〕]{1,1900})〕\s*$")
_BY_NAME = {name: key for key, pair in NAMES.items() for name in pair}
_WORDS: dict[str, Mapping[str, tuple[str, str]]] = {
    "levels": cast(Mapping[str, tuple[str, str]], LEVEL),
    "roles": cast(Mapping[str, tuple[str, str]], ROLE),
    "statuses": cast(Mapping[str, tuple[str, str]], STATUS),
}
_YEAR = re.compile(r"\d{4}")
_BREAKING = re.compile(r"[〔〕；;\s]+")


@dataclass(frozen=True, slots=True)
class Restated:
    """What a message spells out; None where it leaves the reading to its words, an empty tuple for no restriction."""

    topic: str | None = None
    agencies: tuple[str, ...] | None = None
    regions: tuple[str, ...] | None = None
    levels: tuple[Level, ...] | None = None
    years: tuple[int, ...] | None = None
    roles: tuple[Role, ...] | None = None
    statuses: tuple[Status, ...] | None = None

    def named(self) -> dict[str, str | tuple[str | int, ...]]:
        """Return what is spelled out, by name, in the order of the fields."""
        return {one.name: value for one in fields(self) if (value := getattr(self, one.name)) is not None}

    def written(self, language: Language) -> str:
        """Return the brackets that spell this out; nothing where nothing is.

        >>> Restated(topic="信访听证", years=(2024,), levels=()).written("zh")
        '〔主题：信访听证；层级：不限；年度：2024〕'
        """
        english = language == "en"
        colon, gap, stop = (": ", ", ", "; ") if english else ("：", "、", "；")
        parts = []
        for key, value in self.named().items():
            values = (value,) if isinstance(value, str) else value
            words = [_word(key, str(one), english) for one in values if one != ""]
            parts.append(f"{NAMES[key][english]}{colon}{gap.join(words) or NONE[english]}")
        return f"〔{stop.join(parts)}〕" if parts else ""


def taken_apart(message: str) -> tuple[str, Restated]:
    """Return a message without what it spells out, and that.

    >>> taken_apart("谁做了？〔年度：2024、2023；机关：不限〕")[1].named()
    {'agencies': (), 'years': (2024, 2023)}
    >>> taken_apart("青信发〔2025〕3号〔2024〕")
    ('青信发〔2025〕3号〔2024〕', Restated(topic=None, agencies=None, regions=None, levels=None, years=None, roles=None, statuses=None))
    """
    found = _BRACKETS.search(message)
    held: dict[str, object] = {}
    for part in re.split("[；;]", found[1]) if found else ():
        name, colon, value = re.sub("：", ":", part, count=1).partition(":")
        key = _BY_NAME.get(name.strip().lower())
        read = _values(key, value.strip()) if key and colon else None
        if key is None or read is None:
            return message, Restated()
        held[key] = read
    if found is None:
        return message, Restated()
    return message[: found.start()].strip(), Restated(**held)  # type: ignore[arg-type]


def restate(question: Question, out: Restated, topic: Topic | None, reports: Sequence[Report]) -> Question:
    """Return a question as it is spelled out.

    :param topic: the topic that ``out.topic`` reads as; None where none is named.
    """
    if out == Restated():
        return question
    facets, held = question.facets, {report.year for report in reports}
    agencies = {report.agency for report in reports}
    question = replace(question, restated=out, out_of_scope=None, item=None)
    if out.agencies is not None:
        missing = tuple(name for name in out.agencies if name not in agencies)
        own = tuple(name for name in out.agencies if name in agencies)
        question = replace(question, absent=missing, respelt=(), notes=(), beside=())
        facets = replace(facets, agencies=own)
    if out.years is not None:
        question = replace(question, absent_years=tuple(year for year in out.years if year not in held), notes=())
        facets = replace(facets, years=tuple(year for year in out.years if year in held))
    if out.statuses is not None:
        facets = replace(facets, statuses=out.statuses)
        question = replace(question, focus=None, limit=(), strictly=False, complement=False)
    if out.roles is not None:
        facets, question = replace(facets, roles=()), replace(question, roles=out.roles)
    facets = replace(
        facets,
        levels=facets.levels if out.levels is None else out.levels,
        regions=facets.regions if out.regions is None else out.regions,
    )
    question = replace(question, facets=facets)
    return question if out.topic is None else _about(question, out.topic, topic or Topic("", ()))


def beside(facets: Facets, out: Restated | None) -> Facets:
    """Return the facets set beside a message without those that it spells out itself."""
    named = out.named() if out is not None else {}
    return replace(facets, **{name: () for name in named if name != "topic"})


def _about(question: Question, text: str, topic: Topic) -> Question:
    """Return a question about another topic; without one, about the reports themselves."""
    kind: Kind = question.kind if question.kind in ("census", "figure", "compare", "passages") else "census"
    if not topic.groups:
        question = replace(question, focus=None)
        kind = "digest" if question.facets.agencies else "catalogue"
        text = "报告写了什么" if question.language == "zh" else "what do the reports say"
    return replace(
        question, kind=kind, topic=topic, message=text, typed=question.said(), content=text, rest=text, named=True,
        meant=False, conditions=(), before=None, documents=Documents(), parts=Parts(), precedent=False,
    )  # fmt: skip


def _values(key: str, text: str) -> object | None:
    """Read the values of a name; None where one of them is no such value."""
    if key == "topic":
        return "" if text in NONE else text
    words = () if text in NONE else tuple(word.strip() for word in re.split("[、,，]", text) if word.strip())
    if key == "years":
        return tuple(map(int, words)) if all(_YEAR.fullmatch(word) for word in words) else None
    if key in _WORDS:
        meant = [next((one for one, pair in _WORDS[key].items() if word.lower() in pair), None) for word in words]
        return None if None in meant else tuple(meant)
    return words


def _word(key: str, value: str, english: bool) -> str:
    held = _WORDS.get(key, {})
    return held[value][english] if value in held else _BREAKING.sub(" ", value).strip()
