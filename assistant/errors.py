"""The errors of this folder, one tree.

AssistantError
└── BadQuestion   a message that cannot be asked: empty, too long, unreadable characters

``message(language)`` gives the sentence in the page's language.
"""

from __future__ import annotations


class AssistantError(Exception):
    """Carry one sentence in Chinese with its English counterpart.

    :param chinese: the sentence as staff read it.
    :param english: the same sentence in English.
    """

    def __init__(self, chinese: str, english: str) -> None:
        super().__init__(chinese)
        self.chinese = chinese
        self.english = english

    def message(self, language: str = "zh") -> str:
        """Return the sentence in ``zh`` or ``en``."""
        return self.english if language == "en" else self.chinese


class BadQuestion(AssistantError):
    """Say why a message cannot be asked and what to do."""
