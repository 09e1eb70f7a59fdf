"""Small pieces of answer text that several composers write: a finding as a list item, a quote cut to its clause."""

from __future__ import annotations

import re

from assistant.answer import Finding
from assistant.naming import dated
from assistant.question import Language
from corpus.report import Report

LONGEST = 90
"""Characters of a quote inside the text; the citation holds the whole statement."""


def bullet(report: Report, found: Finding, language: Language) -> str:
    """Return a finding as one list item with its citation mark."""
    figure = f"**{found.figure.text}** " if found.figure is not None else ""
    colon = ": " if language == "en" else "："
    return (
        f"- {escape(dated(report, language))}{colon}{figure}“{excerpt(found.quote, found.because)}”[{found.citation}]"
    )


def excerpt(quote: str, because: str = "") -> str:
    """Return a quote for a line of text: whole if short, else the part round the deciding words, never mid-number."""
    line = escape(re.sub(r"\s*\n\s*", " ", quote))
    if len(line) <= LONGEST:
        return line
    at = max(line.find(because), 0) if because else 0
    start = max((line.rfind(mark, 0, at) for mark in "，；：。"), default=-1) + 1 if at > LONGEST // 3 else 0
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
