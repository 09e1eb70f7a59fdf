from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from index import probe
from index.errors import Damaged
from index.store import Index
from tests.index import made


@pytest.fixture
def folder(opened: Callable[..., Index], tmp_path: Path) -> tuple[Path, str]:
    index = opened(made.folder(tmp_path / "reports", 3), tmp_path / "data")
    index.sync()
    assert index._opened is not None
    place, collection = index._opened.folder, index._opened.library.manifest()["collection"]
    index.close()
    return place, collection


def test_a_sound_index_passes(folder: tuple[Path, str]) -> None:
    probe.probe(*folder, None)


def test_a_part_that_raises_is_named(folder: tuple[Path, str]) -> None:
    (folder[0] / "lexical" / "meta.json").write_bytes(b"\x00")
    with pytest.raises(Damaged, match="lexical/"):
        probe.probe(*folder, None)


def test_a_part_that_crashes_python_is_named(folder: tuple[Path, str], monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import os, signal; print('chroma/', flush=True); os.kill(os.getpid(), signal.SIGSEGV)"
    original = probe.subprocess.run
    monkeypatch.setattr(
        probe.subprocess, "run", lambda command, **options: original([command[0], "-c", code], **options)
    )
    with pytest.raises(Damaged, match=r"chroma/.*-11"):
        probe.probe(*folder, None)


def test_a_missing_part_is_named_before_anything_is_made_anew(folder: tuple[Path, str]) -> None:
    (folder[0] / "chroma" / "chroma.sqlite3").unlink()
    with pytest.raises(Damaged, match="chroma.sqlite3"):
        probe.probe(*folder, None)
    assert not (folder[0] / "chroma" / "chroma.sqlite3").exists()
