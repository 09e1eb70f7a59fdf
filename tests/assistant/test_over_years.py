"""Years side by side: one agency, one unit, the same thing, done; everything else is said to be unlike, with why."""

from decimal import Decimal

from assistant.over_years import over_years
from assistant.service import Assistant
from corpus.parse import parse
from corpus.report import Report


def _report(year: int, work: str, plan: str = "", agency: str = "柳川县信访局") -> Report:
    text = f"{agency}{year}年度法治政府建设工作报告\n一、工作情况\n{work}\n二、下步计划\n{plan or '继续抓好落实。'}"
    return parse(text, f"{agency}{year}.txt", f"{agency}{year}")


def test_the_same_thing_in_one_unit_is_set_side_by_side_with_its_difference() -> None:
    found = over_years((_report(2023, "全年举行信访听证会12场。"), _report(2024, "全年召开公开听证15场。")))
    (series,) = found.series
    assert [(one.report.year, one.figure.text) for one in series.figures] == [(2023, "12场"), (2024, "15场")]
    assert series.step(1) == Decimal(3) and found.single == 0


def test_an_approximate_number_stands_beside_but_no_difference_is_taken() -> None:
    (series,) = over_years(
        (_report(2023, "全年举行信访听证会12场。"), _report(2024, "全年举行信访听证会20余场。"))
    ).series
    assert series.step(1) is None


def test_one_year_and_other_agencies_are_never_compared() -> None:
    alone = over_years((_report(2024, "全年举行信访听证会12场。"),))
    assert (alone.series, alone.single) == ((), 1)
    two = over_years(
        (_report(2023, "全年举行信访听证会12场。"), _report(2024, "全年举行信访听证会9场。", agency="云坪区信访局"))
    )
    assert (two.series, two.single) == ((), 2)


def test_another_unit_qualifier_or_status_is_unlike_and_says_why() -> None:
    unit = over_years((_report(2023, "全年举行信访听证会12场。"), _report(2024, "全年举行信访听证会15次。")))
    assert unit.series == () and [one.why for one in unit.unlike] == ["unit"]
    apart = over_years((_report(2023, "县级领导接访56批。"), _report(2024, "乡镇领导接访40批。")))
    assert apart.series == () and [one.why for one in apart.unlike] == ["apart"]
    target = over_years(
        (_report(2023, "全年举行信访听证会12场。"), _report(2024, "形势平稳。", "全年举行信访听证会15场。"))
    )
    assert target.series == () and [one.why for one in target.unlike] == ["status"]


def test_two_values_of_one_year_are_no_clear_match() -> None:
    found = over_years(
        (_report(2023, "全年举行信访听证会12场。"), _report(2024, "举行信访听证会3场。又举行信访听证会9场。"))
    )
    assert found.series == ()


def test_a_county_with_three_years_is_compared_in_the_samples(years_library: Assistant) -> None:
    found = over_years(years_library.reports)
    longest = max(found.series, key=lambda one: len(one.figures))
    assert [one.report.year for one in longest.figures] == [2023, 2024, 2025]
    assert {one.agency for one in found.series} == {"禾渡县信访局"}
    for series in found.series:
        assert len({one.figure.unit for one in series.figures}) == 1 and {one.status for one in series.figures} == {
            "done"
        }
