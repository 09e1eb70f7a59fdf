"""Render our own answers' Markdown as HTML; what is markup is read in ``assistant/markup.py``.

Everything is escaped, so that quoted text can carry any characters. The result is one line, because it passes
through the chat component's own Markdown renderer, which leaves a block of HTML alone until a blank line.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from assistant import markup
from assistant.answer import Citation
from assistant.markup import Block, Piece
from assistant.page.safe import chat
from assistant.page.talk_words import talk_word
from assistant.page.words import STATUS

Citations = Mapping[int, Citation]

FITTING = 4
"""Columns that fit the centre; a wider table scrolls within itself."""


def link(citation: Citation) -> str:
    """Return a citation mark that opens the reader at its quote; a word joiner keeps it on the quote's last line.

    A citation without a report is one of an answer of former days that the reports held now no longer bear out.
    """
    if not citation.report:
        stale = chat(talk_word("stale", "zh"))
        return f'&#8288;<span class="wj-stale" title="{stale}">{citation.number}</span>'
    target = f"#report={quote(citation.report, safe='')}&amp;start={citation.start}&amp;end={citation.end}"
    return f'&#8288;<a class="cite" href="{target}">{citation.number}</a>'


def inline(text: str, citations: Citations) -> str:
    """Render one line: bold, marks, backslash escapes; a mark without a citation stays text."""
    return "".join(_piece(piece, citations) for piece in markup.pieces(text))


def blocks(text: str, citations: Citations) -> list[str]:
    """Render a text block by block, in order."""
    return [_block(block, citations) for block in markup.blocks(text)]


def split_lead(text: str) -> tuple[str, str]:
    """Split a text into its first paragraph and the rest.

    >>> split_lead("一句话。" + chr(10) * 2 + "- 甲")
    ('一句话。', '- 甲')
    """
    head, _, rest = text.strip().partition("\n\n")
    lines = head.split("\n")
    kept = next((index for index, line in enumerate(lines) if markup.kind_of(line) != "text"), len(lines))
    if kept == 0:
        return "", text.strip()
    return "\n".join(lines[:kept]), "\n\n".join(part for part in ("\n".join(lines[kept:]), rest) if part).strip()


def _piece(piece: Piece, citations: Citations) -> str:
    if piece.kind == "bold":
        return f"<strong>{''.join(_piece(one, citations) for one in piece.inner)}</strong>"
    if piece.kind == "mark" and (citation := citations.get(piece.number)):
        return link(citation)
    return chat(piece.text)


def _block(block: Block, citations: Citations) -> str:
    if block.kind == "table":
        return _table(block, citations)
    lines = [inline(row[0], citations) for row in block.rows]
    if block.kind == "heading":
        return f"<h4>{lines[0]}</h4>"
    if block.kind == "item":
        tag = "ol" if block.ordered else "ul"
        return f"<{tag}>{''.join(f'<li>{line}</li>' for line in lines)}</{tag}>"
    name = ' class="wj-quote"' if block.kind == "quote" else ""
    return f"<p{name}>{'<br>'.join(lines)}</p>"


def _table(block: Block, citations: Citations) -> str:
    """Render a table; each cell carries the name of its column, which a narrow page shows instead of the head."""
    head = [inline(cell, citations) for cell in block.rows[0]] if block.head else []
    names = "".join(f'<th scope="col">{name}</th>' for name in head)
    html = f"<tr>{names}</tr>" if head else ""
    for row in block.rows[1:] if head else block.rows:
        cells = [inline(cell, citations) for cell in row]
        cells[0] = _status(row[0]) or cells[0]
        html += f"<tr>{''.join(_cell(cell, number, head) for number, cell in enumerate(cells))}</tr>"
    wide = " wj-wide" if max(map(len, block.rows)) > FITTING else ""
    return f'<div class="wj-table{wide}"><table>{html}</table></div>'


def _cell(cell: str, number: int, head: Sequence[str]) -> str:
    label = f'<span class="wj-th">{head[number]}</span>' if 0 < number < len(head) else ""
    return f"<td>{label}{cell}</td>"


def _status(cell: str) -> str:
    """Render a cell that is the word of a status with its shape and colour; nothing for any other."""
    for key, (shape, *words) in STATUS.items():
        if cell.strip().casefold() in (word.casefold() for word in words):
            return f'<span class="wj-tag wj-{key}"><span class="wj-shape">{shape}</span>{chat(cell.strip())}</span>'
    return ""
