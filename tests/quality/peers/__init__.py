"""Public retrieval pipelines as their tutorials write them, to measure our own beside.

Each gets the same report texts, the same chunks, the same embedding model and Chinese words for BM25: what differs is
the pipeline. Their packages are the extra ``bench``; this file and ``measure.py`` need none of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol


class Peer(Protocol):
    """One pipeline."""

    name: str

    def index(self, texts: Mapping[str, str]) -> None:
        """Take in reports, file name → text, in place of any held before."""

    def search(self, query: str, k: int) -> list[tuple[str, str]]:
        """Return at most ``k`` chunks as (file, text), best first."""


class PeerMissing(Exception):
    """The packages of a peer are not installed."""


def peers() -> list[Peer]:
    """Return every peer, without an index; nothing of theirs is imported before they index."""
    from tests.quality.peers.bm25 import Bm25
    from tests.quality.peers.hybrid import Hybrid
    from tests.quality.peers.plain_rag import PlainRag

    return [PlainRag(), Bm25(), Hybrid()]


@contextmanager
def packages_of(peer: str) -> Iterator[None]:
    """Say what to do where a package that is imported inside is missing.

    :raises PeerMissing: for any ``ImportError`` inside.
    """
    try:
        yield
    except ImportError as error:
        raise PeerMissing(f"{peer}: {error.name} is not installed; install with make peers") from error
