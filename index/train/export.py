"""Write the model as a folder that sentence-transformers loads as it is, with int8 rows and a scale for each."""

from __future__ import annotations

import tempfile
from pathlib import Path
from shutil import copytree

import numpy as np
from safetensors.numpy import save_file
from tokenizers import Tokenizer

LARGEST = 127


def quantise(vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return int8 rows and their float32 scales.

    >>> rows, scales = quantise(np.array([[0.5, -1.0], [0.0, 0.0]], dtype=np.float32))
    >>> rows.tolist()
    [[64, -127], [0, 0]]
    """
    scales = np.abs(vectors).max(axis=1) / LARGEST
    safe = np.where(scales > 0, scales, 1.0)
    return np.rint(vectors / safe[:, None]).astype(np.int8), scales.astype(np.float32)


def save(vectors: np.ndarray, tokenizer: Tokenizer, folder: Path) -> None:
    """Write the model folder; a model card already there stays."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding

    static = StaticEmbedding(tokenizer, embedding_weights=vectors)
    model = SentenceTransformer(modules=[static, Normalize()], device="cpu")
    with tempfile.TemporaryDirectory() as scratch:
        model.save_pretrained(scratch, create_model_card=False)
        weights = next(Path(scratch).rglob("model.safetensors"))
        rows, scales = quantise(vectors)
        save_file({"embeddings": rows, "weights": scales}, weights)
        weights.chmod(0o644)
        copytree(scratch, folder, dirs_exist_ok=True)
