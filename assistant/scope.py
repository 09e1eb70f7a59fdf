"""Facets as people and programs name them, on the command line, in the API and for agents: words → ``Facets``.

Facets are imported late: they are the index's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from assistant.errors import AssistantError
from assistant.facet_words import LEVEL_WORDS, ROLE_WORDS, STATUS_WORDS
from corpus.report import Level, Report, Role, Status

if TYPE_CHECKING:
    from index.records import Facets

Value = TypeVar("Value")
YEAR = re.compile(r"(20\d\d)年?(?:度)?(?:[-—–~～至](20\d\d)年?(?:度)?)?")


class UnknownFacet(AssistantError):
    """Say which word names no facet, and which words do."""


def words(value: str) -> list[str]:
    """Cut one value at its commas.

    >>> words("城口县，开江县")
    ['城口县', '开江县']
    """
    return [part.strip() for part in re.split("[,，、;；]", value) if part.strip()]


def levels(value: str) -> list[Level]:
    """Return the levels that a value names."""
    return _known(value, LEVEL_WORDS)


def roles(value: str) -> list[Role]:
    """Return the section roles that a value names."""
    return _known(value, ROLE_WORDS)


def statuses(value: str) -> list[Status]:
    """Return the statuses that a value names."""
    return _known(value, STATUS_WORDS)


def years(value: str) -> list[int]:
    """Return the covered years that a value names.

    >>> years("2024年"), years("2020,2022-2024")
    ([2024], [2020, 2022, 2023, 2024])

    :raises UnknownFacet: where a word is neither a year nor a range of years.
    """
    found: list[int] = []
    for word in words(value):
        match = YEAR.fullmatch(word)
        if not match:
            raise UnknownFacet(
                f"不认识 {word}，请写四位年份，如 2024 或 2022-2024",
                f"{word} is not known: write a year of four digits, such as 2024 or 2022-2024",
            )
        first, last = sorted((int(match[1]), int(match[2] or match[1])))
        found.extend(range(first, last + 1))
    return found


READERS: dict[str, Callable[[str], list[Any]]] = {
    "agencies": words,
    "regions": words,
    "levels": levels,
    "years": years,
    "roles": roles,
    "statuses": statuses,
}
"""How the values of each facet are read."""


def read(named: Mapping[str, Iterable[str]], reports: Iterable[Report]) -> Facets:
    """Return the facets that words name, each value with commas between several.

    :param named: words by the name of the facet, as in ``READERS``.
    :param reports: the reports held, for parts of names.
    :raises UnknownFacet: where a word names none.
    """
    values = {name: [one for value in given for one in READERS[name](value)] for name, given in named.items()}
    return facets(values, reports)


def facets(values: Mapping[str, Sequence[Any]], reports: Iterable[Report]) -> Facets:
    """Return the facets of values already read.

    A part of an agency's name stands for those of ``reports`` that have it. A name that no report has stays as
    typed, and then matches nothing.
    """
    from index.records import Facets

    held = sorted({(report.agency, report.issuer or "") for report in reports})
    agencies = [name for word in values.get("agencies", ()) for name in _agencies(word, held) or [word]]
    return Facets(
        agencies=_unique(agencies),
        regions=_unique(values.get("regions", ())),
        levels=_unique(values.get("levels", ())),
        years=_unique(values.get("years", ())),
        roles=_unique(values.get("roles", ())),
        statuses=_unique(values.get("statuses", ())),
    )


def _known(value: str, table: Mapping[str, Value]) -> list[Value]:
    for word in words(value):
        if word.lower() not in table:
            raise UnknownFacet(
                f"不认识 {word}，可用：{'、'.join(table)}", f"{word} is not known; use one of: {', '.join(table)}"
            )
    return [table[word.lower()] for word in words(value)]


def _agencies(word: str, held: list[tuple[str, str]]) -> list[str]:
    exact = [agency for agency, issuer in held if word in (agency, issuer)]
    return exact or [agency for agency, issuer in held if word in agency or word in issuer]


def _unique(values: Iterable[Value]) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(values))
