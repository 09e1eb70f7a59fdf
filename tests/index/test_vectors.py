from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.errors import Damaged, ServerUnreachable
from index.vectors import Row, VectorStore


def rows(report: str, count: int) -> list[Row]:
    return [Row(f"{report}:{number}", report, None, "county", "work", "某局") for number in range(count)]


def units(count: int, seed: int = 0) -> np.ndarray:
    found = np.random.default_rng(seed).normal(size=(count, 16)).astype(np.float32)
    return found / np.linalg.norm(found, axis=1, keepdims=True)


def test_vectors_come_back_after_closing(tmp_path: Path) -> None:
    store = VectorStore(tmp_path, "wenju-test")
    vectors = units(30)
    store.add(rows("a", 30), vectors)
    store.close()
    store = VectorStore(tmp_path, "wenju-test")
    assert store.count() == 30
    assert store.ids() == {row.id for row in rows("a", 30)}
    assert np.allclose(store.fetch(["a:3"])["a:3"], vectors[3])
    assert store.fetch(["unknown"]) == {}
    (best, cosine), *_ = store.query(vectors[7], 3)
    assert best == "a:7" and cosine == pytest.approx(1.0, abs=1e-5)
    store.close()


def test_adding_again_replaces_and_removing_twice_is_no_error(tmp_path: Path) -> None:
    store = VectorStore(tmp_path, "wenju-test")
    store.add(rows("a", 3), units(3))
    store.add(rows("a", 3), units(3, seed=1))
    store.add(rows("b", 2), units(2))
    assert np.allclose(store.fetch(["a:1"])["a:1"], units(3, seed=1)[1])
    for _ in range(2):
        store.remove(["a:0", "a:1", "a:2"])
    assert store.ids() == {"b:0", "b:1"}
    assert [one for one, _ in store.query(units(1)[0], 9, {"report": {"$in": ["b"]}})] != []
    store.close()


def test_pages_are_crossed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.vectors.PAGE", 7)
    store = VectorStore(tmp_path, "wenju-test")
    store.add(rows("a", 20), units(20))
    assert len(store.ids()) == len(store.fetch([row.id for row in rows("a", 20)])) == 20
    store.remove([row.id for row in rows("a", 15)])
    assert store.count() == 5
    store.close()


def test_a_file_that_is_no_store_is_named(tmp_path: Path) -> None:
    (tmp_path / "chroma.sqlite3").write_bytes(b"nothing of the kind" * 500)
    with pytest.raises(Damaged, match="chroma/"):
        VectorStore(tmp_path, "wenju-test")


def test_a_server_that_does_not_answer_is_named(tmp_path: Path) -> None:
    with pytest.raises(ServerUnreachable, match="127.0.0.1:9"):
        VectorStore(tmp_path, "wenju-test", "127.0.0.1:9")
