from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest

from index.errors import Busy, NotWritable
from index.lock import FolderLock


def test_a_second_owner_is_refused_until_the_first_lets_go(tmp_path: Path) -> None:
    first = FolderLock(tmp_path / "data")
    with pytest.raises(Busy) as caught:
        FolderLock(tmp_path / "data")
    assert "in use by another Wenju process" in caught.value.message("en")
    first.release()
    first.release()
    FolderLock(tmp_path / "data").release()


def test_waiting_gets_it(tmp_path: Path) -> None:
    first = FolderLock(tmp_path)
    threading.Timer(0.2, first.release).start()
    started = time.monotonic()
    FolderLock(tmp_path, wait=5).release()
    assert time.monotonic() - started < 4


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(NotWritable, match="file"):
        FolderLock(tmp_path / "file" / "data")
