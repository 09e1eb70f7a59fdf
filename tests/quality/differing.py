"""What differs between two lists of reports with their statuses, for the eye: the reports on which both agree go."""

from __future__ import annotations

import ast
import re

from corpus.report import STATUSES

SILENT = "silent"
_CAME = re.compile(r"census (\{.*?\})")


def differing(came: str, expected: str) -> tuple[str, str]:
    """Return both texts with only the reports that they tell differently; texts without such lists as they are.

    >>> differing("a.txt done; b.txt done", "b.txt done/rules; c.txt planned")
    ('a.txt done; c.txt silent', 'a.txt silent; c.txt planned')
    >>> differing("outcome partial; census {'a.txt': 'done'}", "answered, a.txt rules")
    ('outcome partial; census a.txt done', 'answered, a.txt rules')
    """
    listed = _CAME.search(came)
    right = _rows(expected)
    said = _read(listed[1]) if listed else _rows(came)
    if not (said or right) or (not listed and _rest(came)):
        return came, expected
    files = [
        file for file in sorted({*said, *right}) if not set(said.get(file, [SILENT])) & set(right.get(file, [SILENT]))
    ]
    if not files:
        return came, expected
    shown = "; ".join(f"{file} {'/'.join(said.get(file, [SILENT]))}" for file in files)
    wanted = "; ".join(f"{file} {'/'.join(right.get(file, [SILENT]))}" for file in files)
    before = came.replace(listed[0], f"census {shown}") if listed else shown
    return before, ", ".join([*_rest(expected), wanted])


def _read(text: str) -> dict[str, list[str]]:
    """Return file → status as Python writes it; empty where a file's name breaks it."""
    try:
        return {str(file): [str(status)] for file, status in ast.literal_eval(text).items()}
    except (ValueError, SyntaxError):
        return {}


def _rows(text: str) -> dict[str, list[str]]:
    """Return file → statuses of the list that a text holds; empty where there is none."""
    found = {}
    for part in text.split(", "):
        for piece in part.split("; "):
            file, _, statuses = piece.rpartition(" ")
            if file and all(one in STATUSES for one in statuses.split("/")):
                found[file] = statuses.split("/")
    return found


def _rest(text: str) -> list[str]:
    """Return the parts of a text that are no such list."""
    return [part for part in text.split(", ") if not _rows(part) and part != "all silent"]
