"""A verdict on an answer: marked, kept in the file, shown in the tab, exported, asked again, taken back."""

import json

import pytest

from tests.browser.conftest import ask, served, shoot
from tests.samples import four_samples

pytestmark = pytest.mark.browser

BAD = "应为 9 家 <img src=x onerror=alert(1)>"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    home = tmp_path_factory.mktemp("quality")
    with served(four_samples(home / "reports"), home / "data") as address:
        yield address, home / "data" / "feedback.jsonl"


def lines(file):
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()] if file.exists() else []


def answers(page):
    return page.locator("#wj-chat .bot-row")


@pytest.mark.parametrize("width", [1280, 390])
def test_an_answer_marked_wrong_is_in_the_file_in_the_tab_and_in_the_export(home, visit, width):
    address, file = home
    file.unlink(missing_ok=True)
    page = visit(address, width, 844)
    ask(page, "哪些单位举行过信访听证？")
    ask(page, "那2024年的呢？")
    first, second = answers(page).nth(0), answers(page).nth(1)

    first.locator(".wj-verdict-wrong").click()
    first.get_by_role("button", name="提交").click()
    assert "请选一项原因" in first.locator(".wj-judge-missing").inner_text()
    shoot(page, f"verdict-form-{width}")
    first.get_by_label("漏了机关").check()
    first.locator(".wj-judge textarea").fill(BAD)
    first.get_by_role("button", name="提交").click()
    first.get_by_text("谢谢，已记下").wait_for()
    assert first.locator(".wj-verdict-wrong").get_attribute("aria-pressed") == "true"
    second.locator(".wj-verdict-useful").click()
    second.get_by_text("谢谢，已记下").wait_for()
    kept = lines(file)
    assert [(one["verdict"], one["reason"], one["note"]) for one in kept] == [
        ("wrong", "agency_missed", BAD), ("useful", None, ""),
    ]  # fmt: skip
    assert kept[0]["citations"][0]["quote"] and kept[1]["history"][0]["content"] == "哪些单位举行过信访听证？"

    ask(page, "栖梧区排查了多少条线索？")
    assert first.locator(".wj-verdict-said").is_visible()
    page.click(".wj-tabs [data-tab=quality]")
    shown = page.locator("#wj-tab-quality")
    shown.get_by_text(BAD).wait_for()
    assert shown.locator("img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    shoot(page, f"quality-{width}")
    with page.expect_download() as download:
        shown.get_by_text("导出测试候选题").click()
    exported = [json.loads(line) for line in download.value.path().read_text("utf-8").splitlines()]
    assert [one["expect"] is None for one in exported] == [True, False]

    before = page.locator(".wj-foot").count()
    shown.get_by_role("button", name="那2024年的呢？").click()
    page.wait_for_function(f"document.querySelectorAll('.wj-foot').length === {before + 2}")
    assert page.locator("#wj-chat .wj-q").nth(-2).inner_text().strip() == "哪些单位举行过信访听证？"


def test_a_verdict_is_changed_and_taken_back_by_the_keyboard(home, visit):
    address, file = home
    file.unlink(missing_ok=True)
    page = visit(address)
    ask(page, "哪些单位举行过信访听证？")
    page.focus(".wj-verdict-useful")
    page.keyboard.press("Space")
    page.get_by_text("谢谢，已记下").wait_for()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".wj-judge input:focus")
    page.keyboard.press("Escape")
    page.wait_for_selector(".wj-judge", state="detached")
    assert page.evaluate("document.activeElement.className") == "wj-verdict wj-verdict-wrong"
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.get_by_text("状态判错").wait_for()
    page.get_by_role("button", name="撤回").click()
    page.get_by_text("已撤回").wait_for()
    assert page.locator(".wj-verdict[aria-pressed=true]").count() == 0
    assert [(one["verdict"], one["reason"]) for one in lines(file)] == [
        ("useful", None), ("wrong", "status_wrong"), ("withdrawn", None),
    ]  # fmt: skip
    assert len({one["id"] for one in lines(file)}) == 1


def test_a_file_that_cannot_be_written_gives_a_sentence_and_the_answer_stays(home, browser):
    address, file = home
    file.unlink(missing_ok=True)
    file.mkdir()
    page = browser.new_page(locale="zh-CN")
    page.goto(address)
    page.wait_for_selector("html.wj-ready", state="attached")
    ask(page, "哪些单位举行过信访听证？")
    page.click(".wj-verdict-useful")
    page.get_by_text("回答不受影响").wait_for()
    assert page.locator(".wj-foot").count() == 1
    assert page.locator(".wj-verdict[aria-pressed=true]").count() == 0
    page.close()
    file.rmdir()
