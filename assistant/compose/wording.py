"""Small pieces of answer text that several composers write: a finding as a list item, a quote cut to its clause."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Finding
from assistant.naming import dated, status_word
from assistant.question import Language
from corpus.report import Report

LONGEST = 90
"""Characters of a quote inside the text; the citation holds the whole statement."""


def bullet(
    report: Report, found: Finding, language: Language, terms: Sequence[str] = (), *, status: bool = False
) -> str:
    """Return a finding as one list item with its citation mark; a long quote is cut round the first term it holds.

    :param status: whether to name the status, where the items are not sorted by it.
    """
    figure = f"**{found.figure.text}** " if found.figure is not None else ""
    if found.figure is not None and found.status in ("planned", "problem", "suggested"):
        figure = f"{figure[:-1]}（{status_word(found.status, language)}）"
    colon = ": " if language == "en" else "："
    anchors = (found.figure.text,) if found.figure is not None else (*terms, found.because)
    other = (" (in other words)" if language == "en" else "（说法不同）") if found.otherwise else ""
    if status:
        other = (
            f" ({status_word(found.status, language)})"
            if language == "en"
            else f"（{status_word(found.status, language)}）"
        ) + other
    return (
        f"- {escape(dated(report, language))}{other}{colon}{figure}“{excerpt(found.quote, *anchors)}”[{found.citation}]"
    )


def excerpt(quote: str, *anchors: str) -> str:
    """Return a quote for a line of text: whole if short, else the part round the first anchor it holds."""
    line = escape(re.sub(r"\s*\n\s*", " ", quote))
    if len(line) <= LONGEST:
        return line
    at = next((place for anchor in anchors if anchor and (place := line.find(anchor)) >= 0), 0)
    start = max((line.rfind(mark, 0, at) for mark in "，；：。"), default=-1) + 1 if at > LONGEST // 3 else 0
    start = at - LONGEST // 3 if at - start > LONGEST // 2 else start
    end = start + LONGEST
    cut = max((line.rfind(mark, start + LONGEST // 2, end) for mark in "，；：。、"), default=-1)
    end = cut if cut > 0 else len(line)
    return f"{'…' if start else ''}{line[start:end]}{'…' if end < len(line) else ''}"


def escape(text: str) -> str:
    r"""Escape what Markdown would read as marks.

    >>> escape("5*3_[1]")
    '5\\*3\\_\\[1\\]'
    """
    return re.sub(r"([\\\\`*_\[\]<>|#])", r"\\\1", text)
