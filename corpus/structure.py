"""Canonical text → the tree of its sections, each with path, span and role, from the first character to the last."""

from __future__ import annotations

import re
from dataclasses import replace

from corpus.headings import Heading, find_headings, mark_at
from corpus.report import Role, Section
from corpus.roles import bare, inner_role, top_role

_OUTER = 2
"""Numbering up to this rank makes an outermost section; a report without any is searched for unnumbered headings."""
_UNNUMBERED = re.compile(
    r"^[^，。；：]{0,16}(?:成效|举措|做法|(?:工作|开展|履职|总体|基本|职责|裁判)(?:开展)?情况|问题|不足|短板|困难|差距|原因(?:分析)?|打算|计划|安排|思路|"
    r"设想|考虑|方向|措施|建议|事项|重点工作|工作总结)$"
)
_STANDS_OUT = re.compile(r"^(?!.*[。；：:！？])[\u4e00-\u9fff“《].{3,28}[\u4e00-\u9fff”》]$")
_FINISHED = re.compile(r"[。！：:]$|[。！]”$|(?:报告|总结)$")
_OF_TITLE = re.compile(r"法治政府建设|法治建设|依法行政")
_TITLE_LINES = 4
"""Among so many first lines, one that speaks of the whole subject is the title, not a heading."""
_BACK = re.compile(
    r"^(?:抄送|抄报|主送|报送|印发|附件|联系人|公开(?:属性|方式|范围)|[（(]?此[页件]|[（(]?联系|.{0,30}?\d{4}\s?年\s?\d{1,2}\s?月\s?\d{1,2}\s?日\s?(?:印发)?[）)]?$"
    r"|[（(]?二[〇○零].{2,12}日|(?:中共)?[\u4e00-\u9fff]{2,20}(?:(?<![格布结全大])局|办公室|党组|党委|党工委|政府|委员会|管委会|办事处|中心|大队)$)"
)
_SIGNED = re.compile(
    r"(?<=[。！；\s])(?:中共)?[\u4e00-\u9fff]{2,20}(?:局|办公室|党组|政府|委员会|办事处)\s?20\d\d年\d{1,2}月\d{1,2}日$"
)
"""Signature and date at the end of a report that lost its line breaks."""
_FOOTERS, _FOOTER = 6, 30
"""So many lines of a web page's foot (打印, 上一篇), each no longer than this and no sentence, may follow the closing lines."""


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
        body = "" if parent else _body(text, headings, index, back)
        role: Role = inner_role(heading.title, parent.role) if parent else top_role(heading.title, year, body)
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
    lines = text.split("\n")
    for index, line in enumerate(lines):
        known = _is_unnumbered(lines, index) or _stands_out(lines, index)
        if index and len(line) <= 40 and (known or (offset in marked and not line.endswith("报告"))):
            unnumbered.append(Heading(offset, offset + len(line), _OUTER, 0, True, bare(line)))
        offset += len(line) + 1
    if not unnumbered:
        return numbered
    starts = {heading.start for heading in unnumbered}
    inner = [heading for heading in numbered if heading.start not in starts]
    return tuple(sorted((*unnumbered, *inner), key=lambda heading: heading.start))


def _is_unnumbered(lines: list[str], index: int) -> bool:
    """Tell whether a line reads like a heading and has its text below it."""
    line = lines[index].strip()
    if not _UNNUMBERED.match(line) or index + 1 == len(lines) or (index < _TITLE_LINES and _OF_TITLE.search(line)):
        return False
    below = lines[index + 1]
    return bool(re.search(r"[。；！]|^无", below) or mark_at(below) or _UNNUMBERED.match(below.strip()))


def _stands_out(lines: list[str], index: int) -> bool:
    """Tell whether a line is a short one without a full stop between a finished paragraph and a longer one.

    >>> _stands_out(["前言到此为止。", "立规矩，织密制度之网", "全年制定工作规程3项，印发到各乡镇执行。"], 1)
    True
    """
    if not 0 < index < len(lines) - 1:
        return False
    line, above, below = lines[index].strip(), lines[index - 1].rstrip(), lines[index + 1]
    if not _STANDS_OUT.match(line) or _BACK.match(line) or (index < _TITLE_LINES and _OF_TITLE.search(line)):
        return False
    return bool(_FINISHED.search(above) and len(below) > len(line) and re.search(r"[。；]", below))


def _body(text: str, headings: tuple[Heading, ...], index: int, back: int) -> str:
    """Return what stands below an outermost heading, up to the next one of its rank."""
    rank = headings[index].rank
    following = (heading.start for heading in headings[index + 1 :] if heading.rank <= rank)
    return text[headings[index].end : next(following, back)]


def _back_start(text: str, earliest: int) -> int:
    """Return where the closing lines (signature, date, copies) begin; the text's length if there are none."""
    back = cursor = len(text)
    passed = 0
    while cursor > earliest:
        start = text.rfind("\n", 0, cursor) + 1
        line = text[start:cursor].strip()
        if start < earliest:
            break
        if _BACK.match(line):
            back, passed = start, 0
        elif passed < _FOOTERS and len(line) <= _FOOTER and "。" not in line:
            passed += 1
        else:
            break
        cursor = start - 1
    if back == len(text) and (found := _SIGNED.search(text, max(earliest, len(text) - 2 * _FOOTER))):
        return found.start()
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
