"""Message and history → ``Question``: the order in which a message is read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from assistant.errors import BadQuestion
from assistant.carried import Listed, interpreted, nothing_listed
from assistant.followup import Reading, completed, is_bare, stands_alone
from assistant.lexicon import (
    COMPLEMENT,
    EVERYDAY_PARTS,
    FOCUS_RULES,
    KIND_RULES,
    LEVEL_RULES,
    NUMBERED_PART,
    OUT_OF_SCOPE,
    OUTLINE,
    PART_WORDS,
    PLANS,
    ROLE_RULES,
)
from assistant.places import find_places
from assistant.question import Language, Question
from assistant.topics import content_of, is_named, topic_of
from assistant.turns import COURTESY, without_dismissed, without_turns
from assistant.years import find_years
from corpus.figures import UNITS
from corpus.report import Report, Status
from index.census import shadow
from index.records import Facets
from index.topic import Topic

MAX_LENGTH = 2000
"""Characters of a message; nobody types more, and ranking time grows with it."""

COMMON = 0.6
"""Share of the reports from which a word decides nothing."""
MIN_LIBRARY = 4
"""Fewer reports cannot tell common words from others."""

_UNIT = re.compile(
    rf"(?:多少|(?<![哪那这好])几)(?:余)?({'|'.join(sorted(map(re.escape, UNITS), key=len, reverse=True))})|第几(个|次|届|期)"
)
_QUANTITY = re.compile(
    rf"多少|多久|多长时间|(?<![哪好])几(?:余)?(?:{'|'.join(sorted(map(re.escape, UNITS), key=len, reverse=True))})"
)
"""Asks for a quantity of an agency that is named, even of 单位 or 县."""
_MEASURE = re.compile(r"([户人件次场期份名册条笔项批])数|([场件人批]次)")
"""Asks for a number of what was asked about before."""
_MONEY = re.compile(
    r"多少钱|(?:资金|经费|款|金额|费用|救助金|补助|预算)[^，。？]{0,4}(?:是|有|共|为|达|花了?|用了?)?多少(?![件次名人户笔个])"
)
_RATE = re.compile(r"(?<![效频草轻])率(?![先领])|比例|百分|percent|rate", re.IGNORECASE)
REMEMBERED = 20
"""Messages of a conversation that a follow-up may lean on."""
_REPORTS = re.compile(
    r"列出[^，。？]{0,12}报告|(?:报告|年报|材料)[^，。？]{0,4}(?:有|是|收)?(?:了)?(?:哪些|哪几份|几份|多少份)|有没有[^，。？]{0,16}(?:报告|年报)(?:$|[？?。])|(?:报告|年报)(?:在不在|有吗|有没有|收了)|(?:哪些|什么|几份|多少份?|最新|最近|哪几份)[^，。？]{0,10}报告|reports? (?:from|of) 20\d\d|"
    r"list (?:all )?(?:the )?reports",
    re.IGNORECASE,
)
"""Asks for reports themselves; only where no topic is named."""
_OF_REPORTS = re.compile(r"报告|文号|字号|抄送|签发|标题|库|report|document number", re.IGNORECASE)
"""Asks about reports as documents; without it a named topic is what the question is about."""
_OPENS = re.compile(r"\b(?:how|what) about\b|^哪(?![些个家几里儿一位份年种怕天个])", re.IGNORECASE)
"""Words of asking that only change the subject."""
_WHERE = re.compile(r"(?:写|放|列|出现|提|讲)在")
"""Asks where something stands: a part named beside it restricts nothing."""


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


def _read_on(
    message: str, said: Sequence[str], reports: Sequence[Report], today: date, listed: Listed
) -> Question:
    """Read a message; what was said before it is read only where the message leans on it."""
    alone = _read(message, reports, today)
    if not said or (stands_alone(alone) and not is_bare(alone)):
        return alone.question
    earlier = _asked_before(said, reports, today, listed)
    if earlier is None or (is_bare(alone) and stands_alone(alone) and (earlier.topic.groups or not earlier.facets.agencies)):
        return alone.question
    reading = _read(message, reports, today, earlier)
    joined = completed(reading, earlier, reports, listed)
    return joined if joined is reading.question else _with_held_years(joined, reports, reading.question.message)


def _asked_before(
    said: Iterable[str], reports: Sequence[Report], today: date, listed: Listed
) -> Question | None:
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


def _read(message: str, reports: Sequence[Report], today: date, earlier: Question | None = None) -> Reading:
    """Read one message by itself.

    :param earlier: the question before, whose agency and years the message may speak of.
    """
    language: Language = "zh" if re.search(r"[\u4e00-\u9fff]{2}", message) and _mostly_chinese(message) else "en"
    typed, message = message, without_dismissed(message)
    wanting = _OPENS.sub(" ", message)
    kind = next((rule.meaning for rule in KIND_RULES if re.search(rule.pattern, wanting, re.IGNORECASE)), None)
    asked_kind = kind
    refused = next((rule.meaning for rule in OUT_OF_SCOPE if re.search(rule.pattern, message, re.IGNORECASE)), None)
    refused = "courtesy" if COURTESY.match(message) else refused
    places = find_places(message, reports)
    spoken = earlier.facets.years if earlier else ()
    years = find_years(places.rest, [report.year for report in reports if report.year], today, spoken)
    levels = tuple(rule.meaning for rule in LEVEL_RULES if rule.regex.search(message)) if not places.agencies else ()
    roles = () if _WHERE.search(message) else tuple(rule.meaning for rule in ROLE_RULES if rule.regex.search(message))
    unit = next((found.group(1) or found.group(2) for found in [_UNIT.search(message)] if found), None)
    if earlier and unit is None and (measure := _MEASURE.search(message)):
        unit = measure.group(1) or measure.group(2)
    asked = years.rest
    for level in LEVEL_RULES if levels else ():
        asked = level.regex.sub(" ", asked)
    for role in ROLE_RULES if roles else ():
        asked = role.regex.sub(" ", asked)
    topic = topic_of(asked, lambda word: _is_common(word, reports), lambda word: _stands(word, reports))
    left = without_turns(asked)
    own = topic_of(left, lambda word: _is_common(word, reports), lambda word: _stands(word, reports))
    if (OUTLINE.search(message) or NUMBERED_PART.search(message)) and not is_named(topic):
        kind, topic = "section", Topic("", ())
    if kind in ("census", "compare", "passages", "section", None) and not any(
        group.weight == 1 for group in topic.groups
    ):
        roles = (
            roles or tuple(rule.meaning for rule in PART_WORDS if re.search(rule.pattern, message, re.IGNORECASE))[:1]
        )
        kind = "section" if roles else "catalogue" if _REPORTS.search(message) else kind
    if kind == "digest" and not roles and not any(group.weight == 1 for group in topic.groups):
        roles = tuple(rule.meaning for rule in PART_WORDS if re.search(rule.pattern, message, re.IGNORECASE))
    if kind in ("census", "passages", None) and places.agencies and _QUANTITY.search(message):
        kind = "figure"
    everyday = next((rule.meaning for rule in EVERYDAY_PARTS if rule.regex.search(message)), None)
    if everyday and (places.agencies or earlier) and not is_named(topic) and kind not in ("figure", "digest", "catalogue"):
        kind, roles, topic = "section", (everyday,), Topic("", ())
    if kind == "catalogue" and is_named(topic) and not _OF_REPORTS.search(message):
        kind = "census"
    if kind == "catalogue":
        topic = Topic("", ())
    if kind is None:
        kind = "census" if any(group.weight == 1 for group in topic.groups) and len(topic.groups) <= 2 else "passages"
    question = Question(
        message=message,
        typed=typed if typed != message else "",
        language=language,
        kind="none" if refused else kind,
        content=content_of(years.rest),
        rest=years.rest,
        topic=topic,
        facets=Facets(agencies=places.agencies, levels=levels, years=years.years),
        roles=roles,
        focus=_focus(message) if kind not in ("catalogue", "section") else None,
        unit=unit or ("%" if _RATE.search(message) else "元" if _MONEY.search(message) else None),
        absent=places.absent,
        complement=bool(COMPLEMENT.search(message)),
        out_of_scope=refused,
        named=is_named(topic),
    )
    question = _with_held_years(question, reports, message)
    reading = Reading(question, asked_kind, own, content_of(left), years.relative, places.unsure)
    return replace(reading, question=replace(question, notes=interpreted(reading)))


def _focus(message: str) -> Status | None:
    return next((rule.meaning for rule in FOCUS_RULES if re.search(rule.pattern, message, re.IGNORECASE)), None)


def _is_common(word: str, reports: Sequence[Report]) -> bool:
    """Tell whether a word stands in most reports of a library that is large enough to tell."""
    if len(reports) < MIN_LIBRARY:
        return False
    holding = sum(word in shadow(report).text for report in reports)
    return holding >= COMMON * len(reports)


def _stands(word: str, reports: Sequence[Report]) -> bool:
    """Tell whether a word stands in any report."""
    return any(word in shadow(report).text for report in reports)


def _mostly_chinese(message: str) -> bool:
    letters = [char for char in message if char.isalpha()]
    return sum("\u4e00" <= char <= "\u9fff" for char in letters) * 3 >= len(letters)


def _with_held_years(question: Question, reports: Sequence[Report], message: str) -> Question:
    """Move a year of plans back to the report that plans it; set apart the years that are not held.

    :param message: the words that tell whether plans are asked about.
    """
    facets = question.facets
    scope = [report for report in reports if replace(facets, years=()).admit(report)]
    held = {report.year for report in scope}
    years: list[int] = []
    absent: list[int] = []
    plans = PLANS.search(message)
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
