"""Canonical text → the tree of its sections, each with path, span and role, from the first character to the last."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.headings import Heading, find_headings
from corpus.report import Role, Section
from corpus.roles import bare, inner_role, top_role

_OUTER = 2
"""Numbering up to this rank makes an outermost section; a report without any is searched for unnumbered headings."""
_UNNUMBERED = re.compile(
    r"^(?:.{0,14}(?:成效|举措|做法|工作(?:开展)?情况|问题|不足|打算|计划|安排|思路|建议|职责情况|裁判情况|其他事项))$"
)
_BACK = re.compile(
    r"^(?:抄送|主送|印发|附件|联系人|[（(]?此页无正文|[（(]?联系|.{0,30}?\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日\s*(?:印发)?$"
    r"|二[〇○零].{2,12}日|(?:中共)?[\u4e00-\u9fff]{2,20}(?:局|办公室|党组|党委|政府|委员会|办事处)$)"
)


def sections_of(text: str, marked: frozenset[int], year: int | None) -> tuple[tuple[Section, ...], tuple[int, ...]]:
    """Cut a canonical text into sections that tile it, in document order.

    :param marked: offsets of lines that the source marked as headings.
    :param year: the covered year, which tells next year's plan from this year's work.
    :return: the sections and, for each, where its heading ends (its start where it has none).
    """
    headings = top_headings(text, marked)
    back = _back_start(text, headings[-1].end if headings else 0)
    first = headings[0].start if headings else back
    sections: list[Section] = []
    ends: list[int] = []
    if first > 0:
        sections.append(Section("", (), "front", 0, 0, first, first))
        ends.append(0)
    stack: list[tuple[int, int]] = []
    for index, heading in enumerate(headings):
        following = headings[index + 1].start if index + 1 < len(headings) else back
        while stack and stack[-1][0] >= heading.rank:
            stack.pop()
        parent = sections[stack[-1][1]] if stack else None
        role: Role = inner_role(heading.title, parent.role) if parent else top_role(heading.title, year)
        path = (*(parent.path if parent else ()), heading.title)
        stack.append((heading.rank, len(sections)))
        sections.append(Section(heading.title, path, role, len(stack), heading.start, following, following))
        ends.append(heading.end)
    if back < len(text):
        sections.append(Section("", (), "back", 0, back, len(text), len(text)))
        ends.append(back)
    return _with_subtrees(sections), tuple(ends)


def top_headings(text: str, marked: frozenset[int]) -> tuple[Heading, ...]:
    """Return the numbered headings, with unnumbered ones where the outermost level has no numbers."""
    numbered = find_headings(text)
    if any(heading.rank <= _OUTER for heading in numbered):
        return numbered
    unnumbered = []
    offset = 0
    for index, line in enumerate(text.split("\n")):
        known = bool(_UNNUMBERED.match(line.strip())) and top_role(line, None) != "other"
        if index and len(line) <= 40 and (known or (offset in marked and not line.endswith("报告"))):
            unnumbered.append(Heading(offset, offset + len(line), _OUTER, 0, True, bare(line)))
        offset += len(line) + 1
    if not unnumbered:
        return numbered
    starts = {heading.start for heading in unnumbered}
    inner = [heading for heading in numbered if heading.start not in starts]
    return tuple(sorted((*unnumbered, *inner), key=lambda heading: heading.start))


def _back_start(text: str, earliest: int) -> int:
    """Return where the closing lines (signature, date, copies) begin; the text's length if there are none."""
    back = len(text)
    cursor = len(text)
    while cursor > earliest:
        start = text.rfind("\n", 0, cursor) + 1
        if start < earliest or not _BACK.match(text[start:cursor].strip()):
            break
        back = start
        cursor = start - 1
    return back


def _with_subtrees(sections: list[Section]) -> tuple[Section, ...]:
    """Stretch every section's end over its subsections."""
    stretched = list(sections)
    for index in range(len(sections) - 1, -1, -1):
        end = sections[index].end
        for later in range(index + 1, len(sections)):
            if sections[later].level <= sections[index].level or sections[index].level == 0:
                break
            end = sections[later].end
        stretched[index] = replace(sections[index], end=end)
    return tuple(stretched)
