"""What the composers draw on: the reports in scope, a topic's census over them, ranked and near passages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from assistant.answer import Near, Understood
from assistant.banks import asked
from assistant.citing import Citations
from assistant.meaning import concept_meant, only_concept
from assistant.otherwise import in_other_words
from assistant.question import Question
from assistant.remembered import Remembered
from assistant.restated import beside
from assistant.retrieval import Searching, retrieve
from assistant.topics import is_named, without_asking
from corpus.report import Clause, Report, Statement, Status
from index.census import Match, Row, census
from index.records import Facets, Hit
from index.topic import Topic

NEAR = 0.5
"""Cosine from which a passage of a silent report may speak of the topic in other words; it is shown, never counted."""
MOST_NEAR = 5
READ = 300
"""Passages nearest to a term among which those of silent reports are read for it in other words."""


_STEPS: tuple[Status, ...] = ("done", "rules", "planned")
"""Statuses from the deed backwards; the others are no steps on the way to it."""
_QUOTES = '“「『《"'
"""Marks of words that are meant as they stand."""


_BY_ID: Remembered[dict[str, Report]] = Remembered()
_ROWS: Remembered[tuple[Row, ...]] = Remembered()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A question's reach: ``scope`` are the reports that its facets admit, ``held`` all reports of the library.

    ``facets`` join the question's own with those set beside it.
    """

    question: Question
    facets: Facets
    scope: tuple[Report, ...]
    held: tuple[Report, ...]
    index: Searching

    def report(self, identifier: str) -> Report:
        """Return a report of the scope by its id."""
        return _BY_ID.get(self.scope, None, lambda: {report.id: report for report in self.scope})[identifier]

    def rows(self, topic: Topic | None = None) -> tuple[Row, ...]:
        """Return the census of the question's topic, or of another one, over the scope.

        A report that its words do not find is read once more for the same thing in other words, where the topic is
        one term of the glossary and the question does not quote it.
        """
        topic = topic or self.question.topic
        quoted = any(mark in self.question.message for mark in _QUOTES)
        return _ROWS.get(self.scope, (id(self.index), topic, self.facets, quoted), lambda: self._rows(topic, quoted))

    def _rows(self, topic: Topic, quoted: bool) -> tuple[Row, ...]:
        rows = census(self.scope, topic, self.facets)
        concept = None if quoted else only_concept(topic)
        if concept is None or all(row.matches for row in rows):
            return rows
        hits = self.index.nearest(" ".join((concept.term, *asked().of(concept))), self.facets, READ)
        near = {hit.passage.report for hit in hits}
        quiet = [row.report for row in rows if not row.matches and row.report.id in near]
        found = in_other_words(concept, quiet, (hit.passage for hit in hits), self.index)
        kept = {report.id: found[report.id] for report in quiet if report.id in found and self._wants(report, found)}
        if not kept:
            return rows
        return tuple(Row(row.report, (kept[row.report.id],)) if row.report.id in kept else row for row in rows)

    def _wants(self, report: Report, found: Mapping[str, Match]) -> bool:
        match, facets = found[report.id], self.facets
        role = report.sections[match.statement.section].role
        return (not facets.roles or role in facets.roles) and (not facets.statuses or match.status in facets.statuses)

    def in_words_known(self, topic: Topic) -> Topic:
        """Return a topic that no report speaks of, in words that the glossary lacks, as the term it means."""
        if is_named(topic) or any(row.matches for row in census(self.scope, topic, self.facets)):
            return topic
        meant = concept_meant(topic.text, self.index)
        return Topic(meant.concept.term, (meant.concept.group(),)) if meant is not None and meant.plausible else topic

    def narrowed(self) -> tuple[Evidence, tuple[Report, ...]]:
        """Leave out of the scope the reports that speak of the topic only outside what is asked for.

        That is the roles and statuses among the facets, and the limit of the question: a report is within it by its
        strongest status, and by a problem wherever it names one. Those left out neither answer nor are silent; they
        are the second value.
        """
        limit = self.question.limit
        if not self.facets.roles and not self.facets.statuses and not limit:
            return self, ()
        open_facets = replace(self, facets=replace(self.facets, roles=(), statuses=()))
        anywhere = open_facets.rows() if limit else census(self.scope, self.question.topic, open_facets.facets)
        inside = {row.report.id for row in self.rows() if row.matches and _within(row, limit)}
        if self.question.strictly:
            inside -= {row.report.id for row in anywhere if any(self._further(match) for match in row.matches)}
        elsewhere = tuple(row.report for row in anywhere if row.matches and row.report.id not in inside)
        ids = {report.id for report in elsewhere}
        return replace(self, scope=tuple(report for report in self.scope if report.id not in ids)), elsewhere

    def _further(self, match: Match) -> bool:
        """Tell whether a match shows that more was done than the statuses asked for."""
        got = [_STEPS.index(status) for status in self.facets.statuses if status in _STEPS]
        return match.status in _STEPS[: min(got, default=len(_STEPS))]

    def hits(self, query: str, k: int) -> tuple[Hit, ...]:
        """Return the best passages of the scope."""
        held = {report.id: report for report in self.scope}
        return retrieve(self.index, held.get, query, self.facets, k)

    def nearest(self, k: int) -> tuple[Hit, ...]:
        """Return the passages of the scope nearest to the question by meaning, with cosines."""
        return self.index.nearest(self.question.content or self.question.message, self.facets, k)

    def near(self, silent: Sequence[Report], citations: Citations) -> tuple[Near, ...]:
        """Return passages of silent reports that may speak of the topic in other words, nearest first."""
        topic = self.question.topic.text or self.question.content
        if not silent or not topic:
            return ()
        hits = self.index.nearest(topic.replace("、", " "), self.facets, 20 * MOST_NEAR)
        hits = tuple(takewhile(lambda hit: hit.score >= NEAR, hits))
        ids = {report.id for report in silent} if hits else set()
        found: dict[str, Near] = {}
        for hit in hits:
            if len(found) >= MOST_NEAR:
                break
            if hit.passage.report in ids and hit.passage.report not in found:
                report = self.report(hit.passage.report)
                statement, clause = first_statement(report, hit.passage.start, hit.passage.end)
                number = citations.cite(report, statement, clause.status)
                found[report.id] = Near(report.agency, report.year, report.id, number)
        return tuple(found.values())

    def understood(self) -> Understood:
        """Return what was read out of the question, for the asker to see."""
        question = self.question
        return Understood(
            kind=question.kind,
            topic=question.topic.text,
            agencies=self.facets.agencies or question.absent,
            regions=self.facets.regions,
            levels=self.facets.levels,
            years=self.facets.years or question.absent_years,
            roles=self.facets.roles,
            statuses=self.facets.statuses or question.limit or ((question.focus,) if question.focus else ()),
            terms=question.topic.terms(),
        )


def gather(question: Question, facets: Facets, reports: tuple[Report, ...], index: Searching) -> Evidence:
    """Join the question's facets with those set beside it and list the reports they admit.

    Facets on both sides must both hold; where they exclude each other the scope is empty. What the message spells out
    holds alone.
    """
    facets = beside(facets, question.restated)
    scope = reports
    if facets.chosen or question.facets.chosen:
        scope = tuple(report for report in reports if facets.admit(report) and question.facets.admit(report))
    if question.absent and not question.facets.agencies or question.absent_years and not question.facets.years:
        scope = ()
    own = question.facets
    joined = replace(
        facets,
        agencies=own.agencies or facets.agencies,
        regions=own.regions or facets.regions,
        levels=own.levels or facets.levels,
        years=own.years or facets.years,
        roles=facets.roles or question.roles,
        statuses=facets.statuses or own.statuses,
    )
    return _in_known_words(Evidence(question, joined, scope, reports, index))


def _in_known_words(evidence: Evidence) -> Evidence:
    """Read a topic that no report speaks of, in words that the glossary lacks, as the term it comes nearest to.

    The question then names that term, so that the asker sees how it was read.
    """
    question = evidence.question
    if question.restated is not None and question.restated.topic is not None:
        return evidence
    strong = [group for group in question.topic.groups if group.weight >= 1]
    if not strong or not question.content or not evidence.scope or question.kind in ("figure", "catalogue", "none"):
        return evidence
    if question.conditions or question.named and (len(strong) == 1 or question.topic.also):
        return evidence
    meant = concept_meant(question.content, evidence.index, without_asking(question.rest))
    if meant is None or not (meant.sure or meant.plausible):
        return evidence
    if question.named and meant.concept.term not in {group.label for group in strong}:
        return evidence
    quoted = any(mark in question.message for mark in _QUOTES)
    if (question.named or quoted or not meant.sure) and any(row.matches for row in evidence.rows()):
        return evidence
    topic = Topic(meant.concept.term, (meant.concept.group(),))
    return replace(evidence, question=replace(question, topic=topic, meant=True))


def as_term(evidence: Evidence) -> Evidence | None:
    """Read a question in everyday words as one about the term it means; None where it names a term or means none."""
    question = evidence.question
    meant = None if question.named else concept_meant(question.content, evidence.index, without_asking(question.rest))
    if meant is None or not meant.plausible:
        return None
    term, topic = meant.concept.term, Topic(meant.concept.term, (meant.concept.group(),))
    read = replace(question, topic=topic, content=term, rest="", named=True, meant=True)
    return replace(evidence, question=read)


def _within(row: Row, limit: tuple[Status, ...]) -> bool:
    statuses = [match.status for match in row.matches]
    return not limit or statuses[0] in limit or ("problem" in limit and "problem" in statuses)


def first_statement(report: Report, start: int, end: int) -> tuple[Statement, Clause]:
    """Return the first statement of a span that is not a heading, else the first, with its first clause."""
    inside = [statement for statement in report.statements if statement.start < end and statement.end > start]
    chosen = next((statement for statement in inside if not statement.heading), inside[0])
    return chosen, chosen.clauses[0]
