"""The bytes of a PDF → the lines of its pages, by pdfplumber; what cannot be seen on the page is left out.

Out stay white letters on no ground, letters under two points, letters off the page and slanted ones (watermarks), and
the second of two that lie on one another. Ruled tables of two columns and more become rows.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

from corpus.errors import UnreadableFile
from corpus.read.paragraphs import joined
from corpus.read.pdf_lines import Char, Line, lines_of
from corpus.read.radicals import usual
from corpus.read.refusals import refusal
from corpus.read.rows import row_lines
from corpus.read.upright import Box, Cells, upright, way

MOST_PAGES = 400
"""A report has 5 to 30."""
_MOST_RULES = 2000
"""Lines and edges on a page: more of them are a drawing, and looking for tables among them takes minutes."""
_TINY = 2.0
"""Points."""
_SCAN = 0.5
"""Share of the page that a picture covers where the page is a scan."""
_OVERLAP = 1.0
"""Points: the same letter twice within this distance is a makeshift for bold."""


def pages_of(content: bytes, name: str) -> list[tuple[float, list[Line]]]:
    """Return height and lines of every page.

    :raises UnreadableFile: if the file is encrypted, broken, too long, or has a page that is only a picture.
    """
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect
    from pdfplumber.utils.exceptions import PdfminerException

    if not content.strip():
        raise refusal(name, "empty")
    found = []
    scanned = []
    try:
        with pdfplumber.open(io.BytesIO(content)) as document:
            if len(document.pages) > MOST_PAGES:
                raise refusal(name, "large")
            for page in document.pages:
                chars, tables = _chars(page), _tables(page)
                ways = Counter(way(char["matrix"]) for char in page.chars)
                found.append(upright(chars, tables, ways, float(page.width), float(page.height)))
                if not chars and _is_picture(page):
                    scanned.append(page.page_number)
                page.close()
    except UnreadableFile:
        raise
    except PdfminerException as error:
        encrypted = any(isinstance(one, PDFPasswordIncorrect) for one in error.args)
        raise refusal(name, "encrypted" if encrypted else "broken") from error
    except MemoryError as error:
        raise refusal(name, "large") from error
    except Exception as error:  # pdfminer lets any error out that a broken file leads to
        raise refusal(name, "broken") from error
    _refuse_pictures(name, scanned, len(found), any(chars for _, chars, _ in found))
    return [(height, _placed(chars, tables)) for height, chars, tables in found]


def _refuse_pictures(name: str, scanned: list[int], pages: int, has_text: bool) -> None:
    if not has_text:
        raise UnreadableFile(
            f"{name}：没有文字层，可能是扫描件；请做文字识别后或换成 Word、网页版重新放入。",
            f"{name}: there is no text layer, it may be a scan; run text recognition on it, or add the Word or web "
            "version.",
        )
    if scanned:
        listed = "、".join(map(str, scanned))
        raise UnreadableFile(
            f"{name}：共 {pages} 页，其中第 {listed} 页是图片，读不出文字；请做文字识别或换成 Word、网页版后重新放入。",
            f"{name}: of its {pages} pages, {listed.replace('、', ', ')} are pictures without text; run text "
            "recognition on it, or add the Word or web version.",
        )


def _chars(page: Any) -> list[Char]:  # noqa: ANN401 - pdfplumber's page
    grounds = None
    found: list[Char] = []
    seen: dict[tuple[str, int, int], Char] = {}
    for one in page.chars:
        char = Char(_text(one["text"]), one["x0"], one["x1"], one["top"], one["bottom"])
        if char.height < _TINY or _is_off(char, page) or _is_slanted(one["matrix"]):
            continue
        if _is_white(one.get("non_stroking_color")):
            grounds = _grounds(page) if grounds is None else grounds
            if not any(_holds(box, char) for box in grounds):
                continue
        if not char.text.isspace() and _is_twice(char, seen):
            continue
        found.append(char)
    return found


def _text(text: str) -> str:
    """Return a character as it is meant; one whose font does not tell becomes U+FFFD."""
    if text.startswith("(cid:"):
        return "\ufffd"
    return "".join(char if char >= " " else " " for char in usual(text))


def _is_twice(char: Char, seen: dict[tuple[str, int, int], Char]) -> bool:
    x, y = round(char.x0), round(char.top)
    for key in ((char.text, x + dx, y + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)):
        other = seen.get(key)
        if other and abs(other.x0 - char.x0) <= _OVERLAP and abs(other.top - char.top) <= _OVERLAP:
            return True
    seen[(char.text, x, y)] = char
    return False


def _is_off(char: Char, page: Any) -> bool:  # noqa: ANN401
    left, top, right, bottom = page.bbox
    return bool(char.x1 <= left or char.x0 >= right or char.bottom <= top or char.top >= bottom)


def _is_slanted(matrix: tuple[float, ...]) -> bool:
    """Tell whether letters run aslant: those set upright or turned by a quarter do not; oblique letters neither."""
    a, b = abs(matrix[0]), abs(matrix[1])
    return min(a, b) > 0.1 * max(a, b)


def _is_white(colour: Any) -> bool:  # noqa: ANN401
    parts = colour if isinstance(colour, tuple | list) else (colour,)
    if not parts or not all(isinstance(part, int | float) for part in parts):
        return False
    return all(part <= 0.01 for part in parts) if len(parts) == 4 else all(part >= 0.99 for part in parts)


def _grounds(page: Any) -> list[Box]:  # noqa: ANN401
    """Return the boxes on which white letters can be seen."""
    filled = [one for one in (*page.rects, *page.curves) if one.get("fill")]
    coloured = [one for one in filled if not _is_white(one.get("non_stroking_color"))]
    return [(one["x0"], one["top"], one["x1"], one["bottom"]) for one in (*coloured, *page.images)]


def _is_picture(page: Any) -> bool:  # noqa: ANN401
    area = float(page.width) * float(page.height)
    return any(one["width"] * one["height"] > _SCAN * area for one in page.images)


def _tables(page: Any) -> list[Cells]:  # noqa: ANN401
    """Return the boxes of the cells of every ruled table, row by row."""
    if len(page.edges) > _MOST_RULES:
        return []
    tables = [[list(row.cells) for row in table.rows] for table in page.find_tables()]
    return [rows for rows in tables if max(map(len, rows), default=0) > 1]


def _placed(chars: list[Char], tables: list[Cells]) -> list[Line]:
    """Return the lines of a page: those of its tables' rows, and those of all characters outside the cells."""
    free = chars
    lines: list[Line] = []
    for row in (row for table in tables for row in table):
        cells = []
        for box in row:
            inside = [char for char in free if box is not None and _holds(box, char)]
            taken = set(map(id, inside))
            free = [char for char in free if id(char) not in taken]
            cells.append(list(_paragraphs(inside)))
        finished = tuple(row_lines(cells))
        boxes = [box for box in row if box is not None]
        if finished:
            top, bottom = min(box[1] for box in boxes), max(box[3] for box in boxes)
            lines.append(Line("", boxes[0][0], boxes[-1][2], top, bottom, 0, finished))
    return sorted([*lines_of(free), *lines], key=lambda line: line.top)


def _paragraphs(chars: list[Char]) -> Iterator[str]:
    yield from joined([lines_of(chars)]).text.split("\n")


def _holds(box: Box, char: Char) -> bool:
    return box[0] <= (char.x0 + char.x1) / 2 <= box[2] and box[1] <= char.middle <= box[3]
