"""The part of a message that tells its topic, and the alternatives that it offers (A 或 B)."""

from __future__ import annotations

import re

from assistant.terms import find_concepts
from corpus.folding import fold

_OR = re.compile(r"[/／、]|或者?(?!是)|还是|以及|[和与及](?!其)")
_PART = re.compile(r"[，。？！；,?!;（）()]+(?![^“]{0,40}”)")
_ASKS = re.compile(r"哪|谁(?![执管服])|有没有|有无|是否|多少|几|什么|啥|怎|如何|which|who|how|what", re.IGNORECASE)
_SETTING = re.compile(r"(?:前后|期间|当天|那天|那会儿|当日|时|中|里|上|过程|以来|之后|之前)\s*$")
_NOT_MEANT = re.compile(r"\s*(?:不是|不算|不包括|不含|除了|而不是|别把)")
_TOGETHER = re.compile(
    r"\+|合在一起|放在一起|相结合|结合起来|同时|一并|都(?:做|开展|有|写|提|落实|建)[^，。？]{0,4}的|\bboth\b"
)


def telling_part(text: str) -> str:
    """Return the part of a message that names the topic, where only some of its parts hold a term of the glossary.

    A part that asks comes before one that explains; what is said not to be meant goes.

    >>> telling_part("帮我看看谁搞过培训，轮训都算")
    '帮我看看谁搞过培训'
    """
    parts = [part for part in _PART.split(text) if part.strip() and not _NOT_MEANT.match(part)]
    naming = [part for part in parts if find_concepts(fold(part))]
    if not naming:
        return "，".join(parts)
    telling = next((part for part in naming if _ASKS.search(part)), naming[0])
    setting = [part for part in parts[: parts.index(telling)] if _SETTING.search(part)]
    return "".join([*setting, telling])


def alternatives(text: str) -> list[str]:
    """Cut a question at 或, 、 and 和 where a term of the glossary stands on both sides; else leave it whole."""
    if _TOGETHER.search(text):
        return [text]
    pieces: list[str] = [""]
    cursor = 0
    for mark in _OR.finditer(text):
        left = text[cursor : mark.start()]
        right = text[mark.end() :]
        if find_concepts(fold(pieces[-1] + left)) and _starts_with_concept(right) and not _inside_concept(text, mark):
            pieces[-1] += left
            pieces.append("")
        else:
            pieces[-1] += text[cursor : mark.end()]
        cursor = mark.end()
    pieces[-1] += text[cursor:]
    return pieces


def _starts_with_concept(text: str) -> bool:
    return any(found.start <= 3 for found in find_concepts(fold(text)))


def _inside_concept(text: str, mark: re.Match[str]) -> bool:
    before, whole = fold(text[: mark.start()]), fold(text)
    return any(found.start < len(before) < found.end for found in find_concepts(whole))
