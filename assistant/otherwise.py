"""The same thing said in other words: clauses of silent reports that lie among the texts that mean a term.

A clause counts where it lies near phrases that ask for the term, or near statements that tell its thing without its
name, and where of all terms mostly this one's lie near it. A likeness alone is only shown as possibly related. The
words of the term are not asked for here; ``index/census.py`` has looked for those before.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from operator import attrgetter
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from assistant.banks import Encoding, Votes, asked, kindred, narrower, numbers, told
from assistant.terms import Concept, glossary
from corpus.folding import fold
from corpus.report import STATUSES, Report, Statement
from index.census import Match
from index.records import Passage

PROOF = 0.33
"""Least sum, over the two banks of texts, of likeness times share of the votes. On the seen invented reports 91 of 110
silent reports found so did speak of the topic, of 170 whose own words had missed it."""
NEARLY = 0.85
"""Share of the best score that another clause of the report must reach to be as good."""
ALIKE = 0.36
"""Least likeness in one of the banks; below it votes say nothing."""
NEAREST_ASKED, NEAREST_TOLD = 3, 2
"""Texts of the term whose mean cosine is its likeness: phrases that ask for it, statements that tell it."""
PASSAGES = 6
"""Passages of a silent report that are read clause by clause, the nearest ones."""
MOST = 128
"""Passages read for one question."""
_COUNTED = re.compile(r"[二三四五六七八九十两]")
"""A name that counts its parts (三项建设) is a title, which other words do not prove."""
_LONG = 3
"""Characters of a name that stands for its own term wherever it stands."""
OWN = 0.5
"""Least votes of a term and those narrower than it, as a share of the votes of the term that has most."""
RIVALS = 4
"""Terms with most votes whose names are looked for in a text."""
_SEGMENT = re.compile(r"[^，；。：]*[，；。：]?")
_SHORTEST = 6
_KEPT = 16_384
"""Vectors kept, 1 kB each."""

Vectors = NDArray[np.float32]


def in_other_words(
    concept: Concept, silent: Sequence[Report], passages: Iterable[Passage], model: Encoding
) -> dict[str, Match]:
    """Return report id → the clause that speaks of a concept in other words, for the silent reports that have one.

    :param passages: of these reports, nearest to the concept first.
    """
    if _COUNTED.match(concept.term):
        return {}
    reports = {report.id: report for report in silent}
    pieces = [
        (report, *piece)
        for passage in _chosen(passages, reports)
        for report in (reports[passage.report],)
        for piece in _pieces(report, passage)
    ]
    if not pieces:
        return {}
    texts = [report.text[start:end] for report, _, start, end in pieces]
    scores = _scores(concept, list(dict.fromkeys(texts)), model)
    found: dict[str, list[tuple[float, Match]]] = {}
    for text, (report, statement, start, end) in zip(texts, pieces, strict=True):
        if text in scores:
            found.setdefault(report.id, []).append((scores[text], _match(statement, start, end)))
    return {identifier: _strongest(matches) for identifier, matches in found.items()}


def _strongest(matches: Sequence[tuple[float, Match]]) -> Match:
    """Return the match of the strongest status among those that say the thing nearly as well as the best."""
    best = max(score for score, _ in matches)
    near = [(STATUSES.index(match.status), -score, match) for score, match in matches if score >= NEARLY * best]
    return min(near, key=lambda one: one[:2])[2]


def _scores(concept: Concept, texts: Sequence[str], model: Encoding) -> dict[str, float]:
    """Return how well each text says a concept's thing, for those that do; texts come once each."""
    vectors = _encoded(texts, model)
    banks = (asked(), NEAREST_ASKED), (told(), NEAREST_TOLD)
    likeness = np.stack([bank.likeness(concept, vectors, model, nearest) for bank, nearest in banks])
    alike = np.flatnonzero(likeness.max(axis=0) >= ALIKE)
    near = [texts[int(at)] for at in alike]
    votes = [bank.votes(near, vectors[alike], model) for bank, _ in banks]
    kin = np.array(sorted(kindred(numbers()[concept.term])))
    shares = np.array([[one.share(kin) for one in several] for several in votes]).reshape(len(banks), len(near))
    scores = (likeness[:, alike] * shares).sum(axis=0)
    proven = [(at, float(score)) for at, score in enumerate(scores) if score >= PROOF]
    return {near[at]: score for at, score in proven if not _of_another(concept, near[at], votes[0][at], votes[1][at])}


def _of_another(concept: Concept, text: str, as_asked: Votes, as_told: Votes) -> bool:
    """Tell whether a text rather says another term's thing: by many more votes, or by votes and its name."""
    own = narrower(numbers()[concept.term])
    votes = as_asked.of_each() + as_told.of_each()
    if sum(votes[number] for number in own) < OWN * votes.max():
        return True
    rivals = [number for number in np.argsort(-votes)[:RIVALS].tolist() if number not in own and votes[number] > 0]
    folded = fold(text)
    names = (name for number in rivals for name in (glossary()[number].term, *glossary()[number].same))
    return any(len(name) >= _LONG and fold(name) in folded for name in names)


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
    first = bisect_right(report.statements, passage.start, key=attrgetter("end"))
    for statement in takewhile(lambda one: one.start < passage.end, report.statements[first:]):
        if statement.heading:
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
    within = [one for one in statement.clauses if one.start < end and one.end > start] or [statement.clauses[0]]
    clause = min(within, key=lambda one: STATUSES.index(one.status))
    return Match(statement, clause, 0.0, start, end, otherwise=True)


_vectors: WeakKeyDictionary[Encoding, dict[str, Vectors]] = WeakKeyDictionary()
"""Pieces of text → their vectors, for each model in use: reports copy sentences, and topics lead to the same ones."""


def _encoded(texts: Sequence[str], model: Encoding) -> Vectors:
    """Return the vectors of some texts; one call for all that are not known, since a call costs more than a text."""
    known = _vectors.setdefault(model, {})
    if len(known) > _KEPT:
        known.clear()
    fresh = list(dict.fromkeys(text for text in texts if text not in known))
    known.update(zip(fresh, model.encode(fresh), strict=True))
    return np.stack([known[text] for text in texts])
