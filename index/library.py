"""The record of what was read: one SQLite file with every report, its parts, its passages and the manifest.

It is the truth of the store: what it does not hold is in no answer, whatever the indexes hold. Each report goes in or
out in one transaction. Not here: the shape of the tables (``schema.py``) and what the manifest must say
(``manifest.py``).
"""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpus.report import Report
from index import schema
from index.errors import Damaged, DiskFull, NotWritable
from index.records import Passage

FILE = "library.sqlite3"
_LOCKLESS = re.compile("unable to open|readonly")
"""What SQLite says where it may read but not write its lock."""
BUSY_SECONDS = 10.0
"""How long a reader beside a writer waits; a report's transaction takes milliseconds."""


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was when read: its name, size in bytes, time of change in ns, and the report's id if known."""

    file: str
    size: int
    modified: int
    content: str | None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A file that could not be read, with the reason in both languages."""

    source: Source
    chinese: str
    english: str


class Library:
    """Read and write the record; safe to use from several threads.

    :param path: the SQLite file.
    :param writable: whether this process owns the data folder; the file is then made if it is missing.
    :param before_write: called before each transaction.
    """

    def __init__(self, path: Path, *, writable: bool, before_write: Callable[[], None] | None = None) -> None:
        self.path = path
        self._before_write = before_write
        self._turn = threading.RLock()
        with _translated(path):
            self._connection = _connect(path, writable)
            try:
                self._prepare(writable)
            except sqlite3.Error:
                self._connection.close()
                raise

    def close(self) -> None:
        """Close the file; a second call does nothing."""
        with self._turn, _translated(self.path):
            self._connection.close()

    def check(self) -> None:
        """Read every page of the file.

        :raises Damaged: when SQLite finds a fault.
        """
        with self._turn, _translated(self.path):
            (verdict,) = self._connection.execute("PRAGMA quick_check(1)").fetchone()
        if verdict != "ok":
            raise Damaged(FILE, str(verdict).splitlines()[0])

    @contextmanager
    def moment(self) -> Iterator[None]:
        """Let everything that is read inside be of one moment, whatever another process writes meanwhile."""
        with self._turn, _translated(self.path):
            self._connection.execute("BEGIN")
            try:
                yield
            finally:
                self._connection.execute("COMMIT")

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write everything inside or nothing of it."""
        if self._before_write is not None:
            self._before_write()
        with self._turn, _translated(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    def manifest(self) -> dict[str, str]:
        """Return what the store was made with."""
        with self._turn, _translated(self.path):
            return dict(self._connection.execute("SELECT key, value FROM manifest"))

    def set_manifest(self, entries: Mapping[str, str]) -> None:
        """Add or replace entries of the manifest."""
        with self.transaction() as connection:
            connection.executemany("INSERT OR REPLACE INTO manifest VALUES (?, ?)", list(entries.items()))

    def reports(self, ids: Iterable[str] | None = None) -> tuple[Report, ...]:
        """Return whole reports in the order of their files: all, or those with the given ids."""
        with self._turn, _translated(self.path):
            return tuple(sorted(schema.select_reports(self._connection, ids), key=lambda one: (one.file, one.id)))

    def passages(self, ids: Iterable[str] | None = None) -> tuple[Passage, ...]:
        """Return the passages of all reports, or of those with the given ids; each report's in reading order."""
        with self._turn, _translated(self.path):
            return tuple(schema.select_passages(self._connection, ids))

    def passage_counts(self) -> dict[str, int]:
        """Return how many passages each report has."""
        with self._turn, _translated(self.path):
            return dict(self._connection.execute("SELECT report, count(*) FROM passages GROUP BY report"))

    def passage_ids(self, ids: Iterable[str] | None = None) -> set[str]:
        """Return the passage ids of all reports, or of those with the given ids."""
        with self._turn, _translated(self.path):
            if ids is None:
                return {row[0] for row in self._connection.execute("SELECT id FROM passages")}
            query = "SELECT id FROM passages WHERE report = ?"
            return {row[0] for one in ids for row in self._connection.execute(query, (one,))}

    def sources(self) -> tuple[Source, ...]:
        """Return the file that each report was read from."""
        with self._turn, _translated(self.path):
            rows = self._connection.execute("SELECT file, size, modified, id FROM reports ORDER BY file")
            return tuple(Source(*row) for row in rows)

    def refusals(self) -> tuple[Refusal, ...]:
        """Return the files that could not be read, in the order of their names."""
        with self._turn, _translated(self.path):
            rows = self._connection.execute(
                "SELECT file, size, modified, content, chinese, english FROM unreadable ORDER BY file"
            )
            return tuple(Refusal(Source(*row[:4]), *row[4:]) for row in rows)

    def put(self, report: Report, passages: Iterable[Passage], source: Source, replaced: Iterable[str] = ()) -> None:
        """Add one report and take out those it replaces, in one transaction."""
        with self.transaction() as connection:
            connection.executemany("DELETE FROM reports WHERE id = ?", [(one,) for one in (report.id, *replaced)])
            schema.insert(connection, report, passages, source.size, source.modified)

    def remove(self, ids: Iterable[str]) -> None:
        """Take reports out, in one transaction."""
        with self.transaction() as connection:
            connection.executemany("DELETE FROM reports WHERE id = ?", [(one,) for one in ids])

    def relocate(self, sources: Iterable[Source]) -> None:
        """Note that reports now stand in other files, or the same ones touched."""
        with self.transaction() as connection:
            connection.executemany(
                "UPDATE reports SET file = ?, size = ?, modified = ? WHERE id = ?",
                [(source.file, source.size, source.modified, source.content) for source in sources],
            )

    def refuse(self, refusals: Iterable[Refusal]) -> None:
        """Replace the list of files that could not be read."""
        rows = [
            (one.source.file, one.source.content, one.chinese, one.english, one.source.size, one.source.modified)
            for one in refusals
        ]
        with self.transaction() as connection:
            connection.execute("DELETE FROM unreadable")
            connection.executemany("INSERT INTO unreadable VALUES (?, ?, ?, ?, ?, ?)", rows)

    def _prepare(self, writable: bool) -> None:
        self._connection.execute("PRAGMA foreign_keys = ON")
        if writable:
            # A withdrawn report's text is overwritten, not only unlinked.
            self._connection.execute("PRAGMA secure_delete = ON")
            self._connection.execute("PRAGMA journal_mode = WAL")
            # A removal that a power cut undoes would leave reports without their vectors.
            self._connection.execute("PRAGMA synchronous = FULL")
            if not self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                self._connection.executescript(f"BEGIN; {schema.TABLES} COMMIT;")
        self._connection.execute("SELECT count(*) FROM manifest").fetchone()


def _unmerged(path: Path) -> bool:
    """Tell whether writes still wait in the file beside, which a library that never changes would not be asked for."""
    beside = path.with_name(f"{path.name}-wal")
    return beside.exists() and beside.stat().st_size > 0


def _connect(path: Path, writable: bool) -> sqlite3.Connection:
    """Open the file; where even a reader's lock cannot be written (a read-only disk), as one that never changes."""
    modes = ("rwc",) if writable else ("ro", "ro&immutable=1")
    for mode in modes:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=BUSY_SECONDS,
            isolation_level=None,
            check_same_thread=False,
        )
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            connection.close()
            if mode == modes[-1] or _unmerged(path) or not _LOCKLESS.search(str(error)):
                raise
        except sqlite3.Error:
            connection.close()
            raise
        else:
            return connection
    raise AssertionError("unreachable")


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.IntegrityError, sqlite3.ProgrammingError):
        raise  # a mistake of ours, not of the file
    except sqlite3.Error as error:
        if "disk is full" in str(error):
            raise DiskFull(path.parent) from error
        if "readonly" in str(error):
            raise NotWritable(path.parent, error) from error
        raise Damaged(FILE, str(error)) from error
