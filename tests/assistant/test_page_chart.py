"""The chart of figures: only like beside like, in the answer's order, approximate ones marked."""

from dataclasses import replace

from assistant.page.chart import chart
from assistant.service import Assistant
from tests.assistant.asked import ask
from tests.assistant.page_library import census, figure


def drawn(*values, unit="场", alike=True, rough=()):
    held = census(len(values))
    findings = [
        replace(
            one,
            alike=alike,
            figure=replace(figure(), value=value, text=f"{value}{unit}", unit=unit, approximate=place in rough),
        )
        for place, (one, value) in enumerate(zip(held.findings, values, strict=False))
    ]
    answer = replace(held, kind="figure", findings=tuple(findings))
    return chart(answer, {one.number: one for one in answer.citations})


def test_bars_keep_the_order_of_the_answer_and_mark_what_is_approximate():
    html = drawn(5.0, 20.0, rough={1})
    assert html.index("width:25.0%") < html.index("width:100.0%")
    assert html.count("wj-rough") == 1 and html.count("约数") == 1 and "不排名" in html


def test_nothing_is_drawn_of_one_figure_of_unlike_ones_or_of_none_at_all():
    assert drawn(5.0) == drawn(5.0, 20.0, alike=False) == drawn(0.0, 0.0) == ""


def test_shares_are_drawn_on_the_whole():
    assert "width:50.0%" in drawn(50.0, 80.0, unit="%")


def test_figures_are_marked_alike_only_where_unit_meaning_and_status_agree(years_library: Assistant) -> None:
    answer = ask(years_library, "各机关法律咨询有多少人次？")
    marked = [one for one in answer.findings if one.alike]
    assert len({one.figure.unit for one in marked if one.figure}) <= 1
    assert all(one.status == "done" and one.figure for one in marked)
    assert len({one.report for one in marked}) == len(marked) != 1
