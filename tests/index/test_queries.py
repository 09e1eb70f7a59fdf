from __future__ import annotations

import pytest

from index.queries import MOST_GRAMS, asked, grams, pairs


@pytest.mark.parametrize(
    ("question", "rest"),
    [
        ("哪些单位开展了培训？", "单位开展了培训？"),
        ("请介绍一下领导接访的情况", "介绍一下领导接访的情况"),
        ("群众申请听证了吗", "群众申请听证"),
        ("列出清单的有几家", "清单的有 家"),
        ("多少", "多少"),
        ("   ", ""),
    ],
)
def test_words_that_only_ask_are_cut(question: str, rest: str) -> None:
    assert asked(question) == rest


def test_no_pair_reaches_across_a_cut_or_a_mark() -> None:
    assert pairs("培训多少场，次") == ("培训",)
    assert "训场" not in grams("培训多少场")
    assert "场次" not in pairs("场，次")


def test_width_and_case_are_folded() -> None:
    assert grams("ＡＰＰ") == grams("app")


def test_a_page_pasted_as_a_question_is_bounded() -> None:
    page = "".join(chr(0x4E00 + number) for number in range(5000))
    assert len(grams(page)) == len(pairs(page)) == MOST_GRAMS
