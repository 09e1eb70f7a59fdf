"""A source file → one ``Source``: what kind of report to make of it, its header fields, its body in blocks.

A source is a header of ``name: value`` lines, a line ``---``, and a body: ``#`` titles, ``##`` and ``###`` headings,
pipe tables, and paragraphs of one line each. Not here: how a report of each kind looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

KINDS = {"docx": ".docx", "pdf": ".pdf", "html": ".html", "gb18030": ".txt"}
"""Kind of report → the ending of its file."""

MOST_SIGNED = 30
"""Characters: a longer line above the closing date is a paragraph, not a signature."""

_HEADING = re.compile(r"(#{1,3})\s+(.+)")
_DATE = re.compile(
    r"[（(]?[\d〇○零一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日[）)]?"
)
_RULE = re.compile(r"\|[\s|:-]+\|")


@dataclass(frozen=True, slots=True)
class Block:
    """One piece of the body.

    :param kind: ``title``, ``heading``, ``paragraph``, ``flush`` (no indent), ``signed`` (to the right) or ``table``.
    :param text: its text; empty for a table.
    :param level: of a heading, 1 or 2.
    :param rows: of a table, its first row the head.
    """

    kind: str
    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A report before it is a file; ``plain`` is its body as written."""

    name: str
    kind: str
    fields: Mapping[str, str]
    plain: str
    blocks: tuple[Block, ...]

    @property
    def file(self) -> str:
        """The name of the report's file."""
        return self.name + KINDS[self.kind]

    @property
    def title(self) -> str:
        """The title on one line."""
        return "".join(block.text for block in self.blocks if block.kind == "title")


def read_source(path: Path) -> Source:
    """Read a source file.

    :raises ValueError: when it has no header, or a kind that nobody makes.
    """
    header, rule, body = path.read_text("utf-8").partition("\n---\n")
    fields = dict(_field(line) for line in header.splitlines() if line.strip())
    kind = fields.pop("kind", "")
    if not rule or kind not in KINDS:
        raise ValueError(f"{path.name}: begin with 'kind: {' | '.join(KINDS)}', then a line '---'")
    plain = body.strip() + "\n"
    return Source(path.stem, kind, fields, plain, tuple(_placed(list(_blocks(plain)))))


def _field(line: str) -> tuple[str, str]:
    """Cut a header line at its first colon.

    >>> _field("成文日期： 2025年1月3日"), _field("发文字号:")
    (('成文日期', '2025年1月3日'), ('发文字号', ''))
    """
    name, _, value = re.sub("[:：]", "\n", line, count=1).partition("\n")
    return name.strip(), value.strip()


def _blocks(body: str) -> Iterator[Block]:
    """Yield the blocks of a body in order; neighbouring pipe rows are one table."""
    rows: list[tuple[str, ...]] = []
    for line in [*body.splitlines(), ""]:
        line = line.strip()
        if line.startswith("|"):
            if not _RULE.fullmatch(line):
                rows.append(tuple(cell.strip() for cell in line.strip("|").split("|")))
            continue
        if rows:
            yield Block("table", rows=tuple(rows))
            rows = []
        heading = _HEADING.fullmatch(line)
        if heading:
            level = len(heading[1]) - 1
            yield Block("heading" if level else "title", heading[2], level)
        elif line:
            yield Block("paragraph", line)


def _placed(blocks: list[Block]) -> Iterator[Block]:
    """Tell the paragraphs that are not indented: lines about the title that are no sentence, a signature with its date.

    >>> blocks = [Block("paragraph", "（示例）"), Block("title", "报告"), Block("paragraph", "市政府："),
    ...           Block("paragraph", "全年接访3场。"), Block("paragraph", "甲县信访局"), Block("paragraph", "2025年1月3日")]
    >>> [block.kind for block in _placed(blocks)]
    ['flush', 'title', 'flush', 'paragraph', 'signed', 'signed']
    """
    opening = True
    for number, block in enumerate(blocks):
        sentence = block.kind != "title" and (block.kind != "paragraph" or "。" in block.text)
        opening = (opening and not sentence) or any(one.kind == "title" for one in blocks[number:])
        if block.kind != "paragraph" or "。" in block.text:
            yield block
        elif any(_is_signature(blocks[number : number + ahead]) for ahead in (1, 2)):
            yield Block("signed", block.text)
        else:
            yield Block("flush", block.text) if opening else block


def _is_signature(blocks: list[Block]) -> bool:
    """Tell whether blocks are a date, or one short line and a date."""
    *above, date = blocks
    short = all(one.kind == "paragraph" and len(one.text) <= MOST_SIGNED and "。" not in one.text for one in above)
    return short and date.kind == "paragraph" and _DATE.fullmatch(date.text) is not None
