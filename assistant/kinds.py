"""What kind of answer a message wants: documents, a digest and a part of a report before the kinds of the table.

Each of the three is wanted only if nothing else is left of the message; a topic sends it on to the table.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.answer import Kind
from assistant.documents import Documents, bare
from assistant.english import translate
from assistant.lexicon import WEAK_WORDS
from assistant.parts import Parts
from assistant.shortened import content_asked, length_asked, unshortened
from assistant.topics import content_of, is_named, topic_of
from corpus.figures import UNITS
from corpus.report import Role
from index.topic import Topic

_QUANTITY = re.compile(
    rf"多少|多久|多长时间|几成|多大|比重|占比|率$|(?<![哪好])几(?:余)?(?:{'|'.join(sorted(map(re.escape, UNITS), key=len, reverse=True))})"
)
"""Asks for a quantity of an agency that is named, even of 单位 or 县."""
_REPORTS = re.compile(
    r"列出[^，。？]{0,12}报告|(?:报告|年报|材料)[^，。？]{0,4}(?:有|是|收)?(?:了)?(?:哪些|哪几份|几份|多少份)|有没有[^，。？]{0,16}(?:报告|年报)(?:$|[？?。])|(?:报告|年报)(?:在不在|有吗|有没有|收了)|(?:哪些|什么|几份|多少份?|最新|最近|哪几份)[^，。？]{0,10}报告|"
    r"reports? (?:from|of) 20\d\d|"
    r"list (?:all )?(?:the )?reports",
    re.IGNORECASE,
)
"""Asks for reports themselves; only where no topic is named."""
_OF_REPORTS = re.compile(r"报告|文号|字号|抄送|签发|标题|库|report|document number", re.IGNORECASE)
"""Asks about reports as documents; without it a named topic is what the question is about."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a message says besides its topic: its parts of reports, whether it names an agency or leans on a question.

    ``rest`` is the message without places and years.
    """

    message: str
    rest: str
    parts: Parts
    placed: bool
    leans: bool


def kind_of(
    wanted: Wanted, kind: Kind | None, topic: Topic, roles: tuple[Role, ...], of_documents: bool
) -> tuple[Kind | None, Topic, tuple[Role, ...]]:
    """Choose documents, a digest or a part, which nothing else may be asked beside, else a kind of the table."""
    message, rest, parts, placed = wanted.message, wanted.rest, wanted.parts, wanted.placed
    nothing = Topic("", ())
    short = kind == "digest" or length_asked(rest)
    if of_documents:
        return "catalogue", nothing, ()
    if short or (content_asked(rest) and placed and not parts.asked):
        left = telling(unshortened(parts.left))
        if not left:
            return "digest", nothing, parts.roles
        if short:
            return "digest", topic, roles
    if parts.only and parts.number is None and not parts.outline and (placed or wanted.leans or parts.lacking):
        return "section", nothing, parts.roles
    if (parts.outline and parts.only) or (parts.number is not None and not is_named(topic)):
        return "section", nothing, parts.roles
    if kind in ("census", "compare", "passages", "section", None) and not any(
        group.weight == 1 for group in topic.groups
    ):
        roles = roles or (parts.roles if parts.only else ())
        kind = "section" if roles else "catalogue" if _REPORTS.search(message) else kind
    if kind in ("census", "passages", None) and placed and _QUANTITY.search(translate(message)):
        kind = "figure"
    if kind == "catalogue" and is_named(topic) and not _OF_REPORTS.search(message):
        kind = "census"
    return (kind, nothing, ()) if kind == "catalogue" else (kind, topic, roles)


def telling(text: str) -> list[str]:
    """Return the words of a text that may name a topic and are not in every report."""
    return [word for word in content_of(text).split() if word not in WEAK_WORDS]


def only_documents(documents: Documents, rest: str) -> bool:
    """Tell whether a message asks of reports as documents and of nothing else.

    :param rest: what the fields, conditions, places and years have left of it.
    """
    if not documents.asked:
        return False
    left = bare(rest)
    return not telling(left) or (documents.alone and not is_named(topic_of(left)))
