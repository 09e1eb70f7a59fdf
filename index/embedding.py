"""Texts in, unit vectors out: the only file that knows sentence-transformers.

The bundled model sits in ``index/model``, needs no network, and is read without the library (``static.py``). The heavy
import happens when another model is opened, never when this file is imported. Not here: how the model was made
(``index/train``) and what is done with the vectors.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from index.errors import StoreError
from index.static import StaticModel, open_static

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

BUNDLED = Path(__file__).parent / "model"
BUNDLED_NAME = "wenju-static"
BATCH = 256  # bounds memory: a folder of 100,000 passages is encoded in the same space as one report
THREADS = 2  # a table lookup gains nothing from more, and the page's own threads need the rest
SMALLEST_NORM = 1e-6  # below it the direction is rounding error
HASH_DIGITS = 12


class Embedder:
    """Turn texts into unit vectors with one model, one batch at a time.

    :param name: what the store remembers of the model; differs as soon as a weight or the tokenizer differs.
    :param model: the loaded model.
    """

    def __init__(self, name: str, model: SentenceTransformer | StaticModel) -> None:
        self.name = name
        self._model = model
        self._turn = threading.Lock()
        self.dimension = int(self._encode_batch(["信访"]).shape[1])

    @classmethod
    def open(cls, model: str | Path | None = None) -> Embedder:
        """Load the bundled model, or one from a folder or a model hub.

        :param model: ``None`` for the bundled one, else a folder or a hub name.
        :return: the loaded model; opening costs seconds the first time, when the library is imported.
        :raises StoreError: when the folder or the hub gives no usable model.
        """
        _calm_cores()
        folder = BUNDLED if model is None else Path(model)
        try:
            if folder.is_dir():
                return cls(_name_of_folder(folder), open_static(folder) or _load(str(folder), offline=True))
            if model is None or isinstance(model, Path):
                raise FileNotFoundError(folder)
            return cls(model, _load(model, offline=False))
        except Exception as error:  # the loader's own errors have no common ancestor below Exception
            where = folder if model is None else model
            raise StoreError(
                f"无法加载向量模型 {where}：{error}。请检查模型目录是否完整，或重新安装本软件。",
                f"The embedding model {where} cannot be loaded: {error}. "
                "Check that its folder is complete, or install this software again.",
            ) from error

    def encode(self, texts: Sequence[str]) -> np.ndarray:
        """Return one unit vector for each text, in order.

        A text without any known word (empty, only punctuation) gets one fixed unit vector: the store refuses NaN and
        silently accepts zero, which it then cannot rank.

        :param texts: any texts, of any length, in any number.
        :return: float32, shape ``(len(texts), dimension)``, every row of length 1.
        """
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        with self._turn:
            batches = [self._encode_batch(texts[start : start + BATCH]) for start in range(0, len(texts), BATCH)]
        return np.concatenate(batches)

    def _encode_batch(self, texts: Sequence[str]) -> np.ndarray:
        """Encode at most ``BATCH`` texts."""
        if isinstance(self._model, StaticModel):
            return _unit_rows(self._model.means(texts))
        vectors = self._model.encode(list(texts), batch_size=BATCH, show_progress_bar=False, convert_to_numpy=True)
        return _unit_rows(np.asarray(vectors, dtype=np.float32))


def _calm_cores() -> None:
    """Multiply matrices on one core: threads fight for cores that are busy, 15 ms become 400."""
    from threadpoolctl import threadpool_limits

    threadpool_limits(limits=1, user_api="blas")


def _unit_rows(vectors: np.ndarray) -> np.ndarray:
    """Scale rows to length 1; a row without direction becomes the first axis.

    >>> _unit_rows(np.array([[0.0, 2.0], [0.0, 0.0], [np.nan, 1.0]], dtype=np.float32)).tolist()
    [[0.0, 1.0], [1.0, 0.0], [1.0, 0.0]]
    """
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    lost = ~(np.isfinite(norms[:, 0]) & (norms[:, 0] > SMALLEST_NORM))
    norms[lost] = 1.0
    units = np.array(vectors / norms, dtype=np.float32)
    units[lost] = 0.0
    units[lost, 0] = 1.0
    return units


def _load(model: str, *, offline: bool) -> SentenceTransformer:
    """Import the library and load one model on the processor."""
    if offline:
        os.environ["HF_HUB_OFFLINE"] = "1"
    import torch
    from sentence_transformers import SentenceTransformer

    torch.set_num_threads(THREADS)
    return SentenceTransformer(model, device="cpu", local_files_only=offline)


def _name_of_folder(folder: Path) -> str:
    """Name a model by its folder and the content of its weights and tokenizer.

    :raises FileNotFoundError: when the folder holds no weights.
    """
    weights = sorted(path for pattern in ("*.safetensors", "*.bin") for path in folder.rglob(pattern))
    if not weights:
        raise FileNotFoundError(f"{folder}/*.safetensors")
    digest = hashlib.sha256()
    for path in [*weights, *sorted(folder.rglob("tokenizer.json"))]:
        digest.update(path.read_bytes())
    stem = BUNDLED_NAME if folder.resolve() == BUNDLED.resolve() else folder.name
    return f"{stem}-{digest.hexdigest()[:HASH_DIGITS]}"
