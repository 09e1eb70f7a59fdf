"""A report's statements → passages, the unit that is embedded: neighbours of one section, never across sections.

A heading goes with the statement after it. The text splitter is used inside a statement that is longer than a passage
and nowhere else: statements and sections are borders it knows nothing of. Only this file imports it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from corpus.report import Report, Statement
from index.records import Passage

if TYPE_CHECKING:
    from langchain_text_splitters import RecursiveCharacterTextSplitter

LOW = 120
"""Below this many characters a passage takes in its neighbour: shorter ones rank by chance."""
HIGH = 320
"""Past this a passage ends: longer ones blur what they are about."""
LIMIT = 400
"""No passage is longer: the promise made to whoever shows one."""

SETTINGS = f"{LOW}-{HIGH}-{LIMIT}"
"""What the manifest remembers: passages cut otherwise are another index."""

SEPARATORS = ["\n\n", "\n", "。", "！", "？", "；", "，", "、", ""]

_ITEM = re.compile(
    r"[一二三四五六七八九十]{1,3}是|第[一二三四五六七八九十]{1,3}[，、]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、]"
)

Span = tuple[int, int]


def passages_of(report: Report) -> tuple[Passage, ...]:
    """Return the passages of a report in reading order; together they cover every statement.

    A statement that is longer than a passage is the only one that spreads over several.
    """
    spans = [
        (section, start, end)
        for section, statements in groupby(report.statements, key=lambda statement: statement.section)
        for start, end in _joined(report.text, _packed(report.text, list(statements)))
    ]
    return tuple(
        Passage(f"{report.id}:{number}", report.id, section, start, end, report.text[start:end])
        for number, (section, start, end) in enumerate(spans)
    )


def opens_item(text: str) -> bool:
    """Tell whether a statement begins with an item mark.

    >>> opens_item("一是加强领导。"), opens_item("（二）规范办理。"), opens_item("一些单位反映。")
    (True, True, False)
    """
    return _ITEM.match(text) is not None


def _packed(text: str, statements: list[Statement]) -> Iterator[Span]:
    """Yield spans of whole statements, or pieces of one that is too long, in order."""
    start: int | None = None
    end = 0
    heading = False
    for statement in statements:
        if start is not None and _is_border(text, start, end, statement, heading):
            yield start, end
            start = None
        if statement.end - statement.start > HIGH:
            *whole, (last_start, last_end) = _pieces(text, statement)
            if whole:
                yield (whole[0][0] if start is None else start), whole[0][1]
                yield from whole[1:]
                start = last_start
            elif start is None:
                start = last_start
            end = last_end
        else:
            start = statement.start if start is None else start
            end = statement.end
        heading = statement.heading
    if start is not None:
        yield start, end


def _is_border(text: str, start: int, end: int, statement: Statement, heading: bool) -> bool:
    """Tell whether the passage ``[start, end)`` ends before a statement; ``heading``: its last statement is one."""
    first = statement.end - start if statement.end - statement.start <= HIGH else statement.start + HIGH - start
    if first > LIMIT:
        return True
    if heading:
        return False
    if end - start >= LOW and opens_item(text[statement.start : statement.start + 8]):
        return True
    return first > HIGH and end - start >= LOW


def _joined(text: str, spans: Iterator[Span]) -> list[Span]:
    """Join a short last span to the one before, where both fit: a tail of a few words says nothing alone."""
    joined = list(spans)
    if len(joined) > 1:
        (start, _), (tail, end) = joined[-2:]
        if end - tail < LOW // 2 and end - start <= LIMIT and text[tail:end].strip():
            joined[-2:] = [(start, end)]
    return joined


def _pieces(text: str, statement: Statement) -> list[Span]:
    """Cut a long statement where it breathes; the pieces tile it, without white space at their ends."""
    pieces = []
    for document in _splitter().create_documents([text[statement.start : statement.end]]):
        content: str = document.page_content
        offset = statement.start + int(document.metadata["start_index"])
        lead = len(content) - len(content.lstrip())
        if content.strip():
            pieces.append((offset + lead, offset + len(content.rstrip())))
    return pieces


@lru_cache(maxsize=1)
def _splitter() -> RecursiveCharacterTextSplitter:
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    # keep_separator="end" keeps 。 with its sentence; the other settings make the pieces tile the text.
    return RecursiveCharacterTextSplitter(
        separators=SEPARATORS,
        keep_separator="end",
        chunk_size=HIGH,
        chunk_overlap=0,
        add_start_index=True,
        strip_whitespace=False,
    )
