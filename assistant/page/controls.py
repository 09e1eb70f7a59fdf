"""Read what the page's controls say: its language and the facets that are ticked."""

from __future__ import annotations

import json
import re
from typing import Any

from assistant.page.words import Language
from corpus.report import LEVELS, ROLES
from index.records import Facets

CONTROLS_LONGEST = 20_000
FACET_VALUES = 500


def controls(text: object) -> tuple[Language, Facets | None]:
    """Read the page's language and ticked facets from the script's JSON; anything odd counts as not ticked."""
    try:
        found: Any = json.loads(text) if isinstance(text, str) and len(text) <= CONTROLS_LONGEST else {}
    except ValueError:
        found = {}
    if not isinstance(found, dict):
        found = {}
    language: Language = "en" if found.get("language") == "en" else "zh"
    levels, roles = set(_words(found, "levels")), set(_words(found, "roles"))
    facets = Facets(
        agencies=_words(found, "agencies"),
        levels=tuple(level for level in LEVELS if level in levels),
        years=tuple(int(year) for year in _words(found, "years") if re.fullmatch(r"\d{4}", year)),
        roles=tuple(role for role in ROLES if role in roles),
    )
    return language, None if facets == Facets() else facets


def _words(found: dict[Any, Any], key: str) -> tuple[str, ...]:
    values = found.get(key)
    return tuple(str(value)[:100] for value in values[:FACET_VALUES]) if isinstance(values, list) else ()
