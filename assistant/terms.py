"""The glossary: terms of the field with their exact synonyms, wider relatives and English, found in a question.

Exact synonyms prove a topic; wider relatives only suggest where else to look. They are kept in separate columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from assistant.sounds import homophone, sounds
from corpus.folding import fold
from index.topic import Group, words

_MIN_HOMOPHONE = 3
"""Two characters of the same sound are too often another word."""

_OFTEN_MISSPELT = ("信访局", "信访办", "信访工作", "法治政府")
"""Words that are no terms but are typed wrongly like them."""
_QUESTION_GAP = 2
"""Characters between the words of a name in a question; more joins words that belong to different things."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A term with the names that mean exactly it, wider relatives, and its English names in lower case."""

    term: str
    same: tuple[str, ...]
    wider: tuple[str, ...]
    english: tuple[str, ...]

    def group(self) -> Group:
        """Return the group of terms that prove this concept."""
        return Group(self.term, tuple(dict.fromkeys((self.term, *self.same))))


@dataclass(frozen=True, slots=True)
class Found:
    """A concept in a question, at ``[start, end)`` of the text searched."""

    concept: Concept
    start: int
    end: int


@lru_cache(maxsize=1)
def glossary() -> tuple[Concept, ...]:
    """Return every concept of the bundled glossary."""
    table = resources.files("assistant").joinpath("glossary.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines()[1:] if line.strip()]
    return tuple(
        Concept(term, *(tuple(part.strip() for part in cell.split(";") if part.strip()) for cell in cells))
        for term, *cells in rows
    )


def asked_as(concept: Concept) -> tuple[str, ...]:
    """Return the everyday ways of asking for a concept, Chinese and English; they name it, they prove nothing."""
    return _phrases().get(concept.term, ())


@lru_cache(maxsize=1)
def _phrases() -> dict[str, tuple[str, ...]]:
    table = resources.files("assistant").joinpath("phrases.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines()[1:] if line)
    return {row[0]: tuple(part for cell in row[1:] for part in cell.split(";") if part) for row in rows}


def told_as(concept: Concept) -> tuple[str, ...]:
    """Return invented statements that tell a concept's thing without its names."""
    return _told().get(concept.term, ())


@lru_cache(maxsize=1)
def _told() -> dict[str, tuple[str, ...]]:
    table = resources.files("assistant").joinpath("said.tsv").read_text("utf-8")
    found: dict[str, list[str]] = {}
    for line in table.splitlines()[1:]:
        term, statement = line.split("\t")
        found.setdefault(term, []).append(statement)
    return {term: tuple(statements) for term, statements in found.items()}


def is_term(name: str) -> bool:
    """Tell whether a name is the head of a row of the glossary."""
    return name in _heads()


def named(name: str) -> Concept | None:
    """Return the concept that a folded name means exactly."""
    return _names().get(name)


@lru_cache(maxsize=1)
def _heads() -> frozenset[str]:
    return frozenset(concept.term for concept in glossary())


@lru_cache(maxsize=1)
def synonyms() -> dict[str, tuple[str, ...]]:
    """Return the everyday synonyms: word → all words of its set, itself first."""
    table = resources.files("assistant").joinpath("synonyms.tsv").read_text("utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for line in table.splitlines():
        words = tuple(line.split("\t"))
        if len(words) > 1 and not line.startswith("#"):
            for word in words:
                found[word] = tuple(dict.fromkeys((word, *found.get(word, ()), *words)))
    return found


@lru_cache(maxsize=1)
def _names() -> dict[str, Concept]:
    """Return folded name → concept: the concept's own term first, else the concept with the fewest names."""
    names: dict[str, Concept] = {}
    for concept in sorted(glossary(), key=lambda concept: len(concept.same)):
        for name in concept.same:
            names.setdefault(fold(name), concept)
    for concept in glossary():
        names[fold(concept.term)] = concept
    return names


@lru_cache(maxsize=1)
def _sounding() -> dict[tuple[str, ...], str]:
    names = sorted(name for name in (*_names(), *_OFTEN_MISSPELT) if len(name) >= _MIN_HOMOPHONE and name.isalpha())
    return {sounds(name): name for name in names}


@lru_cache(maxsize=1)
def _heard() -> frozenset[int]:
    """Return how long the names are that sound may tell."""
    return frozenset(map(len, _sounding()))


@lru_cache(maxsize=2048)
def find_concepts(text: str) -> tuple[Found, ...]:
    """Find the glossary's names in a folded text: the longest first, none over another; result in order of place.

    >>> [found.concept.term for found in find_concepts(fold("哪些局开过听证会，聘了法律顾问"))]
    ['信访听证', '法律顾问']
    """
    taken = [False] * len(text)
    found: list[Found] = []
    for name in _beginning_in(text):
        start = text.find(name)
        while start >= 0:
            end = start + len(name)
            if not any(taken[start:end]):
                taken[start:end] = [True] * len(name)
                found.append(Found(_names()[name], start, end))
            start = text.find(name, end)
        for start, end in _gapped_in(name, text, taken):
            taken[start:end] = [True] * (end - start)
            found.append(Found(_names()[name], start, end))
    return tuple(sorted(found, key=lambda item: item.start))


def _gapped_in(name: str, text: str, taken: list[bool]) -> list[tuple[int, int]]:
    """Find a name whose words stand a little apart in a question (用案例来普法 for 案例普法)."""
    parts = words(name)
    if len(parts) < 2 or not all(part in text for part in parts):
        return []
    return [match.span() for match in _gapped(parts).finditer(text) if not any(taken[match.start() : match.end()])]


@lru_cache(maxsize=4096)
def _gapped(parts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"[^，。？、和或\s]{{0,{_QUESTION_GAP}}}".join(re.escape(part) for part in parts))


def _beginning_in(text: str) -> Iterator[str]:
    """Yield the names whose first two characters stand in a text, the longest first."""
    begun = _by_beginning()
    pairs = {text[at : at + 2] for at in range(len(text) - 1)}
    places = sorted(place for pair in pairs for place in begun.get(pair, ()))
    return map(_by_length().__getitem__, places)


@lru_cache(maxsize=1)
def _by_beginning() -> dict[str, list[int]]:
    """Return the first two characters of names → the places of these names among all, the longest first."""
    found: dict[str, list[int]] = {}
    for place, name in enumerate(_by_length()):
        found.setdefault(name[:2], []).append(place)
    return found


@lru_cache(maxsize=1)
def _by_length() -> tuple[str, ...]:
    return tuple(sorted(_names(), key=lambda name: (-len(name), name)))


@lru_cache(maxsize=2048)
def respell(text: str) -> str:
    """Replace characters of the same sound by the glossary's name they stand for.

    >>> respell("枫侨经验有木有")
    '枫桥经验有木有'
    """
    for _ in range(3):
        meant = homophone(text, _sounding(), _heard())
        if meant is None:
            break
        start, end, name = meant
        text = text[:start] + name + text[end:]
    return text
