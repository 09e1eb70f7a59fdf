"""Peer: LangChain's BM25 retriever over words cut by jieba."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from typing import Any

from tests.quality.peers import packages_of
from tests.quality.peers.chunks import chunks
from tests.quality.peers.words import words


class Bm25:
    """Words alone."""

    name = "LangChain BM25 + jieba"

    def __init__(self) -> None:
        self._retriever: Any = None

    def index(self, texts: Mapping[str, str]) -> None:
        """Count the words of the chunks."""
        with packages_of(self.name), warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # langchain-community announces that it will end
            import jieba  # noqa: F401 - these two are imported late, and then with other advice or none
            import rank_bm25  # noqa: F401
            from langchain_community.retrievers import BM25Retriever
        pieces = chunks(texts)
        self._retriever = BM25Retriever.from_texts(
            [text for _, text in pieces], metadatas=[{"file": file} for file, _ in pieces], preprocess_func=words
        )

    def search(self, query: str, k: int) -> list[tuple[str, str]]:
        """Return the chunks with the highest score."""
        self._retriever.k = k
        return [(found.metadata["file"], found.page_content) for found in self._retriever.invoke(query)]
