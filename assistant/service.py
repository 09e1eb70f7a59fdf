"""The assistant as everyone else sees it: open a library, ask it, read from it. The order of the steps is ``ask``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from assistant.answer import Answer, Understood
from assistant.banks import asked, told
from assistant.catalogue import catalogue
from assistant.compose import compose
from assistant.compose.places import with_places
from assistant.evidence import gather
from assistant.examples import examples
from assistant.holding import Holding
from assistant.matrix import Cell, cell_of, matrix
from assistant.next_questions import next_questions
from assistant.question import Language, Question
from assistant.retrieval import retrieve
from assistant.understand import checked, understand
from assistant.verify import verify
from corpus.report import Report
from index.census import MANY
from index.garbage import pausing
from index.positions import covering
from index.records import Facets

if TYPE_CHECKING:
    pass

__all__ = ["Assistant"]

_OF_EVERYTHING = "哪些单位 which"
"""A message whose reading needs all that reading ever needs: names, sounds, words of the reports, English."""


class Assistant(Holding):
    """Answer questions over one folder of reports; made by :meth:`open`, to be closed."""

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

    def leans(self, question: str, history: Sequence[Mapping[str, str]]) -> bool:
        """Tell whether a message says less by itself than after the messages before it."""
        if not history:
            return False
        with pausing():
            today = date.today()
            after = understand(question, history, self.reports, today, self._listed)
            return after != understand(question, (), self.reports, today, self._listed)

    def _listed(self, question: Question) -> tuple[Report, ...]:
        """Return the reports that the answer to a question names, in its order; the silent where they are asked for."""
        answer = compose(gather(question, Facets(), self.reports, self._index))
        rows = answer.silent if question.complement else answer.findings
        names = dict.fromkeys(row.report for row in rows)
        return tuple(report for name in names if (report := self._index.report(name)) is not None)

    def understood(
        self, question: str, history: Sequence[Mapping[str, str]] = (), facets: Facets | None = None
    ) -> Understood:
        """Return how a message is read, without answering it."""
        with pausing():
            read = understand(question, history, self.reports, date.today(), self._listed)
            return gather(read, facets or Facets(), self.reports, self._index).understood()

    def next_questions(
        self, answer: Answer, history: Sequence[Mapping[str, str]] = (), facets: Facets | None = None
    ) -> tuple[str, ...]:
        """Return questions to go on with after an answer, each of which the library answers.

        :param history: the conversation, the answer included.
        """
        others = self.examples(answer.language)
        return next_questions(answer, self.reports, others, lambda text: self.ask(text, history, facets))

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

    def cell(self, topic: str, report: str, facets: Facets | None = None) -> Cell | None:
        """Return all that one report says of a topic; None where it is not in scope or the topic cannot be read."""
        return cell_of(topic, report, self.reports, facets or Facets(), self._index)

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
