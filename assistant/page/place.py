"""Say where a quote stands, the way a Chinese document is cited: 第一部分（三）."""

from __future__ import annotations

import re

from assistant.answer import Citation
from assistant.page.words import Language, role_word

_FIRST = re.compile(r"\s*([一二三四五六七八九十百]+)\s*[、.．]")
_LATER = re.compile(r"\s*([（(]\s*[一二三四五六七八九十百\d]+\s*[）)])")
_DIGIT = re.compile(r"\s*(\d{1,2})\s*[、.．]")
_WIDE = str.maketrans("()", "（）")
HEADING_SHOWN = 12
"""Characters of an unnumbered heading that are shown: enough to find it, short enough for one line."""


def mark(heading: str) -> str:
    """Return the number of a heading, or the beginning of an unnumbered one.

    >>> mark("一、主要举措"), mark("(三)发挥作用。"), mark("2.规范流程"), mark("工作成效")
    ('第一部分', '（三）', '2.', '“工作成效”')
    """
    if found := _FIRST.match(heading):
        return f"第{found[1]}部分"
    if found := _LATER.match(heading):
        return found[1].translate(_WIDE).replace(" ", "")
    if found := _DIGIT.match(heading):
        return f"{found[1]}."
    short = heading.strip()
    return f"“{short[:HEADING_SHOWN]}{'…' if len(short) > HEADING_SHOWN else ''}”" if short else ""


def place(path: tuple[str, ...]) -> str:
    """Return the numbers of a section path, outermost first.

    >>> place(("一、主要举措", "（三）发挥作用"))
    '第一部分（三）'
    """
    return "".join(mark(heading) for heading in path)


def beside(citation: Citation, language: Language) -> str:
    """Return role and number of a citation's section, as it stands beside an agency's name."""
    inner = "".join(mark(heading) for heading in citation.section[1:])
    return role_word(citation.role, language) + (inner or "")


def source(citation: Citation) -> str:
    """Return the source line of a citation: title or agency, year, place."""
    title = f"《{citation.title}》" if citation.title else f"{citation.agency}报告"
    year = f"（{citation.year}年）" if citation.year else ""
    where = place(citation.section)
    return f"——{title}{year}{'，' + where if where else ''}"
