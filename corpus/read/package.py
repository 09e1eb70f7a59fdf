"""Look at an Office file as the archive it is before anything opens it: what unpacks to too much is refused."""

from __future__ import annotations

import io
import zipfile

from corpus.errors import UnreadableFile
from corpus.read.refusals import refusal

_OLD_OFFICE = bytes.fromhex("D0CF11E0A1B11AE1")
"""Opens old .doc files and new ones with a password alike."""
MOST_ENTRIES = 1000
"""A report with 200 pictures has 250 entries."""
MOST_XML = 16_000_000
"""Bytes of markup when unpacked: a report of 100 pages has 3 million; parsed they take fifteen times the memory."""
MOST_BYTES = 150_000_000
"""Bytes of all entries when unpacked, pictures included: the library that opens the file holds them all in memory."""


def check(content: bytes, name: str) -> None:
    """Refuse a file that is no archive, has a password, or unpacks to more than a report does.

    Sizes are those that the archive declares; Python's own reader never gives more than was declared.

    :raises UnreadableFile: with the reason.
    """
    if not content:
        raise refusal(name, "empty")
    if content.startswith(_OLD_OFFICE):
        raise UnreadableFile(
            f"{name}：文件设有密码，或其实是旧的 .doc 格式，请去掉密码、另存为 .docx 后重新放入。",
            f"{name}: the file has a password or is in the old .doc format; save it as .docx without a password and "
            "add it again.",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, EOFError) as error:
        raise refusal(name, "broken") from error
    if any(entry.flag_bits & 1 for entry in entries):
        raise refusal(name, "encrypted")
    markup = sum(entry.file_size for entry in entries if entry.filename.lower().endswith((".xml", ".rels")))
    if len(entries) > MOST_ENTRIES or markup > MOST_XML or sum(entry.file_size for entry in entries) > MOST_BYTES:
        raise refusal(name, "large")
