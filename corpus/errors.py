"""The errors of this folder, one tree.

CorpusError
├── UnreadableFile   a file that holds no text we can vouch for
└── NoReports        a folder that is missing or holds nothing readable

Every message says what happened, to which file and what to do. ``message(language)`` gives it in the page's language.
"""

from __future__ import annotations


class CorpusError(Exception):
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


class UnreadableFile(CorpusError):
    """Say that one file cannot be read and why; the other files go on."""


class NoReports(CorpusError):
    """Say that a folder of reports is missing or cannot be listed."""
