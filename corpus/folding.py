"""The shadow of a text for matching: folded characters with the offsets they came from; the text itself never changes.

Folding makes full and half width, upper and lower case equal and drops white space, quotation marks and book marks, so
that 2024 年 finds 2024年 and 枫桥经验 finds “枫桥经验”. It judges nothing.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_DROPPED = frozenset("“”‘’\"'「」『』《》〈〉<>﹤﹥＜＞*_`\u200b\u200c\u200d\ufeff")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; ``origin[i]`` is the offset in the source of folded character ``i``, with one closing entry."""

    text: str
    origin: tuple[int, ...]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source offsets of folded ``[start, end)``; an empty span stays empty."""
        if start >= end:
            return self.origin[start], self.origin[start]
        return self.origin[start], self.origin[end - 1] + 1


def fold(text: str) -> str:
    """Fold a short text, for queries and terms.

    >>> fold("２０２４ 年“枫桥经验”Ａ")
    '2024年枫桥经验a'
    """
    return "".join(_fold_char(char) for char in text)


def fold_with_offsets(text: str) -> Folded:
    """Fold a text and keep where each character came from.

    >>> fold_with_offsets("共 3 次").origin
    (0, 2, 4, 5)
    """
    pieces: list[str] = []
    origin: list[int] = []
    for offset, char in enumerate(text):
        folded = _fold_char(char)
        pieces.append(folded)
        origin.extend([offset] * len(folded))
    origin.append(len(text))
    return Folded("".join(pieces), tuple(origin))


@lru_cache(maxsize=20_000)
def _fold_char(char: str) -> str:
    if char in _DROPPED or char.isspace():
        return ""
    return "".join(c for c in unicodedata.normalize("NFKC", char).lower() if not c.isspace())
