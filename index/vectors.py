"""The vectors of the passages in Chroma: the only file that knows chromadb.

Vectors and a few facets go in, no text: the library has it, and documents cost Chroma four times the vectors. Chroma
ignores, loses or crashes where others raise (see ARCHITECTURE.md), so ids are stable, writing is by upsert, and the
caller owns the folder. Not here: exact scoring in memory (``dense.py``), the probe of a folder of unknown health
(``probe.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from index.errors import ServerUnreachable, StoreError, translated

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

FOLDER = "chroma"
PAGE = 5000
"""Rows of one call: above 5461 an insert fails, above 32,766 a read."""
UNKNOWN_YEAR = 0
"""Chroma has no null."""

Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Row:
    """A passage as Chroma holds it, but for the vector."""

    id: str
    report: str
    year: int | None
    level: str
    role: str
    agency: str

    def metadata(self) -> dict[str, str | int]:
        """Return the facets as Chroma takes them."""
        year = UNKNOWN_YEAR if self.year is None else self.year
        return {"report": self.report, "year": year, "level": self.level, "role": self.role, "agency": self.agency}


class VectorStore:
    """Hold one collection of unit vectors.

    :param folder: where Chroma keeps its files; not used with a server.
    :param collection: the name of the collection.
    :param server: ``host:port`` of a Chroma server, or None for files of our own.
    """

    def __init__(self, folder: Path, collection: str, server: str | None = None) -> None:
        self._where = server or f"{FOLDER}/"
        self._folder = folder
        self._server = server
        self._name = collection
        with self._translated():
            self._client = _client(folder, server)
            try:
                # Vectors are of length 1, so the inner product is the cosine, and a zero vector cannot become NaN.
                self._collection = self._client.get_or_create_collection(
                    collection, embedding_function=None, configuration={"hnsw": {"space": "ip"}}
                )
            except BaseException:
                self._client.close()
                raise

    def close(self) -> None:
        """Let go of Chroma's files."""
        with self._translated():
            self._client.close()

    def drop(self) -> None:
        """Delete the whole collection: of use on a server, where no folder can be deleted."""
        with self._translated():
            self._client.delete_collection(self._name)

    def add(self, rows: Sequence[Row], vectors: Matrix) -> None:
        """Write passages; one that is there already is replaced."""
        with self._translated():
            for at in range(0, len(rows), PAGE):
                page = rows[at : at + PAGE]
                self._collection.upsert(
                    ids=[row.id for row in page],
                    embeddings=vectors[at : at + PAGE],
                    metadatas=[row.metadata() for row in page],
                )

    def remove(self, ids: Sequence[str]) -> None:
        """Delete passages; one that is not there is no error."""
        with self._translated():
            for at in range(0, len(ids), PAGE):
                self._collection.delete(ids=list(ids[at : at + PAGE]))

    def count(self) -> int:
        """Return how many passages are held."""
        with self._translated():
            return int(self._collection.count())

    def ids(self) -> set[str]:
        """Return the ids of all passages held."""
        found: set[str] = set()
        with self._translated():
            for at in range(0, self._collection.count(), PAGE):
                found.update(self._collection.get(limit=PAGE, offset=at, include=[])["ids"])
        return found

    def fetch(self, ids: Sequence[str]) -> dict[str, Matrix]:
        """Return the vectors of the passages that are held, by id."""
        found: dict[str, Matrix] = {}
        with self._translated():
            for at in range(0, len(ids), PAGE):
                page = self._collection.get(ids=list(ids[at : at + PAGE]), include=["embeddings"])
                found.update(zip(page["ids"], np.asarray(page["embeddings"], dtype=np.float32), strict=True))
        return found

    def query(self, vector: Matrix, count: int, where: Mapping[str, Any] | None = None) -> list[tuple[str, float]]:
        """Find the nearest passages by Chroma's own approximate search.

        :param vector: one unit vector.
        :param count: how many to return at most.
        :param where: Chroma's filter over the facets, or None.
        :return: their ids with their cosines, best first.
        """
        with self._translated():
            found = self._collection.query(
                query_embeddings=vector.reshape(1, -1),
                n_results=count,
                where=dict(where) if where else None,
                include=["distances"],
            )
        return [(one, 1.0 - float(away)) for one, away in zip(found["ids"][0], found["distances"][0], strict=True)]

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except (StoreError, KeyboardInterrupt, SystemExit, GeneratorExit):
            raise
        except BaseException as error:  # Chroma's Rust core panics with a BaseException
            if self._server is not None:
                raise ServerUnreachable(self._server, error) from error
            raise translated(self._where, error, self._folder) from error


def _client(folder: Path, server: str | None) -> ClientAPI:
    import chromadb
    from chromadb.config import Settings

    settings = Settings(anonymized_telemetry=False)
    if server is None:
        folder.mkdir(parents=True, exist_ok=True)
        return chromadb.PersistentClient(path=str(folder), settings=settings)
    host, _, port = server.rpartition(":")
    return chromadb.HttpClient(host=host, port=int(port), settings=settings)
