from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index.embedding import Embedder
from index.store import Index
from tests.index import made


@pytest.fixture
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Embedder, "open", made.StandIn.open)


@pytest.fixture(scope="session")
def real_model() -> Embedder:
    return Embedder.open()


@pytest.fixture
def opened(stand_in: None) -> Iterator[Callable[..., Index]]:
    """Open indexes that are closed after the test, whatever happens."""
    indexes: list[Index] = []

    def open_index(reports: Path, data: Path, **options: object) -> Index:
        indexes.append(Index.open(reports, data, **options))  # type: ignore[arg-type]
        return indexes[-1]

    yield open_index
    for index in indexes:
        index.close()
