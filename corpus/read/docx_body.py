"""The body of a Word file → its lines in reading order: paragraphs, tables, text boxes and notes, each once.

It walks the markup itself, since python-docx's own paragraphs leave out insertions, content controls and text boxes.
Out stay tracked deletions, hidden text (hidden, one point high, white on white), field codes, the pronunciation above
characters and the table of contents. A note or a text box follows the paragraph that it hangs on. Glyphs of symbol
fonts have no text, and numbers that Word makes itself (一、 by automatic numbering) stand nowhere in the file: such
paragraphs keep their words, and a short one numbered in Chinese is marked as a heading.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from corpus.read.docx_styles import VAL, Styles, W
from corpus.read.rows import row_lines

Element = Any
"""An lxml element, whose package has no types."""

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATHS = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_GONE = frozenset(
    f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr", "instrText", "rt")
) | {f"{W}delText", f"{W}delInstrText", f"{W}sdtPr", f"{W}tblGrid"}
_BREAKS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
_TINY = 2
"""Half points: letters no higher than this are there to be hidden."""
_HEADING = 40
"""Characters: a longer paragraph with an automatic number is text, not a heading."""
_OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Body:
    """Turn elements into lines; ``notes`` are the elements of foot- and endnotes by kind and id."""

    styles: Styles
    notes: Mapping[tuple[str, str], Element]

    def lines(self, element: Element) -> Iterator[str]:
        """Yield the lines of everything inside an element."""
        for child in element:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag == f"{_COMPATIBLE}AlternateContent":
                yield from self.lines(_chosen(child))
            elif child.tag not in _GONE:
                yield from self.lines(child)

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        if self.styles.is_contents(paragraph):
            return
        found = _Inline()
        found.walk(paragraph)
        depth = self.styles.depth(paragraph)
        lines = [line for line in "".join(found.pieces).split("\n") if line.strip()]
        if depth and lines and sum(map(len, lines)) <= _HEADING * 2 and not _is_sentence(paragraph, lines):
            lines[0] = f"{'#' * depth} {lines[0].strip()}"
        yield from lines
        for box in found.boxes:
            yield from self.lines(box)
        for key in found.notes:
            if key in self.notes:
                yield from self.lines(self.notes[key])

    def _table(self, table: Element) -> Iterator[str]:
        for row in _own(table, f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                continue
            cells = [[] if _is_covered(cell) else list(self.lines(cell)) for cell in _own(row, f"{W}tc")]
            yield from row_lines(cells)


@dataclass(slots=True)
class _Inline:
    """What a paragraph holds: its text, the text boxes on it and the notes it refers to."""

    pieces: list[str] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)

    def walk(self, element: Element) -> None:
        for child in element:
            tag = child.tag
            if tag in _GONE or (tag == f"{W}r" and _is_hidden(child)):
                continue
            if tag in (f"{W}t", _MATHS):
                self.pieces.append(child.text or "")
            elif tag in _BREAKS:
                self.pieces.append(_BREAKS[tag])
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                self.notes.append((tag.removeprefix(W)[: -len("Reference")], child.get(f"{W}id") or ""))
            elif tag == f"{W}txbxContent":
                self.boxes.append(child)
            else:
                self.walk(_chosen(child) if tag == f"{_COMPATIBLE}AlternateContent" else child)


def _chosen(alternatives: Element) -> Element:
    """Return the one alternative to read: the first that holds text, since all of them say the same."""
    return next((one for one in alternatives if next(one.iter(f"{W}t"), None) is not None), alternatives[:0])


def _own(parent: Element, tag: str) -> Iterator[Element]:
    """Yield the rows of a table or the cells of a row, through content controls but not out of nested tables."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag not in _GONE and child.tag not in (f"{W}tbl", f"{W}p"):
            yield from _own(child, tag)


def _is_covered(cell: Element) -> bool:
    """Tell whether a cell is hidden below the one above it, with which it is merged."""
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and merged.get(VAL) != "restart"


def _is_sentence(paragraph: Element, lines: list[str]) -> bool:
    numbered = paragraph.find(f"{W}pPr/{W}numPr") is not None
    return numbered and (len(lines[0]) > _HEADING or "。" in lines[0])


def _is_hidden(run: Element) -> bool:
    properties = run.find(f"{W}rPr")
    if properties is None:
        return False
    vanish, size, colour = (properties.find(f"{W}{name}") for name in ("vanish", "sz", "color"))
    if vanish is not None and vanish.get(VAL) not in _OFF:
        return True
    if size is not None and (value := size.get(VAL) or "").isdigit() and int(value) <= _TINY:
        return True
    return colour is not None and (colour.get(VAL) or "").upper() == "FFFFFF" and not _is_on_colour(run)


def _is_on_colour(run: Element) -> bool:
    """Tell whether white letters can be seen: on a shade, in a table or in a text box."""
    parents = list(run.iterancestors())
    if any(parent.tag in (f"{W}tbl", f"{W}txbxContent") for parent in parents):
        return True
    return any(part.find(f"{W}{kind}/{W}shd") is not None for kind in ("rPr", "pPr") for part in (run, *parents[:3]))
