"""A file of any supported kind in, its text out; one module per kind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from corpus.errors import UnreadableFile
from corpus.read.docx import read as read_docx
from corpus.read.html import read as read_html
from corpus.read.pdf import read as read_pdf
from corpus.read.source import Source
from corpus.read.text import read as read_plain

READERS: dict[str, Callable[[bytes, str], Source]] = {
    ".txt": read_plain,
    ".md": read_plain,
    ".docx": read_docx,
    ".pdf": read_pdf,
    ".html": read_html,
    ".htm": read_html,
}
"""File suffix → bytes to text, given the file's name for messages. A new kind is one module and one row here."""


def read_text(path: Path, content: bytes) -> Source:
    """Turn a file's bytes into text by its suffix.

    :param path: names the kind of file; nothing is read from it.
    :param content: the bytes of the file.
    :raises UnreadableFile: if the kind is not supported, or the bytes hold no text we can vouch for.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        kinds = "、".join(sorted(READERS))
        raise UnreadableFile(
            f"{path.name}：不支持这种文件，请另存为 {kinds} 后再放入。",
            f"{path.name}: this kind of file is not supported; save it as {kinds.replace('、', ', ')} and add it again.",
        )
    return reader(content, path.name)
