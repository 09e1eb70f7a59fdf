"""The shadow for matching: every folded character knows where it came from."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.folding import fold, fold_with_offsets
from tests.corpus.pieces import REPEATABLE, canonical

any_text = st.one_of(canonical, st.text(max_size=60), st.text("２０ab（）％①㎡ﬁ…“”《》 \u3000\u200b年", max_size=40))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2024 年度", "２０２４年度"), ("（一）", "(一)"), ("100％", "100 %"), ("“枫桥经验”", "枫桥经验"), ("《信访指南》", "信访指南"),
        ("ＡＢＣ", "abc"), ("听\u3000证", "听证"), ("「一窗」", "一窗"), ("﻿听证", "听证"), ("12\xa0场", "12场"),
    ],
)  # fmt: skip
def test_two_spellings_of_one_thing_fold_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("三项建议", "三项建设"), ("10件", "100件"), ("2.5%", "25%"), ("一、", "二、")]
)
def test_different_things_fold_differently(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@REPEATABLE
@given(any_text)
def test_each_folded_character_comes_from_the_character_at_its_offset(text: str) -> None:
    folded = fold_with_offsets(text)
    assert folded.text == fold(text)
    assert len(folded.origin) == len(folded.text) + 1
    assert list(folded.origin) == sorted(folded.origin)
    assert folded.origin[-1] == len(text)
    for char, offset in zip(folded.text, folded.origin, strict=False):
        assert char in fold(text[offset])


@REPEATABLE
@given(any_text, st.data())
def test_a_span_of_the_shadow_folds_back_to_itself(text: str, data: st.DataObject) -> None:
    folded = fold_with_offsets(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.source_span(start, end)
    assert 0 <= first <= last <= len(text)
    assert folded.text[start:end] in fold(text[first:last])


@REPEATABLE
@given(any_text)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
