"""Pinyin without tones, for names in Latin letters (Kaijiang) and for wrong characters of the same sound (阳成县)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import islice, product

_MOST_SPELLINGS = 64
"""Ways of writing one name; characters of many readings multiply."""


@lru_cache(maxsize=20_000)
def sound(char: str) -> str:
    """Return the pinyin of one character without its tone; other characters stay as they are."""
    from pypinyin import lazy_pinyin

    return lazy_pinyin(char)[0] if char.strip() else char


def sounds(text: str) -> tuple[str, ...]:
    """Return the pinyin of every character.

    >>> sounds("枫桥") == sounds("枫侨")
    True
    """
    return tuple(sound(char) for char in text)


def spelled(text: str) -> str:
    """Return the pinyin of a name as it is written in English.

    >>> spelled("开江")
    'kaijiang'
    """
    return "".join(sounds(text))


_FAMILIES = {
    first: family
    for family, firsts in {
        "b": "b p f", "d": "d t", "g": "g k h", "j": "j q x", "z": "z c s zh ch sh", "l": "l n",
    }.items()
    for first in firsts.split()
}  # fmt: skip
"""Consonants taken for one another: in dialects, and where two characters share the part that tells the sound."""


@lru_cache(maxsize=20_000)
def nearly(char: str) -> str:
    """Return a character's sound so that those mistaken for one another are alike.

    >>> nearly("丁") == nearly("汀"), nearly("蒲") == nearly("溪")
    (True, False)
    """
    heard = sound(char)
    first = next((heard[:length] for length in (2, 1) if heard[:length] in _FAMILIES), "")
    return _FAMILIES.get(first, "") + heard[len(first) :].removesuffix("g")


@lru_cache(maxsize=2_000)
def spellings(text: str) -> frozenset[str]:
    """Return every way a name may be written in English, its characters having one reading or several.

    >>> sorted(spellings("珩浦"))
    ['hangpu', 'hengpu']
    """
    from pypinyin import Style, pinyin

    readings = pinyin(text, style=Style.NORMAL, heteronym=True)
    return frozenset("".join(one).replace("ü", "v") for one in islice(product(*readings), _MOST_SPELLINGS))


def homophone(text: str, names: dict[tuple[str, ...], str], lengths: Iterable[int] = ()) -> tuple[int, int, str] | None:
    """Find the longest piece of a text that sounds like a name but is written otherwise.

    :param names: pinyin → name.
    :param lengths: how long the names are, where that is known.
    :return: start, end and the name meant, or None.
    """
    heard = sounds(text)
    for length in sorted(set(lengths) or {len(key) for key in names}, reverse=True):
        for start in range(len(heard) - length + 1):
            name = names.get(heard[start : start + length])
            if name is not None and name != text[start : start + length]:
                return start, start + length, name
    return None
