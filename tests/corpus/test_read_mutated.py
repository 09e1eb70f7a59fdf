"""Damaged files of every kind: each gives text or a refusal that names it, and nothing else ever."""

import io
import logging
import random
import time
import zipfile
from collections.abc import Callable

import docx
import pytest

from corpus.errors import UnreadableFile
from corpus.read import docx as word
from corpus.read import html, pdf
from corpus.read.source import Source
from tests.corpus import made_html, made_pdf

SLOWEST = 20.0
"""Seconds for one file, on a busy machine: in use a PDF has 25 in its child process."""


def _document() -> bytes:
    document = docx.Document()
    document.add_heading(made_html.TITLE, 0)
    for text in made_html.PARAGRAPHS:
        document.add_paragraph(text)
    document.add_table(2, 2).rows[0].cells[0].text = "项目"
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _pages() -> bytes:
    pages = [
        made_pdf.lines(made_pdf.wrapped(made_html.PARAGRAPHS)),
        made_pdf.lines(made_pdf.wrapped(made_html.PARAGRAPHS)),
    ]
    return made_pdf.pdf([f"{page}80 400 200 30 re S 280 400 200 30 re S\n" for page in pages], compress=False)


WORD, PAGES, WEB = _document(), _pages(), made_html.PAGES["table"].encode()


def _damaged(content: bytes, chance: random.Random) -> bytes:
    """Change a file in one to five places: flip, cut out, double, move or put in bytes."""
    made = bytearray(content)
    for _ in range(chance.randint(1, 5)):
        start = chance.randrange(max(1, len(made)))
        end = min(len(made), start + chance.choice((1, 2, 8, 64, 512)))
        kind = chance.randrange(5)
        if kind == 0:
            made[start:end] = chance.randbytes(end - start)
        elif kind == 1:
            del made[start:end]
        elif kind == 2:
            made[start:start] = made[start:end] * chance.choice((1, 3, 50))
        elif kind == 3:
            made[start:start] = chance.choice(
                (b"<", b">", b"\0", b"\xff\xfe", b"]]>", b"<![CDATA[", b"-1", b"99999999999", b"/", b"(", b"%")
            )
        else:
            made = made[: max(1, start)] if chance.random() < 0.3 else made[::-1] if chance.random() < 0.05 else made
    return bytes(made)


def _damaged_inside(content: bytes, chance: random.Random) -> bytes:
    """Change the parts of a Word file inside its archive, whose checksums are then right."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(made, "w") as changed:
        names = archive.namelist()
        hurt = set(chance.sample([name for name in names if name.endswith((".xml", ".rels"))], 2)) | {
            "word/document.xml"
        }
        for name in names:
            body = archive.read(name)
            if name in hurt and chance.random() < 0.7:
                body = _damaged(body, chance)
            if chance.random() > 0.02:
                changed.writestr(name, body)
    return made.getvalue()


@pytest.mark.parametrize(
    ("reader", "content", "damage", "count"),
    [
        (word.read, WORD, _damaged, 200),
        (word.read, WORD, _damaged_inside, 500),
        (pdf.extract, PAGES, _damaged, 700),
        (html.extract, WEB, _damaged, 600),
    ],
    ids=["docx", "docx inside", "pdf", "html"],
)
def test_a_damaged_file_gives_text_or_a_refusal(
    reader: Callable[[bytes, str], Source], content: bytes, damage: Callable[[bytes, random.Random], bytes], count: int
) -> None:
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    read = 0
    for seed in range(count):
        hurt = damage(content, random.Random(seed))
        started = time.monotonic()
        try:
            found = reader(hurt, "伤.bin")
        except UnreadableFile as error:
            assert "伤.bin" in str(error)
        else:
            assert found.text.strip() and list(found.pages) == sorted(found.pages)
            read += 1
        assert time.monotonic() - started < SLOWEST, seed
    assert read, "every file was refused: the damage is too great to show anything"
