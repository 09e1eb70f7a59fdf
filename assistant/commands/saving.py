"""Save what was asked as a document: look at the file's name and folder first, write when all is answered."""

from __future__ import annotations

import contextlib
import errno
import os
from dataclasses import dataclass
from pathlib import Path

from assistant.commands import output
from assistant.errors import AssistantError
from assistant.export import Conversation, ending, export


class NotSaved(AssistantError):
    """Say why a document cannot be written."""


@dataclass(frozen=True, slots=True)
class Target:
    """A file that a document goes to, and the kind of document."""

    path: Path
    kind: str

    def save(self, conversation: Conversation) -> None:
        """Write the document.

        :raises NotSaved: where the file cannot be written.
        """
        write(self.path, export(conversation, self.kind))


def write(path: Path, content: bytes) -> None:
    """Write beside a file, then put it in its place: a failure leaves what was there.

    :raises NotSaved: where the file cannot be written.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise _refused(path, error) from error


def target(file: str) -> Target:
    """Return where a document goes; asked before the questions are, since answers may take long.

    :raises NoSuchKind: for an ending that is none of ours.
    :raises NotSaved: where the folder is missing or cannot be written.
    """
    path = Path(file)
    kind = ending(path.name)
    if path.is_dir():
        raise _refused(path, IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR)))
    if not path.parent.is_dir():
        raise NotSaved(
            f"不能写入 {path}：没有文件夹 {path.parent}，请先建好或换一个位置",
            f"Cannot write {path}: there is no folder {path.parent}; make it first or choose another place",
        )
    if not os.access(path.parent, os.W_OK):
        raise _refused(path, PermissionError(errno.EACCES, os.strerror(errno.EACCES)))
    return Target(path, kind)


def _refused(path: Path, error: OSError) -> NotSaved:
    why = output.FAILURES.get(error.errno or 0, error.strerror or "").partition("，")[0]
    return NotSaved(
        f"不能写入 {path}：{why}，请换一个位置",
        f"Cannot write {path}: {error.strerror}; choose another place",
    )
