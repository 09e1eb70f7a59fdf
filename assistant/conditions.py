"""Several things asked for together: both A and B, A but not B, planned but not done; message → conditions.

A message is cut into pieces at commas and joining words. A piece that names a topic carries a condition; the verb in it
says which statuses prove it, a negation turns it round. A piece without a topic speaks of the topic before it. What is
no combination (one topic, several questions in one, A 或 B) gives no conditions at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.condition_words import (
    ADMITTED,
    ASKS,
    ASKS_ELSE,
    BOTH,
    HAVING,
    JOINS,
    NEGATIONS,
    ONLY,
    ONLY_WORDS,
    OPEN,
    PREDICATES,
    RUN_IN,
)
from assistant.english import translate
from assistant.terms import find_concepts, is_term, respell
from corpus.folding import fold_with_offsets
from corpus.report import Status
from index.topic import Topic

_STAGES: tuple[tuple[Status, ...], ...] = (("rules",), ("planned",), ("suggested",))
Reading = Callable[[str], Topic]
"""Text of a piece → its topic."""


@dataclass(frozen=True, slots=True)
class Condition:
    """What a report must show of a topic, or must not; ``statuses`` prove it, any of them where empty."""

    topic: Topic
    statuses: tuple[Status, ...]
    wanted: bool

    def met(self, shown: Sequence[Status]) -> bool:
        """Tell whether the statuses that a report shows of the topic meet the condition."""
        proven = any(not self.statuses or status in self.statuses for status in shown)
        return proven == self.wanted


@dataclass(frozen=True, slots=True)
class _Piece:
    """``after`` tells that the verb stands behind the topic (听证没做), so that topics before it share it."""

    topic: Topic | None
    statuses: tuple[Status, ...] | None
    negated: bool
    after: bool
    only: bool


def conditions_of(text: str, read: Reading) -> tuple[Condition, ...]:
    """Read the conditions of a message without its places and years; none where it asks for no combination.

    >>> from assistant.topics import topic_of
    >>> [(one.topic.text, one.statuses, one.wanted) for one in conditions_of("哪些单位做了听证没做案件评查", topic_of)]
    [('信访听证', ('done',), True), ('案件评查', ('done',), False)]
    >>> conditions_of("哪些单位开展了听证和案件评查", topic_of)
    ()
    """
    text = OPEN.sub(" ", respell(translate(text)))
    if len(ASKS.findall(text)) == 0 or len(re.findall(r"哪|谁(?![执管服])|\bwhich\b|\bwho\b", text)) > 1:
        return ()
    if ASKS_ELSE.search(text) or ADMITTED.search(text):
        return ()
    found = _unique(tuple(_conditions([_piece(*part, read) for part in _pieces(text)])))
    topics = {one.topic.text for one in found}
    if any(_within(one.topic, other.topic) for one in found for other in found):
        return ()
    wanted = {one.wanted for one in found}
    if len(found) < 2 or (len(topics) > 1 and wanted == {True} and not BOTH.search(text)):
        return ()
    if len(topics) == 1 and not _two_stages(found):
        return ()
    return found


def _two_stages(found: Sequence[Condition]) -> bool:
    """Tell whether conditions on one topic are stages of it: laid down, planned or asked of others, and not done."""
    wanted = {one.statuses for one in found if one.wanted}
    unwanted = {one.statuses for one in found if not one.wanted}
    return unwanted == {("done",)} and bool(wanted) and all(one in _STAGES for one in wanted)


def _within(one: Topic, other: Topic) -> bool:
    """Tell whether a topic only narrows another (人民调解化解矛盾 and 人民调解)."""
    mine, theirs = ({group.label for group in topic.groups if group.weight >= 1} for topic in (one, other))
    return mine < theirs


def _unique(found: Sequence[Condition]) -> tuple[Condition, ...]:
    kept: dict[tuple[str, tuple[Status, ...], bool], Condition] = {}
    for one in found:
        kept.setdefault((one.topic.text, one.statuses, one.wanted), one)
    return tuple(kept.values())


def _conditions(pieces: Sequence[_Piece]) -> Iterator[Condition]:
    """Join verbs with the topics they belong to."""
    pieces = [piece for piece in pieces if piece.topic or piece.statuses is not None or piece.negated]
    topic: Topic | None = None
    before: _Piece | None = None
    for number, piece in enumerate(pieces):
        if piece.topic is not None:
            topic = piece.topic
            given = piece
            if piece.statuses is None and piece.negated and before is not None:
                given = replace(before, negated=True, only=False)
            elif piece.statuses is None and not piece.negated:
                given = _shared(pieces[number + 1 :]) or before or piece
            before = given
            yield from _given(topic, given)
        elif topic is not None and piece is not before:
            yield from _given(topic, piece)


def _shared(rest: Sequence[_Piece]) -> _Piece | None:
    """Return the piece after a topic without a verb that holds the verb of both (A、B都没做; A和B，都做了)."""
    for piece in rest:
        if piece.topic is None or piece.after:
            return piece
        if piece.statuses is not None or piece.negated:
            return None
    return None


def _given(topic: Topic, piece: _Piece) -> Iterator[Condition]:
    statuses = HAVING if piece.statuses is None else piece.statuses
    yield Condition(topic, statuses, not piece.negated)
    if piece.only and not piece.negated and statuses and "done" not in statuses:
        yield Condition(topic, ("done",), False)


def _piece(text: str, bare: str, negated: bool, after: bool, read: Reading) -> _Piece:
    statuses = next((statuses for statuses, pattern in PREDICATES if pattern.search(bare)), None)
    topic = read(text)
    return _Piece(topic if _names(topic) else None, statuses, negated, after, bool(ONLY.search(bare)))


def _names(topic: Topic) -> bool:
    """Tell whether a topic names a thing by a term of the glossary; other words may only describe one."""
    return any(is_term(group.label) for group in topic.groups if group.weight >= 1)


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int
    inside: bool
    """Whether it stands in a term of the glossary."""

    @property
    def negation(self) -> bool:
        return not self.inside and NEGATIONS.fullmatch(self.text.lower()) is not None


def _pieces(text: str) -> Iterator[tuple[str, str, bool, bool]]:
    """Yield pieces as text, text without its terms, whether negated, and whether the verb follows the topic."""
    piece: list[_Token] = []
    for token in (*_tokens(text), _Token("，", len(text), len(text), False)):
        if token.inside or token.text.lower() not in JOINS:
            piece.append(token)
            continue
        for part in _cut(piece):
            terms = [number for number, one in enumerate(part) if one.inside]
            outside = [one for one in part if not one.inside]
            verb = [n for n, one in enumerate(part) if not one.inside and _is_verb(one)]
            yield (
                "".join(" " if one.text in ONLY_WORDS else one.text for one in part),
                " ".join(one.text for one in outside) if any(" " in one.text for one in part) else _bare(outside),
                any(one.negation for one in part),
                bool(terms and verb and min(verb) > terms[-1]),
            )
        piece = []


def _bare(outside: Sequence[_Token]) -> str:
    return "".join(one.text for one in outside)


def _is_verb(token: _Token) -> bool:
    return token.negation or any(pattern.search(token.text) for _, pattern in PREDICATES)


def _cut(piece: list[_Token]) -> Iterator[list[_Token]]:
    """Cut a piece once more where a negation, or a verb behind its topic, opens a second statement."""
    terms = [number for number, one in enumerate(piece) if one.inside]
    for number, one in enumerate(piece):
        if one.negation and any(at < number for at in terms) and any(at > number for at in terms):
            yield piece[:number]
            yield from _cut([replace(piece[number]), *piece[number + 1 :]])
            return
    for first, second in zip(terms, terms[1:], strict=False):
        between = piece[first + 1 : second]
        if any(_is_verb(one) for one in between) and not any(_is_verb(one) for one in piece[: terms[0]]):
            yield piece[:second]
            yield from _cut(piece[second:])
            return
    if piece:
        yield piece


def _tokens(text: str) -> Iterator[_Token]:
    """Yield the words of a text; a term of the glossary is one token."""
    import rjieba

    folded = fold_with_offsets(text)
    spans = [folded.source_span(found.start, found.end) for found in find_concepts(folded.text)]
    cursor = 0
    for start, end in (*spans, (len(text), len(text))):
        for word in rjieba.cut(text[cursor:start]):
            for part in (word[0], word[1]) if RUN_IN.fullmatch(word) else (word,):
                yield _Token(part, cursor, cursor + len(part), False)
                cursor += len(part)
        if end > start:
            yield _Token(text[start:end], start, end, True)
        cursor = end
