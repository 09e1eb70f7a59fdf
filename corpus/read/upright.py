"""Pages that lie on their side or upside down → the same with their text upright; most are as they should be."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import Literal

from corpus.read.pdf_lines import Char

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""
Cells = list[list[Box | None]]
"""The boxes of a table's cells, row by row; None below or beside a merged one."""
Way = Literal["right", "left", "up", "down"]


def way(matrix: tuple[float, ...]) -> Way:
    """Return where a line of letters with this matrix runs, of the four ways."""
    a, b = matrix[0], matrix[1]
    if abs(a) >= abs(b):
        return "right" if a >= 0 else "left"
    return "up" if b > 0 else "down"


def upright(
    chars: list[Char], tables: list[Cells], ways: Counter[Way], width: float, height: float
) -> tuple[float, list[Char], list[Cells]]:
    """Return height, characters and tables of a page, turned to where most of its letters run; the few others stay."""
    most = ways.most_common(1)[0][0] if ways else "right"
    if most == "right":
        return height, chars, tables
    made = []
    for char in chars:
        x0, top, x1, bottom = _turned((char.x0, char.top, char.x1, char.bottom), most, width, height)
        made.append(Char(char.text, x0, x1, top, bottom))
    cells = [[_turned(box, most, width, height) for row in table for box in row if box] for table in tables]
    return (height if most == "left" else width), made, [_rows(boxes) for boxes in cells]


def _turned(box: Box, way: Way, width: float, height: float) -> Box:
    x0, top, x1, bottom = box
    if way == "left":
        return width - x1, height - bottom, width - x0, height - top
    return (height - bottom, x0, height - top, x1) if way == "up" else (top, width - x1, bottom, width - x0)


def _rows(boxes: list[Box]) -> Cells:
    """Return the cells of a turned table row by row again."""
    ordered = sorted(boxes, key=lambda box: (round(box[1]), box[0]))
    return [list(row) for _, row in groupby(ordered, key=lambda box: round(box[1]))]
