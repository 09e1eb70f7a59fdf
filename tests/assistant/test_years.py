"""Covered years in a question, absolute, relative and in ranges; dates and terms with numbers are none."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.years import find_years

TODAY = date(2026, 3, 1)
HELD = (2022, 2023, 2024, 2025)


def _years(text: str) -> tuple[int, ...]:
    return find_years(text, HELD, TODAY).years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("柳川县2024年听证多少场", (2024,)), ("柳川县2024年度报告", (2024,)), ("2024 年的听证", (2024,)), ("2024听证", (2024,)), ("听证2024", (2024,)),
        ("24年听证多少场", (2024,)), ("23年度报告", (2023,)), ("2022-2024年听证", (2022, 2023, 2024)), ("2022年至2024年", (2022, 2023, 2024)),
        ("2022到2024年", (2022, 2023, 2024)), ("2022—2023年", (2022, 2023)), ("2023年和2024年", (2023, 2024)), ("去年听证", (2025,)), ("前年听证", (2024,)),
        ("上一年的听证", (2025,)), ("近三年听证", (2023, 2024, 2025)), ("最近两年", (2024, 2025)), ("（2024年报告）听证", (2024,)), ("2024年、2024年", (2024,)),
        ("hearings in 2024", (2024,)), ("２０２４ 年的听证", (2024,)), ("２０２２—２０２３年", (2022, 2023)), ("哪些机关开过听证", ()), ("12345热线", ()), ("受理1024件", ()), ("五年规划", ()), ("2022年以来的积案", ()),
        ("“八五”普法", ()), ("连续3年", ()),
    ],
)  # fmt: skip
def test_the_years_of_a_question_are_read(text: str, years: tuple[int, ...]) -> None:
    assert _years(text) == years


def test_the_rest_of_the_question_has_no_year() -> None:
    rest = find_years("柳川县2024年、去年、24年听证多少场", HELD, TODAY).rest
    assert "24" not in rest and "去年" not in rest
    assert "柳川县" in rest and "听证多少场" in rest


def test_last_year_follows_the_clock() -> None:
    assert find_years("去年", HELD, date(2024, 1, 1)).years == (2023,)


def test_recent_years_count_back_from_the_last_held_not_after_today() -> None:
    assert find_years("近两年", (2022, 2023), TODAY).years == (2022, 2023)
    assert find_years("近两年", (2022, 2023, 2030), TODAY).years == (2022, 2023)
    assert find_years("近两年", (), TODAY).years == (2025, 2026)


@settings(deadline=None, max_examples=100, derandomize=True, database=None)
@given(st.text("0123456789年月日至-—到去前近两三（）报告度听证 ", max_size=30))
def test_any_text_gives_years_of_this_century_once_each(text: str) -> None:
    found = find_years(text, HELD, TODAY).years
    assert len(found) == len(set(found))
    assert all(2000 <= year < 2100 for year in found)
