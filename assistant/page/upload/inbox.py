"""The folder of reports as the place where files are put: who may, and how a file comes in wholly or not at all.

A file is written beside its place under a name that the library passes over, and renamed once it is whole. Nothing here
knows about HTTP or reads a report.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import shutil
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from assistant.page.upload.names import same
from assistant.page.upload.refused import Refused

LARGEST = 50 << 20
"""Bytes of a file: a report with many pictures has that at most."""

MOST_AT_ONCE = 200
"""Files of one choice, and files taken within a minute: so many are read in seconds, and more is a folder to copy."""

WINDOW = 60.0
SPARE = 200 << 20
"""Bytes left on the disk: the index needs room for what it makes of a file."""

PARTIAL = ".wenju-upload-"
ABANDONED = 3600.0
"""Seconds after which half a file was left by a process that was killed."""

Closed = Literal["", "samples", "remote"]
Outcome = Literal["added", "replaced", "same", "exists"]
_ID_LENGTH = 16
"""Hexadecimal digits of a report's id, which depends on its content alone."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file: ``file`` is its name in the folder, or that of the one it was found to be."""

    outcome: Outcome
    file: str
    report: str


class Inbox:
    """Put files into a folder of reports.

    :param folder: the folder.
    :param closed: why nothing may be added: the folder holds the bundled samples, or others than this machine's user
        reach the page; empty where files may be added.
    :param told: whether others than this machine's user may add files, since somebody said so at start.
    """

    def __init__(self, folder: Path, closed: Closed = "", *, told: bool = False) -> None:
        self.folder = folder
        self.closed: Closed = closed
        self.told = told
        self.token = secrets.token_urlsafe(24)
        self.files: dict[str, tuple[str, float]] = {}
        self._held: Callable[[str], str | None] = lambda report: None
        self._times: deque[float] = deque()
        self._turn = threading.Lock()
        if not closed:
            self._sweep()

    def knows(self, held: Callable[[str], str | None]) -> None:
        """Take what tells the file of a report that the library holds."""
        self._held = held

    @property
    def shut(self) -> Literal["", "samples", "remote", "missing", "readonly"]:
        """Tell why nothing can be added now; empty where files can be."""
        if self.closed:
            return self.closed
        if not self.folder.is_dir():
            return "missing"
        return "" if os.access(self.folder, os.W_OK | os.X_OK) else "readonly"

    def begin(self, announced: int) -> Partial:
        """Begin to take a file of so many bytes.

        :raises Refused: if it is too large, there is no room, or too many came within a minute.
        """
        if announced > LARGEST:
            raise too_large()
        with self._turn:
            now = time.monotonic()
            while self._times and now - self._times[0] > WINDOW:
                self._times.popleft()
            if len(self._times) >= MOST_AT_ONCE:
                raise Refused(
                    429,
                    f"一分钟内最多收 {MOST_AT_ONCE} 份，请稍后再传，或直接把文件复制到报告文件夹。",
                    f"At most {MOST_AT_ONCE} files a minute are taken; wait, or copy them into the folder of reports.",
                )
            self._times.append(now)
        try:
            if shutil.disk_usage(self.folder).free < announced + SPARE:
                raise _full()
            return Partial(self.folder)
        except OSError as error:
            raise _unwritable(error) from error

    def put(self, partial: Partial, name: str, *, replace: bool) -> Taken:
        """Give a whole file its place; whatever becomes of it, nothing else is left.

        :param partial: the file, whole.
        :param name: its name, cleaned.
        :param replace: whether it takes the place of one of that name.
        :raises Refused: if it is empty, or its place is taken by what is no file.
        """
        if not partial.size:
            raise Refused(400, "文件是空的，请检查后再传。", "The file is empty; please check it.")
        report = partial.report
        with self._turn:
            if held := self._same(report):
                return Taken("same", held, report)
            place = self._place(name)
            if place is not None and not replace:
                return Taken("exists", place.name, report)
            try:
                self._move(partial, place or self.folder / name, over=place is not None)
            except FileExistsError:
                return Taken("exists", name, report)
            except OSError as error:
                raise _unwritable(error) from error
            file = (place or self.folder / name).name
            self.files[report] = file, time.monotonic()
            return Taken("replaced" if place else "added", file, report)

    def _same(self, report: str) -> str | None:
        """Return the file that holds the same content already, in the library or on its way there."""
        file = self._held(report) or self.files.get(report, (None,))[0]
        return file if file is not None and (self.folder / file).is_file() else None

    def _place(self, name: str) -> Path | None:
        """Return what has this name on some system or other; a link or a folder of that name is not touched."""
        found = next((path for path in self.folder.iterdir() if same(path.name, name)), None)
        if found is not None and (found.is_symlink() or not found.is_file()):
            raise Refused(
                409,
                f"文件夹里已有同名的链接或文件夹“{found.name}”，没有改动；请改名后再传。",
                f"A link or folder is named {found.name} already and was left alone; please rename the file.",
            )
        return found

    def _move(self, partial: Partial, place: Path, *, over: bool) -> None:
        if over:
            os.replace(partial.path, place)
            return
        try:
            os.link(partial.path, place)
        except OSError as error:  # a disk without links: the name is taken first, so that no other file is written over
            if isinstance(error, FileExistsError):
                raise
            with place.open("xb"):
                pass
            os.replace(partial.path, place)

    def _sweep(self) -> None:
        """Remove what a killed process left half."""
        try:
            for path in self.folder.glob(f"{PARTIAL}*"):
                if path.is_file() and time.time() - path.lstat().st_mtime > ABANDONED:
                    path.unlink()
        except OSError:
            return  # nothing can be written there: the page says so


class Partial:
    """A file that is coming in; a context that leaves nothing behind."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / f"{PARTIAL}{secrets.token_hex(12)}.part"
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        self._file = os.fdopen(os.open(self.path, flags, 0o666), "wb")
        self._hash = hashlib.sha256()
        self.size = 0

    @property
    def report(self) -> str:
        """The id that the library gives to a report of this content."""
        return self._hash.hexdigest()[:_ID_LENGTH]

    def write(self, piece: bytes) -> None:
        """Add a piece.

        :raises Refused: if the file grows too large, or the disk is full.
        """
        self.size += len(piece)
        if self.size > LARGEST:
            raise too_large()
        try:
            self._file.write(piece)
        except OSError as error:
            raise _unwritable(error) from error
        self._hash.update(piece)

    def finish(self) -> None:
        """Bring everything to the disk."""
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
        except OSError as error:
            raise _unwritable(error) from error

    def __enter__(self) -> Partial:
        return self

    def __exit__(self, *_: object) -> None:
        with contextlib.suppress(OSError):  # the rest of it found no room: it goes all the same
            self._file.close()
        self.path.unlink(missing_ok=True)


def too_large() -> Refused:
    """Return the refusal of a file beyond the limit."""
    most = LARGEST >> 20
    return Refused(
        413,
        f"超过 {most} MB，没有收下；请只保留报告正文，或压缩图片后再传。",
        f"Larger than {most} MB and not taken; keep the report alone or shrink its pictures.",
    )


def _full() -> Refused:
    return Refused(
        507, "磁盘空间不足，没有收下；请腾出空间后再传。", "The disk is full; free some space, then try again."
    )


def _unwritable(error: OSError) -> Refused:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return _full()
    return Refused(
        403,
        f"报告文件夹写不进去（{error.strerror}），请检查权限，或直接把文件复制进去。",
        f"The folder of reports cannot be written ({error.strerror}); check its permissions or copy the file there.",
    )
