"""One owner of a data folder at a time: two would lose vectors without an error (measured with Chroma 1.5).

The lock is the operating system's own, so a process that dies lets go of it.
"""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

from index.errors import Busy, NotWritable

FILE = "lock"


class FolderLock:
    """Hold a data folder until released.

    :param folder: the data folder; made if it is missing.
    :param wait: seconds to wait for another owner to let go.
    """

    def __init__(self, folder: Path, wait: float = 0.0) -> None:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            # Taken in one thread and released in another: the page opens in the background and closes at exit.
            self._lock = FileLock(folder / FILE, thread_local=False)
            self._lock.acquire(timeout=wait)
        except Timeout as error:
            raise Busy(folder) from error
        except OSError as error:
            raise NotWritable(folder, error.strerror or error) from error

    def release(self) -> None:
        """Let go; a second call does nothing."""
        self._lock.release()
