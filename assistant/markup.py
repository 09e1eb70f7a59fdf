"""Read our own answers' Markdown: paragraphs, headings, lists, tables, bold and citation marks; nothing else is markup.

What is read is rendered elsewhere: as HTML by the page, as paragraphs and tables by the Word export.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

_INLINE = re.compile(
    r"\*\*(?P<bold>(?:\\.|[^*\\\n]){1,500})\*\*|\[(?P<mark>\d{1,6})\]|\\(?P<plain>[\\`*_{}\[\]()#+\-.!|<>~$])"
)
_ITEM = re.compile(r"\s{0,6}(?:[-*+]|(?P<number>\d{1,3})[.)])\s+(?P<text>.+)")
_HEADING = re.compile(r"#{1,6}\s+(?P<text>.+)")
_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
_CELLS = re.compile(r"(?<!\\)\|")

PieceKind = Literal["text", "bold", "mark"]
BlockKind = Literal["text", "heading", "item", "table", "quote"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a line; ``text`` is as shown, of a mark ``[1]`` with its ``number``; a bold part holds pieces."""

    kind: PieceKind
    text: str
    number: int = 0
    inner: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, each a row of cells in inline Markdown: one cell, or those of a table's row.

    ``ordered`` tells a numbered list, ``head`` a table whose first row heads its columns.
    """

    kind: BlockKind
    rows: tuple[tuple[str, ...], ...]
    ordered: bool = False
    head: bool = False


def pieces(text: str) -> tuple[Piece, ...]:
    """Read one line.

    >>> [(piece.kind, piece.text) for piece in pieces("**12 份**[1]")]
    [('bold', '12 份'), ('mark', '[1]')]
    """
    found: list[Piece] = []
    last = 0
    for match in _INLINE.finditer(text):
        if match.start() > last:
            found.append(Piece("text", text[last : match.start()]))
        last = match.end()
        if match["bold"]:
            inner = pieces(match["bold"])
            found.append(Piece("bold", "".join(piece.text for piece in inner), inner=inner))
        elif match["mark"]:
            found.append(Piece("mark", match[0], int(match["mark"])))
        else:
            found.append(Piece("text", match["plain"]))
    if last < len(text):
        found.append(Piece("text", text[last:]))
    return tuple(found)


def blocks(text: str) -> tuple[Block, ...]:
    """Read a text block by block, in order."""
    found: list[Block] = []
    for chunk in re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip()):
        lines = [line for line in chunk.split("\n") if line.strip()]
        while lines:
            size = _take(lines)
            found.append(_block(lines[:size]))
            lines = lines[size:]
    return tuple(found)


def kind_of(line: str) -> BlockKind:
    """Return which kind of block a line belongs to."""
    if line.lstrip().startswith("|"):
        return "table"
    if _HEADING.fullmatch(line):
        return "heading"
    if line.lstrip().startswith(">"):
        return "quote"
    return "item" if _ITEM.fullmatch(line) else "text"


def _take(lines: list[str]) -> int:
    """Count the leading lines that make one block."""
    kind = kind_of(lines[0])
    if kind == "heading":
        return 1
    return next((index for index, line in enumerate(lines) if kind_of(line) != kind), len(lines))


def _block(lines: list[str]) -> Block:
    kind = kind_of(lines[0])
    if kind == "heading":
        return Block(kind, ((lines[0].lstrip("# "),),))
    if kind == "table":
        return _table(lines)
    if kind == "item":
        found = [match for line in lines if (match := _ITEM.fullmatch(line))]
        return Block(kind, tuple((match["text"].strip(),) for match in found), ordered=bool(found[0]["number"]))
    if kind == "quote":
        return Block(kind, tuple((line.lstrip().removeprefix(">").strip(),) for line in lines))
    if len(lines) == 1 and (bare := lines[0].strip()).startswith("**") and bare.endswith("**"):
        return Block("heading", ((bare[2:-2],),))
    return Block(kind, tuple((line.strip(),) for line in lines))


def _table(lines: list[str]) -> Block:
    rows = [tuple(cell.strip() for cell in _CELLS.split(line.strip().strip("|"))) for line in lines]
    head = len(rows) > 1 and bool(_RULE.fullmatch(lines[1].strip()))
    return Block("table", tuple(rows[:1] + rows[2:] if head else rows), head=head)
