"""Blocks → HTML, as the web page and the printed report share it; each block's kind is its class."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from pathlib import Path
from string import Template

from corpus.sources.source import Block

HERE = Path(__file__).parent


def filled(template: str, **values: str) -> str:
    """Fill a template of this folder; every value is HTML already.

    :raises KeyError: when the template has a placeholder without a value.
    """
    return Template((HERE / template).read_text("utf-8")).substitute(values)


def article(blocks: Iterable[Block]) -> str:
    """Return the blocks as HTML, one element a line."""
    return "\n".join(_table(block) if block.kind == "table" else _line(block) for block in blocks)


def _line(block: Block) -> str:
    """Return a block of text as one paragraph; a heading is bold, as editors of such pages make it.

    >>> _line(Block("heading", "一、主要工作", 1)), _line(Block("paragraph", "接访3场，结案<5件。"))
    ('<p class="heading level-1"><strong>一、主要工作</strong></p>', '<p class="paragraph">接访3场，结案&lt;5件。</p>')
    """
    text = escape(block.text, quote=False)
    if block.kind == "heading":
        return f'<p class="heading level-{block.level}"><strong>{text}</strong></p>'
    return (
        f'<p class="{block.kind}"><strong>{text}</strong></p>'
        if block.kind == "title"
        else (f'<p class="{block.kind}">{text}</p>')
    )


def _table(block: Block) -> str:
    head, *body = block.rows
    return f'<table class="figures">\n{_row(head, "th")}\n' + "\n".join(_row(row, "td") for row in body) + "\n</table>"


def _row(cells: Iterable[str], tag: str) -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell, quote=False)}</{tag}>" for cell in cells) + "</tr>"
