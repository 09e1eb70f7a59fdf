"""Make library and indexes equal to the folder of reports; may be stopped anywhere and run again.

The order is what makes it safe: a report's passages are indexed, then the report is recorded in one transaction, then
what it replaces is taken out of the indexes. Searching goes by the library, so a report is wholly in or wholly out.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from corpus.errors import UnreadableFile
from corpus.report import Report
from index.indexes import Indexes
from index.library import Library, Refusal, Source
from index.passages import passages_of
from index.plan import Plan, plan
from index.records import Passage

BATCH_PASSAGES = 2000
"""Passages indexed at a time: Chroma is three times faster than at 100, and a crash loses under a second of work."""

Progress = Callable[[int, int, str], None]
"""Called with files done, files to read, and the file at hand."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SyncResult:
    """What a sync did: file names, how many stayed as they were, and (file, reason) of all that cannot be read."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    unreadable: tuple[tuple[str, str], ...] = ()
    seconds: float = 0.0

    @property
    def moved_anything(self) -> bool:
        """Whether the library differs from before."""
        return bool(self.added or self.changed or self.removed)

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        listed = {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(self).items()}
        return {**listed, "unreadable": [{"file": file, "reason": reason} for file, reason in self.unreadable]}


@dataclass(slots=True)
class _Work:
    """A sync under way."""

    folder: Path
    library: Library
    indexes: Callable[[], Indexes]
    earlier: Library | None
    todo: Plan
    refused: list[Refusal]
    batch: list[tuple[Report, tuple[Passage, ...], Source]] = field(default_factory=list)
    put: dict[str, str] = field(default_factory=dict)

    def read(self, source: Source) -> None:
        """Read one file into the batch, or note why it cannot be read."""
        try:
            report = self._report(source)
        except UnreadableFile as error:
            self.refused.append(Refusal(source, error.chinese, error.english))
            return
        except Exception as error:  # one file that our own reader trips over must not keep the others out
            _log.exception("reading %s failed", source.file)
            kind = type(error).__name__
            self.refused.append(
                Refusal(
                    source,
                    f"{source.file}：读取时程序出错（{kind}），请把该文件发给维护人员。",
                    f"{source.file}: reading it failed inside the program ({kind}); please report it with the file.",
                )
            )
            return
        self.batch.append((report, passages_of(report), Source(source.file, source.size, source.modified, report.id)))
        if sum(len(passages) for _, passages, _ in self.batch) >= BATCH_PASSAGES:
            self.flush()

    def flush(self) -> None:
        """Index the batch, record it, and take what it replaces out of the indexes."""
        if not self.batch:
            return
        self.indexes().add([(report, passages) for report, passages, _ in self.batch])
        for report, passages, source in self.batch:
            replaced = [self.todo.replaced[source.file]] if source.file in self.todo.replaced else []
            before = self.library.passage_ids([report.id, *replaced])
            self.library.put(report, passages, source, replaced)
            self.indexes().remove(before - {passage.id for passage in passages})
            self.put[source.file] = report.id
        self.batch.clear()

    def remove(self) -> None:
        """Take out the reports whose content is in no file any more."""
        held = {source.content for source in self.library.sources()}
        kept = {source.content for source in self.todo.kept} | set(self.put.values())
        gone = sorted(one for one in held - kept if one is not None)
        if gone:
            passages = self.library.passage_ids(gone)
            self.library.remove(gone)
            self.indexes().remove(passages)

    def _report(self, source: Source) -> Report:
        from corpus.parse import read_report

        if self.earlier is not None and source.content is not None:
            for report in self.earlier.reports([source.content]):
                if report.file == source.file:
                    return report
        return read_report(self.folder / source.file, self.folder)


def synchronise(
    folder: Path,
    library: Library,
    indexes: Callable[[], Indexes],
    *,
    earlier: Library | None = None,
    retry: bool = False,
    progress: Progress | None = None,
) -> SyncResult:
    """Make a library and its indexes equal to a folder.

    :param folder: the folder of reports.
    :param library: the record; what it holds is searched.
    :param indexes: opens the indexes, asked only if something changed: opening loads the model.
    :param earlier: a library read by the same code, whose reports need not be read again.
    :param retry: whether to read again the files that could not be read before.
    :param progress: told about each file that is read.
    :return: what was done.
    :raises NoReports: if the folder is missing.
    """
    started = time.monotonic()
    todo = plan(folder, library, retry=retry)
    before = {source.file: source.content for source in library.sources()}
    work = _Work(folder, library, indexes, earlier, todo, list(todo.refused))
    for done, source in enumerate(todo.fresh):
        if progress is not None:
            progress(done, len(todo.fresh), source.file)
        work.read(source)
    work.flush()
    work.remove()
    if todo.touched:
        library.relocate(todo.touched)
    refused = sorted(work.refused, key=lambda refusal: refusal.source.file)
    if tuple(refused) != library.refusals():
        library.refuse(refused)
    if progress is not None and todo.fresh:
        progress(len(todo.fresh), len(todo.fresh), todo.fresh[-1].file)
    after = {source.file: source.content for source in library.sources()}
    return SyncResult(
        added=tuple(sorted(after.keys() - before.keys())),
        changed=tuple(sorted(file for file in after.keys() & before.keys() if after[file] != before[file])),
        removed=tuple(sorted(before.keys() - after.keys())),
        unchanged=sum(before.get(file) == content for file, content in after.items()),
        unreadable=tuple((refusal.source.file, refusal.chinese) for refusal in refused),
        seconds=time.monotonic() - started,
    )
