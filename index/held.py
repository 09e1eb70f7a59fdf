"""What an index holds, ready to be read and searched from any thread; loaded when first asked for.

Half of ``Index``: the half that changes nothing. Not here: opening, syncing and rebuilding (``store.py``).
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path

from corpus.report import Report
from index import plan
from index.errors import Damaged, NothingIndexed, RebuildNeeded
from index.garbage import loading
from index.indexes import Encoder
from index.lasting import lasting
from index.opened import Opened
from index.records import Facets, Hit, Passage
from index.search import View, nearest, search
from index.shelf import Shelf
from index.vectors import Matrix

EVERYTHING = Facets()


class Held:
    """Read and search one data folder.

    :param reports: the folder of report files.
    :param data: the data folder.
    :param model: an embedding model other than the bundled one.
    """

    def __init__(self, reports: Path, data: Path, model: str | Path | None) -> None:
        self.folder = reports
        self.data = data
        self._model = model
        self._opened: Opened | None = None
        self._damage: Damaged | None = None
        self._writing = threading.RLock()  # taken before the two below, never after
        self._loading = threading.RLock()
        self._encoding = threading.Lock()
        self._encoder: Encoder | None = None
        self._shelf: Shelf | None = None
        self._view: View | None = None

    @property
    def owner(self) -> bool:
        """Whether this process owns the data folder and may write there."""
        return False

    @property
    def damage(self) -> Damaged | None:
        """What is wrong with the index; until a rebuild it can be neither read nor searched nor synced."""
        return self._damage

    @property
    def reports(self) -> tuple[Report, ...]:
        """All reports held, in the order of their files."""
        return self._held().reports

    @property
    def passage_count(self) -> int:
        """How many passages are held."""
        return len(self._held().passages)

    @property
    def unreadable(self) -> tuple[tuple[str, str], ...]:
        """File and reason, in Chinese, of every file that could not be read."""
        return self.unreadable_in("zh")

    def unreadable_in(self, language: str) -> tuple[tuple[str, str], ...]:
        """Return file and reason of every file that could not be read, in ``zh`` or ``en``."""
        refusals = self._now().library.refusals()
        return tuple((one.source.file, one.english if language == "en" else one.chinese) for one in refusals)

    def report(self, identifier: str) -> Report | None:
        """Return a report by its id; None where it is not held."""
        return self._held().by_id.get(identifier)

    def passages(self, report: str) -> tuple[Passage, ...]:
        """Return a report's passages in reading order; none where it is not held."""
        return self._held().of(report)

    def search(self, query: str, facets: Facets = EVERYTHING, k: int = 10) -> tuple[Hit, ...]:
        """Return the best passages by words and meaning, best first; none where the facets admit none."""
        view = self._searched()
        if not view.shelf.passages or not query.strip():
            return ()
        return search(view, query, self._model_in_use().encode([query])[0], facets, k)

    def nearest(self, query: str, facets: Facets = EVERYTHING, k: int = 10) -> tuple[Hit, ...]:
        """Return the nearest passages by meaning alone, with their cosines as scores."""
        view = self._searched()
        if not view.shelf.passages or not query.strip():
            return ()
        return nearest(view, self._model_in_use().encode([query])[0], facets, k)

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Return the unit vectors of some texts, one row each, by the model that this index searches with."""
        return self._model_in_use().encode(texts)

    def encode_lasting(self, name: str, texts: Sequence[str]) -> Matrix:
        """Return the same of texts that come with the program, kept in the data folder under a name."""
        return lasting(self.data, name, texts, self._model_in_use(), keep=self.owner)

    def warm(self) -> None:
        """Load all that the first search would load."""
        self._model_in_use()
        self._searched()

    def stale(self) -> bool:
        """Tell by names, sizes and times whether the folder differs from what is held, or the program does."""
        return bool(self._now().outdated) or plan.stale(self.folder, self._now().library)

    def _renew(self, error: RebuildNeeded) -> None:
        """Make indexes that were made with another model fit this one; who only reads cannot."""
        raise error

    def _now(self) -> Opened:
        if self._damage is not None:
            raise Damaged(self._damage.part, self._damage.detail) from self._damage
        if self._opened is None:
            raise NothingIndexed(self.data)
        return self._opened

    def _model_in_use(self) -> Encoder:
        with self._encoding:
            if self._encoder is None:
                from index.embedding import Embedder

                self._encoder = Embedder.open(self._model)
            return self._encoder

    def _held(self) -> Shelf:
        shelf = self._shelf
        if shelf is None:
            with self._loading, loading():
                shelf = self._shelf = self._shelf or self._now().shelf()
        return shelf

    def _searched(self) -> View:
        view = self._view
        if view is None:
            try:
                view = self._load()
            except RebuildNeeded as error:
                self._renew(error)
                view = self._load()
        return view

    def _load(self) -> View:
        with self._writing, self._loading, loading():
            if self._view is None:
                try:
                    self._view = self._now().view(self._held())
                except Damaged as error:
                    self._damage = error
                    raise
            return self._view

    def _refresh(self, known: Shelf | None) -> None:
        """Replace what is held and searched, where it was loaded; reports of a known shelf are not read again."""
        if self._shelf is None:
            return
        opened = self._now()
        with loading():
            shelf = opened.shelf(known)
        view = None if self._view is None else opened.view(shelf)
        with self._loading:
            self._shelf, self._view = shelf, view
