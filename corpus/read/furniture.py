"""Running heads, running feet and page numbers of a paged file, told from its text by place and repetition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from corpus.read.pdf_lines import Line

_OUTER = 2
"""So many lines at the top and at the bottom of a page may be furniture: a head, and a number below it."""
_ZONE = 0.15
"""Share of the page's height, at top and bottom, outside which nothing is furniture."""
_REPEATS = 3
"""A line at the same place on so many pages, digits apart, is furniture; in a file of two pages on both."""
_SHARE = 0.3
"""And on so many of all pages: those with even and odd numbers may differ."""
_PAGE_NUMBER = re.compile(
    r"^[-—–－·•~～\s]*(?:第\s*)?(?:\d{1,3}|[ivxIVX]{1,5}|[一二三四五六七八九十]{1,3}(?=\s*页))\s*(?:页)?"
    r"(?:\s*[/／共，,|]+\s*(?:第\s*)?\d{1,3}\s*页?)?[-—–－·•~～\s]*$"
)
_PLACE = 4.0
"""Points by which the same furniture may stand higher or lower from page to page."""


def without_furniture(pages: Sequence[tuple[float, list[Line]]]) -> list[list[Line]]:
    """Return the lines of every page that are text.

    :param pages: height and lines of every page; the lines from top to bottom.
    """
    counts = Counter(key for height, lines in pages for key in {key for _, key in _outer(height, lines)})
    needed = max(2 if len(pages) == 2 else _REPEATS, _SHARE * len(pages))
    kept = []
    for height, lines in pages:
        gone = set()
        for number, key in _outer(height, lines):
            near = sum(counts[(key[0], key[1] + step)] for step in (-1, 0, 1))
            if near >= needed or _PAGE_NUMBER.match(lines[number].text):
                gone.add(number)
        kept.append([line for number, line in enumerate(lines) if number not in gone])
    return kept


def _outer(height: float, lines: Sequence[Line]) -> Iterator[tuple[int, tuple[str, int]]]:
    """Yield number and key of each line that stands where furniture does; the key is its text and its height."""
    for number, line in enumerate(lines):
        edge = number < _OUTER and line.bottom < _ZONE * height
        edge = edge or (number >= len(lines) - _OUTER and line.top > (1 - _ZONE) * height)
        if edge and line.text:
            yield number, (re.sub(r"\d+", "#", re.sub(r"\s+", "", line.text)), round(line.top / _PLACE))
