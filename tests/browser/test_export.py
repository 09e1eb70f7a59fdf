"""Answers saved from the page: what the browser brings is the document, and the page stays as it is."""

import csv
import io
import re

import pytest
from docx import Document

from assistant.settings import SAMPLES
from corpus.parse import read_report
from tests.browser.conftest import ask, served
from tests.samples import FOUR, four_samples

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    home = tmp_path_factory.mktemp("export")
    with served(four_samples(home / "reports"), home / "data") as address:
        yield address


def saved(page, link):
    with page.expect_download() as download:
        link.click()
    return download.value.suggested_filename, download.value.path().read_bytes()


@pytest.mark.parametrize("width", [1280, 390])
def test_the_word_file_of_an_answer_holds_its_quotes_and_the_chat_s_holds_all(address, visit, width):
    page = visit(address, width, 844)
    assert not page.locator("#wj-export-all").is_visible()
    ask(page, "哪些机关举行过信访听证？")
    ask(page, "栖梧区排查了多少条线索？")
    first, whole = page.locator("#wj-chat .wj-export").first, page.locator("#wj-export-all")
    name, content = saved(page, first.get_by_text("Word"))
    assert name == "问据-哪些机关举行过信访听证.docx"
    paragraphs = Document(io.BytesIO(content)).paragraphs
    quotes = [one.text for one in paragraphs if one.style.name == "Quote"]
    texts = [read_report(SAMPLES / file, SAMPLES).text for file in FOUR]
    assert len(quotes) >= 3 and all(any(quote in text for text in texts) for quote in quotes)
    name, content = saved(page, whole.get_by_text("CSV"))
    assert name == "问据-哪些机关举行过信访听证-等2问.csv"
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert len({row["问题"] for row in rows}) == 2
    numbers = [int(row["出处序号"]) for row in rows if row["出处序号"]]
    assert len(numbers) == len(set(numbers))
    assert page.locator(".wj-foot").count() == 2
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_reaches_the_links_in_order_and_enter_saves(invented, visit):
    page = visit(invented)
    ask(page, "哪些机关举行过听证？")
    page.focus(".wj-copy")
    reached = []
    for _ in range(4):
        page.keyboard.press("Tab")
        reached.append(page.evaluate("document.activeElement.textContent"))
    assert reached == ["链接", "Word", "Markdown", "CSV"]
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename.endswith(".csv")
    page.click("[data-do=new]")
    page.wait_for_selector("#wj-export-all", state="hidden")


def test_an_answer_that_is_no_longer_kept_is_told_and_the_page_stays(browser, invented):
    page = browser.new_page(locale="zh-CN")
    page.goto(invented)
    page.wait_for_selector("html.wj-ready", state="attached")
    ask(page, "哪些机关举行过听证？")
    page.route(re.compile("/wenju/export/"), lambda route: route.fulfill(status=404, body=""))
    page.locator("#wj-chat a.wj-save").first.click()
    page.wait_for_selector("#wj-lost")
    assert "重新提问" in page.locator("#wj-lost").inner_text()
    assert page.locator(".wj-foot").count() == 1
    page.close()
