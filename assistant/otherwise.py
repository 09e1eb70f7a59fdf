"""The same thing said in other words: clauses of silent reports that lie close to many everyday phrases of a term.

A clause counts where it lies near several phrases of the term and, of all terms, mostly this one's phrases lie near
it. Both must hold: a likeness alone is only shown as possibly related. The words of the term are not asked for here;
``index/census.py`` has looked for those before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from assistant.meaning import Encoding, share_of, vectors_of
from assistant.terms import Concept
from corpus.report import Report, Statement
from index.census import Match
from index.records import Passage

LIKE = 0.52
"""Least mean cosine of the three nearest phrases of the term."""
MOSTLY = 0.35
"""Least share of the votes of the twelve nearest phrases of all terms. On the seen invented reports 29 of 32 clauses
above both spoke of the topic, and they were half of those that its words had missed."""
NEAREST = 3
PASSAGES = 3
"""Passages of a silent report that are read clause by clause, the nearest ones."""
MOST = 64
"""Passages read for one question."""
_SEGMENT = re.compile(r"[^，；。：]*[，；。：]?")
_SHORTEST = 6
_KEPT = 4096

Vectors = NDArray[np.float32]


def in_other_words(
    concept: Concept, silent: Sequence[Report], passages: Iterable[Passage], model: Encoding
) -> dict[str, Match]:
    """Return report id → the clause that speaks of a concept in other words, for the silent reports that have one.

    :param passages: of these reports, nearest to the concept first.
    """
    reports = {report.id: report for report in silent}
    own = vectors_of(concept, model)
    found: dict[str, tuple[float, Match]] = {}
    for passage in _chosen(passages, reports):
        report = reports[passage.report]
        pieces = _pieces(report, passage)
        if not pieces:
            continue
        vectors = _encoded(model, tuple(report.text[start:end] for _, start, end in pieces))
        likeness = np.sort(vectors @ own.T, axis=1)[:, -NEAREST:].mean(axis=1)
        for index in np.flatnonzero(likeness >= LIKE):
            share = share_of(concept, vectors[index], model)
            score = float(likeness[index]) * share
            if share >= MOSTLY and score > found.get(report.id, (0.0,))[0]:
                statement, start, end = pieces[index]
                found[report.id] = (score, _match(statement, start, end))
    return {identifier: match for identifier, (_, match) in found.items()}


def _chosen(passages: Iterable[Passage], reports: dict[str, Report]) -> Iterator[Passage]:
    """Yield the first passages of each silent report."""
    taken: dict[str, int] = {}
    total = 0
    for passage in passages:
        if passage.report in reports and taken.get(passage.report, 0) < PASSAGES and total < MOST:
            taken[passage.report] = taken.get(passage.report, 0) + 1
            total += 1
            yield passage


def _pieces(report: Report, passage: Passage) -> list[tuple[Statement, int, int]]:
    """Return the clauses of a passage, alone and joined with the next, and its whole statements; no headings."""
    pieces: list[tuple[Statement, int, int]] = []
    for statement in report.statements:
        if statement.heading or statement.start >= passage.end or statement.end <= passage.start:
            continue
        marks = [
            (statement.start + found.start(), statement.start + found.end())
            for found in _SEGMENT.finditer(report.quote(statement))
            if found.group(0).strip()
        ]
        spans = [*marks, *((first[0], second[1]) for first, second in zip(marks, marks[1:], strict=False))]
        spans.append((statement.start, statement.end))
        pieces += [(statement, start, end) for start, end in dict.fromkeys(spans) if end - start >= _SHORTEST]
    return pieces


def _match(statement: Statement, start: int, end: int) -> Match:
    clause = next((one for one in statement.clauses if one.start <= start < one.end), statement.clauses[0])
    return Match(statement, clause, 0.0, start, end, otherwise=True)


@lru_cache(maxsize=_KEPT)
def _encoded(model: Encoding, texts: tuple[str, ...]) -> Vectors:
    return model.encode(texts)
