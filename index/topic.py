"""What is looked for: a topic as groups of equivalent terms, and where they stand in a folded text.

A term matches with a few characters between its words (领导干部公开接访 for 领导接访), never across a comma. A topic is
proven where the weight of the groups found reaches the threshold, so a missing word of little meaning does not hide a
statement and a missing qualifier does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from corpus.folding import fold

GAP = 6
"""Characters allowed between the words of a term; 领导接访下访和包案 needs them, more joins strangers."""
SHORT = 3
"""Characters up to which a term may stand across two words by accident (进机关 in 促进机关)."""
WINDOW = 6
"""Characters on either side that are cut into words to see where they begin."""
PROVEN = 0.75
"""Share of a topic's weight that a statement must hold; 0.5 lets one of two qualifiers go missing."""
PROVEN_WEAK = 0.5
"""The same share where a topic is made of general words alone (制度文件): half of them, or everyone would be silent."""
WEAK = 0.2
"""Weight of a word that nearly every report of this kind uses, beside 1 for any other."""
MAX_WEAK = 0.2
"""Share that all weak words of a topic have together; they choose between statements, they never hide one."""


@dataclass(frozen=True, slots=True)
class Group:
    """Terms that say the same thing; ``weight`` is 1, or ``WEAK`` for a word without much meaning of its own."""

    label: str
    terms: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Topic:
    """Groups that must stand together. ``also`` holds further topics, any of which answers as well (A 或 B)."""

    text: str
    groups: tuple[Group, ...]
    also: tuple[Topic, ...] = ()

    def weights(self) -> tuple[float, ...]:
        """Return every group's share of the topic; together 1, the weak ones never more than ``MAX_WEAK`` of it."""
        strong = sum(group.weight for group in self.groups if group.weight >= 1)
        weak = sum(group.weight for group in self.groups if group.weight < 1)
        scale = min(1.0, MAX_WEAK / (1 - MAX_WEAK) * strong / weak) if strong and weak else 1.0
        total = (strong + weak * scale) or 1.0
        return tuple(group.weight * (1.0 if group.weight >= 1 else scale) / total for group in self.groups)

    def choices(self) -> tuple[Topic, ...]:
        """Return this topic and every alternative to it."""
        return (self, *self.also)

    def terms(self) -> tuple[str, ...]:
        """Return every term looked for, once, in order."""
        found = [term for topic in self.choices() for group in topic.groups for term in group.terms]
        return tuple(dict.fromkeys(found))


def spans(group: Group, folded: str) -> Iterator[tuple[int, int]]:
    """Yield where any term of a group stands in a folded text, in order, without overlap.

    >>> list(spans(Group("领导接访", ("领导接访",)), fold("落实领导干部公开接访制度")))
    [(2, 10)]
    """
    for found in pattern(group).finditer(folded):
        yield found.span()


def stands_in(group: Group, folded: str) -> bool:
    """Tell whether any term of a group stands in a folded text."""
    return pattern(group).search(folded) is not None


def pattern(group: Group) -> re.Pattern[str]:
    """Return the pattern that finds any term of a group in a folded text."""
    return _pattern(group.terms)


@lru_cache(maxsize=4096)
def pieces(group: Group) -> tuple[tuple[str, ...], ...]:
    """Return for each term of a group the folded pieces that all stand wherever it does.

    >>> pieces(Group("领导接访", ("领导接访", "坐班")))
    (('领导', '接访'), ('坐班',))
    """
    terms = dict.fromkeys(fold(term) for term in group.terms)
    return tuple(_parts(term) for term in terms if term)


def cuts_a_word(folded: str, start: int, end: int) -> bool:
    """Tell whether a short term found at ``[start, end)`` begins inside a word, so that it is there by accident.

    The last part of a compound is none: 业务培训 is a kind of 培训.

    >>> cuts_a_word("促进机关建设", 1, 4), cuts_a_word("信访听证会", 2, 4), cuts_a_word("举办业务培训4期", 4, 6)
    (True, False, False)
    """
    left = max(start - WINDOW, 0)
    return _begins_inside(folded[left : end + WINDOW], start - left, end - left)


@lru_cache(maxsize=65_536)
def _begins_inside(window: str, start: int, end: int) -> bool:
    import rjieba

    position = 0
    for word in rjieba.cut(window):
        if position < start < position + len(word):
            return position + len(word) != end
        position += len(word)
    return False


@lru_cache(maxsize=4096)
def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    ordered = sorted({fold(term) for term in terms} - {""}, key=len, reverse=True)
    return re.compile("|".join(_gapped(term) for term in ordered) or r"(?!)")


@lru_cache(maxsize=8192)
def _gapped(term: str) -> str:
    """Return a pattern that lets a few characters stand between the words of a term."""
    parts = _parts(term)
    if len(parts) == 1:
        return re.escape(term)
    return rf"[^，。；：！？,;:!?]{{0,{GAP}}}?".join(re.escape(part) for part in parts)


def _parts(term: str) -> tuple[str, ...]:
    """Return the words of a term between which others may stand; the term itself where none may."""
    parts = words(term)
    if len(parts) == 1 or not all("\u4e00" <= char <= "\u9fff" for char in term):
        return (term,)
    return parts


@lru_cache(maxsize=8192)
def words(term: str) -> tuple[str, ...]:
    """Cut a term into words of two characters and more; single characters stay with the word before them.

    >>> words("领导包案"), words("法律顾问制度")
    (('领导', '包案'), ('法律顾问', '制度'))
    """
    import rjieba

    joined: list[str] = []
    for piece in rjieba.cut(term):
        if joined and (len(piece) == 1 or len(joined[-1]) == 1):
            joined[-1] += piece
        else:
            joined.append(piece)
    return tuple(joined)
