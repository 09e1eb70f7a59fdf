"""Make the name of a file that somebody sends safe: one plain name that every system takes and the library reads.

A name is cleaned rather than refused wherever what it means is clear; the page says under which name it is kept.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import PurePosixPath

from assistant.page.upload.refused import Refused

KINDS = (".txt", ".md", ".docx", ".pdf", ".html", ".htm")
"""Kinds of files that the library reads."""

LONGEST = 180
"""Bytes of a name: file systems take 255, and some add to it."""

LONGEST_SENT = 1000
"""Characters of a name as sent, beyond which it is no name."""

_FORBIDDEN = re.compile(r'[<>:"|?*\\/]')
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)
_PASSED_OVER = re.compile(r"^(?:[.\s]|~\$|__)+")
"""Beginnings of names that the library passes over."""


def cleaned(sent: str) -> str:
    r"""Return the name under which a file is kept.

    >>> cleaned("../../县/甲.txt"), cleaned("C:\\报告\\乙.DOCX"), cleaned("CON.txt"), cleaned(".隐.md")
    ('甲.txt', '乙.docx', '报告-CON.txt', '隐.md')
    >>> len(cleaned("长" * 300 + ".pdf").encode()) <= LONGEST
    True

    :raises Refused: if nothing is left of it, or it is of a kind that is not read.
    """
    if len(sent) > LONGEST_SENT:
        raise Refused(400, "文件名过长，请改名后再传。", "The file's name is too long; please rename it.")
    last = re.split(r"[\\/]", unicodedata.normalize("NFC", sent))[-1]
    seen = "".join(char for char in last if unicodedata.category(char) not in _UNSEEN)
    plain = _PASSED_OVER.sub("", _FORBIDDEN.sub("_", seen)).rstrip(". ")
    path = PurePosixPath(plain)
    suffix = path.suffix.lower()
    if suffix not in KINDS:
        raise Refused(
            415,
            f"不支持这种文件，请另存为 {'、'.join(KINDS)} 后再传。",
            f"This kind of file is not supported; please save it as {', '.join(KINDS)}.",
        )
    stem = _cut(path.stem, LONGEST - len(suffix)).rstrip(". ")
    if not stem:
        raise Refused(400, "文件没有名称，请改名后再传。", "The file has no name; please rename it.")
    return f"{'报告-' if _DEVICE.fullmatch(stem) else ''}{stem}{suffix}"


def same(one: str, other: str) -> bool:
    """Tell whether some system would take two names for one.

    >>> same("A.txt", "a.TXT")
    True
    """
    return unicodedata.normalize("NFC", one).casefold() == unicodedata.normalize("NFC", other).casefold()


def _cut(text: str, most: int) -> str:
    return text.encode("utf-8")[:most].decode("utf-8", "ignore")
