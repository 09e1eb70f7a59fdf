"""Facets of the question before that a message takes back, and levels and agencies that it changes in passing."""

from datetime import date

import pytest

from assistant.question import Question
from assistant.released import RELEASED, released
from assistant.understand import understand
from corpus.report import Report

Reports = tuple[Report, ...]
OF_COUNTIES_IN_2024 = ("哪些机关举行过信访听证？", "只看县级的", "2024年的呢")


def _ask(reports: Reports, *messages: str) -> Question:
    history = [{"role": "user", "content": text} for text in messages[:-1]]
    listed = lambda asked: tuple(filter(asked.facets.admit, reports))  # noqa: E731
    return understand(messages[-1], history, reports, date(2025, 6, 1), listed)


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.matches) for rule in RELEASED])
def test_a_row_matches_its_example_and_not_its_counter_example(rule: object) -> None:
    assert rule.meaning in released(rule.matches) and rule.meaning not in released(rule.rejects)


@pytest.mark.parametrize(
    "message",
    [
        "年份不卡了，全都要", "年份不限了", "年份这个条件去掉吧", "不看年份了", "把年份的限制取消", "年份放开", "时间不限", "drop the year filter",
        "any year", "regardless of the year", "2024年这个限制去掉",
    ],
)  # fmt: skip
def test_the_years_are_let_go_and_the_level_stays(message: str, county_reports: Reports) -> None:
    facets = _ask(county_reports, *OF_COUNTIES_IN_2024, message).facets
    assert (facets.years, facets.levels) == ((), ("county",))


@pytest.mark.parametrize(
    "message",
    [
        "县级这个条件去掉吧",
        "级别不限了",
        "不限级别",
        "层级放开",
        "取消县级的限制",
        "remove the county filter",
        "any level",
    ],
)
def test_the_level_is_let_go_and_the_years_stay(message: str, county_reports: Reports) -> None:
    facets = _ask(county_reports, *OF_COUNTIES_IN_2024, message).facets
    assert (facets.years, facets.levels) == ((2024,), ())


def test_a_level_is_left_out(county_reports: Reports) -> None:
    levels = _ask(county_reports, "哪些机关举行过信访听证？", "除了县级的呢").facets.levels
    assert "county" not in levels and "city" in levels


@pytest.mark.parametrize("message", ["隔壁云坪呢", "邻县云坪区呢", "and its neighbour, Yunping?", "旁边的云坪呢"])
def test_a_neighbour_is_no_topic(message: str, county_reports: Reports) -> None:
    question = _ask(county_reports, "柳川县2024年举行过多少场信访听证？", message)
    assert (question.topic.text, question.facets.agencies) == ("信访听证", ("云坪区信访办公室",))


@pytest.mark.parametrize("message", ["那个省呢", "那个省里呢"])
def test_the_only_agency_of_a_level_is_meant(message: str, county_reports: Reports) -> None:
    question = _ask(county_reports, "柳川县2024年举行过多少场信访听证？", message)
    assert question.facets.agencies == ("南岭省信访局",) or question.facets.levels == ("province",)
