"""Message and history → ``Question``: the order in which a message is read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from assistant.errors import BadQuestion
from assistant.followup import BESIDE, before, completed
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
    ROLE_RULES,
)
from assistant.places import find_places
from assistant.question import Language, Question
from assistant.spelling import mended
from assistant.topics import content_of, is_named, topic_of
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
    rf"(?:多少|(?<!哪)几)(?:余)?({'|'.join(sorted(map(re.escape, UNITS), key=len, reverse=True))})|第几(个|次|届|期)"
)
_QUANTITY = re.compile(
    rf"多少|多久|多长时间|几成|多大|比重|占比|率$|(?<![哪好])几(?:余)?(?:{'|'.join(sorted(map(re.escape, UNITS), key=len, reverse=True))})"
)
"""Asks for a quantity of an agency that is named, even of 单位 or 县."""
_MONEY = re.compile(
    r"多少钱|(?:资金|经费|款|金额|费用|救助金|补助|预算)[^，。？]{0,4}(?:是|有|共|为|达|花了?|用了?)?多少(?![件次名人户笔个])"
)
_RATE = re.compile(r"(?<![效频草轻])率(?![先领])|比例|比重|占比|几成|百分|percent|rate", re.IGNORECASE)
REMEMBERED = 20
"""Messages of a conversation that a follow-up may lean on."""
_THEN = re.compile(r"^(?:那|那么|再看看?|还有)(?!些|个|几|里|么|边).{1,20}呢|^(?:这|那)?其中")
"""Changes the topic and keeps the agency: 那听证呢, 其中工伤的占几场."""
_REPORTS = re.compile(
    r"列出[^，。？]{0,12}报告|(?:哪些|什么|几份|多少份?|最新|最近|哪几份)[^，。？]{0,10}报告|reports? (?:from|of) 20\d\d|"
    r"list (?:all )?(?:the )?reports",
    re.IGNORECASE,
)
"""Asks for reports themselves; only where no topic is named."""
_ELLIPTIC = re.compile(
    r"^(?:出处|来源|原文|原话)(?:给我|呢|是什么|在哪)?[？?。]?$|(?:这个|那个|该)(?:数|数字)|(?:上|前)一条|"
    r"\bthe others?\b|^and\b|^其[他它]|(?:没|没有|未)(?:提|写)的|其余(?:几|的)|剩下的|还有呢",
    re.IGNORECASE,
)
"""Speaks of the answer before: its topic is that question's."""
_OF_REPORTS = re.compile(r"报告|文号|字号|抄送|签发|标题|库|report|document number", re.IGNORECASE)
"""Asks about reports as documents; without it a named topic is what the question is about."""
_WHERE = re.compile(r"(?:写|放|列|出现|提|讲)在")
"""Asks where something stands: a part named beside it restricts nothing."""
_PLAN_WORDS = re.compile(
    r"打算|计划|准备|安排|目标|要求|拟|下一?步|明年|来年|将|力争|争取|设想|部署|定[的下]|要(?:办|做|干|抓|达)|想[办做干]|plan|intend|aim",
    re.IGNORECASE,
)


def understand(message: str, history: Sequence[Mapping[str, str]], reports: Sequence[Report], today: date) -> Question:
    """Read a message, with the last question of the history where it leaves something out.

    :param history: messages ``{"role", "content"}``, oldest first.
    :param reports: the reports held, which tell the names and years that can be meant.
    :param today: what 去年 is relative to.
    :raises BadQuestion: if the message is empty, too long or has no readable characters.
    """
    question = _read(checked(message), reports, today)
    earlier = [turn["content"] for turn in history if turn.get("role") == "user" and turn.get("content", "").strip()]
    elliptic = _ELLIPTIC.search(message) and not question.named
    if question.kind == "digest" and question.facets.agencies:
        return question
    beside = BESIDE.search(message) and not question.named
    if earlier and (elliptic or beside or (not question.topic.groups and question.kind not in ("catalogue", "none"))):
        return completed(question, _earlier(history, earlier[-1], reports, today), reports)
    if earlier and _THEN.match(message) and not question.facets.agencies and not question.absent:
        previous = _earlier(history, earlier[-1], reports, today)
        return replace(question, facets=replace(question.facets, agencies=previous.facets.agencies))
    return question


def _earlier(history: Sequence[Mapping[str, str]], last: str, reports: Sequence[Report], today: date) -> Question:
    """Read the question before, itself completed from those before it, back to the last ``REMEMBERED`` messages."""
    return understand(last, before(list(history)[-REMEMBERED:], last), reports, today)


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


def _read(message: str, reports: Sequence[Report], today: date) -> Question:
    language: Language = "zh" if re.search(r"[\u4e00-\u9fff]{2}", message) and _mostly_chinese(message) else "en"
    places = find_places(message, reports)
    places = replace(places, rest=mended(places.rest, reports))
    message = mended(message, reports)
    kind = next((rule.meaning for rule in KIND_RULES if re.search(rule.pattern, message, re.IGNORECASE)), None)
    refused = next((rule.meaning for rule in OUT_OF_SCOPE if re.search(rule.pattern, message, re.IGNORECASE)), None)
    years = find_years(places.rest, [report.year for report in reports if report.year], today)
    levels = tuple(rule.meaning for rule in LEVEL_RULES if rule.regex.search(message)) if not places.agencies else ()
    roles = () if _WHERE.search(message) else tuple(rule.meaning for rule in ROLE_RULES if rule.regex.search(message))
    unit = next((found.group(1) or found.group(2) for found in [_UNIT.search(message)] if found), None)
    asked = years.rest
    for level in LEVEL_RULES if levels else ():
        asked = level.regex.sub(" ", asked)
    for role in ROLE_RULES if roles else ():
        asked = role.regex.sub(" ", asked)
    topic = topic_of(asked, lambda word: _is_common(word, reports), lambda word: _stands(word, reports))
    if (OUTLINE.search(message) or NUMBERED_PART.search(message)) and not is_named(topic):
        kind, topic = "section", Topic("", ())
    if kind in ("census", "compare", "passages", "section", None) and not any(
        group.weight == 1 for group in topic.groups
    ):
        roles = (
            roles or tuple(rule.meaning for rule in PART_WORDS if re.search(rule.pattern, message, re.IGNORECASE))[:1]
        )
        kind = "section" if roles else "catalogue" if _REPORTS.search(message) else kind
    if kind in ("census", "passages", None) and places.agencies and _QUANTITY.search(message):
        kind = "figure"
    everyday = next((rule.meaning for rule in EVERYDAY_PARTS if rule.regex.search(message)), None)
    if everyday and places.agencies and not is_named(topic) and kind not in ("figure", "digest", "catalogue"):
        kind, roles, topic = "section", (everyday,), Topic("", ())
    if kind == "catalogue" and is_named(topic) and not _OF_REPORTS.search(message):
        kind = "census"
    if kind == "catalogue":
        topic = Topic("", ())
    if kind is None:
        kind = "census" if any(group.weight == 1 for group in topic.groups) and len(topic.groups) <= 2 else "passages"
    question = Question(
        message=message,
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
        respelt=places.respelt,
    )
    return _with_held_years(question, reports)


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


def _with_held_years(question: Question, reports: Sequence[Report]) -> Question:
    """Move a year of plans back to the report that plans it; set apart the years that are not held."""
    facets = question.facets
    scope = [report for report in reports if replace(facets, years=()).admit(report)]
    held = {report.year for report in scope}
    years: list[int] = []
    absent: list[int] = []
    for year in facets.years:
        if year in held:
            years.append(year)
        elif year - 1 in facets.years and _PLAN_WORDS.search(question.message):
            continue
        elif year - 1 in held and _PLAN_WORDS.search(question.message):
            years.append(year - 1)
        else:
            absent.append(year)
    return replace(question, facets=replace(facets, years=tuple(dict.fromkeys(years))), absent_years=tuple(absent))
