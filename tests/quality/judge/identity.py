"""Identity: the fields of the catalogue and the role of every numbered section."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from tests.quality.case import Case
from tests.quality.judge.figures import squeezed

FIELDS = ("agency", "issuer", "level", "year", "document_number", "issue_date")


def judge(catalogue: Iterable[dict[str, Any]], identities: Iterable[dict[str, Any]]) -> Iterator[Case]:
    """Yield one case for each field and each section of the gold."""
    held = {entry["file"]: entry for entry in catalogue}
    for one in identities:
        entry = held.get(one["file"], {})
        for key in FIELDS:
            if key in one:
                accepted = [one[key], *_listed(one.get(f"{key}_also"))]
                yield _case(one["file"], key, entry.get(key) in accepted, str(one[key]), str(entry.get(key)))
        for section in one["sections"]:
            role = _role(entry.get("sections", []), squeezed(section["heading"]), section)
            roles = {section["role"], *_listed(section.get("role_also"))}
            yield _case(one["file"], section["heading"], role in roles, section["role"], role or "no such section")


def _role(held: Iterable[dict[str, Any]], heading: str, wanted: dict[str, Any]) -> str | None:
    """Return the role of the section with a heading; of several, one that is right."""
    roles = [
        one["role"]
        for one in held
        if one["heading"] and (heading in squeezed(one["heading"]) or squeezed(one["heading"]) in heading)
    ]
    return wanted["role"] if wanted["role"] in roles else roles[0] if roles else None


def _case(file: str, what: str, ok: bool, expected: str, came: str) -> Case:
    return Case("identity", f"{file} {what}", f"{file}: {what}", "catalogue", "zh", (), float(ok), expected, came)


def _listed(value: Any) -> list[Any]:  # noqa: ANN401
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
