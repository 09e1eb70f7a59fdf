"""What a sync has to do: a folder of files compared by content with what the library holds. Nothing is changed here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from index.library import Library, Refusal, Source

LARGEST_HASHED = 500_000_000
"""Bytes of a file that is still read to be compared; a larger one is no report and is left to the reader to refuse."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The files to read, the reports that stay, and those to take out.

    ``fresh`` are new, changed, moved or to be tried again. ``kept`` stay as they are, ``touched`` too but for size or
    time. ``refused`` are files known to be unreadable or doubles. ``replaced`` names for a changed file the report that
    it held before, ``gone`` are all reports whose content is in no file any more.
    """

    fresh: tuple[Source, ...]
    kept: tuple[Source, ...]
    touched: tuple[Source, ...]
    refused: tuple[Refusal, ...]
    replaced: Mapping[str, str]
    gone: tuple[str, ...]


def plan(folder: Path, library: Library, *, retry: bool) -> Plan:
    """Compare every file of a folder with the library.

    :param folder: the folder of reports.
    :param library: what is held.
    :param retry: whether to read again the files that could not be read before.
    :return: what there is to do.
    :raises NoReports: if the folder is missing; a missing folder takes nothing out.
    """
    from corpus.parse import report_files

    held = {source.content: source for source in library.sources()}
    refusals = {refusal.source.file: refusal for refusal in library.refusals()}
    seen: dict[str, str] = {}
    fresh, kept, touched, refused = [], [], [], []
    for path in report_files(folder):
        source = look(path, folder)
        before = refusals.get(source.file)
        if source.content is None:
            fresh.append(source)
            continue
        if source.content in seen:
            refused.append(_double(source, seen[source.content]))
            continue
        seen[source.content] = source.file
        stored = held.get(source.content)
        if stored is not None and stored.file == source.file:
            kept.append(source)
            if stored != source:
                touched.append(source)
        elif stored is None and not retry and before is not None and before.source.content == source.content:
            refused.append(Refusal(source, before.chinese, before.english))
        else:
            fresh.append(source)
    gone = tuple(content for content in held if content is not None and content not in seen)
    replaced = {held[content].file: content for content in gone}
    return Plan(tuple(fresh), tuple(kept), tuple(touched), tuple(refused), replaced, gone)


def look(path: Path, folder: Path) -> Source:
    """Return a file's state; without its content's id where it cannot be read."""
    from corpus.parse import report_id

    name = path.relative_to(folder).as_posix()
    try:
        state = path.stat()
        content = report_id(path.read_bytes()) if state.st_size <= LARGEST_HASHED else None
    except OSError:
        return Source(name, 0, 0, None)  # reading it will say why
    return Source(name, state.st_size, state.st_mtime_ns, content)


def stale(folder: Path, library: Library) -> bool:
    """Tell by names, sizes and times alone whether a folder differs from what was read.

    :param folder: the folder of reports.
    :param library: what is held.
    :return: True also where a file has just gone.
    :raises NoReports: if the folder is missing.
    """
    from corpus.parse import report_files

    read = [*library.sources(), *(refusal.source for refusal in library.refusals())]
    known = {source.file: (source.size, source.modified) for source in read}
    now = {}
    for path in report_files(folder):
        try:
            state = path.stat()
        except OSError:
            return True  # gone since it was listed
        now[path.relative_to(folder).as_posix()] = (state.st_size, state.st_mtime_ns)
    return now != known


def _double(source: Source, first: str) -> Refusal:
    # Without the content's id, so that it is looked at again when the first one goes.
    return Refusal(
        Source(source.file, source.size, source.modified, None),
        f"{source.file}：与 {first} 内容完全相同，只保留一份。",
        f"{source.file}: same content as {first}; one is kept.",
    )
