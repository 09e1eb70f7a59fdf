"""The question everyone asks, over the real reports: who held hearings, and what do the reports say of it."""

import re

import pytest

from tests.browser.conftest import ask, served, shoot

pytestmark = pytest.mark.browser
QUESTION = "哪些机关举行过信访听证？"


@pytest.fixture(scope="module")
def address(real_reports, tmp_path_factory):
    with served(real_reports, tmp_path_factory.mktemp("data")) as address:
        yield address


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_nobody_held_a_hearing_and_both_quotes_open(address, visit, width, scheme):
    page = visit(address, width, 800 if width > 900 else 844, scheme)
    shoot(page, f"real-{width}-{scheme}-start")
    ask(page, QUESTION)
    shoot(page, f"real-{width}-{scheme}-answer")
    groups = [re.sub(r"\s+", "", text) for text in page.locator(".wj-group").all_inner_texts()]
    assert groups == ["■制度建设·1家", "▲计划开展·1家"]
    assert "未提及 · 3 家" in page.locator(".wj-silent summary").inner_text()
    assert "5 / 5" in page.locator(".wj-done-line").inner_text()
    for group, words in ((0, "听证办法"), (1, "评查+听证+社会评价")):
        link = page.locator(".wj-group").nth(group).locator("xpath=following-sibling::div[1]").locator("a.cite").first
        link.click()
        page.wait_for_selector(".wj-s.strong")
        assert words in page.locator(".wj-s.strong").first.inner_text()
        check_in_view(page)
        shoot(page, f"real-{width}-{scheme}-quote{group}")
        page.click(".wj-report [data-do=close]")


def check_in_view(page):
    strong = page.locator(".wj-s.strong").first.bounding_box()
    doc = page.locator(".wj-doc").bounding_box()
    assert doc["y"] <= strong["y"] <= doc["y"] + doc["height"] * 0.5


def test_next_walks_through_the_quotes_of_the_answer(address, visit):
    page = visit(address)
    ask(page, QUESTION)
    page.locator("a.cite").first.click()
    page.wait_for_selector(".wj-s.strong")
    total = int(page.locator(".wj-count b").inner_text().split("/")[1])
    seen = set()
    for _ in range(total):
        seen.add(page.locator(".wj-count b").inner_text())
        page.click("[data-do=next]")
        page.wait_for_timeout(200)
    assert len(seen) == total


def test_a_report_opens_within_300_ms(address, visit):
    page = visit(address)
    page.click("[data-tab=reports]")
    shoot(page, "real-library")
    taken = page.evaluate(
        """async () => { const times = []; for (const row of document.querySelectorAll('tr[data-report]')) {
        const shown = () => document.querySelector(`.wj-report[data-report="${CSS.escape(row.dataset.report)}"]`);
        const began = performance.now(); row.click();
        while (!shown()) await new Promise(requestAnimationFrame);
        times.push(performance.now() - began); } return times; }"""
    )
    assert len(taken) == 5 and min(taken) < 300, "the quickest of five, since tests run side by side"


def test_a_ticked_year_narrows_the_question(address, visit):
    page = visit(address)
    page.check("input[data-facet=years][value='2024']")
    ask(page, QUESTION)
    text = page.locator(".wj-done-line").inner_text()
    searched = re.search(r"(\d+) / 5", text)
    assert searched
    assert int(searched[1]) < 5
