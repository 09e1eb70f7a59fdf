"""The bundled model as it ships: unit vectors, always the same, near for the same matter, without a network."""

from __future__ import annotations

import socket
from pathlib import Path

import numpy as np
import pytest

from index.embedding import BUNDLED, Embedder
from index.errors import StoreError

MAXIMUM_MEGABYTES = 14


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    return Embedder.open()


def cosine(embedder: Embedder, left: str, right: str) -> float:
    first, second = embedder.encode([left, right])
    return float(first @ second)


def test_vectors_are_unit_rows_of_the_promised_shape(embedder: Embedder) -> None:
    texts = ["信访听证", "聘请法律顾问两名。", "english words", "2024年 12 月", "𠮷" * 900] * 60
    vectors = embedder.encode(texts)
    assert vectors.shape == (len(texts), embedder.dimension)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)


@pytest.mark.parametrize("text", ["", " \n", "，。！？", "——……", "\x00", "€§"])
def test_a_text_without_words_gets_one_fixed_unit_vector(embedder: Embedder, text: str) -> None:
    (vector,) = embedder.encode([text])
    assert np.isfinite(vector).all()
    assert float(np.linalg.norm(vector)) == pytest.approx(1.0)
    assert np.array_equal(vector, embedder.encode([""])[0])


def test_no_texts_give_no_rows(embedder: Embedder) -> None:
    assert embedder.encode([]).shape == (0, embedder.dimension)


def test_the_same_text_gives_the_same_vector_in_any_batch(embedder: Embedder) -> None:
    texts = ["领导干部接访下访", "律师值班", "开展普法宣传"]
    together = embedder.encode(texts)
    again = Embedder.open().encode(texts)
    assert np.array_equal(together, again)
    assert np.allclose(together, np.concatenate([embedder.encode([text]) for text in texts]), atol=1e-6)


def test_a_text_ranks_itself_first(embedder: Embedder) -> None:
    texts = [
        "组织听证会两场。",
        "聘请法律顾问一名。",
        "发放宣传资料千余份。",
        "开展业务培训三期。",
        "明年继续推进规范化。",
    ]
    vectors = embedder.encode(texts)
    assert (vectors @ vectors.T).argmax(axis=1).tolist() == list(range(len(texts)))


@pytest.mark.parametrize(
    ("question", "paraphrase", "unrelated"),
    [
        ("请律师帮忙出主意", "聘请法律顾问提供专业意见。", "在广场发放宣传手册。"),
        ("领导下去见老百姓", "县级干部带案下访，接待来访群众。", "完善档案管理制度。"),
        ("怎么给老百姓讲法律", "深入乡村开展普法宣讲活动。", "年内按期办结率达到百分之百。"),
        ("陈年旧案处理得怎样", "集中攻坚信访积案，化解历史遗留问题。", "组织干部参加法律考试。"),
    ],
)
def test_a_paraphrase_is_nearer_than_something_else(
    embedder: Embedder, question: str, paraphrase: str, unrelated: str
) -> None:
    assert cosine(embedder, question, paraphrase) > cosine(embedder, question, unrelated)


def test_width_of_characters_and_case_do_not_matter(embedder: Embedder) -> None:
    assert cosine(embedder, "２０２４年ＡＢ测评", "2024年ab测评") == pytest.approx(1.0, abs=1e-5)


def test_the_bundled_model_uses_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a connection was tried")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert Embedder.open().encode(["信访"]).shape[0] == 1


def test_the_name_tells_models_apart(embedder: Embedder) -> None:
    assert embedder.name.startswith("wenju-static-")
    assert Embedder.open(BUNDLED).name == embedder.name


def test_a_missing_or_broken_folder_is_refused_in_two_languages(tmp_path: Path) -> None:
    (tmp_path / "model.safetensors").write_bytes(b"not a model")
    for folder in (tmp_path, tmp_path / "absent"):
        with pytest.raises(StoreError) as refusal:
            Embedder.open(folder)
        assert str(folder) in refusal.value.chinese
        assert str(folder) in refusal.value.english


def test_the_bundled_folder_stays_small() -> None:
    size = sum(path.stat().st_size for path in BUNDLED.rglob("*") if path.is_file())
    assert size < MAXIMUM_MEGABYTES * 1_000_000
