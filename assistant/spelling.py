"""Words of a question that are no words, read as the word of the reports that sounds the same: 代里员 is 代理员.

Only a piece that stands in no report is mended, and only where one word of the reports sounds like it and shares at
least half of its characters. Names of places are mended elsewhere.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from assistant.likeness import cut
from assistant.sounds import sounds
from assistant.terms import glossary
from corpus.figures import UNITS
from corpus.folding import fold
from corpus.report import Report
from index.shadow import shadow

_CHINESE = re.compile(r"[\u4e00-\u9fff]{2,}")
_SMALL = re.compile(r"[一二三四五六七八九十两几多少里的那哪了它他她们有没不只就都也年月]")
"""Characters that mostly stand alone: a piece with one of them is no misspelt word."""
_DEEDS = "办开搞做到去来了的有请"
"""Verbs of one character, which are no slips."""
_MEASURE = re.compile(r"(?:多少|几)([\u4e00-\u9fff])(?=$|[，。？！?!\s])")
_COMMON = 2
"""Times that a word of two characters must stand in the reports; rarer ones sound like too much else."""
READ = 24
"""Reports whose words are known; more only add rare ones."""
_words: dict[tuple[str, ...], dict[tuple[str, ...], str]] = {}


def mended(text: str, reports: Sequence[Report]) -> str:
    """Return a question with its misspelt words written as the reports write them.

    :param reports: the reports whose words are right; at most ``READ`` of them are read.
    """
    reports = reports[:READ]
    known = _vocabulary(reports)
    texts = [shadow(report).text for report in reports]
    text = _MEASURE.sub(_measured, text)
    for part in dict.fromkeys(_CHINESE.findall(text)):
        text = text.replace(part, _mended(part, known, texts))
    return text


def _mended(part: str, known: dict[tuple[str, ...], str], texts: Sequence[str]) -> str:
    for length in (5, 4, 3, 2):
        for start in range(len(part) - length + 1):
            piece = part[start : start + length]
            word = known.get(sounds(piece))
            if word is None or word == piece or _is_word(piece) or _SMALL.search(piece if length == 2 else ""):
                continue
            if any(one != other and one in _DEEDS for one, other in zip(piece, word, strict=True)):
                continue
            if any(piece in text for text in texts) or (length == 2 and not _loose(part, start)):
                continue
            if 2 * sum(one == other for one, other in zip(piece, word, strict=True)) >= length:
                part = part[:start] + word + part[start + length :]
    return part


def _loose(part: str, start: int) -> bool:
    """Tell whether the two characters at a place belong to no word of the dictionary."""
    import rjieba

    at = 0
    for word in rjieba.cut(part, False):
        if len(word) > 1 and at < start + 2 and start < at + len(word):
            return False
        at += len(word)
    return True


def _is_thing(word: str) -> bool:
    """Tell whether a word names something, so that a slip of two characters may mean it."""
    import rjieba

    tags = [tag for _, tag in rjieba.tag(word)]
    return word in _named() or (len(tags) == 1 and tags[0][:1] == "n" or tags == ["vn"])


def _is_word(piece: str) -> bool:
    """Tell whether a piece is an everyday word or a name of the glossary."""
    return piece in _named() or any(piece in name for name in _named())


def _named() -> frozenset[str]:
    if not _NAMED:
        _NAMED.append(frozenset(fold(name) for one in glossary() for name in (one.term, *one.same, *one.wider)))
    return _NAMED[0]


_NAMED: list[frozenset[str]] = []


def _measured(match: re.Match[str]) -> str:
    """Write a measure word of the same sound for one that is none: 几其 is 几期."""
    char = match.group(1)
    if char in UNITS:
        return match.group(0)
    meant = [unit for unit in UNITS if len(unit) == 1 and sounds(unit) == sounds(char)]
    return match.group(0)[:-1] + meant[0] if meant else match.group(0)


def _vocabulary(reports: Sequence[Report]) -> dict[tuple[str, ...], str]:
    """Return pinyin → word, for the words of the reports whose sound is theirs alone."""
    key = tuple(report.id for report in reports)
    if key not in _words:
        _words.clear()
        counted: dict[str, int] = defaultdict(int)
        for report in reports:
            for statement in report.statements:
                for word in cut(fold(report.quote(statement))):
                    if _CHINESE.fullmatch(word) and len(word) <= 5:
                        counted[word] += 1
        counted |= {name: _COMMON for name in _named() if _CHINESE.fullmatch(name) and 3 <= len(name) <= 5}
        heard: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for word, times in counted.items():
            if len(word) > 2 or (times >= _COMMON and _is_thing(word)):
                heard[sounds(word)].add(word)
        _words[key] = {sound: next(iter(words)) for sound, words in heard.items() if len(words) == 1}
    return _words[key]
