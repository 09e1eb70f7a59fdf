"""Bytes of a plain text or Markdown file → text, by a ladder of encodings; never mojibake.

Order: byte order mark, strict UTF-8, strict GB18030, a detector for what is left, refusal. A detector alone reads short
GBK texts as Korean, so it comes last and must agree that the text is Chinese.
"""

from __future__ import annotations

import codecs

from corpus.errors import UnreadableFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MIN_CHINESE = 0.3
"""Least share of Chinese characters among all but white space; real reports have 0.8 and more."""


def decode(content: bytes, name: str) -> str:
    """Decode the bytes of a text file, or refuse.

    :raises UnreadableFile: if the file is empty, binary, or in no encoding that gives Chinese text.
    """
    if not content.strip():
        raise UnreadableFile(
            f"{name}：文件是空的，请检查后重新放入。", f"{name}: the file is empty; check it and add it again."
        )
    for encoding in _candidates(content):
        try:
            text = content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if _is_chinese(text):
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise UnreadableFile(
        f"{name}：认不出文字编码或没有中文内容，请用 UTF-8 另存后重新放入。",
        f"{name}: the encoding is unknown or there is no Chinese text; save it as UTF-8 and add it again.",
    )


def _candidates(content: bytes) -> list[str]:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return [encoding]
    return ["utf-8", "gb18030", *_detected(content)]


def _detected(content: bytes) -> list[str]:
    from charset_normalizer import from_bytes

    best = from_bytes(content).best()
    return [best.encoding] if best is not None else []


def _is_chinese(text: str) -> bool:
    visible = [char for char in text if not char.isspace()]
    if not visible or any(char < " " for char in visible):
        return False
    common = sum("\u4e00" <= char <= "\u9fff" for char in visible)
    return common / len(visible) >= _MIN_CHINESE
