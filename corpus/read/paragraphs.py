"""Lines of pages → paragraphs, and where each page begins: a line that reached the margin goes on in the next.

A paragraph ends where the first word of the next line would still have had room, where the next line is indented,
numbered or of another size, and in texts without indentation also behind a full stop. A sentence that a page cuts is
joined alike; one that goes on behind a footnote is not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.headings import ITEM_MARK, mark_at
from corpus.read.pdf_lines import Line
from corpus.read.source import Source

_WORD = re.compile(r"(?:[A-Za-z0-9.,%％〔〕\[\]-]+|[“‘（《〈【]*.)[，。、；：！？）》〉】”’…]*")
"""What is not parted at the end of a line: a number or a Latin word, or a character, with the marks around it."""
_STOP = re.compile(r"[。！？][”’）》]?$")
_SLACK = 0.3
"""Share of a character: what justifying and rounding leave at the margin."""
_INDENT = 1.2
"""Characters: a line that begins so far in opens a paragraph; offices indent by two."""
_SIZES = 0.15
"""Share by which sizes within a paragraph may differ."""
_WIDE = 1.6
"""A step down to the next line this many times the usual one parts paragraphs."""
_LONG = 15
"""Characters: shorter lines say nothing of the margins."""
_INDENTED = 0.03
"""Share of indented lines from which on the file is taken to indent its paragraphs."""


@dataclass(frozen=True, slots=True)
class Setting:
    """How a file is set: margins and usual step from line to line, in points, and whether paragraphs are indented."""

    left: float
    right: float
    step: float
    indents: bool


def setting_of(pages: Sequence[Sequence[Line]]) -> Setting:
    """Read margins, line step and indentation off the lines of all pages."""
    lines = [line for page in pages for line in page if not line.row]
    long = [line for line in lines if len(line.text) >= _LONG] or lines
    if not long:
        return Setting(0, 0, 0, False)
    size = sorted(line.size for line in long)[len(long) // 2]
    right = -_edge([-line.x1 for line in long], size)
    left = _edge([line.x0 for line in long], size)
    steps = sorted(
        below.top - line.top
        for page in pages
        for line, below in zip(page, page[1:], strict=False)
        if not line.row and not below.row and below.top > line.top
    )
    indented = sum(_INDENT * size < line.x0 - left < 4 * size for line in long)
    return Setting(left, right, steps[len(steps) // 2] if steps else 0, indented >= max(1, _INDENTED * len(long)))


def joined(pages: Sequence[Sequence[Line]]) -> Source:
    """Join the lines of all pages to paragraphs, one a line."""
    setting = setting_of(pages)
    pieces: list[str] = []
    starts: list[int] = []
    length = 0
    before: Line | None = None
    for page in pages:
        pending = True
        above: Line | None = None
        for line in page:
            between = _between(before, line, setting, same_page=above is not None)
            length += len(between)
            pieces.append(between)
            if pending:
                starts.append(length)
                pending = False
            text = "\n".join(line.row) if line.row else line.text
            pieces.append(text)
            length += len(text)
            before = above = line
        if pending:
            starts.append(length)
    return Source("".join(pieces), (0, *starts[1:]), whole=True)


def _between(before: Line | None, line: Line, setting: Setting, *, same_page: bool) -> str:
    """Return what stands between two lines: nothing or a space inside a paragraph, else a line feed."""
    if before is None:
        return ""
    if not _goes_on(before, line, setting, same_page):
        return "\n"
    latin = (
        before.text[-1].isascii() and before.text[-1].isalpha() and line.text[0].isascii() and line.text[0].isalpha()
    )
    return " " if latin else ""


def _goes_on(before: Line, line: Line, setting: Setting, same_page: bool) -> bool:
    if before.row or line.row or mark_at(line.text) or abs(before.size - line.size) > _SIZES * before.size:
        return False
    stopped = _STOP.search(before.text) is not None
    if stopped and (not setting.indents or ITEM_MARK.match(line.text)):
        return False
    if same_page and line.top - before.top > _WIDE * setting.step:
        return False
    if line.x0 - setting.left > _INDENT * line.size:
        return False
    word = _WORD.match(line.text)
    needed = sum(0.55 if char.isascii() else 1.0 for char in word.group(0)) if word else 1.0
    return setting.right - before.x1 < (needed + _SLACK) * before.size


def _edge(places: Sequence[float], size: float) -> float:
    """Return the outermost place at which lines begin (or end, negated), one that stands out alone left aside."""
    ordered = sorted(places)
    needed = max(2, 0.05 * len(ordered))
    for place in ordered:
        if sum(one < place + size / 2 for one in ordered if one >= place) >= needed:
            return place
    return ordered[0]
