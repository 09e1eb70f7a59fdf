"""The file of feedback: JSON lines that are only ever added to, each whole or not there at all."""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.feedback import errors
from assistant.feedback.record import Feedback, json_line, read
from assistant.feedback.told import shortened
from assistant.feedback.words import WITHDRAWN

LINE_BYTES = 256 * 1024
"""Of one line: an answer with forty quotes takes some 20 kB."""

HALVINGS = 12
"""Times that a line's rows are halved until it is short enough: 400 rows are none after nine."""

FILE_BYTES = 32 * 1024 * 1024
"""Of the file: thousands of verdicts, read in a second; then somebody should look at them."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a file holds: the line in force for each answer, oldest first; ``damaged`` counts lines that are none."""

    lines: tuple[Feedback, ...]
    damaged: int = 0


@dataclass(frozen=True, slots=True)
class Store:
    """One file of feedback, made at the first line; ``reports`` is the folder where it must not lie."""

    file: Path
    reports: Path

    def add(self, line: Feedback) -> None:
        """Add a line; several processes may do so at once.

        :raises NotKept: where the file cannot take it; what was there is as before.
        """
        self.refuse_reports()
        content = _encoded(line)
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            _append(self.file, content)
        except OSError as error:
            raise errors.refused(self.file, error) from error

    def read(self) -> Held:
        """Return what is held; no file holds nothing.

        :raises NotKept: where the file is there and cannot be read.
        """
        latest: dict[str, Feedback] = {}
        damaged = 0
        for line in self._lines():
            if line is None:
                damaged += 1
                continue
            latest.pop(line.id, None)
            latest[line.id] = line
        return Held(tuple(one for one in latest.values() if one.verdict != WITHDRAWN), damaged)

    def refuse_reports(self) -> None:
        """Refuse a place among the reports, whatever links lead there.

        :raises NotKept: where the file lies in the folder of reports.
        """
        if self.file.resolve().is_relative_to(self.reports.resolve()):
            raise errors.inside(self.file)

    def _lines(self) -> Iterator[Feedback | None]:
        try:
            with self.file.open("rb") as source:
                fcntl.flock(source, fcntl.LOCK_SH)
                content = source.read(FILE_BYTES + LINE_BYTES)
        except FileNotFoundError:
            return
        except OSError as error:
            raise errors.refused(self.file, error) from error
        for text in content.split(b"\n"):
            if text.strip():
                try:
                    yield read(json.loads(text))
                except (ValueError, RecursionError):
                    yield None


def _encoded(line: Feedback) -> bytes:
    for _ in range(HALVINGS):
        content = json_line(line.to_dict()).encode("utf-8", "replace")
        if len(content) <= LINE_BYTES:
            return content
        line = shortened(line)
    raise errors.too_long()


def _append(file: Path, content: bytes) -> None:
    """Write a line in one piece under the file's own lock; a piece that did not fit is taken back."""
    target = os.open(file, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        fcntl.flock(target, fcntl.LOCK_EX)
        size = os.fstat(target).st_size
        if size + len(content) > FILE_BYTES:
            raise errors.full(file)
        if size and os.pread(target, 1, size - 1) != b"\n":
            content = b"\n" + content  # whoever wrote last was cut off: its piece is one damaged line, not two
        try:
            written = os.write(target, content)
            while written < len(content):
                written += os.write(target, content[written:])
        except OSError:
            with contextlib.suppress(OSError):
                os.ftruncate(target, size)
            raise
    finally:
        os.close(target)
