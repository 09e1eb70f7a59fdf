"""Quotes cut to a length by whole clauses, so that a digest is as short as asked for and no clause is broken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.compose.wording import LONGEST, escape
from assistant.naming import ROLE, dated, pick
from assistant.question import Language
from corpus.report import Clause, Report, Statement

_UNSEEN = re.compile(r"\[\d+\]|\*\*|^- |\s|\\", re.MULTILINE)
_CLAUSE = re.compile(r"[^，；。：]*[，；。：]?[”’》）]?")
_CLOSING = "，；：、"
EACH = 48
"""Characters of one quote with its label, by which the length is divided."""
LEAST = 20
"""Characters that a quote may always have, while there is room."""
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Piece:
    """Whole clauses of a statement, ``…`` for what is left out; ``label`` names the part of the report."""

    report: Report
    statement: Statement
    at: int
    label: str
    words: str

    @property
    def told(self) -> Clause:
        """Return the clause at which the quote speaks of what was asked."""
        return next(
            (one for one in self.statement.clauses if one.start <= self.at < one.end), self.statement.clauses[0]
        )


def visible(text: str) -> int:
    """Count the characters of an answer's text that are read: without marks, Markdown and blanks.

    >>> visible("- 工作成效：“举行听证”[12]")
    11
    """
    return len(_UNSEEN.sub("", text))


def cut_to(chosen: Sequence[tuple[Report, Statement, int]], room: int, language: Language, headed: bool) -> list[Piece]:
    """Return the quotes that fit into some room with their labels, cut alike; in reading order of each report.

    The first ones are the weightiest. One that has no clause short enough for its share comes last, if there is room.

    :param chosen: statements, each with the offset whose clause must be among those quoted.
    :param headed: whether the quotes of a report stand under its name; else each label holds the name.
    """
    quotes = max(FEWEST, min(len(chosen), room // EACH))
    left = room
    named: set[str] = set()
    pieces: list[Piece] = []
    tight = [(one, True) for one in chosen]
    for one, sharing in (*tight, *((one, False) for one in chosen)):
        report, statement, at = one
        if any(held.statement is statement for held in pieces):
            continue
        label = _label(report, statement, language, headed)
        head = visible(dated(report, language)) if headed and report.id not in named else 0
        share = max(LEAST, room // quotes - visible(label) - 2) if sharing else LONGEST
        fitting = min(LONGEST, share, left - head - visible(label) - 2)
        words = whole_clauses(report.quote(statement), at - statement.start, fitting)
        if not words:
            continue
        named.add(report.id)
        left -= head + visible(f"{label}“{words}”")
        pieces.append(Piece(report, statement, at, label, words))
    order = {identifier: place for place, identifier in enumerate(dict.fromkeys(one.report.id for one in pieces))}
    return sorted(pieces, key=lambda one: (order[one.report.id], one.statement.start))


def _label(report: Report, statement: Statement, language: Language, headed: bool) -> str:
    role = report.sections[statement.section].role
    colon = ": " if language == "en" else "："
    if headed:
        return pick(ROLE[role], language) + colon
    name = escape(dated(report, language))
    if role in ("work", "duty"):
        return name + colon
    return f"{name}{', ' if language == 'en' else '，'}{pick(ROLE[role], language)}{colon}"


def whole_clauses(quote: str, at: int, room: int) -> str:
    """Return neighbouring clauses of a quote from the one at an offset on; empty where not even that one fits.

    >>> whole_clauses("举行听证3场，化解积案2件，群众满意。", 0, 14)
    '举行听证3场，化解积案2件…'
    >>> whole_clauses("举行听证3场，化解积案2件。", 9, 9)
    '…化解积案2件。'
    >>> whole_clauses("举行听证3场。", 0, 5)
    ''
    """
    spans = [found.span() for found in _CLAUSE.finditer(quote) if found.group(0).strip()]
    first = next((number for number, (start, end) in enumerate(spans) if start <= at < end), 0)
    best = ""
    for last in range(first, len(spans)):
        words = quote[spans[first][0] : spans[last][1]]
        if last < len(spans) - 1:
            words = words.rstrip(_CLOSING) + "…"
        words = re.sub(r"\s*\n\s*", " ", ("…" if first else "") + words.strip())
        if visible(words) > room:
            break
        best = words
    return best
