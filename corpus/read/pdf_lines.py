"""Characters with their places on a page → lines of text, top to bottom; columns side by side are not told apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

_SAME_LINE = 0.5
"""Share of a line's height by which the middle of a character may lie off the line: raised and lowered digits do."""
_GAP = 0.6
"""Share of a character's height: a wider gap was a space. Justified lines spread by up to a third."""


@dataclass(frozen=True, slots=True)
class Char:
    """One character and its box, in points from the upper left corner of the page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """Return the height of the box."""
        return self.bottom - self.top

    @property
    def middle(self) -> float:
        """Return how far down the middle of the box is."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page with its box; ``size`` is the usual height of its characters.

    A row of a table is one line too: ``row`` then holds the finished lines it becomes, and ``text`` is empty.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    row: tuple[str, ...] = ()


def lines_of(chars: Iterable[Char]) -> list[Line]:
    """Return the lines that some characters make, from top to bottom, those of white space alone left out."""
    grouped: list[list[Char]] = []
    middle = height = 0.0
    for char in sorted(chars, key=lambda one: (one.middle, one.x0)):
        if grouped and abs(char.middle - middle) < _SAME_LINE * max(height, char.height):
            group = grouped[-1]
            group.append(char)
            middle += (char.middle - middle) / len(group)
            height = max(height, char.height)
        else:
            grouped.append([char])
            middle, height = char.middle, char.height
    found = [_line(sorted(group, key=lambda one: (one.x0, one.x1))) for group in grouped]
    return [line for line in found if line.text]


def _line(chars: Sequence[Char]) -> Line:
    seen = [char for char in chars if not char.text.isspace()]
    if not seen:
        return Line("", 0, 0, 0, 0, 0)
    size = median(char.height for char in seen)
    pieces: list[str] = []
    before: Char | None = None
    for char in chars:
        if before is not None and char.x0 - before.x1 > _GAP * size and not (before.text + char.text).isspace():
            pieces.append(" ")
        pieces.append(char.text)
        before = char
    top, bottom = min(char.top for char in seen), max(char.bottom for char in seen)
    return Line("".join(pieces).strip(), seen[0].x0, max(char.x1 for char in seen), top, bottom, size)
