"""Peer: LlamaIndex's hybrid retrieval, vectors and BM25 joined by reciprocal rank fusion, without a language model.

Its BM25 retriever cuts words by a pattern, which leaves Chinese sentences whole. So that it is not beaten by that alone,
it gets the words of jieba, for the chunks and for the query.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tests.quality.peers import packages_of
from tests.quality.peers.chunks import chunks
from tests.quality.peers.embeddings import Embeddings
from tests.quality.peers.words import words

POOL = 100
"""Chunks that each retriever hands to the fusion; its default of 2 would name too few reports."""


class Hybrid:
    """Words and vectors."""

    name = "LlamaIndex hybrid (RRF)"

    def __init__(self) -> None:
        self._retriever: Any = None

    def index(self, texts: Mapping[str, str]) -> None:
        """Embed the chunks, count their words, and join the two."""
        with packages_of(self.name):
            import bm25s  # noqa: F401 - these three are imported late
            import jieba  # noqa: F401
            import llama_index.retrievers.bm25  # noqa: F401
            from llama_index.core import VectorStoreIndex
            from llama_index.core.llms import MockLLM
            from llama_index.core.retrievers import QueryFusionRetriever
            from llama_index.core.schema import TextNode
        nodes = [
            TextNode(
                id_=str(number), text=text, metadata={"file": file},
                excluded_embed_metadata_keys=["file"], excluded_llm_metadata_keys=["file"],
            )
            for number, (file, text) in enumerate(chunks(texts))
        ]  # fmt: skip
        vectors = VectorStoreIndex(nodes, embed_model=_embedding())
        self._retriever = QueryFusionRetriever(
            [vectors.as_retriever(similarity_top_k=POOL), _bm25(nodes)],
            llm=MockLLM(),  # never asked: one query is the one given
            num_queries=1,
            mode="reciprocal_rerank",
            use_async=False,
        )

    def search(self, query: str, k: int) -> list[tuple[str, str]]:
        """Return the chunks that rank highest in both."""
        self._retriever.similarity_top_k = k
        return [(found.node.metadata["file"], found.node.text) for found in self._retriever.retrieve(query)]


def _embedding() -> Any:
    """Return our model as one of LlamaIndex."""
    from llama_index.core.embeddings import BaseEmbedding

    ours = Embeddings()

    class Bundled(BaseEmbedding):
        """Queries and passages alike."""

        def _get_text_embedding(self, text: str) -> list[float]:
            return ours.embed_query(text)

        def _get_text_embeddings(self, texts: list[str]) -> list[list[float]]:
            return ours.embed_documents(texts)

        _get_query_embedding = _get_text_embedding

        async def _aget_query_embedding(self, query: str) -> list[float]:
            return ours.embed_query(query)

    return Bundled()


def _bm25(nodes: Sequence[Any]) -> Any:
    """Return LlamaIndex's BM25 retriever over words instead of its pattern."""
    import bm25s
    from llama_index.core.schema import QueryBundle
    from llama_index.core.vector_stores.utils import node_to_metadata_dict
    from llama_index.retrievers.bm25 import BM25Retriever

    class ByWords(BM25Retriever):
        """Cuts the query as the chunks were cut; a chunk without any of its words is no hit."""

        def _retrieve(self, query_bundle: Any) -> list[Any]:
            cut = " ".join(words(query_bundle.query_str))
            return [found for found in super()._retrieve(QueryBundle(cut)) if found.score > 0] if cut else []

    counted = bm25s.BM25(corpus=[node_to_metadata_dict(node) | {"node_id": node.node_id} for node in nodes])
    counted.index([[word.lower() for word in words(node.text)] for node in nodes], show_progress=False)
    top = min(POOL, len(nodes))
    return ByWords(existing_bm25=counted, similarity_top_k=top, skip_stemming=True, token_pattern=r"(?u)\S+")
