"""Take out of a text what no document may hold: characters without ink that break a file or reorder its words."""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)
"""Controls and half characters that XML or UTF-8 forbid, and marks that turn the direction of writing."""

_BREAK = re.compile("\r\n?|[\x85\u2028\u2029]")
_REFUSED = re.compile(r'[\s\\/:*?"<>|？：%#&.]+')
LONGEST_NAME = 40
"""Characters of a file's name: every system takes three times as many bytes."""


def printable(text: str) -> str:
    r"""Return a text that any document can hold; line breaks are one kind.

    >>> printable("甲\x00乙\r\n\u202e丙")
    '甲乙\n丙'
    """
    return _UNPRINTABLE.sub("", _BREAK.sub("\n", text))


def file_name(question: str) -> str:
    """Return a name for a question's document, without its ending, that every system takes.

    >>> file_name("哪些单位/机关举行过听证？")
    '问据-哪些单位-机关举行过听证'
    """
    words = _REFUSED.sub("-", printable(question)).strip("-")[:LONGEST_NAME].strip("-")
    return f"问据-{words}" if words else "问据"
