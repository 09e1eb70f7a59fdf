"""Ranked passages → ranked again by their best sentence and best clause: a passage speaks of several things.

A passage's vector is the mean of all it says, so one telling clause among five drowns. Fitted by eye on four sets of
queries together, none of which the embedding was trained on; see ``tests/quality``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus.report import Report
from index.records import Hit

FUSED, SENTENCE, CLAUSE, NUMBER, NAMED = 1.0, 0.4, 1.0, 0.15, 0.3
"""Weights of the first ranking's score over its best, of the best cosines, of a number where one is asked for, and of
words that prove the topic where the query names one."""
SHORTEST = 4
"""Characters of a clause; shorter ones (其中, 一年来) match anything."""

_BORDER = re.compile(r"[，；。：！？]")
_ASKS_NUMBER = re.compile(r"多少|几|how many|how much", re.IGNORECASE)

Encode = Callable[[Sequence[str]], NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class _Parts:
    sentences: list[str]
    clauses: list[str]


def rerank(
    query: str,
    hits: Sequence[Hit],
    reports: Callable[[str], Report | None],
    encode: Encode,
    names: Callable[[str], bool],
) -> list[Hit]:
    """Return the hits in their new order with new scores; higher is better, comparable within one query only.

    :param reports: report id → report.
    :param encode: texts → unit rows.
    :param names: tells whether a passage's text names the topic of the query.
    """
    if not hits:
        return []
    parts = [_parts(hit, reports(hit.passage.report)) for hit in hits]
    texts = [text for part in parts for text in (*part.sentences, *part.clauses)]
    vectors = encode([query, *texts])
    cosines = iter((vectors[1:] @ vectors[0]).tolist())
    top = max(hits[0].score, 1e-9)
    asked = bool(_ASKS_NUMBER.search(query))
    scored = []
    for hit, part in zip(hits, parts, strict=True):
        sentence = max(next(cosines) for _ in part.sentences)
        clause = max(next(cosines) for _ in part.clauses)
        number = asked and any(char.isdigit() for char in hit.passage.text)
        score = (
            FUSED * hit.score / top
            + SENTENCE * sentence
            + CLAUSE * clause
            + NUMBER * number
            + NAMED * names(hit.passage.text)
        )
        scored.append((score, hit))
    scored.sort(key=lambda pair: (-pair[0], pair[1].rank))
    return [Hit(rank, score, hit.passage) for rank, (score, hit) in enumerate(scored, start=1)]


def _parts(hit: Hit, report: Report | None) -> _Parts:
    """Cut a passage into its sentences without headings, and those into clauses; never empty."""
    start, end = hit.passage.start, hit.passage.end
    inside = [] if report is None else report.statements
    sentences = [
        hit.passage.text[max(one.start, start) - start : min(one.end, end) - start]
        for one in inside
        if one.start < end and one.end > start and not one.heading
    ] or [hit.passage.text]
    clauses = [part for sentence in sentences for part in _BORDER.split(sentence) if len(part) >= SHORTEST]
    return _Parts(sentences, clauses or sentences)
