"""One index folder with what is open of it: library at once, model, vectors and words when first needed.

An owner may write and checks the health of what it opens; a reader writes nothing and never opens Chroma. Not here:
which folder is in use (``home.py``) and who owns it (``lock.py``).
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np

from corpus.report import Report
from index import dense, health, lexical, manifest, vectors
from index.errors import Damaged, NothingIndexed, NotWritable, RebuildNeeded, StoreError
from index.indexes import Encoder, Indexes, entry
from index.library import FILE, Library
from index.probe import probe
from index.records import Passage
from index.search import View, view_of
from index.shelf import Shelf, fill
from index.vectors import Matrix

REWRITTEN = 10_000
"""Passages up to which the words are written anew after a removal (1.5 s), so that the same files give the same scores
whatever was there before; beyond, removed passages fade from the frequencies as tantivy merges."""


_log = logging.getLogger(__name__)


class Opened:
    """Hold one index folder open.

    :param folder: the folder of the index.
    :param encoder: gives the embedding model, loaded at the first call.
    :param server: ``host:port`` of a Chroma server, or None.
    :param owner: whether this process owns the data folder.
    :raises Damaged: naming a file that is missing or not as the last owner left it.
    """

    def __init__(self, folder: Path, encoder: Callable[[], Encoder], server: str | None, *, owner: bool) -> None:
        self.folder = folder
        self.owner = owner
        self._encoder = encoder
        self._server = server
        self._turn = threading.RLock()
        self._indexes: Indexes | None = None
        self._sound = owner and health.known(folder)
        self._wrote = False
        if not owner and not (folder / FILE).exists():
            raise NothingIndexed(folder.parent)
        self._refuse_emptied()
        self.library = Library(folder / FILE, writable=owner, before_write=self.touch)
        try:
            if owner and not self._sound:
                self.library.check()
            if owner and "collection" not in self.library.manifest():
                self.library.set_manifest(manifest.fresh(manifest.reading()))
        except StoreError:
            self.library.close()
            raise

    @property
    def outdated(self) -> tuple[str, ...]:
        """In what the reading of this library differs from what this program would read; empty where it does not."""
        return manifest.differences(self.library.manifest(), manifest.reading())

    def indexes(self) -> Indexes:
        """Return the indexes for writing; after this the folder's health is unknown until it is closed."""
        with self._turn:
            if self._indexes is None:
                held = self.library.passage_ids()
                if not self._sound and held:
                    probe(self.folder, self.library.manifest()["collection"], self._server)
                encoder = self._encoder()
                self.touch()
                opened = Indexes(self.folder, self.library, encoder, self._server)
                if not self._sound:
                    try:
                        opened.settle()
                    except StoreError:
                        opened.close()
                        raise
                self._sound, self._indexes = True, opened
            return self._indexes

    def touch(self) -> None:
        """Take the note of health away, before anything is written."""
        health.forget(self.folder)
        self._wrote = True

    def distrust(self) -> None:
        """Remember that a write failed: whoever writes next checks everything first."""
        with self._turn:
            self._sound = False
            if self._indexes is not None:
                former, self._indexes = self._indexes, None
                former.close()

    def close(self) -> None:
        """Close everything, and note that all is well if it is."""
        with self._turn:
            if self._indexes is not None:
                self._indexes.close()
                self._indexes = None
            self.library.close()
            if self.owner and self._wrote and self._sound:
                try:
                    health.note(self.folder)
                except StoreError as error:
                    _log.warning("the next start will check everything: %s", error.english)

    def retire(self) -> None:
        """Close an index that another takes the place of; what is on a server goes with it."""
        with self._turn:
            if self._server is not None and self._indexes is not None:
                self._indexes.vectors.drop()
            self._sound = False
            self.close()

    def shelf(self, previous: Shelf | None = None) -> Shelf:
        """Return everything held; reports that a previous shelf has are not read again."""
        earlier = {} if previous is None else previous.by_id
        with self.library.moment():
            sources = {source.content: source.file for source in self.library.sources() if source.content is not None}
            same = {one for one, file in sources.items() if one in earlier and earlier[one].file == file}
            fresh = sources.keys() - same
            reports: list[Report] = list(self.library.reports(None if not same else sorted(fresh)))
            passages: list[Passage] = list(self.library.passages(None if not same else sorted(fresh)))
        if previous is not None:
            reports += [earlier[one] for one in same]
            passages += [passage for one in sorted(same) for passage in previous.of(one)]
        return fill(reports, passages)

    def view(self, shelf: Shelf) -> View:
        """Join a shelf with its vectors and words to what is searched.

        :param shelf: what is held.
        :return: the view, independent of later writes.
        :raises RebuildNeeded: if the indexes were made with another model.
        :raises Damaged: if they lack a passage.
        """
        if not shelf.passages:
            return view_of(shelf, lexical.LexicalIndex(None).reader(), dense.InMemory(np.zeros((0, 1), np.float32)))
        encoder = self._encoder()
        wanted = manifest.indexing(encoder.name, encoder.dimension, self._server)
        if found := manifest.differences(self.library.manifest(), wanted):
            raise RebuildNeeded("; ".join(found))
        if self.owner and not self._sound:
            self.indexes()
        return view_of(shelf, self._words(shelf), self._vectors(shelf, encoder))

    def _words(self, shelf: Shelf) -> lexical.LexicalReader:
        try:
            if self._indexes is None:
                reader = lexical.LexicalIndex(self.folder / lexical.FOLDER, create=False).reader()
            else:
                reader = self._indexes.lexical.reader()
        except (Damaged, NotWritable):
            if self.owner:
                raise
            # On a disk where not even tantivy's lock can be written a reader holds the words itself.
            index = lexical.LexicalIndex(None)
            index.write(_entries(shelf))
            return index.reader()
        if self.owner and reader.remains and len(shelf.passages) <= REWRITTEN:
            words = self.indexes().lexical
            words.replace_all(_entries(shelf))
            reader = words.reader()
        return reader

    def _vectors(self, shelf: Shelf, encoder: Encoder) -> dense.Dense:
        ids = [passage.id for passage in shelf.passages]
        if self.owner and len(ids) > dense.IN_MEMORY:
            return dense.InStore(self.indexes().vectors, shelf)
        kept = dense.load(self.folder)
        missing = [passage for passage in shelf.passages if passage.id not in kept]
        if not self.owner:
            found = encoder.encode([passage.text for passage in missing])
            kept.update(zip((passage.id for passage in missing), found, strict=True))
            return dense.InMemory(dense.gathered(ids, kept, encoder.dimension))
        if missing:
            kept.update(self.indexes().vectors.fetch([passage.id for passage in missing]))
        if lost := [one for one in ids if one not in kept]:
            raise Damaged(f"{vectors.FOLDER}/", f"{len(lost)} of {len(ids)} passages are missing")
        matrix: Matrix = dense.gathered(ids, kept, encoder.dimension)
        if missing or len(kept) > len(ids):
            self.touch()
            try:
                dense.save(self.folder, ids, matrix)
            except StoreError as error:
                _log.warning("the copy of the vectors is not kept: %s", error.english)
        return dense.InMemory(matrix)

    def _refuse_emptied(self) -> None:
        """Refuse to take an index whose library is gone for a new one: it would show an empty library as normal."""
        library = self.folder / FILE
        used = any((self.folder / name).exists() for name in (vectors.FOLDER, lexical.FOLDER))
        if used and (not library.exists() or library.stat().st_size == 0):
            raise Damaged(FILE, "missing")


def _entries(shelf: Shelf) -> list[lexical.Entry]:
    return [entry(shelf.by_id[passage.report], passage) for passage in shelf.passages]
