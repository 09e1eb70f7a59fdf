"""Vectors of texts that come with the program, kept in the data folder: to encode them takes a second of every start.

A file holds the vectors of one list of texts with a hash of the texts and the model, so that it is made anew when
either changes. It is only a copy: one that is missing, damaged or cannot be written costs time, nothing else.
"""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.indexes import Encoder
from index.vectors import Matrix


def lasting(folder: Path, name: str, texts: Sequence[str], encoder: Encoder, *, keep: bool) -> Matrix:
    """Return the unit vectors of some texts, from the file of that name where it holds these.

    :param keep: whether the file may be written.
    """
    path = folder / f"{name}.npz"
    key = _key(texts, encoder)
    held = _load(path, key)
    if held is not None and held.shape == (len(texts), encoder.dimension):
        return held
    made = encoder.encode(texts)
    if keep:
        _save(path, key, made)
    return made


def _key(texts: Sequence[str], encoder: Encoder) -> str:
    return hashlib.sha256("\n".join((encoder.name, *texts)).encode()).hexdigest()


def _load(path: Path, key: str) -> Matrix | None:
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as kept:
            return kept["vectors"] if str(kept["key"]) == key else None
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return None


def _save(path: Path, key: str, vectors: Matrix) -> None:
    fresh = path.with_suffix(".tmp")
    try:
        with fresh.open("wb") as file:
            np.savez(file, key=np.array(key), vectors=vectors)
        os.replace(fresh, path)
    except OSError:
        fresh.unlink(missing_ok=True)
