"""The assistant as everyone else sees it: open a library, ask it, read from it. The order of the steps is ``ask``."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from assistant import settings
from assistant.answer import Answer
from assistant.banks import asked, told
from assistant.catalogue import catalogue
from assistant.compose import compose
from assistant.compose.places import with_places
from assistant.evidence import gather
from assistant.examples import examples
from assistant.matrix import matrix
from assistant.question import Language, Question
from assistant.retrieval import retrieve
from assistant.understand import checked, understand
from assistant.verify import verify
from corpus.report import Report
from index.census import MANY
from index.garbage import pausing
from index.positions import covering
from index.records import Facets
from index.store import Index

if TYPE_CHECKING:
    from index.sync import Progress

__all__ = ["Assistant"]

_OF_EVERYTHING = "哪些单位 which"
"""A message whose reading needs all that reading ever needs: names, sounds, words of the reports, English."""


class Assistant:
    """Answer questions over one folder of reports; made by :meth:`open`, to be closed."""

    def __init__(self, index: Index) -> None:
        self._index = index
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
    ) -> Self:
        """Open a library; beside a running owner of its data folder it reads what is there.

        :param reports: the folder of report files; None for ``WENJU_REPORTS`` or the bundled samples.
        :param data: the folder of the index; None for ``WENJU_DATA`` or the folder's own place.
        :param sync: whether to bring the index up to date first, if the folder changed.
        :param progress: told files done, files to read and the file at hand.
        :return: the assistant, to be closed.
        """
        from index.errors import Busy, NothingIndexed, NotWritable

        chosen = settings.resolve(reports, data, os.environ)
        try:
            index = Index.open(chosen.reports, chosen.data)
        except (Busy, NotWritable) as error:
            try:
                reading = cls(Index.open(chosen.reports, chosen.data, owner=False))
            except NothingIndexed:
                raise error from None
            if not reading.reports:
                reading.close()
                raise error
            return reading
        assistant = cls(index)
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

    def ask(
        self,
        question: str,
        history: Sequence[Mapping[str, str]] = (),
        facets: Facets | None = None,
        language: Language | None = None,
    ) -> Answer:
        """Answer a message.

        :param question: what was typed.
        :param history: messages ``{"role", "content"}`` before it, oldest first.
        :param facets: restrictions set beside the message.
        :param language: the language of the answer; None for that of the question.
        :raises BadQuestion: if the message cannot be read as a question.
        """
        with pausing():
            read = understand(question, history, self.reports, date.today(), self._listed)
            read = replace(read, language=language or read.language)
            evidence = gather(read, facets or Facets(), self.reports, self._index)
            answered = replace(with_places(compose(evidence), read), question=checked(question))
            return verify(answered, self._index.report, self.reports)

    def _listed(self, question: Question) -> tuple[Report, ...]:
        """Return the reports that the answer to a question names, in its order; the silent where they are asked for."""
        answer = compose(gather(question, Facets(), self.reports, self._index))
        rows = answer.silent if question.complement else answer.findings
        names = dict.fromkeys(row.report for row in rows)
        return tuple(report for name in names if (report := self._index.report(name)) is not None)

    def search(self, query: str, facets: Facets | None = None, k: int = 10) -> tuple[dict[str, Any], ...]:
        """Return the best passages in their JSON form, best first."""
        hits = []
        for hit in retrieve(self._index, self._index.report, query, facets or Facets(), k):
            report = self._index.report(hit.passage.report)
            if report is None:
                continue
            section = report.sections[hit.passage.section]
            hits.append(
                {
                    "rank": hit.rank,
                    "score": hit.score,
                    "report": report.id,
                    "file": report.file,
                    "agency": report.agency,
                    "year": report.year,
                    "section": list(section.path),
                    "role": section.role,
                    "text": hit.passage.text,
                    "start": hit.passage.start,
                    "end": hit.passage.end,
                }
            )
        return tuple(hits)

    def catalogue(self) -> dict[str, Any]:
        """Return what is in the library, in its JSON form."""
        passages = {report.id: len(self._index.passages(report.id)) for report in self.reports}
        return catalogue(self.reports, self.unreadable, passages)

    def matrix(self, topics: Sequence[str], facets: Facets | None = None) -> dict[str, Any]:
        """Return topics × reports with status and citation in each cell, in its JSON form."""
        return matrix(topics, self.reports, facets or Facets(), self._index)

    def examples(self, language: str = "zh") -> tuple[str, ...]:
        """Return questions that the library can answer."""
        return examples(self.reports, "en" if language == "en" else "zh")

    def warm(self) -> None:
        """Load what the first question would load."""
        self._index.warm()
        for bank in (asked(), told()):
            bank.vectors(self._index)
        if len(self.reports) >= MANY:
            covering(self.reports)
        if self.reports:
            understand(_OF_EVERYTHING, (), self.reports, date.today(), self._listed)

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
