"""Prove an answer before it is shown: quotes are exact slices, marks have citations, numbers stand in cited quotes.

A line that fails is dropped, a citation that fails takes its findings along. For answers without a language model
nothing should ever fail; the check is the same for every answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cached_property

from assistant.answer import Answer, Citation
from assistant.computed import COMPUTED, proven
from corpus.report import Figure, Report

_MARK = re.compile(r"\[(\d+)\]")
_NUMBER = re.compile(r"\d+(?:[,，]\d{3})*(?:\.\d+)?")
_COUNT = re.compile(
    r"(?<![\d.])\d+ (?:份|家|个|of|reports|report|agencies|agency|done|rules|planned|named|suggested|stated|only|silent|more)"
)
"""Counts of reports, always written with a blank before their measure word, as no report writes them."""


def verify(answer: Answer, find: Callable[[str], Report | None], held: Sequence[Report] = ()) -> Answer:
    """Return the answer with everything unproven dropped.

    :param find: report id → report.
    :param held: all reports, whose names, years and numbers an answer about the library may show.
    """
    kept = tuple(one for one in answer.citations if _exact(one, find))
    numbers = {citation.number for citation in kept}
    checked = replace(answer, citations=kept)
    ledger = Ledger(checked, held, find)
    lines = [
        line
        for line in answer.text.split("\n")
        if all(int(mark) in numbers for mark in _MARK.findall(line)) and not ledger.unproven(line)
    ]
    return replace(
        checked,
        text="\n".join(lines),
        findings=tuple(found for found in answer.findings if found.citation in numbers),
        near=tuple(found for found in answer.near if found.citation in numbers),
    )


class Ledger:
    """The numbers that an answer may show, each gathered once; ``unproven`` holds a line against them.

    :param answer: whose citations, question and reports count.
    :param held: all reports, asked only for what nothing else proves.
    :param find: report id → report, whose figures an answer may reckon with where it cites them.
    """

    def __init__(
        self,
        answer: Answer,
        held: Sequence[Report] = (),
        find: Callable[[str], Report | None] = lambda identifier: None,
    ) -> None:
        self._find = find
        self._cited = {one.number: one for one in answer.citations}
        self._answer = answer
        self._held = held

    @cached_property
    def _asked(self) -> frozenset[str]:
        understood = self._answer.understood
        return frozenset(_numbers([self._answer.question, understood.topic, *map(str, understood.years)]))

    @cached_property
    def _years(self) -> frozenset[str]:
        """The covered years, which nearly every line shows: the names need not be read for them."""
        years = {one.year for one in self._answer.citations} | {one.year for one in self._answer.silent}
        return frozenset(map(str, years))

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(_numbers(_named(self._answer)))

    @cached_property
    def _catalogue(self) -> frozenset[str]:
        return frozenset(_numbers(fact for report in self._held for fact in _facts(report)))

    def _reckoned(self, mark: int) -> tuple[Figure, ...]:
        """Return the figures in the quote of a mark; read only for lines that reckon."""
        return _figures(self._cited[mark], self._find) if mark in self._cited else ()

    def unproven(self, line: str) -> list[str]:
        """Return the numbers of a line of text that nothing proves.

        A number is proven as a whole number in a quote that the line cites, or as a fact of the catalogue; in a line
        that cites nothing also by the question itself. A sum or difference is proven where it is marked as computed,
        with its terms and their marks (``computed.py``). Counts of reports need no proof here.
        """
        marks = {int(mark) for mark in _MARK.findall(line)}
        false = [found for found in COMPUTED.findall(line) if not proven(found, self._reckoned)]
        if false:
            return sorted(set(_numbers(_MARK.sub(" ", found) for found in false)))
        line = COMPUTED.sub(" ", line)
        shown = set(_numbers([_COUNT.sub(" ", _MARK.sub(" ", line))]))
        for mark in marks:
            shown -= frozenset(_numbers([self._cited[mark].quote if mark in self._cited else ""]))
        if not marks:
            shown -= self._asked
        shown -= self._years
        if shown:
            shown -= self._named
        if shown:
            shown -= self._catalogue
        return sorted(shown)


def _numbers(texts: Iterable[str]) -> Iterable[str]:
    """Yield every number of some texts, blanks inside them closed up."""
    for text in texts:
        yield from _NUMBER.findall(re.sub(r"\s+", "", text))


def _named(answer: Answer) -> list[str]:
    """Return the names and years of the reports that an answer speaks of."""
    facts: list[str] = []
    for one in answer.citations:
        facts += [one.agency, str(one.year), one.file, one.title or "", *one.section]
    for silent in answer.silent:
        facts += [silent.agency, str(silent.year), silent.file]
    return facts


def _facts(report: Report) -> tuple[str, ...]:
    date = report.issue_date or ""
    known = (report.agency, report.title, report.document_number, report.file, *date.split("-"))
    return (str(report.year), date, *(fact for fact in known if fact))


def _figures(citation: Citation, find: Callable[[str], Report | None]) -> tuple[Figure, ...]:
    """Return the figures of the report that stand in a quote."""
    report = find(citation.report)
    statements = report.statements if report is not None else ()
    return tuple(
        figure
        for one in statements
        if one.start < citation.end and one.end > citation.start
        for figure in one.figures
        if citation.start <= figure.start and figure.end <= citation.end
    )


def _exact(citation: Citation, find: Callable[[str], Report | None]) -> bool:
    report = find(citation.report)
    start, end = citation.start, citation.end
    if report is None or not 0 <= start < end <= len(report.text):
        return False
    return report.text[start:end] == citation.quote
