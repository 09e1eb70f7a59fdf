"""Keep the assistant behind a thread: the page answers at once, the library opens behind it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal, Protocol

from assistant.answer import Answer, Understood
from assistant.feedback.store import Store
from assistant.forms import Library as Holdings
from assistant.matrix import Cell
from assistant.page.kept import Kept
from assistant.page.stopping import Bench, Stops
from assistant.page.words import Language, word
from index.records import Facets

WATCH_SECONDS = 4.0
"""Between two looks at the folder: a new file can be asked about within ten seconds, and a look costs little."""

State = Literal["loading", "ready", "failed"]
_LOG = logging.getLogger("wenju.page")


class Library(Holdings, Protocol):
    """What the page and the API need of an assistant."""

    @property
    def unreadable(self) -> tuple[tuple[str, str], ...]:
        """Return file and reason of every file that could not be read."""

    @property
    def last_sync(self) -> datetime | None:
        """Return when the index was last made equal to the folder."""

    @property
    def data(self) -> Path:
        """Return the folder of the index, where the last run of the quality suite is kept too."""

    @property
    def feedback(self) -> Store:
        """Return where verdicts on answers are kept."""

    def ask(
        self,
        question: str,
        history: Sequence[Mapping[str, str]] = (),
        facets: Facets | None = None,
        language: Language | None = None,
    ) -> Answer:
        """Answer one message."""

    def leans(self, question: str, history: Sequence[Mapping[str, str]]) -> bool:
        """Tell whether a message says less by itself than after the messages before it."""

    def understood(
        self, question: str, history: Sequence[Mapping[str, str]] = (), facets: Facets | None = None
    ) -> Understood:
        """Return how a message is read."""

    def next_questions(
        self, answer: Answer, history: Sequence[Mapping[str, str]] = (), facets: Facets | None = None
    ) -> tuple[str, ...]:
        """Return questions to go on with, each of which is answered."""

    def original(self, name: str, /) -> Path | None:
        """Return the file of a report held; None where it is not there."""

    def warm(self) -> None:
        """Load what the first question would load."""

    def sync(self) -> None:
        """Make the index equal to the folder if the folder changed."""

    def cell(self, topic: str, report: str, facets: Facets | None = None) -> Cell | None:
        """Return all that one report says of a topic; None where there is no such cell."""

    def examples(self, language: str) -> tuple[str, ...]:
        """Return questions the library can answer."""

    def close(self) -> None:
        """Give the data folder back."""


Progress = Callable[[int, int, str], None]
"""Called with files done, files to read, and the file at hand."""

Opener = Callable[[Progress], Library]
"""Opens a library and says how far reading has come."""


class NotReady(Exception):
    """Carry the sentence that says why nothing can be asked yet."""


class Desk:
    """Open an assistant in the background and hand it out once it is there."""

    def __init__(self, opener: Opener) -> None:
        self._opener = opener
        self.kept = Kept()
        self.stops = Stops()
        self.bench = Bench()
        self.progress: tuple[int, int, str] | None = None
        self._library: Library | None = None
        self._error: Exception | None = None
        self._opened = threading.Event()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._open, name="wenju-open", daemon=True)

    def start(self) -> None:
        """Begin to open the assistant; returns at once."""
        self._thread.start()

    @property
    def state(self) -> State:
        """Tell how far opening has come."""
        if not self._opened.is_set():
            return "loading"
        return "failed" if self._library is None else "ready"

    def library(self, language: Language = "zh", wait: float = 0.0) -> Library:
        """Return the assistant, waiting for it at most ``wait`` seconds.

        :param language: the language of the sentence that says why there is none.
        :param wait: seconds.
        :return: the open assistant.
        :raises NotReady: while it opens, or where it could not be opened.
        """
        if not self._opened.wait(wait):
            raise NotReady(word("busy", language))
        if self._library is None:
            raise NotReady(self.failure(language))
        return self._library

    def failure(self, language: Language) -> str:
        """Return why the assistant could not be opened: its own sentence, never a trace."""
        message = getattr(self._error, "message", None)
        return str(message(language)) if callable(message) else word("failed", language)

    def reading(self, done: int, total: int, file: str) -> None:
        """Take note of how far reading has come."""
        self.progress = (done, total, file)

    def close(self) -> None:
        """Close the assistant, if it is open."""
        self._closing.set()
        if self._opened.is_set() and self._library is not None:
            self._library.close()

    def _watch(self, library: Library) -> None:
        """Keep the index equal to the folder while the page runs; a failed round is logged and tried again."""
        while not self._closing.wait(WATCH_SECONDS):
            try:
                library.sync()
            except Exception:  # the page answers from what it holds
                _LOG.exception("The folder of reports could not be read again")

    def _open(self) -> None:
        try:
            self._library = library = self._opener(self.reading)
            self._opened.set()
            library.warm()
            self._watch(library)
        except Exception as error:  # the page goes on and says what happened
            _LOG.exception("The library could not be opened or warmed")
            self._error = error
        finally:
            self._opened.set()
