"""The page that tells of the API, in a browser: drawn under its policy, without a script or another host."""

import sys

import pytest

from tests.browser.conftest import run, shoot

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def described():
    with run([sys.executable, "-m", "tests.assistant.page_server", "--api-docs"]) as address:
        yield address


@pytest.mark.parametrize(("scheme", "ink"), [("light", "rgb(31, 35, 40)"), ("dark", "rgb(230, 227, 220)")])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_of_docs_draws_under_its_policy(described, browser, scheme, ink, width):
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800})
    wrong = []
    page.on("console", lambda said: wrong.append(said.text))
    page.on("request", lambda sent: None if sent.url.startswith(described) else wrong.append(sent.url))
    page.goto(f"{described}api/docs")
    assert page.locator("section h2").count() > 6
    assert page.evaluate("getComputedStyle(document.body).color") == ink
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    shoot(page, f"api-docs-{scheme}-{width}")
    page.close()
    assert wrong == []
