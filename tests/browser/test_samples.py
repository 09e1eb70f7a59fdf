"""The bundled samples: what a newcomer sees first."""

import pytest

from tests.browser.conftest import ask, served, shoot

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with served(None, tmp_path_factory.mktemp("data")) as address:
        yield address


@pytest.mark.parametrize("width", [1280, 1000, 390])
def test_an_example_question_is_answered_and_its_quote_opens(address, visit, width):
    page = visit(address, width, 844)
    shoot(page, f"samples-{width}-start")
    page.locator(".wj-ask.zh").first.click()
    page.wait_for_selector(".wj-foot")
    shoot(page, f"samples-{width}-answer")
    page.locator("a.cite").first.click()
    page.wait_for_selector(".wj-s.strong")
    shoot(page, f"samples-{width}-reader")


def test_a_census_accounts_for_every_sample(address, visit):
    page = visit(address)
    ask(page, "哪些机关举行过信访听证？")
    shoot(page, "samples-census")
    searched = page.locator(".wj-done-line").inner_text()
    page.click("[data-tab=reports]")
    page.wait_for_selector("tr[data-report]")
    held = page.locator("tr[data-report]").count()
    assert f"{held} / {held}" in searched


def test_a_question_outside_the_library_is_declined_calmly(address, visit):
    page = visit(address)
    ask(page, "火星信访局举行过听证吗？")
    shoot(page, "samples-declined")
    assert page.locator(".wj-lead, .wj-body").first.inner_text().strip()
