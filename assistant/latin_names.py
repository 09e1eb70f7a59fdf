"""Agencies that the library holds, named in Latin letters: Kaijiang, kai jiang, Kaijiangxian, Kiajiang County."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from assistant.sounds import spellings

_WORD = re.compile(r"[A-Za-z]{2,}")
_GLUED = re.compile(r"(?:sheng|shi|xian|qu|zhen|xiang)$")
_BESIDE = (
    r"(?:[\s-]+(?:(?:petitions?|transport(?:ation)?|letters and (?:calls|visits)|xinfang)\s+(?:bureau|"
    r"office|administration|department)|county|city|provinc(?:e|ial)|municipal(?:ity)?|"
    r"district|township|town|prefecture|bureau|office|government|department|xinfangju|xian|shi|qu|"
    r"sheng|zhen)\b)*(?:\s+of\s+letters\s+and\s+(?:calls|visits)\b)?(?:['’]s?\b)?"
)
"""What may follow a name in English and belongs to it."""
_LONG = 6
"""Letters from which two that changed places still tell a name."""


def latin_agencies(text: str, stems: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], str]:
    """Find agencies by the pinyin of their places and take their names out of a text.

    :param stems: agency → its places without their endings.

    >>> latin_agencies("Did Kaijiang County hold hearings?", {"开江县信访局": ("开江",)})
    (('开江县信访局',), 'Did   hold hearings?')
    """
    words = list(_WORD.finditer(text))
    found: list[str] = []
    names: list[str] = []
    for at, word in enumerate(words):
        after = words[at + 1] if at + 1 < len(words) else None
        joined = text[word.start() : after.end()] if after and text[word.end() : after.start()] in " -" else ""
        for name in filter(None, (joined, word.group(0))):
            meant = [agency for agency, places in stems.items() if any(_spells(name, place) for place in places)]
            if meant:
                found += [agency for agency in meant if agency not in found]
                names.append(name)
                break
    for name in names:
        text = re.sub(rf"\b{re.escape(name)}\b(?i:{_BESIDE})?", " ", text)
    return tuple(found), text


def _spells(name: str, place: str) -> bool:
    letters = re.sub(r"[^a-z]", "", name.lower())
    if len(letters) < 4:
        return False
    ways = spellings(place)
    if letters in ways or _GLUED.sub("", letters) in ways:
        return True
    return len(letters) >= _LONG and any(sorted(letters) == sorted(way) and letters[0] == way[0] for way in ways)
