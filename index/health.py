"""Whether the files of an index are as their last owner left them.

At a clean close each file's size, time and checksum are noted; the note goes away before the first write. At the next
open a file that differs is named, whatever library would have crashed over it; without a note (a killed process) the
health is unknown and ``probe.py`` finds out.
"""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Iterator
from pathlib import Path

from index.errors import Damaged, DiskFull, NotWritable, is_disk_full

FILE = "health.json"
BLOCK = 1 << 20
_PASSING = (".lock", "-wal", "-shm", ".tmp")
"""Ends of names that come and go with open connections."""

Note = dict[str, tuple[int, int, int]]


def known(folder: Path) -> bool:
    """Tell whether the last owner closed the index and every file is as it was then.

    :param folder: the folder of the index.
    :return: False where nothing is known.
    :raises Damaged: naming the first file that is missing or differs.
    """
    note = _read(folder)
    if note is None:
        return False
    for name, (size, modified, checksum) in note.items():
        path = folder / name
        if not path.is_file():
            raise Damaged(name, "missing")
        now = path.stat()
        if now.st_size != size:
            raise Damaged(name, f"{now.st_size} bytes, not {size}")
        if now.st_mtime_ns != modified and _checksum(path) != checksum:
            raise Damaged(name, "changed by someone else")
    return True


def forget(folder: Path) -> None:
    """Take the note away before a write."""
    try:
        (folder / FILE).unlink(missing_ok=True)
    except OSError as error:
        raise NotWritable(folder, error.strerror or error) from error


def note(folder: Path) -> None:
    """Note every file as it is now; call it when nothing is open and all is well."""
    found = {}
    for path in _files(folder):
        state = path.stat()
        found[path.relative_to(folder).as_posix()] = (state.st_size, state.st_mtime_ns, _checksum(path))
    fresh = folder / f"{FILE}.tmp"
    try:
        fresh.write_text(json.dumps(found), encoding="utf-8")
        os.replace(fresh, folder / FILE)
    except OSError as error:
        if is_disk_full(error):
            raise DiskFull(folder) from error
        raise NotWritable(folder, error.strerror or error) from error


def _read(folder: Path) -> Note | None:
    try:
        content = json.loads((folder / FILE).read_text(encoding="utf-8"))
        return {str(name): (int(size), int(modified), int(sum_)) for name, (size, modified, sum_) in content.items()}
    except (OSError, ValueError, AttributeError, TypeError):
        return None  # no note, or not one of ours: the health is unknown, which is checked


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.name != FILE and not path.name.endswith(_PASSING):
            yield path


def _checksum(path: Path) -> int:
    total = 0
    with path.open("rb") as file:
        while block := file.read(BLOCK):
            total = zlib.crc32(block, total)
    return total
