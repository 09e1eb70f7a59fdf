"""What styles and numbering of a Word file say: which paragraphs are headings, and which a table of contents."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
_HEADING = re.compile(r"^(?:heading|标题)\s?([1-6])$", re.IGNORECASE)
_CONTENTS = re.compile(r"^(?:toc|目录)\s?\d$", re.IGNORECASE)
_TITLE = re.compile(r"^(?:title|标题)$", re.IGNORECASE)
_CHINESE = re.compile(r"^(?:chinese|taiwanese|japanese|ideograph)\w+$")
"""Formats of automatic numbers that write 一、 or （一）: offices number their headings so, and nothing else."""
_BASES = 10
"""So many styles may rest on one another; more is a ring."""
_BODY = 9
"""The outline level that Word gives to what is no heading."""


@dataclass(frozen=True, slots=True)
class Styles:
    """Style id → depth of its headings from 1; ids of the styles of a table of contents; numbers written in Chinese."""

    depths: dict[str, int]
    contents: frozenset[str]
    numbered: frozenset[tuple[str, str]]

    def depth(self, paragraph: Any) -> int:  # noqa: ANN401 - an lxml element, whose package has no types
        """Return the depth of the heading that a paragraph is by its own properties or by its style; 0 for none."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return 0
        level = _level(properties)
        if level is None:
            level = self.depths.get(_value(properties, "pStyle") or "", 0)
        number = properties.find(f"{W}numPr")
        if not level and number is not None:
            key = (_value(number, "numId") or "", _value(number, "ilvl") or "0")
            return min(int(key[1]) + 1, 6) if key in self.numbered and key[1].isdigit() else 0
        return level

    def is_contents(self, paragraph: Any) -> bool:  # noqa: ANN401
        """Tell whether a paragraph is a line of the table of contents, which only repeats the headings."""
        properties = paragraph.find(f"{W}pPr")
        return properties is not None and _value(properties, "pStyle") in self.contents


def styles_of(styles: Any, numbering: Any) -> Styles:  # noqa: ANN401
    """Read the styles of a file.

    :param styles: the root of its styles, None where it has none.
    :param numbering: the root of its numbering, None where it has none.
    """
    own: dict[str, tuple[str, str | None, int | None]] = {}
    for style in styles.iter(f"{W}style") if styles is not None else ():
        properties = style.find(f"{W}pPr")
        level = _level(properties) if properties is not None else None
        own[style.get(f"{W}styleId") or ""] = (_value(style, "name") or "", _value(style, "basedOn"), level)
    contents = frozenset(key for key, (name, _, _) in own.items() if _CONTENTS.match(name))
    return Styles({key: _depth(key, own) for key in own}, contents, _chinese_numbers(numbering))


def _depth(key: str, own: dict[str, tuple[str, str | None, int | None]]) -> int:
    at: str | None = key
    for _ in range(_BASES):
        if at is None or at not in own:
            return 0
        name, base, level = own[at]
        if level is not None:
            return level
        if found := _HEADING.match(name):
            return int(found.group(1))
        if _TITLE.match(name):
            return 1
        at = base
    return 0


def _level(properties: Any) -> int | None:  # noqa: ANN401
    """Return a depth from 1, 0 for body text, None where nothing is said."""
    value = _value(properties, "outlineLvl")
    if value is None or not value.isdigit():
        return None
    return 0 if int(value) >= _BODY else min(int(value) + 1, 6)


def _value(parent: Any, name: str) -> str | None:  # noqa: ANN401
    found = parent.find(f"{W}{name}")
    value: str | None = found.get(VAL) if found is not None else None
    return value


def _chinese_numbers(numbering: Any) -> frozenset[tuple[str, str]]:  # noqa: ANN401
    if numbering is None:
        return frozenset()
    levels: dict[str, set[str]] = {}
    for kind in numbering.iter(f"{W}abstractNum"):
        chinese = {
            level.get(f"{W}ilvl") or "0"
            for level in kind.iter(f"{W}lvl")
            if _CHINESE.match(_value(level, "numFmt") or "")
        }
        levels[kind.get(f"{W}abstractNumId") or ""] = chinese
    return frozenset(
        (number.get(f"{W}numId") or "", level)
        for number in numbering.iter(f"{W}num")
        for level in levels.get(_value(number, "abstractNumId") or "", ())
    )
