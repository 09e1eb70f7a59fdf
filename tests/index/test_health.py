from __future__ import annotations

import os
from pathlib import Path

import pytest

from index import health
from index.errors import Damaged


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "chroma").mkdir()
    (tmp_path / "chroma" / "data.bin").write_bytes(b"12345678")
    (tmp_path / "library.sqlite3").write_bytes(b"abc")
    (tmp_path / "library.sqlite3-wal").write_bytes(b"passing")
    health.note(tmp_path)
    return tmp_path


def test_unchanged_files_are_known(folder: Path) -> None:
    (folder / "library.sqlite3-wal").unlink()
    assert health.known(folder)


def test_a_copy_with_other_times_is_known(folder: Path) -> None:
    os.utime(folder / "library.sqlite3", (1, 1))
    assert health.known(folder)


def test_each_kind_of_change_is_named(folder: Path) -> None:
    path = folder / "chroma" / "data.bin"
    for content in (b"12345670", b"1234", b""):
        path.write_bytes(content)
        with pytest.raises(Damaged, match="chroma/data.bin"):
            health.known(folder)
    path.unlink()
    with pytest.raises(Damaged, match="chroma/data.bin"):
        health.known(folder)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"a": 1}', b"\xff\xff"])
def test_without_a_readable_note_the_health_is_unknown(folder: Path, content: bytes) -> None:
    (folder / health.FILE).write_bytes(content)
    assert not health.known(folder)


def test_a_forgotten_note_is_gone(folder: Path) -> None:
    health.forget(folder)
    health.forget(folder)
    assert not health.known(folder)
