"""Numbers, Arabic and Chinese, become values; anything else becomes none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.numerals import value_of
from tests.corpus.pieces import REPEATABLE

_CHARS = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("number", "value"),
    [
        ("0", 0), ("86", 86), ("1,058", 1058), ("1，058", 1058), ("12,345,678", 12345678), ("2.5", 2.5), ("5万", 50000), ("1.3万", 13000), ("2 千", 2000),
        ("3亿", 3e8), ("1.2亿", 1.2e8), ("6百", 600), ("3百万", 3e6), ("1 058", 1058), ("零", 0), ("〇", 0), ("一", 1), ("两", 2), ("十", 10), ("十五", 15),
        ("二十", 20), ("二十七", 27), ("一百", 100), ("一百零八", 108), ("一百一十", 110), ("三百六十五", 365), ("三千二百", 3200), ("一千零一", 1001),
        ("一万", 10000), ("两万三千", 23000), ("十二万", 120000), ("一亿", 1e8),
    ],
)  # fmt: skip
def test_a_number_has_its_value(number: str, value: float) -> None:
    assert value_of(number) == value


@pytest.mark.parametrize("text", ["", "数", "若干", "几十", "一些", "两三个", "A", "1.2.3", "%"])
def test_what_is_no_number_has_no_value(text: str) -> None:
    assert value_of(text) is None


def _written(value: int) -> str:
    """Write a number below 10,000 as Chinese does."""
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // unit % 10
        if digit:
            text += ("零" if gap and text else "") + _CHARS[digit] + name
            gap = False
        else:
            gap = bool(text)
    return text


@REPEATABLE
@given(st.integers(1, 9999))
def test_every_chinese_number_below_ten_thousand_is_read_back(value: int) -> None:
    assert value_of(_written(value)) == value
    assert value_of(_written(value) + "万") == value * 10_000


@REPEATABLE
@given(st.integers(0, 10**9))
def test_every_arabic_number_is_read_back_with_or_without_separators(value: int) -> None:
    assert value_of(str(value)) == value == value_of(f"{value:,}") == value_of(f"{value:,}".replace(",", "，"))


@REPEATABLE
@given(st.text(max_size=12))
def test_any_text_gives_a_number_or_none(text: str) -> None:
    assert value_of(text) is None or value_of(text) >= 0
