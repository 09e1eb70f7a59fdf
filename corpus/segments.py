"""A statement → the spans that may claim different things: cut at commas, but not before a bare 没有."""

from __future__ import annotations

import re

from corpus.status_words import BARE_NIL, DOING, PLACE

_BARE_NIL = re.compile(BARE_NIL)
_PLACE_OF = re.compile(PLACE + DOING)
_OPEN = "“‘《〈「『（("
_CLOSE = "”’》〉」』）)"
_BORDER = re.compile(r"[，；：,;:。！？]")


def segments(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut at commas, semicolons and colons outside quotation marks, book marks and brackets."""
    spans: list[tuple[int, int]] = []
    depth = 0
    cursor = start
    for position in range(start, end):
        if position == cursor and depth == 0 and (place := _PLACE_OF.match(text, position, end)):
            spans.append((cursor, place.end()))
            cursor = place.end()
        char = text[position]
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(depth - 1, 0)
        elif _BORDER.match(char) and (depth == 0 or char == "。") and not _BARE_NIL.match(text, position + 1, end):
            spans.append((cursor, position + 1))
            cursor = position + 1
    if text[cursor:end].strip():
        spans.append((cursor, end))
    elif spans:
        spans[-1] = (spans[-1][0], end)
    return spans or [(start, end)]
