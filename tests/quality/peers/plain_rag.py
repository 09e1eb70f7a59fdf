"""Peer: the retrieval of the plain tutorial, LangChain's splitter and its Chroma store over one embedding model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import uuid4

from tests.quality.peers import packages_of
from tests.quality.peers.chunks import chunks
from tests.quality.peers.embeddings import Embeddings


class PlainRag:
    """Vectors alone, in memory."""

    name = "LangChain + Chroma"

    def __init__(self) -> None:
        self._store: Any = None

    def index(self, texts: Mapping[str, str]) -> None:
        """Embed the chunks."""
        with packages_of(self.name):
            import chromadb
            from chromadb.config import Settings
            from langchain_chroma import Chroma
        pieces = chunks(texts)
        self._store = Chroma.from_texts(
            [text for _, text in pieces],
            Embeddings(),
            metadatas=[{"file": file} for file, _ in pieces],
            collection_name=f"peer-{uuid4().hex}",  # clients in memory share their collections
            collection_metadata={"hnsw:space": "cosine"},
            client=chromadb.EphemeralClient(Settings(anonymized_telemetry=False)),
        )

    def search(self, query: str, k: int) -> list[tuple[str, str]]:
        """Return the nearest chunks."""
        return [(found.metadata["file"], found.page_content) for found in self._store.similarity_search(query, k=k)]
