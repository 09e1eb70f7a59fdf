"""The topics that most reports of a library speak of: what a table of topics begins with.

Counted by the exact names of the glossary's terms in the folded text: quicker than a census, and near enough to choose
by. What the table then shows is the census.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.remembered import Remembered
from assistant.terms import Concept, glossary
from corpus.folding import fold
from corpus.report import Report
from index.shadow import shadow

LOOKED_AT = 400
"""Reports among which topics are counted; of a larger library, as many at even steps."""
SHORTEST = 3
"""Characters of a term that is offered: shorter ones (通报, 培训) name half of all work."""
OFFERED = 24
"""Topics worked out at once: those a table begins with, and what may be added to them."""


@dataclass(frozen=True, slots=True)
class Spread:
    """A term of the glossary with the number of reports, of those looked at, in which one of its names stands."""

    term: str
    reports: int


_KEPT: Remembered[tuple[Spread, ...]] = Remembered()


def spread(reports: Sequence[Report]) -> tuple[Spread, ...]:
    """Return the terms that most reports name, most first, none whose name is part of one before it.

    Among terms of as many reports the order of the glossary decides, in which the field's own subjects come first.
    """
    return _KEPT.get(reports, None, lambda: _spread(reports))


def _spread(reports: Sequence[Report]) -> tuple[Spread, ...]:
    step = max(1, -(-len(reports) // LOOKED_AT))
    texts = [(text := shadow(report).text, _pairs(text)) for report in reports[::step]]
    counted = []
    for concept in glossary():
        if len(concept.term) < SHORTEST:
            continue
        names = _names(concept)
        held = sum(any(pairs <= there and name in text for name, pairs in names) for text, there in texts)
        if held:
            counted.append(Spread(concept.term, held))
    counted.sort(key=lambda one: -one.reports)
    kept: list[Spread] = []
    for one in counted:
        if len(kept) == OFFERED:
            break
        if not any(one.term in other.term or other.term in one.term for other in kept):
            kept.append(one)
    return tuple(kept)


def _names(concept: Concept) -> list[tuple[str, frozenset[str]]]:
    return [(name, _pairs(name)) for name in {fold(one) for one in (concept.term, *concept.same)} if len(name) > 1]


def _pairs(text: str) -> frozenset[str]:
    return frozenset(map("".join, zip(text, text[1:], strict=False)))
