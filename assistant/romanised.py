"""Names of places in Latin letters that no report is from: capitalised, of pinyin syllables, and used as a place.

An English word is none even where it could be pinyin (Women, Manage), nor is a name of the glossary (Fengqiao).
"""

from __future__ import annotations

import re
from functools import cache

from assistant.lexicon import ENGLISH_ASKING
from assistant.terms import glossary

_SYLLABLE = (
    r"(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|an|ao|ei|en|ia|ie"
    r"|in|iu|ou|ua|ue|ui|un|uo|er|a|e|i|o|u))"
)
_PINYIN = re.compile(rf"{_SYLLABLE}{{2,5}}")
_UNIT = r"(?i:county|city|province|district|township|town|prefecture|municipality|bureau|office)"
_BEFORE = (
    r"(?:\b(?i:in|of|from|at|about|for|and|or|than|with|does|do|did|has|have|had|is|are|was|were|the)\s{1,3}"
    r"|^\s{0,3}(?![A-Z][a-z]+\s+(?i:the|an?|me|us|all|any|each|every|original|exact|what|how|which|who|where)\b))"
)
_NAME = re.compile(
    rf"{_BEFORE}(?P<used>[A-Z][a-z]{{3,19}}\b)(?:\s{{1,3}}{_UNIT}\b)?"
    rf"|\b(?P<titled>[A-Z][a-z]{{2,19}})\s{{1,3}}{_UNIT}\b"
)
_ENGLISH = (
    "china chinese women change range manage wage dance lane page june one none more are same here there were use life"
    " time line name case base note date state rate made come home like fire wide safe late rule role due die give live"
    " unite petition public letters complaints visits people party justice"
)
"""English words of asking and of this work that are spelled like pinyin."""


def romanised_places(text: str) -> tuple[tuple[str, ...], str]:
    """Find places in Latin letters and take them out of a question in which the held ones are gone.

    >>> romanised_places("Did Chengdu hold hearings in 2024?")
    (('Chengdu',), 'Did   hold hearings in 2024?')
    >>> romanised_places("Which bureaus mention Fengqiao in Regulations?")[0]
    ()
    """
    found = []
    for match in _NAME.finditer(text):
        name = match.group("used") or match.group("titled")
        if _PINYIN.fullmatch(name.lower()) and name.lower() not in _english_words() and not ENGLISH_ASKING.search(name):
            found.append(name)
    for name in found:
        text = re.sub(rf"\b{name}\b(?:\s+{_UNIT}\b)*", " ", text)
    return tuple(dict.fromkeys(found)), text


@cache
def _english_words() -> frozenset[str]:
    """Return the words of the glossary's English names with those listed here."""
    named = (word for concept in glossary() for name in concept.english for word in re.findall(r"[a-z]+", name.lower()))
    return frozenset((*_ENGLISH.split(), *named))
