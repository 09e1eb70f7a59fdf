"""Misspelt words are read as the reports write them; words that are right stay as they are."""

import pytest

from assistant.spelling import mended
from corpus.parse import parse

REPORT = parse(
    "柳川县信访局2024年度法治政府建设工作报告\n一、工作情况\n选聘信访代理员12名，业务培训班办了三期，发手册50册，新手册已印。举办灯谜会1场。",
    "s.txt",
    "s",
)


@pytest.mark.parametrize(
    ("typed", "right"),
    [
        ("代里员有几名", "代理员有几名"),
        ("发了多少手测", "发了多少手册"),
        ("夜校办了几其", "夜校办了几期"),
        ("听正会开了几场", "听证会开了几场"),
    ],
)
def test_a_word_that_is_none_is_read_as_one_of_the_same_sound(typed: str, right: str) -> None:
    assert mended(typed, (REPORT,)) == right


@pytest.mark.parametrize(
    "text", ["业务培训办了几期", "请人大代表来评议", "那些人跑到那边去了", "第三十一条", "多少天", "教大家别上当"]
)
def test_words_that_are_right_stay(text: str) -> None:
    assert mended(text, (REPORT,)) == text
