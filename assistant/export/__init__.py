"""Write answers as documents: ``numbered`` gives every mark one source, then ``markdown``, ``word`` or ``csv`` writes.

A document is made from the answers' records alone, and the same answers give the same bytes. Nothing here touches a
disk or a network: who asks for a document gets its bytes.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from assistant.errors import AssistantError
from assistant.export.csv import findings_csv
from assistant.export.markdown import markdown
from assistant.export.numbered import Conversation, numbered
from assistant.export.word import word

__all__ = ["KINDS", "Conversation", "NoSuchKind", "ending", "export"]

KINDS: dict[str, tuple[str, Callable[..., bytes]]] = {
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", word),
    "md": ("text/markdown; charset=utf-8", markdown),
    "csv": ("text/csv; charset=utf-8", findings_csv),
}
"""Ending of the file: how browsers name its kind, and what writes it."""


class NoSuchKind(AssistantError):
    """Say which endings there are."""


def export(conversation: Conversation, kind: str) -> bytes:
    """Return a conversation as a document; one answer is a conversation of one question.

    :param kind: a key of ``KINDS``.
    """
    content: bytes = KINDS[kind][1](numbered(conversation))
    return content


def ending(file: str) -> str:
    """Return the kind of document that a file's name asks for.

    >>> ending("答复/听证.DOCX")
    'docx'

    :raises NoSuchKind: for any other ending.
    """
    found = PurePath(file).suffix.lower().removeprefix(".")
    if found not in KINDS:
        raise NoSuchKind(
            f"不能导出为 {file}：请让文件名以 .docx、.md 或 .csv 结尾",
            f"Cannot export to {file}: let the name end in .docx, .md or .csv",
        )
    return found
