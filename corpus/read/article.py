"""The lines of a web page that are the document itself: from its title to its signature, with the metadata block.

From the first line of prose to the last everything stays but what is plainly furniture, so that no paragraph is lost;
before it the title and the labelled lines, behind it the signature. What stays too much is less harm than what goes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.headings import mark_at
from corpus.read.html_labels import bare_label
from corpus.read.web_line import WebLine
from corpus.title import LABEL, title_of

_PROSE = 20
"""Characters outside links: a slogan or a notice on top of a page is shorter."""
_SENTENCE = 4
"""Characters of the shortest sentence."""
_LINKED = 0.5
"""A line with a larger share of links is a menu or a list of other pages."""
_MENU = 3
"""So many of them on end, between two paragraphs, are a list of other pages."""
_CAPTION = 8
"""Characters of the words above a menu."""
_TAIL, _LONGEST_TAIL = 10, 80
"""Lines behind the last paragraph that may belong to it, and their characters."""
_FRONT = 12
"""Lines before the first paragraph that may belong to it where no title is found."""
_NOTICE = 3
"""A note of a line or two may stand above the title."""
_RULED = 0.3
"""A part that is named like furniture and holds more than this share of all prose is the article by another name."""

FURNITURE = re.compile(
    r"^[【\[（(|\s]*(?:(?:您?(?:当前|现在)?的?(?:所在)?位置|当前栏目)[：:是]|首页\s*[>›»＞|]|上一[篇条页][：:]?|下一[篇条页][：:]?"
    r"|(?:相关|推荐|热点|热门|最新)(?:链接|阅读|文章|新闻|信息|推荐|内容|文件|解读|报道)[：:]?\s*$|猜你喜欢|分享[到至：:]|扫一扫|扫码|"
    r"打印(?:本页|此页|文章|正文)?\s*[】\]）)|]?(?:\s|$|【|\[|关)|关闭(?:本页|窗口|页面)?\s*[】\]）)]?\s*$|收藏本|返回(?:顶部|首页|列表|上页)|字[体号][：:]|"
    r"(?:浏览|阅读|点击|访问)(?:次数|量|数)?[：:]|版权所有|Copyright|©|(?:主办|承办|协办|运维|建设|管理)(?:单位|方)?[：:]|技术支持[：:]|网站标识码|"
    r".{0,3}ICP备|.{0,3}公网安备|网站地图|联系我们|网站纠错|建议使用|您是第|无障碍|长者(?:版|模式)|设为首页|加入收藏|手机版|欢迎(?:您|访问)|您好[，,]|"
    r"(?:声明|免责声明|温馨提示)[：:]|纠错|我要纠错)",
    re.IGNORECASE,
)
"""Opens a line that every page of a site has; a longer line with a full stop is a sentence all the same."""
_SIGNATURE = re.compile(
    r"^(?:中共)?[\u4e00-\u9fff]{2,24}(?:局|办公室|办|党组|党委|政府|委员会)$|^(?:20\d\d|二[〇○零0].{2})\s*年.{1,8}日$"
)
_APART = "›"
"""Stands where a line is left out, so that those around it are not taken for one title."""
_TITLE_LINES, _TELLING = 4, 10
"""Lines a title may stand on; characters of which a part of it tells that it is the title."""
_SITE = re.compile(r"[-_|—–]")
"""Stands between the title of a document and the name of the site in the head of a page."""
_WIDGET = re.compile(r"^(?:浏览|点击|阅读|访问|字[体号]|附件|编辑|联系)")


def article_of(lines: Sequence[WebLine], titles: Sequence[str]) -> list[WebLine]:
    """Return the lines of the document on a page; none if the page holds no prose.

    :param titles: what the page calls its document in its head.
    """
    held = _trusted(lines)
    prose = [number for number, line in enumerate(held) if _is_prose(line, _PROSE)]
    prose = prose or [number for number, line in enumerate(held) if "。" in line.text and _is_prose(line, _SENTENCE)]
    if not prose:
        return []
    first = prose[0]
    last = max((number for number, line in enumerate(held) if number > first and _is_said(line)), default=first)
    last = max(last, prose[-1])
    title = _title(held[: first + _NOTICE], titles)
    start = title if title is not None and title <= first else _front(held, first, title is not None)
    labelled = [line for line in held[:start] if _is_metadata(line)]
    return [*labelled, *_middle(held[start : last + 1]), *_tail(held[last + 1 :])]


def _trusted(lines: Sequence[WebLine]) -> list[WebLine]:
    """Take the mark of furniture from all lines where it would cost the article."""
    prose = [(len(line.text), line.furniture) for line in lines if _is_prose(line, _SENTENCE, marked=True)]
    lost = sum(length for length, furniture in prose if furniture)
    if not lost or lost <= _RULED * sum(length for length, _ in prose):
        return list(lines)
    return [WebLine(line.text, line.linked, line.depth, False, line.parent) for line in lines]


def _is_prose(line: WebLine, least: int, *, marked: bool = False) -> bool:
    if (line.furniture and not marked) or line.link_share > _LINKED or LABEL.match(line.text) or _is_furniture(line):
        return False
    chinese = len(re.findall(r"[\u4e00-\u9fff]", line.text)) - line.linked
    return chinese >= least and re.search(r"[。；，]", line.text) is not None


def _is_said(line: WebLine) -> bool:
    """Tell whether a line below the first paragraph is of the document, however short: a sentence or a heading."""
    if line.furniture or line.link_share > _LINKED or _is_furniture(line):
        return False
    return "。" in line.text or "；" in line.text or mark_at(line.text) is not None


def _is_furniture(line: WebLine) -> bool:
    found = FURNITURE.match(line.text)
    return found is not None and (len(line.text) <= 80 or line.link_share > _LINKED)


def _is_metadata(line: WebLine) -> bool:
    if line.link_share > _LINKED or _WIDGET.match(line.text):
        return False
    return LABEL.match(line.text) is not None or bare_label(line.text)


def _title(lines: Sequence[WebLine], titles: Sequence[str]) -> int | None:
    """Return the number of the line where the title begins: as the page's head has it, an <h1>, or by its words."""
    open_ones = [n for n, line in enumerate(lines) if not line.furniture and line.link_share <= _LINKED]
    plain = [n for n in open_ones if not LABEL.match(lines[n].text) and not _is_furniture(lines[n])]
    known = [_squashed(_SITE.split(title)[0]) for title in titles]
    kept = frozenset(plain)
    found = title_of([line.text if n in kept else _APART for n, line in enumerate(lines)])
    for title in (*known, _squashed(found or "")):
        if (start := _spelled(lines, plain, title)) is not None:
            return start
    first_rank = [number for number in plain if lines[number].depth == 1]
    return first_rank[-1] if first_rank else None


def _spelled(lines: Sequence[WebLine], plain: Sequence[int], title: str) -> int | None:
    """Return the last line at which a title begins that stands on it and the lines below, or mostly on it alone."""
    starts = []
    for place, number in enumerate(plain):
        words = ""
        for further, below in enumerate(plain[place : place + _TITLE_LINES]):
            words += _squashed(lines[below].text)
            if words == title and below == number + further:
                starts.append(number)
    if not starts and len(title) >= _TELLING:
        texts = [(number, _squashed(lines[number].text)) for number in plain]
        starts = [n for n, text in texts if len(text) >= _TELLING and (text in title or title in text)]
    return starts[-1] if starts else None


def _front(lines: Sequence[WebLine], first: int, beside: bool) -> int:
    """Return where the lines above the first paragraph begin that belong to it.

    :param beside: whether only those count that stand in the same part of the page.
    """
    start = first
    while start > max(0, first - _FRONT):
        above = lines[start - 1]
        if beside and above.parent != lines[first].parent:
            break
        if above.furniture or above.link_share > _LINKED or _is_furniture(above):
            break
        start -= 1
    return start


def _middle(lines: Sequence[WebLine]) -> list[WebLine]:
    kept: list[WebLine] = []
    menu: list[WebLine] = []
    for line in lines:
        if line.furniture or (_is_furniture(line) and not line.depth):
            continue
        if line.link_share > _LINKED:
            menu.append(line)
            continue
        if len(menu) < _MENU:
            kept += menu
        elif kept and _is_caption(kept[-1]):
            kept.pop()
        menu.clear()
        kept.append(line)
    return kept


def _is_caption(line: WebLine) -> bool:
    """Tell whether a line is what a menu has above it: a word or two."""
    return (
        len(line.text) <= _CAPTION
        and mark_at(line.text) is None
        and re.fullmatch(r"[\u4e00-\u9fff]+", line.text) is not None
    )


def _tail(lines: Sequence[WebLine]) -> list[WebLine]:
    kept: list[WebLine] = []
    for line in lines[:_TAIL]:
        attached = line.text.startswith("附件")
        if line.furniture and not _SIGNATURE.match(line.text):
            break
        if _is_furniture(line) or (line.link_share > _LINKED and not attached) or len(line.text) > _LONGEST_TAIL:
            break
        kept.append(line)
    return kept


def _squashed(text: str) -> str:
    return re.sub(r"\s+", "", text)
