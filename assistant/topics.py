"""What is left of a question once places and years are gone → the topic to look for.

Glossary terms come first, the longest winning. What they leave is cut into words: beside a term only a noun that stands
directly at it is a qualifier that must be found too; without any term every noun and verb is. Words that nearly every
report uses decide nothing. Words in quotation marks stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.lexicon import ASKING, ENGLISH_ASKING, KEPT_TAGS, STOP_WORDS, WEAK_WORDS
from assistant.terms import Concept, Found, find_concepts, respell, synonyms
from corpus.folding import fold
from index.topic import WEAK, Group, Topic

SOFT = 0.3
"""Weight of a noun elsewhere in a question that names a term: it chooses between statements, it hides none."""

_QUOTED = re.compile(r"[“‘「『《\"]([^”’」』》\"]{2,30})[”’」』》\"]")
_OR = re.compile(r"[/／、]|或者?(?!是)|还是|以及|[和与及](?!其)")
_PUNCTUATION = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9·.%]+")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    tag: str
    start: int
    end: int


def topic_of(text: str, is_common: Callable[[str], bool] = lambda word: False) -> Topic:
    """Read the topic out of the rest of a question; no groups where nothing is asked about.

    :param is_common: tells whether a word stands in most reports, so that it cannot decide.

    >>> [group.label for group in topic_of("法律顾问的述职做得怎么样").groups]
    ['法律顾问', '述职']
    >>> topic_of("哪些单位用上了路线图、导引图").text
    '路线图/导引图'
    """
    text = respell(text)
    parts = [part for part in _alternatives(text) if part.strip()]
    topics = [topic for part in parts or [text] if (topic := _single(part, is_common)).groups]
    strong = [topic for topic in topics if any(group.weight == 1 for group in topic.groups)] or topics[:1]
    if not strong:
        return Topic("", ())
    label = "/".join(dict.fromkeys(topic.text for topic in strong))
    return Topic(label, strong[0].groups, tuple(dict.fromkeys(strong[1:])))


def content_of(text: str) -> str:
    """Return a question without its words of asking, for ranking passages and figures."""
    return " ".join(word.text for word in _words(fold(text)))


def _alternatives(text: str) -> list[str]:
    """Cut a question at 或, 、 and 和 where a term of the glossary stands on both sides; else leave it whole."""
    if "+" in text:
        return [text]
    pieces: list[str] = [""]
    cursor = 0
    for mark in _OR.finditer(text):
        left = text[cursor : mark.start()]
        right = text[mark.end() :]
        if find_concepts(fold(pieces[-1] + left)) and _starts_with_concept(right) and not _inside_concept(text, mark):
            pieces[-1] += left
            pieces.append("")
        else:
            pieces[-1] += text[cursor : mark.end()]
        cursor = mark.end()
    pieces[-1] += text[cursor:]
    return pieces


def _starts_with_concept(text: str) -> bool:
    return any(found.start <= 3 for found in find_concepts(fold(text)))


def _inside_concept(text: str, mark: re.Match[str]) -> bool:
    before, whole = fold(text[: mark.start()]), fold(text)
    return any(found.start < len(before) < found.end for found in find_concepts(whole))


def _single(text: str, is_common: Callable[[str], bool]) -> Topic:
    quoted = [match.group(1) for match in _QUOTED.finditer(text)]
    unknown = [piece for piece in quoted if not _known(piece)]
    for piece in unknown:
        text = text.replace(piece, " ")
    folded = fold(text)
    concepts = find_concepts(folded)
    groups = [Group(piece, (piece,)) for piece in unknown]
    groups += [found.concept.group() for found in concepts]
    groups += _qualifiers(folded, concepts, bool(groups), is_common)
    unique = tuple({group.label: group for group in groups}.values())
    strong = [group.label for group in unique if group.weight == 1]
    return Topic("、".join(strong or [group.label for group in unique]), unique)


def _known(piece: str) -> bool:
    """Tell whether a quoted piece is a term of the glossary, so that its synonyms count."""
    found = find_concepts(fold(piece))
    return len(found) == 1 and found[0].end - found[0].start == len(fold(piece))


def _qualifiers(
    folded: str, concepts: tuple[Found, ...], named: bool, is_common: Callable[[str], bool]
) -> list[Group]:
    """Weigh the words that the glossary left."""
    masked = list(folded)
    for found in concepts:
        masked[found.start : found.end] = " " * (found.end - found.start)
    groups = []
    for word in _words("".join(masked)):
        if _said_already(word.text, [found.concept for found in concepts]):
            continue
        weight = _weight(word, concepts, named, is_common)
        groups.append(Group(word.text, synonyms().get(word.text, (word.text,)), weight))
    return groups


def _weight(word: _Word, concepts: tuple[Found, ...], named: bool, is_common: Callable[[str], bool]) -> float:
    if word.text in WEAK_WORDS or is_common(word.text):
        return WEAK
    if not named:
        return 1.0
    if word.tag not in KEPT_TAGS:
        return WEAK
    beside = any(0 <= found.start - word.end <= 0 or 0 <= word.start - found.end <= 1 for found in concepts)
    return 1.0 if beside else SOFT


def _said_already(word: str, concepts: list[Concept]) -> bool:
    return any(word in name for concept in concepts for name in (concept.term, *concept.same))


def _words(folded: str) -> list[_Word]:
    """Cut a folded text into the words that may name a topic, with their parts of speech."""
    import rjieba

    blanked = _blank(ENGLISH_ASKING, _blank(ASKING, folded))
    found = []
    cursor = 0
    for text, tag in rjieba.tag(blanked):
        start = blanked.find(text, cursor)
        cursor = start + len(text)
        content = _PUNCTUATION.sub("", text)
        if len(content) < 2 or content in STOP_WORDS or (tag not in KEPT_TAGS and tag[:1] not in ("v", "a")):
            continue
        found.append(_Word(content, tag, start, cursor))
    return found


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: " " * len(match.group(0)), text)
