"""A saved web page → the document on it, without menus, breadcrumbs, share buttons, related links and feet.

The page is parsed by BeautifulSoup over Python's own parser: lxml drops in silence what nests more than 256 deep.
"""

from __future__ import annotations

import re
from typing import Any

from corpus.errors import UnreadableFile
from corpus.read import html_lines
from corpus.read.apart import read_apart
from corpus.read.article import article_of
from corpus.read.refusals import refusal
from corpus.read.source import Source
from corpus.read.text import encoding_of, is_chinese
from corpus.read.web_line import WebLine

MOST_BYTES = 5_000_000
"""Of markup, embedded pictures apart: a page of a government site has 0.05 to 0.5 million."""
_APART = 1_000_000
"""A page with more markup is read in a child process: some markup takes Python's parser very long."""
_EMBEDDED = re.compile(r"data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=\s]*")
_DECLARED = re.compile(r"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_-]{3,20})""", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>|&#?\w{1,10};")
_XML = re.compile(r"<\?xml[^<>]*>")
"""Opens old pages; BeautifulSoup warns of it, and of a text without any tag, which the comment before it is for."""
_NO_TEXT = (("<script", "</script"), ("<style", "</style"), ("<!--", "-->"))
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5": "cp950", "utf8": "utf-8"}
_TITLES = ("articletitle", "og:title", "title")


def read(content: bytes, name: str) -> Source:
    """Read the document on a web page, a very large one within bounds of time and memory.

    :raises UnreadableFile: as ``extract``, and if it takes too much time or memory.
    """
    content = _EMBEDDED.sub("", content.decode("latin-1")).encode("latin-1")
    return read_apart("html", content, name) if len(content) > _APART else extract(content, name)


def extract(content: bytes, name: str) -> Source:
    """Read the document on a web page.

    :raises UnreadableFile: if it is empty, too large, in no known encoding, or holds no Chinese prose.
    """
    from bs4 import BeautifulSoup
    from bs4.exceptions import ParserRejectedMarkup

    if not content.strip():
        raise refusal(name, "empty")
    if len(content) > MOST_BYTES:
        raise refusal(name, "large")
    try:
        soup = BeautifulSoup(f"<!---->{_XML.sub('', _decoded(content, name))}", "html.parser")
    except ParserRejectedMarkup as error:
        raise refusal(name, "broken") from error
    lines = article_of(html_lines.lines_of(soup), _titles(soup))
    text = "\n".join(_marked(line) for line in lines)
    if not text:
        raise UnreadableFile(
            f"{name}：网页里没有正文，可能要联网才显示；请在浏览器中打开后复制正文存为 .txt，再重新放入。",
            f"{name}: there is no text on the page, perhaps it is fetched only when online; open it in a browser, save "
            "the text as .txt and add it again.",
        )
    if not is_chinese(text):
        raise refusal(name, "encoding")
    return Source(text, whole=True)


def _decoded(content: bytes, name: str) -> str:
    """Decode a page as it declares itself, else by the ladder for text files; its tags say nothing of the encoding."""
    raw = content.decode("latin-1")  # one character for each byte
    spoken = _TAG.sub("\n", _spoken(raw)).encode("latin-1")
    declared = _DECLARED.search(raw, 0, 4096)
    if declared and not content.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        encoding = declared.group(1).lower()
        encoding = _WIDER.get(encoding, encoding)
        try:
            if is_chinese(_printable(spoken.decode(encoding))):
                return _printable(content.decode(encoding, errors="replace"))
        except (UnicodeDecodeError, LookupError):
            pass  # declared wrongly: the bytes decide
    found = encoding_of(content if content.startswith((b"\xff\xfe", b"\xfe\xff")) else spoken)
    if found is None:
        raise refusal(name, "encoding")
    return _printable(content.decode(found, errors="replace"))


def _spoken(raw: str) -> str:
    """Return a page without its scripts, styles and comments."""
    for opening, closing in _NO_TEXT:
        lower, pieces, at = raw.lower(), [], 0
        while (start := lower.find(opening, at)) >= 0 and (end := lower.find(closing, start)) >= 0:
            pieces.append(raw[at:start])
            at = end + len(closing)
        raw = "".join((*pieces, raw[at:]))
    return raw


def _printable(text: str) -> str:
    return re.sub(r"[\x00-\x08\x0b\x0e-\x1f]", "", text)


def _titles(soup: Any) -> list[str]:  # noqa: ANN401 - BeautifulSoup is imported late
    """Return what the head of the page calls its document."""
    metas = [
        str(meta.get("content") or "")
        for meta in soup.find_all("meta")
        if str(meta.get("name") or meta.get("property") or "").lower() in _TITLES
    ]
    return [*metas, *(title.get_text() for title in soup.find_all("title")[:1])]


def _marked(line: WebLine) -> str:
    heading = line.depth and len(line.text) <= html_lines.MARKED and "。" not in line.text
    return f"{'#' * line.depth} {line.text}" if heading else line.text
