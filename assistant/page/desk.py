"""Keep the assistant behind a thread: the page answers at once, the library opens behind it."""

from __future__ import annotations

import logging
import threading
import time
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


Progress = Callable[[int, int, str], None]
"""Called with files done, files to read, and the file at hand."""


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

    def unreadable_in(self, language: str) -> tuple[tuple[str, str], ...]:
        """Return the same in ``zh`` or ``en``."""

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

    def sync(self, progress: Progress | None = None, /) -> None:
        """Make the index equal to the folder if the folder changed."""

    def cell(self, topic: str, report: str, facets: Facets | None = None) -> Cell | None:
        """Return all that one report says of a topic; None where there is no such cell."""

    def examples(self, language: str) -> tuple[str, ...]:
        """Return questions the library can answer."""

    def close(self) -> None:
        """Give the data folder back."""


Opener = Callable[[Progress], Library]
"""Opens a library and says how far reading has come."""


class NotReady(Exception):
    """Carry the sentence that says why nothing can be asked yet."""


class Desk:
    """Open an assistant in the background and hand it out once it is there.

    :param opener: opens it, called once.
    :param samples: opens the bundled samples, to be shown in place of a library that holds nothing.
    :param place: the folder of reports, as an empty page names it.
    """

    def __init__(self, opener: Opener, samples: Opener | None = None, place: str = "") -> None:
        self._opener = opener
        self._samples = samples
        self.place = place
        self.revision = 0
        self.syncing = False
        self.settled = 0.0
        self._wanted = False
        self._lent: Library | None = None
        self._wake = threading.Event()
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
        return self._lent if self._wanted and self._lent is not None else self._library

    def own(self) -> Library:
        """Return the assistant over the folder of reports, even while samples are shown.

        :raises NotReady: if it is not open.
        """
        if self._library is None:
            raise NotReady(word("busy", "zh"))
        return self._library

    @property
    def lent(self) -> bool:
        """Whether the bundled samples are shown in place of an empty library."""
        return self._wanted and self._lent is not None

    def lend(self, wanted: bool) -> None:
        """Show the bundled samples while the library holds nothing, or put them away; returns at once."""
        self._wanted = wanted and self._library is not None and not self._library.reports
        self.revision += 1
        self.look()

    def look(self) -> None:
        """Have the folder looked at now."""
        self._wake.set()

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
        self._wake.set()
        for library in (self._lent, self._library):
            if self._opened.is_set() and library is not None:
                library.close()

    def _watch(self, library: Library) -> None:
        """Keep the index equal to the folder while the page runs; a failed round is logged and tried again."""
        while not self._closing.is_set():
            self._wake.wait(WATCH_SECONDS)
            self._wake.clear()
            if self._closing.is_set():
                return
            began = time.monotonic()
            try:
                self._round(library)
            except Exception:  # the page answers from what it holds
                _LOG.exception("The folder of reports could not be read again")
            finally:
                self.settled, self.syncing, self.progress = began, False, None

    def _round(self, library: Library) -> None:
        """Look at the folder once, and open or put away the samples."""
        before = library.reports, library.unreadable
        library.sync(self._following)
        if library.reports is not before[0] or library.unreadable != before[1]:
            self.revision += 1
        if self._wanted and library.reports:
            self.lend(False)
        if self._wanted and self._lent is None and self._samples is not None:
            try:
                lent = self._samples(self._following)
            except Exception:
                self._wanted = False
                raise
            lent.warm()
            self._lent = lent
            self.revision += 1

    def _following(self, done: int, total: int, file: str) -> None:
        self.syncing = True
        self.reading(done, total, file)

    def _open(self) -> None:
        try:
            self._library = library = self._opener(self.reading)
            self._opened.set()
            library.warm()
            self.progress = None
            self._watch(library)
        except Exception as error:  # the page goes on and says what happened
            _LOG.exception("The library could not be opened or warmed")
            self._error = error
        finally:
            self._opened.set()
