"""Prove an answer before it is shown: quotes are exact slices, marks have citations, numbers stand in cited quotes.

A sentence that fails is dropped, a citation that fails takes its findings along. For answers without a language model
nothing should ever fail; the check is the same for every answer.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.answer import Answer
from corpus.report import Report

_MARK = re.compile(r"\[(\d+)\]")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_COUNT = re.compile(
    r"(?:核查 |共 |，|；|：|^|\b)\d+ (?:份|家|of|reports|agencies|done|rules|planned|named|"
    r"suggested|stated|only|silent|more|个)"
)


def verify(answer: Answer, find: Callable[[str], Report | None]) -> Answer:
    """Return the answer with everything unproven dropped.

    :param find: report id → report.
    """
    kept = [
        citation
        for citation in answer.citations
        if _exact(citation.report, citation.start, citation.end, citation.quote, find)
    ]
    numbers = {citation.number for citation in kept}
    proven = proven_numbers(answer)
    lines = [line for line in answer.text.split("\n") if _proven(line, answer, numbers, proven)]
    return replace(
        answer,
        text="\n".join(lines),
        citations=tuple(kept),
        findings=tuple(found for found in answer.findings if found.citation in numbers),
        near=tuple(found for found in answer.near if found.citation in numbers),
    )


@dataclass(frozen=True, slots=True)
class Proven:
    """The numbers that an answer may show: those of its quotes and of the catalogue, and the text they stand in."""

    numbers: frozenset[str]
    text: str


def proven_numbers(answer: Answer) -> Proven:
    """Return what the numbers of an answer's text are held against."""
    facts = [f"{one.quote} {one.year} {one.title} {one.file} {one.agency}" for one in answer.citations]
    facts += [f"{one.agency} {one.year} {one.file}" for one in answer.silent]
    facts += [answer.question, answer.reason or "", answer.understood.topic]
    facts += [str(year) for year in answer.understood.years]
    text = " ".join(facts)
    squeezed = "".join(text.split())
    return Proven(frozenset(_NUMBER.findall(text)) | frozenset(_NUMBER.findall(squeezed)), squeezed)


def unproven_numbers(text: str, answer: Answer, proven: Proven | None = None) -> list[str]:
    """Return the numbers of a text that stand in no cited quote, in no fact of the catalogue, and count no reports.

    :param text: a line of the answer, or all of it.
    :param proven: what ``proven_numbers`` gave for the answer, where many lines are checked.
    """
    held = proven or proven_numbers(answer)
    bare = _COUNT.sub(" ", _MARK.sub(" ", text))
    return [number for number in _NUMBER.findall(bare) if number not in held.numbers and number not in held.text]


def _exact(identifier: str, start: int, end: int, quote: str, find: Callable[[str], Report | None]) -> bool:
    report = find(identifier)
    return report is not None and bool(quote) and report.text[start:end] == quote


def _proven(line: str, answer: Answer, numbers: set[int], proven: Proven) -> bool:
    if any(int(mark) not in numbers for mark in _MARK.findall(line)):
        return False
    return answer.kind == "catalogue" or answer.outcome != "answered" or not unproven_numbers(line, answer, proven)
