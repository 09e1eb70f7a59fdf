"""What is left of a question once places and years are gone → the topic to look for.

Glossary terms come first, the longest winning. What they leave is cut into words: beside a term only a noun that stands
directly at it is a qualifier that must be found too; without any term every noun and verb is. Words that nearly every
report uses decide nothing. Words in quotation marks stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from assistant.compound import in_parts
from assistant.english import translate
from assistant.lexicon import ASKING, ENGLISH_ASKING, KEPT_TAGS, STOP_WORDS, WEAK_WORDS
from assistant.telling import alternatives, telling_part
from assistant.terms import Concept, Found, asked_as, find_concepts, is_term, respell, synonyms
from corpus.folding import fold
from index.topic import WEAK, Group, Topic

SOFT = 0.3
"""Weight of a noun elsewhere in a question that names a term: it chooses between statements, it hides none."""

_QUOTED = re.compile(r"[“‘「『《\"]([^”’」』》\"]{2,30})[”’」』》\"]")
_FILLER = re.compile(
    r"(?:这|那)?(?:方面|一类|之类|类)的?(?:东西|事情|工作)?|(?<=[\u4e00-\u9fff])的(?=[\u4e00-\u9fff]{2})"
)
_ATTRIBUTED = re.compile(r"的([\u4e00-\u9fff]{2})")
_SMALL = re.compile(r"(?<!\d)[1-9](?=[个项进到步][\u4e00-\u9fff])")
_LITERAL = re.compile(r"(?<!第)(?<!\d)\d+(?:\.\d+)?(?:[%％]|余?(?:件次|人次|场次|件|场|册|份|期|项|名|部|本))(?!之)")
"""A number with its measure word: looked for as it stands."""
_SIDE_BY_SIDE = re.compile(r"”\s*“")
_LATIN = re.compile(r"[A-Za-z][A-Za-z'-]*")
_PUNCTUATION = re.compile(r"[^\u4e00-\u9fffA-Za-z0-9·.%]+")


Says = Callable[[str], bool]


def _never(word: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    tag: str
    start: int
    end: int


def topic_of(text: str, is_common: Says = _never, stands: Says = _never) -> Topic:
    """Read the topic out of the rest of a question; no groups where nothing is asked about.

    :param is_common: tells whether a word stands in most reports, so that it cannot decide.
    :param stands: tells whether a word stands in any report: a noun that does restricts the term it is asked with.

    >>> [group.label for group in topic_of("法律顾问的述职做得怎么样").groups]
    ['法律顾问', '述职']
    >>> topic_of("哪些单位用上了路线图、导引图").text
    '路线图/导引图'
    """
    text = _in_chinese_numerals(text)
    attributed = frozenset(_ATTRIBUTED.findall(text))
    text = telling_part(_FILLER.sub("", _SIDE_BY_SIDE.sub("”、“", respell(translate(text)))))
    parts = [part for part in alternatives(text) if part.strip()]
    topics = [topic for part in parts or [text] if (topic := _single(part, is_common, stands, attributed)).groups]
    strong = [topic for topic in topics if any(group.weight == 1 for group in topic.groups)] or topics[:1]
    if not strong:
        return Topic("", ())
    label = "/".join(dict.fromkeys(topic.text for topic in strong))
    apart = [made for topic in strong if (made := in_parts(topic, is_common)) is not None]
    return Topic(label, strong[0].groups, tuple(dict.fromkeys((*strong[1:], *apart))))


def is_named(topic: Topic) -> bool:
    """Tell whether a topic holds a term of the glossary."""
    return any(is_term(group.label) for choice in topic.choices() for group in choice.groups)


def without_asking(text: str) -> str:
    """Return a question without its words of asking, the small words between left in.

    >>> without_asking("哪些机关的领导坐班见群众了？")
    '领导坐班见群众'
    """
    return _PUNCTUATION.sub(" ", ASKING.sub(" ", translate(text))).strip()


def content_of(text: str) -> str:
    """Return a question without its words of asking, for ranking passages and figures."""
    return " ".join([*(word.text for word in _words(fold(_LATIN.sub(" ", translate(text))))), *_latin(translate(text))])


def _in_chinese_numerals(text: str) -> str:
    """Write a small number as the glossary does, where that makes a term of it.

    >>> _in_chinese_numerals("哪些单位提到3项建设")
    '哪些单位提到三项建设'
    """
    written = _SMALL.sub(lambda match: "一二三四五六七八九"[int(match.group(0)) - 1], text)
    return written if len(find_concepts(fold(written))) > len(find_concepts(fold(text))) else text


def _single(text: str, is_common: Says, stands: Says, attributed: frozenset[str]) -> Topic:
    quoted = [match.group(1) for match in _QUOTED.finditer(text)] + _LITERAL.findall(text)
    unknown = [piece for piece in quoted if not _known(piece)]
    for piece in unknown:
        text = text.replace(piece, " ")
    latin = _latin(text)
    folded = fold(_LATIN.sub(" ", text))
    concepts = _distinct(find_concepts(folded), folded)
    groups = [Group(piece, (piece,)) for piece in unknown]
    groups += [found.concept.group() for found in concepts]
    groups += _qualifiers(folded, concepts, bool(groups), is_common, stands, attributed)
    groups += [Group(word, (word,), SOFT if groups else 1.0) for word in latin]
    unique = tuple({group.label: group for group in groups}.values())
    strong = [group.label for group in unique if group.weight == 1]
    return Topic("、".join(strong or [group.label for group in unique]), unique)


def _distinct(concepts: tuple[Found, ...], folded: str) -> tuple[Found, ...]:
    """Leave out a concept whose name, as written, another one found has among its own (普法责任制 beside 谁执法谁普法)."""
    kept: list[Found] = []
    for found in sorted(concepts, key=lambda one: one.start - one.end):
        name = folded[found.start : found.end]
        if not any(name in {fold(other) for other in (one.concept.term, *one.concept.same)} for one in kept):
            kept.append(found)
    return tuple(sorted(kept, key=lambda one: one.start))


def _known(piece: str) -> bool:
    """Tell whether a quoted piece is a term of the glossary, so that its synonyms count."""
    found = find_concepts(fold(piece))
    return len(found) == 1 and found[0].end - found[0].start == len(fold(piece))


def _qualifiers(
    folded: str,
    concepts: tuple[Found, ...],
    named: bool,
    is_common: Says,
    stands: Says,
    attributed: frozenset[str],
) -> list[Group]:
    """Weigh the words that the glossary left."""
    masked = list(folded)
    for found in concepts:
        masked[found.start : found.end] = " " * (found.end - found.start)
    groups: list[Group] = []
    tags: list[str] = []
    for word in _words("".join(masked)):
        if _said_already(word.text, [found.concept for found in concepts]):
            continue
        weight = _weight(word, concepts, named, is_common, stands)
        if weight == WEAK and word.text in attributed and word.text not in WEAK_WORDS and not is_common(word.text):
            weight = 1.0
        groups.append(Group(word.text, synonyms().get(word.text, (word.text,)), weight))
        tags.append(word.tag)
    nouns = any(tag in KEPT_TAGS and group.weight >= 1 for group, tag in zip(groups, tags, strict=True))
    if not named and nouns:
        groups = [
            replace(group, weight=SOFT) if tag[:1] == "v" and tag != "vn" and group.weight >= 1 else group
            for group, tag in zip(groups, tags, strict=True)
        ]
    return groups


def _weight(word: _Word, concepts: tuple[Found, ...], named: bool, is_common: Says, stands: Says) -> float:
    if word.text in WEAK_WORDS or is_common(word.text):
        return WEAK
    if not named:
        return 1.0
    if word.tag not in KEPT_TAGS:
        return WEAK
    if any(word.text in phrase for found in concepts for phrase in asked_as(found.concept)):
        return SOFT
    beside = any(0 <= found.start - word.end <= 0 or 0 <= word.start - found.end <= 1 for found in concepts)
    return 1.0 if beside or stands(word.text) else SOFT


def _said_already(word: str, concepts: list[Concept]) -> bool:
    return any(word in name for concept in concepts for name in (concept.term, *concept.same))


def _words(folded: str) -> list[_Word]:
    """Cut a folded text into the words that may name a topic, with their parts of speech."""
    import rjieba

    blanked = _blank(ASKING, folded)
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


def _latin(text: str) -> list[str]:
    """Return the words in Latin letters that are not words of asking."""
    return [word.lower() for word in _LATIN.findall(ENGLISH_ASKING.sub(" ", text)) if len(word) > 2]


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda match: " " * len(match.group(0)), text)
