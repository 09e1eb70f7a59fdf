"""A term made of another term and a word: found too where the two stand apart in a statement (用方言…普法)."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from assistant.lexicon import STOP_WORDS, WEAK_WORDS
from assistant.terms import Concept, glossary, named
from corpus.folding import fold
from index.topic import Group, Topic

_SHORTEST = 2


def in_parts(topic: Topic, is_common: Callable[[str], bool]) -> Topic | None:
    """Return a topic of one term as two groups that must stand in one statement; None where it is not so made.

    >>> [group.label for group in in_parts(Topic("方言普法", (Group("方言普法", ()),)), lambda word: False).groups]
    ['方言', '普法宣传']
    """
    strong = [group for group in topic.groups if group.weight >= 1]
    parts = _parts(strong[0].label) if len(strong) == 1 else None
    if parts is None or is_common(parts[0]):
        return None
    word, concept = parts
    return Topic(topic.text, (Group(word, (word,)), concept.group()))


@lru_cache(maxsize=1024)
def _parts(term: str) -> tuple[str, Concept] | None:
    """Return the word and the other term that a term is made of: the longest such name at its beginning or end."""
    own = next((concept for concept in glossary() if concept.term == term), None)
    text = fold(term)
    if own is None or not text.isalpha():
        return None
    for length in range(len(text) - _SHORTEST, _SHORTEST - 1, -1):
        for name, rest in ((text[:length], text[length:]), (text[-length:], text[:-length])):
            concept = named(name)
            if concept is None or concept is own or rest in WEAK_WORDS or rest in STOP_WORDS or named(rest):
                continue
            return rest, concept
    return None
