"""Our bundled embedding model in the shape that LangChain asks for: queries and passages alike, as in our own index."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from index.embedding import Embedder


@cache
def model() -> Embedder:
    """Open the bundled model once."""
    return Embedder.open()


class Embeddings:
    """What LangChain's vector stores call."""

    def embed_documents(self, texts: Sequence[str]) -> list[list[float]]:
        """Return a unit vector for each text."""
        return model().encode(list(texts)).tolist()

    def embed_query(self, text: str) -> list[float]:
        """Return the unit vector of a query."""
        return self.embed_documents([text])[0]
