"""Vectors kept in the data folder: made once for the same texts and model, anew for others, never trusted blindly."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from index.lasting import lasting

TEXTS = ("开听证会", "聘请律师")


class Counting:
    name, dimension = "one", 2

    def __init__(self) -> None:
        self.calls = 0

    def encode(self, texts):
        self.calls += 1
        return np.array([[len(text), self.calls] for text in texts], dtype=np.float32)


def test_the_same_texts_are_encoded_once_and_others_anew(tmp_path: Path) -> None:
    encoder = Counting()
    first = lasting(tmp_path, "asked", TEXTS, encoder, keep=True)
    assert (lasting(tmp_path, "asked", TEXTS, encoder, keep=True) == first).all()
    assert encoder.calls == 1
    lasting(tmp_path, "asked", TEXTS[::-1], encoder, keep=True)
    assert encoder.calls == 2
    encoder.name = "another"
    lasting(tmp_path, "asked", TEXTS[::-1], encoder, keep=True)
    assert encoder.calls == 3


@pytest.mark.parametrize("content", [b"", b"no archive", b"PK\x03\x04 cut"])
def test_a_damaged_file_is_made_anew(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "asked.npz").write_bytes(content)
    encoder = Counting()
    lasting(tmp_path, "asked", TEXTS, encoder, keep=True)
    lasting(tmp_path, "asked", TEXTS, encoder, keep=True)
    assert encoder.calls == 1


def test_a_flipped_byte_is_noticed(tmp_path: Path) -> None:
    encoder = Counting()
    lasting(tmp_path, "asked", TEXTS, encoder, keep=True)
    path = tmp_path / "asked.npz"
    content = bytearray(path.read_bytes())
    at = content.index(np.float32(len(TEXTS[0])).tobytes())
    content[at] ^= 0xFF
    path.write_bytes(content)
    lasting(tmp_path, "asked", TEXTS, encoder, keep=True)
    assert encoder.calls == 2


def test_a_reader_writes_nothing(tmp_path: Path) -> None:
    lasting(tmp_path, "asked", TEXTS, Counting(), keep=False)
    assert not list(tmp_path.iterdir())
