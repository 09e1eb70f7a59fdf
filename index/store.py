"""The index as the assistant opens it: what is held, searched, synced, audited and rebuilt, behind one object.

Opening is light; the model and the indexes are loaded by the first search. Searches may come from any thread and go on
over the old view while a sync or a rebuild is under way.
"""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from index import audit
from index.errors import Busy, Damaged, NothingIndexed, RebuildNeeded
from index.held import Held
from index.home import Home
from index.lock import FolderLock
from index.opened import Opened
from index.rebuild import build
from index.sync import Progress, SyncResult, synchronise


class Index(Held):
    """Answer from a data folder, and keep it equal to a folder of reports; made by :meth:`open`."""

    def __init__(self, reports: Path, data: Path, model: str | Path | None, server: str | None) -> None:
        super().__init__(reports, data, model)
        self.last_sync: SyncResult | None = None
        self._home = Home(data)
        self._server = server
        self._lock: FolderLock | None = None
        self._behind = False

    @classmethod
    def open(
        cls,
        reports: Path,
        data: Path,
        *,
        model: str | Path | None = None,
        owner: bool = True,
        chroma_server: str | None = None,
        wait: float = 0.0,
    ) -> Self:
        """Open a data folder; what is damaged in it is named by ``damage`` and raised by whatever needs it.

        :param reports: the folder of report files.
        :param data: the data folder; an owner makes it if it is missing.
        :param model: an embedding model other than the bundled one.
        :param owner: whether to own the folder; a reader writes nothing and may stand beside an owner.
        :param chroma_server: ``host:port`` of a Chroma server to keep the vectors.
        :param wait: seconds to wait for another owner.
        :return: the index, to be closed.
        :raises Busy: if another process owns the folder.
        :raises NothingIndexed: if a reader finds no index.
        :raises NotWritable: if an owner cannot write; a reader may still open.
        """
        index = cls(reports, data, model, chroma_server)
        if owner:
            index._lock = FolderLock(data, wait)
        try:
            if owner:
                index._home.sweep()
            index._open_current()
        except BaseException:
            index.close()
            raise
        return index

    @property
    def owner(self) -> bool:
        """Whether this process owns the data folder."""
        return self._lock is not None

    def sync(self, progress: Progress | None = None, *, retry: bool = False) -> SyncResult:
        """Make the index equal to the folder; one that this program would read otherwise is rebuilt.

        :param progress: told files done, files to read, and the file at hand.
        :param retry: whether to read again the files that could not be read before.
        :return: what was done.
        """
        self._own()
        with self._writing:
            opened = self._now()
            if opened.outdated:
                return self.rebuild(progress)
            try:
                result = synchronise(self.folder, opened.library, opened.indexes, retry=retry, progress=progress)
            except RebuildNeeded:
                return self.rebuild(progress, reuse=True)
            except BaseException:
                opened.distrust()
                raise
            self._behind |= result.moved_anything
            if self._behind:
                self._refresh(self._shelf)
                self._behind = False
            self.last_sync = result
            return result

    def rebuild(self, progress: Progress | None = None, *, reuse: bool = False) -> SyncResult:
        """Build a new index beside the present one, which answers until the new one takes its place.

        :param progress: told about each file that is read.
        :param reuse: whether to take unchanged reports from the present library instead of reading their files.
        :return: what was done, seen from an empty index.
        """
        self._own()
        with self._writing:
            former = self._opened
            library = former.library if reuse and former is not None and not former.outdated else None
            building, result = build(self._home, self.folder, self._model_in_use, self._server, library, progress)
            with self._loading:
                self._home.finish(building)
                self._damage = None
                self._open_current()
                self._refresh(None)
            if former is not None:
                former.retire()
            self._home.sweep()
            self.last_sync = result
            return result

    def audit(self) -> audit.AuditResult:
        """Prove that library and indexes agree; whatever is wrong is in the result, not raised."""
        self._own()
        with self._writing:
            encoder = self._model_in_use()
            try:
                opened = self._now()
                return audit.audit(opened.library, opened.indexes(), encoder, self._held(), self.search)
            except (Damaged, RebuildNeeded) as error:
                library = None if self._opened is None else self._opened.library
                return audit.failed(error.message("en"), library, encoder.name)

    def close(self) -> None:
        """Close everything and let go of the folder; a second call does nothing."""
        with self._writing, self._loading:
            try:
                if self._opened is not None:
                    self._opened.close()
            finally:
                self._opened = self._shelf = self._view = None
                if self._lock is not None:
                    self._lock.release()
                    self._lock = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _renew(self, error: RebuildNeeded) -> None:
        if not self.owner:
            raise error
        self.rebuild(reuse=True)

    def _own(self) -> None:
        if self._lock is None:
            raise Busy(self.data)

    def _open_current(self) -> None:
        folder = self._home.current()
        if folder is None:
            if not self.owner:
                raise NothingIndexed(self.data)
            folder = self._home.first()
        try:
            self._opened = Opened(folder, self._model_in_use, self._server, owner=self.owner)
        except Damaged as error:
            self._damage = error
