"""The shadow of a text for matching: folded characters with the offsets they came from; the text itself never changes.

Folding makes full and half width, upper and lower case equal and drops white space, quotation marks and book marks, so
that 2024 年 finds 2024年 and 枫桥经验 finds “枫桥经验”. It judges nothing.
"""

from __future__ import annotations

import unicodedata
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

_DROPPED = frozenset("“”‘’\"'「」『』《》〈〉<>﹤﹥＜＞*_`\u200b\u200c\u200d\ufeff")


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; ``origin[i]`` is the offset in the source of folded character ``i``, with one closing entry."""

    text: str
    origin: Sequence[int]

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source offsets of folded ``[start, end)``; an empty span stays empty."""
        if start >= end:
            return self.origin[start], self.origin[start]
        return self.origin[start], self.origin[end - 1] + 1


class _Folds(dict[str, str]):
    """Character → what it folds to, worked out when it is first met."""

    def __missing__(self, char: str) -> str:
        """Fold a character that was not met before."""
        if char in _DROPPED or char.isspace():
            folded = ""
        else:
            folded = "".join(c for c in unicodedata.normalize("NFKC", char).lower() if not c.isspace())
        self[char] = folded
        return folded


_FOLDS = _Folds()


def fold(text: str) -> str:
    """Fold a short text, for queries and terms.

    >>> fold("２０２４ 年“枫桥经验”Ａ")
    '2024年枫桥经验a'
    """
    return "".join(map(_FOLDS.__getitem__, text))


def fold_with_offsets(text: str) -> Folded:
    """Fold a text and keep where each character came from, in four bytes each.

    >>> list(fold_with_offsets("共 3 次").origin)
    [0, 2, 4, 5]
    """
    pieces = list(map(_FOLDS.__getitem__, text))
    folded = "".join(pieces)
    origin = array("I", compress(range(len(text)), pieces))
    if len(origin) != len(folded):  # a character that folds to several
        origin = array("I", (offset for offset, piece in enumerate(pieces) for _ in piece))
    origin.append(len(text))
    return Folded(folded, origin)
