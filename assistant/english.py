"""English in a question → Chinese: the glossary's terms by their English names, everyday words by a table of patterns.

What neither knows stays as it is. The longest match wins wherever it comes from: a phrase goes before its words.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib import resources

from assistant.terms import glossary

_LATIN = re.compile("[A-Za-z]")


@lru_cache(maxsize=1)
def _everyday() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the patterns of everyday English with the Chinese words they mean, as the table has them."""
    table = resources.files("assistant").joinpath("english.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines()[1:] if line.strip()]
    return tuple((re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), chinese) for pattern, chinese in rows)


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[str, str], ...]:
    """Return the English names of the glossary, in lower case, with their terms."""
    return tuple((name.lower(), concept.term) for concept in glossary() for name in concept.english)


def _terms(text: str) -> list[tuple[re.Pattern[str], str]]:
    """Return patterns for the names that may stand in a text; thousands are made only where they are needed."""
    lowered = text.lower()
    return [
        (re.compile(rf"\b{re.escape(name)}(?:e?s)?\b", re.IGNORECASE), term)
        for name, term in _names()
        if name in lowered
    ]


@lru_cache(maxsize=2048)
def translate(text: str) -> str:
    """Replace English by Chinese where it is known.

    >>> translate("Which bureaus held petition hearings?")
    'Which bureaus held 信访听证?'
    >>> translate("How many officials sat in on trials?")
    '多少人干部 旁听庭审?'
    """
    if not _LATIN.search(text):
        return text
    found = [
        (match.start() - match.end(), order, match.start(), match.end(), chinese)
        for order, (pattern, chinese) in enumerate((*_terms(text), *_everyday()))
        for match in pattern.finditer(text)
    ]
    taken = [False] * len(text)
    kept: list[tuple[int, int, str]] = []
    for _, _, start, end, chinese in sorted(found):
        if not any(taken[start:end]):
            taken[start:end] = [True] * (end - start)
            kept.append((start, end, chinese))
    for start, end, chinese in sorted(kept, reverse=True):
        text = text[:start] + chinese + text[end:]
    return text
