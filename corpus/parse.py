"""A report file → a ``Report``: the order of the steps of this folder, and which files of a folder are reports."""

from __future__ import annotations

import hashlib
from pathlib import Path

from corpus.errors import NoReports, UnreadableFile
from corpus.identity import identify
from corpus.layout import repair
from corpus.read import read_text
from corpus.read.refusals import refusal
from corpus.read.source import Source
from corpus.report import Report
from corpus.statements import statements_of
from corpus.structure import sections_of

_ID_LENGTH = 16
"""Hexadecimal digits of the content hash; 64 bits keep a million files apart."""
_IGNORED = ("~$", ".", "__")
_PAGES, _PARTS = (".html", ".htm"), ("_files", ".files")
"""A browser saves the pictures and scripts of a page into a folder beside it, named after it; they are no reports."""
LARGEST_FILE = 200_000_000
"""Bytes: a report with many pictures has 50 million at most; what is larger is refused unread."""


def report_id(content: bytes) -> str:
    """Return the stable id of a file's content."""
    return hashlib.sha256(content).hexdigest()[:_ID_LENGTH]


def report_files(folder: Path) -> tuple[Path, ...]:
    """List the files of a folder and its subfolders that may be reports, sorted; links out of the folder are left out.

    :raises NoReports: if the folder does not exist or is no folder.
    """
    if not folder.is_dir():
        raise NoReports(
            f"找不到报告文件夹 {folder.name}，请检查路径或新建这个文件夹。",
            f"The report folder {folder.name} does not exist; check the path or create it.",
        )
    root = folder.resolve()
    files = [
        path
        for path in folder.rglob("*")
        if path.is_file()
        and not any(part.startswith(_IGNORED) for part in path.relative_to(folder).parts)
        and path.resolve().is_relative_to(root)
    ]
    beside = {
        path.with_name(path.stem + ending) for path in files if path.suffix.lower() in _PAGES for ending in _PARTS
    }
    return tuple(sorted(path for path in files if not beside.intersection(path.parents)))


def read_report(path: Path, folder: Path) -> Report:
    """Read one file and parse it.

    :param folder: the folder of reports, to which ``Report.file`` is relative.
    :raises UnreadableFile: if the file cannot be read or holds no text we can vouch for.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise refusal(path.name, "large")
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            f"{path.name}：打不开（{error.strerror}），请检查文件权限。",
            f"{path.name}: cannot be opened ({error.strerror}); check its permissions.",
        ) from error
    return parse(read_text(path, content), path.relative_to(folder).as_posix(), report_id(content))


def parse(source: str | Source, file: str, identifier: str) -> Report:
    """Parse the text of one report; pure.

    :param source: what the file's reader gave; a bare text is one without pages, its lines wrapped or not.

    :raises UnreadableFile: if no text is left once the layout is gone.
    """
    read = Source(source) if isinstance(source, str) else source
    layout = repair(read.text, whole=read.whole)
    text = layout.text
    if not text:
        raise UnreadableFile(f"{file}：没有可读的文字。", f"{file}: there is no text to read.")
    sections, _ = sections_of(text, layout.marked, None)
    numbered = [section for section in sections if section.level > 0]
    front = sections[0].end if sections[0].role == "front" else 0
    back = sections[-1].start if sections[-1].role == "back" else len(text)
    identity = identify(text[: min(front, back)], text[front:back] if numbered else "", text[back:], Path(file).stem)
    sections, heading_ends = sections_of(text, layout.marked, identity.year)
    return Report(
        id=identifier,
        file=file,
        text=text,
        title=identity.title,
        agency=identity.agency,
        issuer=identity.issuer,
        level=identity.level,
        region=identity.region,
        region_inferred=identity.region_inferred,
        year=identity.year,
        document_number=identity.document_number,
        issue_date=identity.issue_date,
        sections=sections,
        statements=statements_of(text, sections, heading_ends),
        pages=tuple(layout.text_offset(place) if place else 0 for place in read.pages),
    )
