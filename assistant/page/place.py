"""Say where a quote stands, the way a Chinese document is cited: 第一部分（三）."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Citation
from assistant.page.talk_words import talk_word
from assistant.page.words import Language, role_word

_FIRST = re.compile(r"\s*([一二三四五六七八九十百]+)\s*[、.．]")
_LATER = re.compile(r"\s*([（(]\s*[一二三四五六七八九十百\d]+\s*[）)])")
_DIGIT = re.compile(r"\s*(\d{1,2})\s*[、.．]")
_DIGITS = re.compile(r"第(\d+)点")
_NARROW = str.maketrans("（）“”", '()""')
_WIDE = str.maketrans("()", "（）")
HEADING_SHOWN = 12
"""Characters of an unnumbered heading that are shown: enough to find it, short enough for one line."""

PATH_SHOWN = 26
"""Characters of each heading of a section path: enough to know it by."""


def mark(heading: str) -> str:
    """Return the number of a heading, or the beginning of an unnumbered one.

    >>> mark("一、主要举措"), mark("(三)发挥作用。"), mark("2.规范流程"), mark("工作成效")
    ('第一部分', '（三）', '第2点', '“工作成效”')
    """
    if found := _FIRST.match(heading):
        return f"第{found[1]}部分"
    if found := _LATER.match(heading):
        return found[1].translate(_WIDE).replace(" ", "")
    if found := _DIGIT.match(heading):
        return f"第{found[1]}点"
    short = heading.strip()
    return f"“{short[:HEADING_SHOWN]}{'…' if len(short) > HEADING_SHOWN else ''}”" if short else ""


def place(path: tuple[str, ...]) -> str:
    """Return the numbers of a section path, outermost first.

    >>> place(("一、主要举措", "（三）发挥作用"))
    '第一部分（三）'
    """
    return "".join(mark(heading) for heading in path)


def beside(citations: Sequence[Citation], language: Language) -> str:
    """Return role and number of a section, as it stands beside an agency's name; of several, what they share."""
    roles = dict.fromkeys(role_word(citation.role, language) for citation in citations)
    paths = {citation.section for citation in citations}
    inner = "".join(mark(heading) for heading in next(iter(paths))[1:]) if len(paths) == 1 else ""
    pages = {citation.page for citation in citations}
    page = page_mark(pages.pop(), language) if len(pages) == 1 else ""
    if language == "zh":
        return "、".join(roles) + inner + (f"·{page}" if page else "")
    inner = _DIGITS.sub(r" item \1", inner.translate(_NARROW)).strip()
    return ", ".join([*roles, *(one for one in (inner, page) if one)])


def path(sections: Sequence[tuple[str, ...]]) -> str:
    """Return the headings that several section paths share, outermost first.

    >>> path([("二、问题", "（一）基础"), ("二、问题", "（二）队伍")]), path([("二、问题", "（一）基础")])
    ('二、问题', '二、问题 › （一）基础')
    """
    shared: list[str] = []
    for level in zip(*sections, strict=False):
        if len(set(level)) > 1:
            break
        shared.append(shortened(level[0]))
    return " › ".join(shared)


def shortened(heading: str) -> str:
    """Return a heading without its closing mark, a long one cut."""
    bare = heading.strip().rstrip("。：:")
    return f"{bare[:PATH_SHOWN]}…" if len(bare) > PATH_SHOWN else bare


def page_mark(page: int | None, language: Language) -> str:
    """Return how a page of the file is named; nothing where the file has no pages.

    >>> page_mark(3, "zh"), page_mark(3, "en"), page_mark(None, "zh")
    ('第3页', 'p. 3', '')
    """
    if page is None:
        return ""
    return f"第{page}页" if language == "zh" else f"p. {page}"


def source(citation: Citation) -> str:
    """Return the source line of a citation: title or agency, year, place, page, and that it could not be checked."""
    title = f"《{citation.title}》" if citation.title else f"{citation.agency}报告"
    if citation.title and citation.agency not in citation.title:
        title = f"{citation.agency}{title}"
    year = f"（{citation.year}年）" if citation.year else ""
    where = (place(citation.section), page_mark(citation.page, "zh"))
    stale = "" if citation.report else f"（{talk_word('stale', 'zh')}）"
    return f"——{title}{year}{''.join(f'，{one}' for one in where if one)}{stale}"
