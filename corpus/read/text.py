"""Bytes of a plain text or Markdown file → text, by a ladder of encodings; never mojibake.

Order: byte order mark, strict UTF-8, the better of strict GB18030 and Big5, a detector for what is left, refusal. Any
bytes of Big5 are also characters in GB18030, but rare ones: of two readings the one in everyday characters is right. A
detector alone reads short GBK texts as Korean, so it comes last and must agree that the text is Chinese.
"""

from __future__ import annotations

import codecs
from collections import Counter
from functools import lru_cache

from corpus.read.refusals import refusal
from corpus.read.source import Source

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MIN_CHINESE = 0.3
"""Least share of Chinese characters among all but white space; real reports have 0.8 and more."""
_MIN_EVERYDAY = 0.8
"""Least share of everyday characters where the encoding is a guess: texts have 0.95 and more in the right one, words of
two to twenty characters 0.67 and less in the wrong one."""
_PUNCTUATION = frozenset("，。、；：！？（）“”‘’《》〈〉〔〕【】「」『』—…·％～－〇①②③④⑤⑥⑦⑧⑨⑩")


def read(content: bytes, name: str) -> Source:
    """Read a text or Markdown file.

    :raises UnreadableFile: if the file is empty, binary, or in no encoding that gives Chinese text.
    """
    return Source(decode(content, name))


def decode(content: bytes, name: str) -> str:
    """Decode the bytes of a text file, or refuse.

    :raises UnreadableFile: if the file is empty, binary, or in no encoding that gives Chinese text.
    """
    if not content.strip():
        raise refusal(name, "empty")
    encoding = encoding_of(content)
    if encoding is not None:
        return content.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
    raise refusal(name, "encoding")


def encoding_of(content: bytes) -> str | None:
    """Return the encoding in which some bytes are Chinese text; None if there is none."""
    for encoding in _candidates(content):
        try:
            text = content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if is_chinese(text):
            return encoding
    return None


def _candidates(content: bytes) -> list[str]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return [encoding]
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        guesses = sorted(("gb18030", "cp950"), key=lambda encoding: -_everyday(content, encoding))
        return [one for one in (*guesses, *_detected(content)) if _everyday(content, one) >= _MIN_EVERYDAY]
    return ["utf-8"]


def _detected(content: bytes) -> list[str]:
    from charset_normalizer import from_bytes

    best = from_bytes(content).best()
    return [best.encoding] if best is not None else []


def _everyday(content: bytes, encoding: str) -> float:
    """Return the share of everyday characters in what an encoding makes of some bytes; 0 where it makes no text.

    >>> _everyday("縣信訪局".encode("big5"), "cp950"), _everyday("縣信訪局".encode("big5"), "gb18030")
    (1.0, 0.5)
    """
    try:
        counts = Counter(char for char in content.decode(encoding) if not char.isspace())
    except (UnicodeDecodeError, LookupError):
        return 0.0
    everyday = sum(count for char, count in counts.items() if _is_everyday(char))
    return everyday / counts.total() if counts else 0.0


@lru_cache(maxsize=20_000)
def _is_everyday(char: str) -> bool:
    """Tell whether a character is among the more frequent half of GB2312 or of Big5, or a usual mark."""
    if char.isascii() or char in _PUNCTUATION or "！" <= char <= "～":
        return True
    for encoding, first, last in (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6)):
        try:
            code = char.encode(encoding)
        except UnicodeEncodeError:
            continue
        if "\u4e00" <= char <= "\u9fff" and first <= code[0] <= last:
            return True
    return False


def is_chinese(text: str) -> bool:
    """Tell whether a text is Chinese and has no control characters.

    >>> is_chinese("办结来信86件。"), is_chinese("only ascii"), is_chinese("")
    (True, False, False)
    """
    visible = [char for char in text if not char.isspace()]
    if not visible or any(char < " " for char in visible):
        return False
    common = sum("\u4e00" <= char <= "\u9fff" for char in visible)
    return common / len(visible) >= _MIN_CHINESE
