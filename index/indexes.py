"""The two indexes of a library as one: passages go in and out of both, and both can be compared with the library.

What the library holds is the truth. After a crash the indexes may hold more than it does, never less, because passages
are indexed before their report is recorded and removed after; what is more is swept out, what is less is damage.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Protocol

from corpus.report import Report
from index import lexical, vectors
from index.errors import Damaged, RebuildNeeded
from index.library import Library
from index.manifest import INDEXING, differences, indexing
from index.records import Passage
from index.vectors import Matrix


class Encoder(Protocol):
    """What the indexes need of an embedding model."""

    name: str
    dimension: int

    def encode(self, texts: Sequence[str]) -> Matrix:
        """Return one unit vector per text."""


class Indexes:
    """Hold vectors and words of a library's passages; for the owner of the data folder alone.

    :param folder: the folder of the index.
    :param library: its library; its manifest says what the indexes were made with, or learns it now.
    :param encoder: the embedding model.
    :param server: ``host:port`` of a Chroma server, or None.
    :raises RebuildNeeded: if they were made with another model or in another form.
    """

    def __init__(self, folder: Path, library: Library, encoder: Encoder, server: str | None) -> None:
        manifest = library.manifest()
        wanted = indexing(encoder.name, encoder.dimension, server)
        if not any(key in manifest for key in INDEXING):
            library.set_manifest(wanted)
        elif found := differences(manifest, wanted):
            raise RebuildNeeded("; ".join(found))
        self._library = library
        self._encoder = encoder
        self.vectors = vectors.VectorStore(folder / vectors.FOLDER, manifest["collection"], server)
        self.lexical = lexical.LexicalIndex(folder / lexical.FOLDER)

    def close(self) -> None:
        """Let go of the files."""
        self.vectors.close()

    def add(self, read: Sequence[tuple[Report, Sequence[Passage]]]) -> None:
        """Index the passages of reports; those that are there already are replaced."""
        pairs = [(report, passage) for report, passages in read for passage in passages]
        if not pairs:
            return
        rows = [_row(report, passage) for report, passage in pairs]
        self.vectors.add(rows, self._encoder.encode([passage.text for _, passage in pairs]))
        self.lexical.write([entry(report, passage) for report, passage in pairs])

    def remove(self, passages: Iterable[str]) -> None:
        """Take passages out by their ids."""
        ids = sorted(passages)
        if ids:
            self.vectors.remove(ids)
            self.lexical.write((), remove=ids)

    def settle(self) -> None:
        """Sweep out what a crash left behind.

        :raises Damaged: if an index lacks a passage of the library.
        """
        held = self._library.passage_ids()
        stored = self.vectors.ids()
        if lost := len(held - stored):
            raise Damaged(f"{vectors.FOLDER}/", f"{lost} of {len(held)} passages are missing")
        keys = set(self.lexical.reader().keys().tolist())
        wanted = {lexical.key_of(one) for one in held}
        if lost := len(wanted - keys):
            raise Damaged(f"{lexical.FOLDER}/", f"{lost} of {len(held)} passages are missing")
        if stored - held:
            self.vectors.remove(sorted(stored - held))
        if keys - wanted:
            self.lexical.remove_keys(sorted(keys - wanted))


def entry(report: Report, passage: Passage) -> lexical.Entry:
    """Return a passage as the lexical index holds it."""
    place = " ".join((report.agency, *report.sections[passage.section].path))
    return lexical.Entry(passage.id, report.id, passage.text, place)


def _row(report: Report, passage: Passage) -> vectors.Row:
    role = report.sections[passage.section].role
    return vectors.Row(passage.id, report.id, report.year, report.level, role, report.agency)
