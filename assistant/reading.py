"""One message read by itself, in one order: places and years, the part that asks, terms, the words that are left."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.answer import Kind
from assistant.asked_shape import PRECEDENT, grouping_of, without_shape
from assistant.conditions import Condition, conditions_of
from assistant.documents import documents_asked
from assistant.english import translate
from assistant.kinds import Wanted, kind_of, only_documents, telling
from assistant.levels import LEVEL_RULES
from assistant.lexicon import (
    COMPLEMENT,
    FOCUS_RULES,
    KIND_RULES,
    OUT_OF_SCOPE,
    ROLE_RULES,
)
from assistant.limits import limit_of
from assistant.parts import parts_asked
from assistant.places import find_places
from assistant.question import Language, Question
from assistant.remembered import Remembered
from assistant.spelling import mended
from assistant.subjects import COURTESY, GREETING
from assistant.topics import content_of, is_named, topic_of
from assistant.turns import without_dismissed, without_turns
from assistant.years import PLANS, find_years
from corpus.figures import UNITS
from corpus.report import Report, Status
from index.census import holding
from index.records import Facets
from index.topic import Topic

COMMON = 0.6
"""Share of the reports from which a word decides nothing."""
WHOLE = 8
"""Characters of a name given as a topic that is never cut into words."""
MIN_LIBRARY = 4
"""Fewer reports cannot tell common words from others."""

_UNIT = re.compile(
    rf"(?:多少|(?<![哪那这好])几)(?:余|个(?=人))?({'|'.join(sorted(map(re.escape, UNITS), key=len, reverse=True))})|第几(个|次|届|期)"
)
_MEASURE = re.compile(r"([户人件次场期份名册条笔项批])数|([场件人批]次)")
"""Asks for a number of what was asked about before."""
_MONEY = re.compile(
    r"多少钱|(?:资金|经费|款|金额|费用|救助金|补助|预算)[^，。？]{0,4}(?:是|有|共|为|达|花了?|用了?)?多少(?![件次名人户笔个])"
)
_RATE = re.compile(r"(?<![效频草轻])率(?![先领])|比例|占比|比重|几成|百分|percent|rate", re.IGNORECASE)
_OPENS = re.compile(r"\b(?:how|what) about\b|^哪(?![些个家几里儿一位份年种怕天个])", re.IGNORECASE)
"""Words of asking that only change the subject."""
_WHERE = re.compile(r"(?:写|放|列|出现|提|讲)在")
"""Asks where something stands: a part named beside it restricts nothing."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One message read by itself.

    ``asked`` is the kind that its words want, None where they want none. ``own`` is the topic that is left without the
    words that lean on the question before, ``words`` the same for ranking. ``relative`` and ``unsure`` are the years
    and names that had to be interpreted.
    """

    question: Question
    asked: Kind | None
    own: Topic
    words: str
    relative: tuple[tuple[str, tuple[int, ...]], ...] = ()
    unsure: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def named(self) -> bool:
        """Whether the message names a term of the glossary."""
        return self.question.named

    def topical(self) -> bool:
        """Tell whether the message names a topic of its own, a term or other words that mean something."""
        return self.named or any(group.weight >= 1 for group in self.own.groups)


def read(message: str, reports: Sequence[Report], today: date, earlier: Question | None = None) -> Reading:
    """Read one message by itself.

    :param earlier: the question before, whose agency and years the message may speak of.
    """
    language: Language = "zh" if re.search(r"[\u4e00-\u9fff]{2}", message) and _mostly_chinese(message) else "en"
    typed, message = message, without_dismissed(message)
    places = find_places(message, reports)
    places = replace(places, rest=mended(places.rest, reports))
    message = mended(message, reports)
    wanting = _OPENS.sub(" ", message)
    asked = next((rule.meaning for rule in KIND_RULES if re.search(rule.pattern, wanting, re.IGNORECASE)), None)
    refused = next((rule.meaning for rule in OUT_OF_SCOPE if re.search(rule.pattern, message, re.IGNORECASE)), None)
    refused = "greeting" if GREETING.match(message) else "courtesy" if COURTESY.match(message) else refused
    spoken = earlier.facets.years if earlier else ()
    held = [year for year in _covered(reports) if year]
    documents = documents_asked(places.rest, reports, today)
    years = find_years(places.rest, held, today, spoken)
    parts = parts_asked(years.rest)
    parts = replace(parts, only=parts.asked and not telling(parts.left))
    as_documents = find_years(documents.rest, held, today, spoken)
    of_documents = (
        asked != "digest" and not (parts.only and not documents.exact) and only_documents(documents, as_documents.rest)
    )
    years = as_documents if of_documents else years
    levels = tuple(rule.meaning for rule in LEVEL_RULES if rule.regex.search(message)) if not places.agencies else ()
    roles = () if _WHERE.search(message) else tuple(rule.meaning for rule in ROLE_RULES if rule.regex.search(message))
    rest = years.rest
    taken = [rule.regex for rule in LEVEL_RULES if levels] + [rule.regex for rule in ROLE_RULES if roles]
    for pattern in taken:
        rest = pattern.sub(" ", rest)
    conditions, topic = _sought(without_shape(rest), asked, reports)
    own = topic_in(without_turns(rest), reports)
    placed = bool(places.agencies)
    wanted = Wanted(message, years.rest, parts, placed, leans=earlier is not None)
    kind, topic, roles = ("census", topic, roles) if conditions else kind_of(wanted, asked, topic, roles, of_documents)
    if kind == "catalogue":
        levels = tuple(dict.fromkeys((*levels, *documents.levels)))
    if kind is None:
        kind = "census" if any(group.weight == 1 for group in topic.groups) and len(topic.groups) <= 2 else "passages"
    question = Question(
        message=message,
        typed=typed if typed != message else "",
        respelt=places.respelt,
        language=language,
        kind="none" if refused else kind,
        content=content_of(years.rest),
        rest=years.rest,
        topic=topic,
        facets=Facets(agencies=places.agencies, levels=levels, years=years.years),
        roles=roles,
        focus=_focus(message) if kind not in ("catalogue", "section") else None,
        unit=_unit(message, earlier is not None),
        absent=places.absent,
        limit=() if conditions else limit_of(message),
        complement=not any(one.wanted for one in conditions)
        if conditions
        else bool(COMPLEMENT.search(message)) or (parts.only and parts.lacking),
        out_of_scope=refused,
        named=is_named(topic),
        conditions=conditions,
        grouping=grouping_of(message),
        precedent=bool(PRECEDENT.search(message)),
        documents=documents,
        parts=parts,
    )
    question = with_held_years(question, reports, message)
    return Reading(question, asked, own, content_of(without_turns(rest)), years.relative, places.unsure)


def topic_in(text: str, reports: Sequence[Report]) -> Topic:
    """Return the topic of some words, by what the words of the reports tell of them."""
    return topic_of(text, lambda word: _is_common(word, reports), lambda word: _stands(word, reports))


def topic_named(text: str, reports: Sequence[Report]) -> Topic:
    """Return the topic of words that are given as one: a short name that no glossary knows stays whole."""
    read = topic_in(text, reports)
    return read if is_named(read) or len(text) > WHOLE or " " in text else topic_in(f"“{text}”", reports)


def _sought(text: str, kind: Kind | None, reports: Sequence[Report]) -> tuple[tuple[Condition, ...], Topic]:
    """Return the conditions of a question, if it asks for several things together, and its topic."""
    asks = kind in ("census", "passages", None)
    conditions = conditions_of(text, lambda piece: topic_in(piece, reports)) if asks else ()
    return conditions, _together(conditions) or topic_in(text, reports)


def _together(conditions: Sequence[Condition]) -> Topic | None:
    """Return the topics of several conditions as one, any of which answers; None without conditions."""
    topics = list(dict.fromkeys(one.topic for one in conditions))
    if not topics:
        return None
    label = "、".join(dict.fromkeys(one.text for one in topics))
    return Topic(label, topics[0].groups, tuple(topics[1:]))


def _unit(message: str, leans: bool) -> str | None:
    """Return the measure word of the number asked for; a message that leans on another may name the number alone."""
    message = translate(message)
    found = _UNIT.search(message) or (_MEASURE.search(message) if leans else None)
    if found:
        return found.group(1) or found.group(2)
    return "%" if _RATE.search(message) else "元" if _MONEY.search(message) else None


def _focus(message: str) -> Status | None:
    return next((rule.meaning for rule in FOCUS_RULES if re.search(rule.pattern, message, re.IGNORECASE)), None)


def _is_common(word: str, reports: Sequence[Report]) -> bool:
    """Tell whether a word stands in most reports of a library that is large enough to tell."""
    if len(reports) < MIN_LIBRARY:
        return False
    return holding(word, reports) >= COMMON * len(reports)


def _stands(word: str, reports: Sequence[Report]) -> bool:
    """Tell whether a word stands in any report."""
    return holding(word, reports) > 0


def _mostly_chinese(message: str) -> bool:
    letters = [char for char in message if char.isalpha()]
    return sum("\u4e00" <= char <= "\u9fff" for char in letters) * 3 >= len(letters)


def _covered(reports: Sequence[Report]) -> frozenset[int | None]:
    """Return the years that some reports cover."""
    return _YEARS.get(reports, None, lambda: frozenset(report.year for report in reports))


_YEARS: Remembered[frozenset[int | None]] = Remembered()


def with_held_years(question: Question, reports: Sequence[Report], message: str) -> Question:
    """Move a year of plans back to the report that plans it; set apart the years that are not held.

    :param message: the words that tell whether plans are asked about.
    """
    facets = question.facets
    anytime = replace(facets, years=())
    held = {one.year for one in reports if anytime.admit(one)} if anytime.chosen else _covered(reports)
    years: list[int] = []
    absent: list[int] = []
    plans = PLANS.search(message) is not None or question.roles == ("plan",)
    for year in dict.fromkeys((*facets.years, *question.absent_years)):
        if year in held:
            years.append(year)
        elif year - 1 in facets.years and plans:
            continue
        elif year - 1 in held and plans:
            years.append(year - 1)
        else:
            absent.append(year)
    return replace(question, facets=replace(facets, years=tuple(dict.fromkeys(years))), absent_years=tuple(absent))
