"""Sections → statements: one sentence each, never across an item mark or a section, tiling their section."""

from __future__ import annotations

import re

from corpus.figures import figures_in
from corpus.headings import ITEM_MARK
from corpus.report import Section, Statement
from corpus.status import clauses_of, is_nil

_STOP = re.compile(r"[。！？!?][”’」』）)]*|\n+")
_ITEM = re.compile(rf"(?<=[。！？；;，,：:、\s])(?={ITEM_MARK.pattern})")


def statements_of(text: str, sections: tuple[Section, ...], heading_ends: tuple[int, ...]) -> tuple[Statement, ...]:
    """Cut every section's own text into statements, in document order.

    :param heading_ends: for each section where its heading ends, its start where it has none.
    """
    statements: list[Statement] = []
    for index, (section, heading_end) in enumerate(zip(sections, heading_ends, strict=True)):
        spans = [(section.start, heading_end, True)] if heading_end > section.start else []
        spans += [(start, end, False) for start, end in _sentences(text, heading_end, section.own_end)]
        spans = [span for raw in spans if (span := _stripped(text, *raw)) is not None]
        body = [text[start:end] for start, end, heading in spans if not heading]
        nil = bool(body) and all(is_nil(sentence) for sentence in body)
        for start, end, heading in spans:
            statements.append(
                Statement(
                    start,
                    end,
                    index,
                    heading,
                    clauses_of(text, start, end, section.role, heading=heading, nil=nil),
                    () if heading else figures_in(text, start, end),
                )
            )
    return tuple(statements)


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut at sentence ends, line ends and item marks.

    >>> _sentences("工作如下：一是抓学习。二是抓落实；三是抓考核。", 0, 22)
    [(0, 5), (5, 11), (11, 17), (17, 22)]
    """
    cuts = {start, end}
    cuts.update(found.end() for found in _STOP.finditer(text, start, end))
    cuts.update(found.start() for found in _ITEM.finditer(text, start, end))
    ordered = sorted(cut for cut in cuts if start <= cut <= end)
    return [(a, b) for a, b in zip(ordered, ordered[1:], strict=False) if text[a:b].strip()]


def _stripped(text: str, start: int, end: int, heading: bool) -> tuple[int, int, bool] | None:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    return (left, right, heading) if left < right else None
