"""A document that a tab hands out."""

from __future__ import annotations

from dataclasses import dataclass

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
KINDS = {"csv": "text/csv; charset=utf-8", "md": "text/markdown; charset=utf-8", "docx": DOCX}
"""Endings and how browsers name their kind."""


@dataclass(frozen=True, slots=True)
class Saved:
    """The bytes of a document with the name of its file; ``kind`` is a key of ``KINDS``."""

    content: bytes
    name: str
    kind: str
