"""Render our own answers' Markdown: paragraphs, headings, lists, tables, bold and citation marks; nothing else.

Everything is escaped first, so that quoted text can carry any characters. The result is one line, because it passes
through the chat component's own Markdown renderer, which leaves a block of HTML alone until a blank line.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote

from assistant.answer import Citation
from assistant.page.safe import chat

_INLINE = re.compile(
    r"\*\*(?P<bold>(?:\\.|[^*\\\n]){1,500})\*\*|\[(?P<mark>\d{1,4})\]|\\(?P<plain>[\\`*_{}\[\]()#+\-.!|<>~$])"
)
_ITEM = re.compile(r"\s{0,6}(?:[-*+]|(?P<number>\d{1,3})[.)])\s+(?P<text>.+)")
_HEADING = re.compile(r"#{1,6}\s+(?P<text>.+)")
_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?")
_CELLS = re.compile(r"(?<!\\)\|")

Citations = Mapping[int, Citation]


def link(citation: Citation) -> str:
    """Return a citation mark that opens the reader at its quote; a word joiner keeps it on the quote's last line."""
    target = f"#report={quote(citation.report, safe='')}&amp;start={citation.start}&amp;end={citation.end}"
    return f'&#8288;<a class="cite" href="{target}">{citation.number}</a>'


def inline(text: str, citations: Citations) -> str:
    """Render one line: bold, marks, backslash escapes; a mark without a citation stays text."""
    parts: list[str] = []
    last = 0
    for found in _INLINE.finditer(text):
        parts.append(chat(text[last : found.start()]))
        last = found.end()
        if found["bold"]:
            parts.append(f"<strong>{inline(found['bold'], citations)}</strong>")
        elif found["mark"]:
            citation = citations.get(int(found["mark"]))
            parts.append(link(citation) if citation else chat(found[0]))
        else:
            parts.append(chat(found["plain"]))
    return "".join(parts) + chat(text[last:])


def blocks(text: str, citations: Citations) -> list[str]:
    """Render a text block by block, in order."""
    done: list[str] = []
    for chunk in re.split(r"\n\s*\n", text.replace("\r\n", "\n").strip()):
        lines = [line for line in chunk.split("\n") if line.strip()]
        while lines:
            size = _take(lines)
            done.append(_block(lines[:size], citations))
            lines = lines[size:]
    return done


def split_lead(text: str) -> tuple[str, str]:
    """Split a text into its first paragraph and the rest.

    >>> split_lead("一句话。" + chr(10) * 2 + "- 甲")
    ('一句话。', '- 甲')
    """
    head, _, rest = text.strip().partition("\n\n")
    lines = head.split("\n")
    kept = next((index for index, line in enumerate(lines) if _kind(line) != "text"), len(lines))
    if kept == 0:
        return "", text.strip()
    return "\n".join(lines[:kept]), "\n\n".join(part for part in ("\n".join(lines[kept:]), rest) if part).strip()


def _kind(line: str) -> str:
    if line.lstrip().startswith("|"):
        return "table"
    if _HEADING.fullmatch(line):
        return "heading"
    if line.lstrip().startswith(">"):
        return "quote"
    return "item" if _ITEM.fullmatch(line) else "text"


def _take(lines: list[str]) -> int:
    """Count the leading lines that make one block."""
    kind = _kind(lines[0])
    if kind == "heading":
        return 1
    return next((index for index, line in enumerate(lines) if _kind(line) != kind), len(lines))


def _block(lines: list[str], citations: Citations) -> str:
    kind = _kind(lines[0])
    if kind == "heading":
        return f"<h4>{inline(lines[0].lstrip('# '), citations)}</h4>"
    if kind == "table":
        return _table(lines, citations)
    if kind == "item":
        return _list(lines, citations)
    if kind == "quote":
        body = "<br>".join(inline(line.lstrip().removeprefix(">").strip(), citations) for line in lines)
        return f'<p class="wj-quote">{body}</p>'
    if len(lines) == 1 and (bare := lines[0].strip()).startswith("**") and bare.endswith("**"):
        return f"<h4>{inline(bare[2:-2], citations)}</h4>"
    return f"<p>{'<br>'.join(inline(line.strip(), citations) for line in lines)}</p>"


def _list(lines: list[str], citations: Citations) -> str:
    found = [match for line in lines if (match := _ITEM.fullmatch(line))]
    tag = "ol" if found[0]["number"] else "ul"
    items = "".join(f"<li>{inline(match['text'].strip(), citations)}</li>" for match in found)
    return f"<{tag}>{items}</{tag}>"


def _table(lines: list[str], citations: Citations) -> str:
    rows = [[cell.strip() for cell in _CELLS.split(line.strip().strip("|"))] for line in lines]
    head = len(rows) > 1 and bool(_RULE.fullmatch(lines[1].strip()))
    html = ""
    for index, row in enumerate(rows):
        if head and index == 1:
            continue
        tag = "th" if head and index == 0 else "td"
        html += f"<tr>{''.join(f'<{tag}>{inline(cell, citations)}</{tag}>' for cell in row)}</tr>"
    return f'<div class="wj-table"><table>{html}</table></div>'
