"""The root of every error of ours: one sentence in Chinese with its English counterpart.

Each folder's tree grows from it (``CorpusError``, ``StoreError``, ``AssistantError``). A message says what happened, to
which file and what to do.
"""

from __future__ import annotations


class Spoken(Exception):
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
