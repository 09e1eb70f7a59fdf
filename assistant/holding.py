"""Hold the index of one folder of reports: open it, follow the folder, say what is held, let go of it."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from assistant import settings
from assistant.feedback.store import Store
from assistant.originals import original
from corpus.report import Report
from index.store import Index

if TYPE_CHECKING:
    from index.sync import Progress


class Holding:
    """One folder of reports behind its index; made by :meth:`open`, to be closed."""

    def __init__(self, index: Index, feedback: Store | None = None) -> None:
        self._index = index
        self.feedback = feedback or Store(index.data / settings.FEEDBACK, index.folder)
        self.last_sync: datetime | None = None
        self._former: list[Index] = []

    @classmethod
    def open(
        cls,
        reports: Path | str | None = None,
        data: Path | str | None = None,
        *,
        sync: bool = True,
        progress: Progress | None = None,
        feedback: Path | str | None = None,
    ) -> Self:
        """Open a library; beside a running owner of its data folder it reads what is there.

        :param reports: the folder of report files; None for ``WENJU_REPORTS`` or the bundled samples.
        :param data: the folder of the index; None for ``WENJU_DATA`` or the folder's own place.
        :param sync: whether to bring the index up to date first, if the folder changed.
        :param progress: told files done, files to read and the file at hand.
        :param feedback: the file of verdicts on answers; None for ``WENJU_FEEDBACK`` or one beside the index.
        :return: the assistant, to be closed.
        """
        from index.errors import Busy, NothingIndexed, NotWritable

        chosen = settings.resolve(reports, data, os.environ, feedback)
        verdicts = Store(chosen.feedback, chosen.reports)
        try:
            index = Index.open(chosen.reports, chosen.data)
        except (Busy, NotWritable) as error:
            try:
                reading = cls(Index.open(chosen.reports, chosen.data, owner=False), verdicts)
            except NothingIndexed:
                raise error from None
            if not reading.reports:
                reading.close()
                raise error
            return reading
        assistant = cls(index, verdicts)
        if sync:
            try:
                assistant.sync(progress)
            except BaseException:
                index.close()
                raise
        return assistant

    @property
    def index(self) -> Index:
        """The index behind the answers."""
        return self._index

    @property
    def data(self) -> Path:
        """The folder of the index."""
        return self._index.data

    @property
    def reports(self) -> tuple[Report, ...]:
        """All reports held, in the order of their files."""
        return self._index.reports

    @property
    def unreadable(self) -> tuple[tuple[str, str], ...]:
        """File and reason of every file that could not be read."""
        return self._index.unreadable

    def unreadable_in(self, language: str) -> tuple[tuple[str, str], ...]:
        """Return file and reason of every file that could not be read, in ``zh`` or ``en``."""
        return self._index.unreadable_in(language)

    def report(self, name: str) -> Report | None:
        """Return a report by its id or its file; None where it is not held."""
        found = self._index.report(name)
        return found or next((report for report in self.reports if report.file == name), None)

    def sync(self, progress: Progress | None = None) -> None:
        """Make the index equal to the folder if the folder changed.

        An assistant that reads beside another owner takes the folder over once the owner has gone; until then it goes
        on with what it has.
        """
        if not self._index.owner and not self._take_over():
            return
        if self._index.stale():
            self._index.sync(progress)
        self.last_sync = datetime.now().astimezone()

    def _take_over(self) -> bool:
        """Open the data folder as its owner, if nobody else is."""
        from index.errors import Busy, NotWritable

        try:
            owned = Index.open(self._index.folder, self._index.data)
        except (Busy, NotWritable):
            return False
        self._former.append(self._index)
        self._index = owned
        return True

    def original(self, name: str) -> Path | None:
        """Return the file that a report was read from; None where the report is not held or the file is gone."""
        report = self.report(name)
        return None if report is None else original(self._index.folder, report)

    def close(self) -> None:
        """Let go of the library; a second call does nothing."""
        for index in (self._index, *self._former):
            index.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
