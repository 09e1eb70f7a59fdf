"""Make any text harmless inside the page: nothing from a document, a question or an error becomes markup."""

from __future__ import annotations

import html
import re
import unicodedata

_MARKDOWN = re.compile(r"[\\`*_{}\[\]()#+\-.!|~$^=:@/]")
_BREAKS = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")


def escape(text: str) -> str:
    """Escape for HTML: ampersand, angle brackets and both quotation marks; direction overrides and controls go.

    >>> escape('<b title="x">')
    '&lt;b title=&quot;x&quot;&gt;'
    """
    return html.escape("".join(character for character in text if not _unseen(character)), quote=True)


def chat(text: str) -> str:
    """Escape for HTML that passes through a Markdown renderer, on one line.

    >>> chat('**a**')
    '&#42;&#42;a&#42;&#42;'
    """
    plain = _BREAKS.sub(" ", text)
    return _MARKDOWN.sub(lambda match: f"&#{ord(match.group())};", escape(plain))


def _unseen(character: str) -> bool:
    """Tell whether a character has no ink and could hide or reorder text."""
    if character in "\n\t":
        return False
    return (
        unicodedata.category(character) in {"Cc", "Cs"}
        or character in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
    )
