"""What an index was made with, and whether this program may go on with it: pure comparison, no store.

Two kinds of difference: another *reading* (parsing rules, passage settings, tables) means the library itself is out of
date; another *model* or lexical form means only that its indexes are. Both end in a rebuild beside the old index; the
first reads every file again, the second takes the reports from the library.
"""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from index import passages, schema

LEXICAL_FORM = "1"
"""Raise it when what the lexical index holds changes."""

INDEXING = ("lexical", "model", "dimension", "server")
HASH_DIGITS = 16

_ROOT = Path(__file__).parents[1]


@lru_cache(maxsize=1)
def code_version() -> str:
    """Return a hash of the code that turns a file into passages: a changed rule must not leave old readings behind."""
    files = sorted((_ROOT / "corpus").rglob("*.py")) + [_ROOT / "index" / "passages.py"]
    digest = hashlib.sha256()
    for file in files:
        digest.update(file.relative_to(_ROOT).as_posix().encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:HASH_DIGITS]


def reading() -> dict[str, str]:
    """Return the entries that say how files are read, as of this program."""
    return {"schema": schema.VERSION, "reading": code_version(), "chunks": passages.SETTINGS}


def indexing(model: str, dimension: int, server: str | None) -> dict[str, str]:
    """Return the entries that say how passages are indexed, as of this program and these settings."""
    return {"lexical": LEXICAL_FORM, "model": model, "dimension": str(dimension), "server": server or ""}


def fresh(entries: Mapping[str, str]) -> dict[str, str]:
    """Return the manifest of a new index; ``collection`` names its vectors, also on a server that many share."""
    return {**entries, "collection": f"wenju-{uuid.uuid4().hex}"}


def differences(held: Mapping[str, str], wanted: Mapping[str, str]) -> tuple[str, ...]:
    """Return one phrase for each entry in which an index differs from what this program would make.

    >>> differences({"model": "a"}, {"model": "b"})
    ('model: a → b',)
    """
    return tuple(f"{key}: {held.get(key, '—')} → {value}" for key, value in wanted.items() if held.get(key) != value)
