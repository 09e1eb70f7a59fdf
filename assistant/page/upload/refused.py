"""The error of this folder: a file that is not taken, with the sentence that says why and what to do."""

from __future__ import annotations

from corpus.spoken import Spoken


class Refused(Spoken):
    """Say why a file is not taken; ``status`` is that of HTTP."""

    def __init__(self, status: int, chinese: str, english: str) -> None:
        super().__init__(chinese, english)
        self.status = status
