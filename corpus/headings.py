"""Where headings stand and how they are numbered; what they mean is decided elsewhere.

A heading stands on a line of its own, or opens a paragraph and ends at its first full stop. In a report that lost its
line breaks it may also follow a full stop, if its number continues the count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMERALS = "一二三四五六七八九十"
_DIGITS = {char: value for value, char in enumerate(_NUMERALS, start=1)}

MARKS: tuple[tuple[int, str, str, str], ...] = (
    # rank, pattern, an example, a counter-example
    (1, rf"第([{_NUMERALS}]{{1,3}})部分[、：:\s]?", "第一部分 工作情况", "一部分干部"),
    (2, rf"([{_NUMERALS}]{{1,3}})\s?[、．.](?![{_NUMERALS}]{{1,3}}、)", "二、存在的问题", "一是加强领导"),
    (3, rf"[（(]\s?([{_NUMERALS}]{{1,3}})\s?[）)][、.．]?", "（三）强化队伍建设", "（以下简称）"),
    (4, r"(\d{1,2})\s?[.．、](?!\d)", "1.推进场所建设", "2024、2025年"),
    (5, r"[（(]\s?(\d{1,2})\s?[）)][、.．]?", "（2）加强督办", "（2024）"),
)
"""Numbering marks, outermost first. Rank orders them; depth in the tree comes from nesting."""

ITEM_MARK = re.compile(rf"(?:[{_NUMERALS}]{{1,2}}是|其[{_NUMERALS}](?=[，是、])|第[{_NUMERALS}](?=[，是])|[①-⑳])")
"""Opens an item inside a paragraph: a border of statements, never a section."""

_LINE_MARK = re.compile("|".join(f"(?P<r{rank}>{pattern})" for rank, pattern, _, _ in MARKS))
_INLINE_MARK = re.compile(r"(?<=[。！？；])[ \u3000]*(?=[一二三四五六七八九十（(\d])")
_MAX_ALONE = 60
"""Longest heading on a line of its own; longer lines without a full stop are paragraphs cut off."""
_MAX_RUN_IN = 60
_MAX_COLON = 24
_NUMBER = re.compile(rf"[{_NUMERALS}]+|\d+")
_STOP = re.compile(r"[。！？]")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading at ``[start, end)``; ``rank`` orders numbering styles, ``number`` is its count, 0 if unnumbered.

    ``alone`` tells that nothing follows it on its line. ``title`` is the text shown, without the final full stop's
    line; it may be shorter than ``[start, end)`` where a whole sentence follows the mark.
    """

    start: int
    end: int
    rank: int
    number: int
    alone: bool
    title: str


def mark_at(line: str, position: int = 0) -> tuple[int, int, int] | None:
    """Return rank, number and length of the numbering mark at a position, or None.

    >>> mark_at("（三）强化队伍")
    (3, 3, 3)
    >>> mark_at("一是加强领导") is None
    True
    """
    found = _LINE_MARK.match(line, position)
    if found is None:
        return None
    rank = next(rank for rank, _, _, _ in MARKS if found.group(f"r{rank}") is not None)
    number = _NUMBER.search(found.group(0))
    return rank, _count(number.group(0)) if number else 0, found.end() - position


def find_headings(text: str) -> tuple[Heading, ...]:
    """Find the numbered headings of a canonical text, in order."""
    found: list[Heading] = []
    counts: dict[int, int] = {}
    offset = 0
    for line in text.split("\n"):
        _scan_line(line, offset, found, counts)
        offset += len(line) + 1
    return tuple(found)


def _scan_line(line: str, offset: int, found: list[Heading], counts: dict[int, int]) -> None:
    positions = [0, *(match.end() for match in _INLINE_MARK.finditer(line))]
    cursor = 0
    while positions:
        position = positions.pop(0)
        if position < cursor:
            continue
        mark = mark_at(line, position)
        if mark is None or (position and not _continues(mark, counts)):
            continue
        rank, number, length = mark
        end, title = _extent(line, position, length)
        alone = not line[end:].strip()
        found.append(Heading(offset + position, offset + end, rank, number, alone, title))
        counts[rank] = number
        for deeper in [key for key in counts if key > rank]:
            del counts[deeper]
        cursor = end
        following = mark_at(line, end)
        if following is not None and following[0] > rank and following[1] == 1:
            positions.insert(0, end)


def _continues(mark: tuple[int, int, int], counts: dict[int, int]) -> bool:
    rank, number, _ = mark
    if rank in counts:
        return number == counts[rank] + 1
    return number == 1 and rank in (2, 3)


def _extent(line: str, position: int, length: int) -> tuple[int, str]:
    """Return where a heading ends on its line, and its title."""
    body = position + length
    nested = re.search(r"[（(]一[）)]", line[body:])
    limit = body + nested.start() if nested else len(line)
    stop = _STOP.search(line, body)
    if stop is None or stop.start() >= limit:
        if limit < len(line) or limit - position <= _MAX_ALONE:
            return limit, line[position:limit].strip()
        return _shortened(line, position, body, limit)
    colon = re.compile(r"[：:]").search(line, body, min(stop.start(), body + _MAX_COLON))
    if colon is not None:
        return colon.end(), line[position : colon.end()].strip()
    if stop.end() - position <= _MAX_RUN_IN:
        return stop.end(), line[position : stop.end()].strip()
    return _shortened(line, position, body, stop.end())


def _shortened(line: str, position: int, body: int, limit: int) -> tuple[int, str]:
    """Take a long numbered sentence as its own statement, and its first part as the title."""
    gap = re.compile(r"[ \u3000]").search(line, body + 2, min(limit, body + 40))
    if gap is not None:
        return gap.start(), line[position : gap.start()].strip()
    comma = re.compile(r"[，,；;：:]").search(line, body + 2, min(limit, body + _MAX_RUN_IN))
    end = comma.start() if comma is not None else min(limit, body + _MAX_RUN_IN)
    return limit, line[position:end].strip()


def _count(number: str) -> int:
    """Read a count up to 99.

    >>> _count("十二"), _count("二十"), _count("7")
    (12, 20, 7)
    """
    if number.isdigit():
        return int(number)
    if "十" not in number:
        return _DIGITS[number[-1]]
    tens, _, ones = number.partition("十")
    return (_DIGITS[tens[-1]] if tens else 1) * 10 + (_DIGITS[ones[0]] if ones else 0)
