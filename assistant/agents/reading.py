"""Which part of a report an agent reads: a span, or a section named by its heading, its number or its role."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from assistant.facet_words import ROLE_WORDS

LONGEST = 12_000
"""Characters given at once, a third of a long report: more would crowd an agent's memory."""


def part(shown: Mapping[str, Any], start: int | None, end: int | None, section: str | None) -> dict[str, Any] | None:
    """Return a part of a report: its text, where it stands and where to read on; None where it has no such section.

    :param shown: the report as ``assistant.forms.report`` gives it.
    :param start: the first character, of the report or of the section; None for its beginning.
    :param end: the character after the last; None for its end.
    :param section: a heading or a part of one, or a role in either language.
    """
    found = _section(shown["sections"], section) if section else None
    if section and found is None:
        return None
    first, last = (found["start"], found["end"]) if found else (0, len(shown["text"]))
    begin = min(max(start if start is not None else first, first), last)
    stop = min(max(end if end is not None else last, begin), last, begin + LONGEST)
    kept = ("report", "file", "title", "agency", "year", "document_number", "issue_date")
    return {key: shown[key] for key in kept} | {
        "section": found["heading"] if found else None,
        "start": begin,
        "end": stop,
        "length": len(shown["text"]),
        "next": stop if stop < (last if end is None else min(end, last)) else None,
        "text": shown["text"][begin:stop],
    }


def outline(shown: Mapping[str, Any]) -> str:
    """Return the headings of a report, for who named one that it does not have."""
    return "；".join(str(section["heading"]) for section in shown["sections"])


def _section(sections: Sequence[Mapping[str, Any]], named: str) -> Mapping[str, Any] | None:
    """Return the first section whose heading is, begins with or holds what was named, else the first of that role."""
    word = named.strip()
    for fits in (str.__eq__, str.startswith, str.__contains__):
        for section in sections:
            if word and fits(section["heading"], word):
                return section
    role = ROLE_WORDS.get(word.lower())
    return next((section for section in sections if section["role"] == role), None) if role else None
