"""Source text → canonical text with the map back: layout goes, the author's characters stay.

What goes: Markdown marks, rules, page numbers, running heads, blank lines, white space at line ends, and the line
breaks inside a sentence that a page or a fixed line width made. Nothing is rewritten or added but the single line feed
between paragraphs. Where a reader knows the paragraphs, lines are hardly joined and bare numbers stay.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass

from corpus.headings import ITEM_MARK, mark_at
from corpus.title import LABEL

_RULE_LINE = re.compile(r"^(?:[-*_=—]\s*){3,}$|^\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$")
_PAGE_NUMBER = re.compile(
    r"^[-—–－·\s]*+第?\s*+\d{1,3}+\s*+页?\s*+(?:[/／共，,]++\s*+第?\d{1,3}+\s*+页?)?[-—–－·\s]*+$"
)
_BARE_NUMBER = re.compile(r"^[\s\d]+$")
_HEAD_MARK = re.compile(r"^#{1,6}\s+")
_BULLET = re.compile(r"^(?:[*+•]|-(?=\s+\S))\s+")
_INLINE_MARKS = re.compile(r"\*\*|\|")
_TERMINAL = re.compile(r"[。！？；：…!?;:]['\"”’」』）)]*$")
_COMMA = re.compile(r"[，、,（(《“]$")
_BACK_LINE = re.compile(
    r"^(?:抄送|主送|附件|联系人|[（(]?此页无正文|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|二[〇○零].{1,3}年)"
)
_NUMBER_LINE = re.compile(
    r"^[\u4e00-\u9fff]{1,14}\s{0,3}[〔【\[（(﹝]\s?20\d\d\s?[〕】\])）﹞]\s{0,3}第?\s?\d{1,4}\s?号$"
)
"""A document number alone on its line never goes on from the line above."""
_TITLE_END = re.compile(r"(?:报告|总结|情况|文件|局|办公室|党组|政府|委员会)$")
_REPEATS = 3
"""A short line that stands this often is a running head."""
_SHORT = 15
"""Front lines shorter than this (names, addressees) are never the cut half of a sentence."""
_HEADING = 40
"""A number alone on its line belongs to the heading below it, which is no longer than this."""
_WRAP_LINES = 6
"""So many cut lines of nearly equal length mean a fixed line width."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Canonical text with the map back to the source.

    ``runs`` are (offset in text, offset in source, length), in order; ``marked`` are the offsets of lines that Markdown
    marks as headings.
    """

    text: str
    runs: tuple[tuple[int, int, int], ...]
    marked: frozenset[int]

    def source_offset(self, offset: int) -> int:
        """Return where a character of the canonical text stands in the source."""
        index = bisect_right(self.runs, (offset, len(self.text) * 99, 0)) - 1
        start, source, length = self.runs[max(index, 0)]
        return source + min(offset - start, length)

    def text_offset(self, place: int) -> int:
        """Return where the first character that stands at or after a place of the source is in the canonical text."""
        index = bisect_right(self.runs, place, key=lambda run: run[1] + run[2])
        if index == len(self.runs):
            return len(self.text)
        start, source, _ = self.runs[index]
        return start + max(0, place - source)


@dataclass(frozen=True, slots=True)
class _Line:
    pieces: tuple[tuple[int, int], ...]
    text: str
    marked: bool
    gap: bool
    """Whether blank lines or page furniture stood before it."""
    row: bool
    """Whether it is a row of a table."""


def repair(source: str, *, whole: bool = False) -> Layout:
    r"""Bring a source text into canonical form.

    :param whole: whether each line is known to be a whole paragraph.

    >>> repair("一、工作\n\n坚持依法办\n理。").text
    '一、工作\n坚持依法办\n理。'
    >>> repair("# 标题\n\n我们坚持把信访工作放在重要位置来\n\n— 2 —\n\n抓好落实。").text
    '标题\n我们坚持把信访工作放在重要位置来抓好落实。'
    """
    lines = _lines(source, whole)
    width = _wrap_width(lines)
    body = next((i for i, line in enumerate(lines) if mark_at(line.text)), len(lines))
    pieces: list[str] = []
    runs: list[tuple[int, int, int]] = []
    marked: set[int] = set()
    length = 0
    for index, line in enumerate(lines):
        if index and not _continues(lines[index - 1], line, width, index <= body, body == len(lines), whole):
            pieces.append("\n")
            length += 1
            if line.marked:
                marked.add(length)
        elif not index and line.marked:
            marked.add(0)
        for start, end in line.pieces:
            runs.append((length, start, end - start))
            pieces.append(source[start:end])
            length += end - start
    return Layout("".join(pieces), tuple(runs), frozenset(marked))


def _lines(source: str, whole: bool) -> list[_Line]:
    raw: list[tuple[int, str]] = []
    offset = 0
    for line in source.split("\n"):
        raw.append((offset, line))
        offset += len(line) + 1
    repeated = Counter(text.strip() for _, text in raw if 4 <= len(text.strip()) <= 40)
    lines: list[_Line] = []
    gap = False
    for offset, line in raw:
        text = line.strip().strip("\ufeff")
        running = repeated[text] >= _REPEATS and not _TERMINAL.search(text) and bool(lines) and not whole
        number = _PAGE_NUMBER.match(text) and not (whole and _BARE_NUMBER.match(text))
        if not text or _RULE_LINE.match(text) or number or (running and mark_at(text) is None):
            gap = True
            continue
        cleaned = _clean(line, offset, gap)
        if cleaned.text:
            lines.append(cleaned)
            gap = False
    return lines


def _clean(line: str, offset: int, gap: bool) -> _Line:
    """Cut Markdown marks and outer white space from one line; keep where the rest came from."""
    start = len(line) - len(line.lstrip(" \t\u3000\ufeff\xa0>"))
    head = _HEAD_MARK.match(line[start:])
    bullet = None if head else _BULLET.match(line[start:])
    for found in (head, bullet):
        start += found.end() if found else 0
    end = len(line.rstrip())
    pieces: list[tuple[int, int]] = []
    cursor = start
    for mark in _INLINE_MARKS.finditer(line, start, end):
        pieces.append((cursor, mark.start()))
        cursor = mark.end()
    pieces.append((cursor, end))
    kept = _trimmed(line, [(a, b) for a, b in pieces if a < b])
    text = "".join(line[a:b] for a, b in kept)
    return _Line(
        tuple((offset + a, offset + b) for a, b in kept), text, head is not None, gap, line.lstrip().startswith("|")
    )


def _trimmed(line: str, pieces: list[tuple[int, int]]) -> list[tuple[int, int]]:
    while pieces and not line[pieces[0][0] : pieces[0][1]].strip():
        pieces.pop(0)
    while pieces and not line[pieces[-1][0] : pieces[-1][1]].strip():
        pieces.pop()
    if pieces:
        a, b = pieces[0]
        pieces[0] = (b - len(line[a:b].lstrip()), b)
        a, b = pieces[-1]
        pieces[-1] = (a, a + len(line[a:b].rstrip()))
    return pieces


def _wrap_width(lines: list[_Line]) -> int | None:
    """Return the line width of a text that was cut at a fixed width, else None."""
    cut = sorted(len(line.text) for line in lines if not _TERMINAL.search(line.text) and mark_at(line.text) is None)
    cut = [length for length in cut if length >= _SHORT]
    if len(cut) < _WRAP_LINES:
        return None
    width = cut[int(len(cut) * 0.9)]
    near = sum(length >= 0.8 * width for length in cut)
    return width if near >= 0.6 * len(cut) and width <= 60 else None


def _continues(before: _Line, line: _Line, width: int | None, front: bool, plain: bool, whole: bool) -> bool:
    """Tell whether a line is the rest of the sentence before it.

    :param front: whether the first numbered heading is still to come.
    :param plain: whether no heading is numbered, so that a short line above a longer one may be a heading.
    :param whole: whether lines are paragraphs, so that only a comma or a fixed line width shows that one was cut.
    """
    text = before.text
    if before.marked or line.marked or before.row or line.row or _TERMINAL.search(text):
        return False
    if front and (LABEL.match(text) or LABEL.match(line.text) or _NUMBER_LINE.match(line.text.strip())):
        return False
    if mark_at(line.text) or _BACK_LINE.match(line.text) or _BACK_LINE.match(text):
        return False
    if (mark := mark_at(text)) and mark[2] >= len(text.rstrip()) and len(line.text) <= _HEADING:
        return True
    if ITEM_MARK.match(line.text) and (line.gap or whole):
        return False
    if _COMMA.search(text):
        return True
    bare, below = text.replace(" ", ""), line.text.replace(" ", "")
    if front and (len(bare) < _SHORT or _TITLE_END.search(bare) or _TITLE_END.search(below)):
        return False
    if front and plain and width is None and len(text) <= _HEADING and len(line.text) > len(text):
        return False
    full = width is not None and len(text) >= 0.85 * width
    if mark_at(text) and "。" not in text and not full:
        return len(text) > 60 and not whole
    return full or (len(text) >= _SHORT and not whole)
