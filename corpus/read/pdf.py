"""A PDF → its text with its pages: lines, less the furniture, joined to paragraphs. Always in a child process.

Not here: text recognition, and what was filled into the fields of a form. A file with scanned pages is refused, so that
nothing of a report is lost in silence.
"""

from __future__ import annotations

from corpus.read.apart import read_apart
from corpus.read.furniture import without_furniture
from corpus.read.paragraphs import joined
from corpus.read.pdf_pages import pages_of
from corpus.read.refusals import refusal
from corpus.read.source import Source
from corpus.read.text import is_chinese

UNKNOWN = 0.02
"""Share of characters whose font does not tell what they are, beyond which the text is no text."""


def read(content: bytes, name: str) -> Source:
    """Read the text of a PDF, within bounds of time and memory.

    :raises UnreadableFile: as ``extract``, and if it takes too much time or memory.
    """
    return read_apart("pdf", content, name)


def extract(content: bytes, name: str) -> Source:
    """Read the text of a PDF with its pages.

    :raises UnreadableFile: if it is empty, encrypted, broken, too long, scanned, or its text is not Chinese.
    """
    source = joined(without_furniture(pages_of(content, name)))
    if source.text.count("\ufffd") > UNKNOWN * len(source.text) or not is_chinese(source.text):
        raise refusal(name, "foreign")
    return source
