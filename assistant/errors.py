"""The errors of this folder, one tree.

AssistantError
├── BadQuestion   a message that cannot be asked: empty, too long, unreadable characters
└── UnknownFacet  a word that names no level, year, role or status; in scope.py

``message(language)`` gives the sentence in the page's language.
"""

from __future__ import annotations

from corpus.spoken import Spoken


class AssistantError(Spoken):
    """Say what went wrong with a question."""


class BadQuestion(AssistantError):
    """Say why a message cannot be asked and what to do."""
