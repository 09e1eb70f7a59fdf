"""Figures of several reports: a table of what they state, reckoned only where they count the same thing exactly."""

import pytest

from assistant.service import Assistant
from tests.assistant.asked import ask


def test_three_years_of_one_agency_stand_in_their_order_with_their_differences(years_library: Assistant) -> None:
    answer = ask(years_library, "禾渡县各年代办事项多少件")
    rows = [line for line in answer.text.splitlines() if line.startswith("| 禾渡")]
    assert [row.split("|")[2].strip() for row in rows] == ["2023", "2024", "2025"]
    assert [row.split("|")[3].strip() for row in rows] == ["**419件**", "**536件**", "**588件**"]
    assert "＝117" in answer.text and "＝52" in answer.text and answer.arranged


def test_like_figures_are_added_and_shown_with_their_terms(years_library: Assistant) -> None:
    answer = ask(years_library, "禾渡县各年代办事项多少件，一共多少件")
    assert "＝1543" in answer.text and "419[" in answer.text.split("算得：")[-1]


@pytest.mark.parametrize("question", ["禾渡县2024年比2023年代办事项增加了多少件"])
def test_a_change_that_no_report_states_is_reckoned(question: str, years_library: Assistant) -> None:
    answer = ask(years_library, question)
    assert {found.figure.text for found in answer.findings if found.figure} == {"419件", "536件"}
    assert "增加，算得：536[" in answer.text


def test_a_change_that_the_report_states_is_quoted_first(years_library: Assistant) -> None:
    answer = ask(years_library, "禾渡县2024年代办事项比上一年度的多多少件")
    assert answer.findings[0].figure is not None


def test_the_same_people_are_not_added_up_over_the_years(years_library: Assistant) -> None:
    answer = ask(years_library, "禾渡县各年信访代理员多少名，一共多少名")
    assert "重复" in answer.text and "＋" not in answer.text


def test_figures_of_different_years_and_places_are_not_added_up(sample_library: Assistant) -> None:
    answer = ask(sample_library, "各家一共培训了多少人次，合计多少")
    assert "年度不同" in answer.text and "＋" not in answer.text


def test_unlike_figures_are_not_added_and_the_reason_is_said(real_library: Assistant) -> None:
    answer = ask(real_library, "一共培训了多少人，能不能加总")
    assert "不相加" in answer.text and "单位不同" in answer.text and "约数" in answer.text
    assert "算得" not in answer.text
    assert answer.text.count("\n| ") >= 5


def test_figures_of_different_things_stand_apart(real_library: Assistant) -> None:
    answer = ask(real_library, "复议和复查复核各家的数")
    assert [found.figure.text for found in answer.findings if found.figure] == ["5件"]
    assert {found.topic for found in answer.findings} == {"行政复议", "复查复核"}
    assert "不相加" in answer.text
