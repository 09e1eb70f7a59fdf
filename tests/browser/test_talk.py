"""The conversation: stop, ask again, edit, what the browser keeps of it, links that ask, and a service that goes away."""

from urllib.parse import parse_qs, quote, urlsplit

import pytest

from tests.browser.conftest import ask, shoot

pytestmark = pytest.mark.browser
BOX = "#wj-input textarea"
SLOW = "慢听证？"


def said(page):
    return [text.strip() for text in page.locator(".wj-q").all_inner_texts()]


def still(page):
    page.wait_for_function("!document.documentElement.matches('.wj-asking, .wj-resuming')")


def asked(page, *questions):
    for question in questions:
        ask(page, question)
        still(page)


def again(page):
    page.reload()
    page.wait_for_selector("html.wj-ready", state="attached")
    page.wait_for_selector(".wj-reply")
    still(page)


def drawer(page):
    page.locator(".wj-talks-open:visible").click()
    page.wait_for_selector(".wj-talks-list li")


def titles(page):
    return page.locator(".wj-talk-open").all_inner_texts()


def test_a_question_is_stopped_and_asked_again(invented, visit):
    page = visit(invented, 390, 844)
    page.fill(BOX, SLOW)
    page.press(BOX, "Enter")
    page.wait_for_selector(".wj-wait")
    assert page.locator("#wj-send").inner_text() == "停止"
    page.click("#wj-send")
    page.wait_for_selector(".wj-stopped", timeout=1500)
    still(page)
    shoot(page, "talk-stopped")
    assert (said(page), page.locator("#wj-send").inner_text()) == ([SLOW], "发送")
    assert "已停止" in page.locator(".wj-stopped").inner_text()
    page.locator(".wj-stopped .wj-redo").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".wj-foot")
    assert said(page) == [SLOW] and page.locator(".wj-stopped").count() == 0


def test_asking_again_and_editing_replace_what_came_after(invented, visit):
    page = visit(invented)
    asked(page, "第一问？", "第二问？", "第三问？")
    page.fill(BOX, "没写完的")
    page.locator(".wj-edit").nth(1).focus()
    page.keyboard.press("Enter")
    assert (page.input_value(BOX), page.locator(".wj-editing").is_visible()) == ("第二问？", True)
    page.press(BOX, "Escape")
    assert (page.input_value(BOX), page.locator(".wj-editing").is_visible()) == ("没写完的", False)
    page.fill(BOX, "")
    page.locator(".wj-edit").nth(1).focus()
    page.keyboard.press("Enter")
    shoot(page, "talk-editing")
    page.fill(BOX, "改过的？")
    page.press(BOX, "Enter")
    page.wait_for_function("document.querySelectorAll('.wj-q').length === 2")
    still(page)
    assert said(page) == ["第一问？", "改过的？"]
    assert (page.input_value(BOX), page.evaluate("document.activeElement.tagName")) == ("", "TEXTAREA")
    page.locator(".wj-asked .wj-redo").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelectorAll('.wj-q').length === 1")
    still(page)
    again(page)
    assert said(page) == ["第一问？"] and page.locator(".wj-foot").count() == 1


def test_a_reload_keeps_the_conversation_its_facets_and_its_export(invented, visit):
    page = visit(invented)
    page.check("input[data-facet=years]")
    asked(page, "第一问？", "那第二问呢？")
    again(page)
    shoot(page, "talk-reopened")
    assert said(page) == ["第一问？", "那第二问呢？"]
    assert page.is_checked("input[data-facet=years]")
    assert "引文未能核对" in page.locator(".wj-note").first.inner_text()
    assert page.locator(".wj-reply").first.locator(".wj-stale:visible").count() == 1
    assert 0 < page.locator(".wj-q").last.bounding_box()["y"] < 100
    with page.expect_download() as download:
        page.locator("#wj-export-all").get_by_text("Markdown").click()
    text = download.value.path().read_text("utf-8")
    assert "第一问？" in text and "那第二问呢？" in text and "引文未能核对" in text
    asked(page, "那第三问呢？")
    assert page.locator(".wj-link").last.get_attribute("href") == "#link=1-3"
    page.locator("a.cite").first.click()
    page.wait_for_selector(".wj-s.strong")


def test_past_conversations_are_named_found_deleted_brought_back_and_exported(invented, visit):
    page = visit(invented)
    asked(page, "甲问？", "甲的后一问？")
    page.locator("[data-do=new]:visible").click()
    page.wait_for_selector(".wj-start", state="visible")
    asked(page, "乙问？")
    drawer(page)
    assert titles(page) == ["乙问？", "甲问？"]
    first = page.locator(".wj-talk").first
    first.locator(".wj-talk-rename").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".wj-naming:focus")
    page.keyboard.type("<b>重要</b>")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('.wj-talk-open')?.textContent === '<b>重要</b>'")
    shoot(page, "talk-drawer")
    with page.expect_download() as download:
        page.locator(".wj-talk").nth(1).hover()
        page.locator(".wj-talk").nth(1).get_by_text("Markdown").click()
    assert "甲的后一问？" in download.value.path().read_text("utf-8")
    page.locator(".wj-talk").nth(1).hover()
    page.locator(".wj-talk").nth(1).locator(".wj-talk-delete").click()
    page.wait_for_selector(".wj-undo-do")
    assert titles(page) == ["<b>重要</b>"]
    page.click(".wj-undo-do")
    page.wait_for_function("document.querySelectorAll('.wj-talk').length === 2")
    page.locator(".wj-talk-open").nth(1).click()
    page.wait_for_function("document.querySelectorAll('.wj-q').length === 2")
    still(page)
    assert said(page) == ["甲问？", "甲的后一问？"]
    drawer(page)
    page.locator(".wj-talk.on").hover()
    page.locator(".wj-talk.on .wj-talk-delete").click()
    page.wait_for_selector(".wj-start", state="visible")
    page.wait_for_function("document.querySelectorAll('.wj-talk').length === 1")
    assert titles(page) == ["<b>重要</b>"]


def test_many_conversations_can_be_searched(invented, visit):
    page = visit(invented, 390, 844)
    page.evaluate(
        """async () => { for (let n = 0; n < 9; n += 1) await window.wenjuStored.write({id: '', rev: 0,
        turns: [{question: `第${n}个问题`, controls: '{}', state: 'stopped', answer: null}]}); }"""
    )
    drawer(page)
    assert page.locator(".wj-talks").bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 844}
    assert titles(page)[0] == "第8个问题"
    page.fill(".wj-talks-find", "第3")
    page.wait_for_function("document.querySelectorAll('.wj-talk').length === 1")
    page.fill(".wj-talks-find", "没有的")
    page.wait_for_selector(".wj-talks-none")
    page.click(".wj-talks .wj-close")
    assert not page.locator(".wj-talks").is_visible()


def test_two_pages_of_one_browser_leave_each_other_s_conversations_alone(invented, visit):
    first = visit(invented)
    asked(first, "共同的？")
    second = first.context.new_page()
    second.goto(invented)
    second.wait_for_selector("html.wj-ready", state="attached")
    assert second.locator(".wj-q").count() == 0
    drawer(second)
    second.locator(".wj-talk-open").first.click()
    second.wait_for_selector(".wj-foot")
    still(second)
    asked(second, "第二页的？")
    asked(first, "第一页的？")
    drawer(first)
    first.wait_for_function("document.querySelectorAll('.wj-talk').length === 2")
    kept = first.evaluate(
        "async () => Promise.all((await window.wenjuStored.list()).map(async (head) => head.questions))"
    )
    assert sorted(kept) == [["共同的？", "第一页的？"], ["共同的？", "第二页的？"]]
    stranger = visit(invented)
    assert stranger.evaluate("async () => (await window.wenjuStored.list()).length") == 0


def test_a_link_asks_its_question_in_a_new_conversation(invented, visit):
    page = visit(invented, permissions=["clipboard-read", "clipboard-write"])
    page.check("input[data-facet=agencies] >> nth=0")
    asked(page, "哪些机关<b>&举行过听证？", "那别处呢？")
    page.locator(".wj-link").last.click()
    link = page.evaluate("navigator.clipboard.readText()")
    query = parse_qs(urlsplit(link).query)
    assert query["q"] == ["哪些机关<b>&举行过听证？", "那别处呢？"] and len(query["agency"]) == 1
    page.goto(link)
    page.wait_for_function("document.querySelectorAll('.wj-foot').length === 2")
    still(page)
    assert said(page) == query["q"] and "?" not in page.url
    assert page.locator("input[data-facet=agencies]:checked").count() == 1
    assert page.evaluate("async () => (await window.wenjuStored.list()).length") == 2


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("q=", "没有看到问题"),
        ("q=" + "长" * 2001, "2,001"),
        ("q=%00", "控制字符"),
        ("q=听证？&year=1066&agency=<b>", "已略去：1066、<b>"),
    ],
)
def test_an_odd_link_is_told_of_like_an_odd_question(invented, visit, query, told):
    page = visit(invented)
    page.goto(f"{invented}?{quote(query, safe='=&%')}")
    page.wait_for_selector("#wj-notice p, #wj-lost")
    assert told in page.locator("#wj-notice, #wj-lost").all_inner_texts()[-1] + page.locator("#wj-notice").inner_text()
    assert page.locator(".wj-rail b, #wj-lost b").count() == 0


def test_a_kept_answer_that_was_tampered_with_is_refused_and_stays_text(browser, invented):
    page = browser.new_page(locale="zh-CN")
    page.goto(invented)
    page.wait_for_selector("html.wj-ready", state="attached")
    asked(page, "听证？", "第二问？")
    page.evaluate(
        """async () => { const [head] = await window.wenjuStored.list(); const { turns } = await window.wenjuStored.read(head.id);
        const bad = JSON.parse(turns[0].answer); bad.findings[0].status = 'x" onmouseover="window.hit=1';
        turns[0].answer = JSON.stringify(bad);
        const odd = JSON.parse(turns[1].answer); odd.text = '<img src=x onerror=window.hit=2>' + odd.text; odd.silent[0].agency = '<script>1</script>';
        turns[1].answer = JSON.stringify(odd); await window.wenjuStored.write({id: head.id, rev: head.rev, turns}); }"""
    )
    page.evaluate("() => window.wenjuTalks.bring(window.wenjuTalks.open())")
    page.wait_for_function("document.body.textContent.includes('无法读取')")
    page.wait_for_timeout(200)
    assert page.evaluate("window.hit") is None
    assert page.locator("#wj-chat img, #wj-chat script").count() == 0
    assert "<img src=x" in page.locator(".wj-reply").nth(1).inner_text()
    page.close()


def test_a_lost_service_leaves_the_question_and_can_be_tried_again(browser, invented):
    page = browser.new_page(locale="zh-CN")
    page.goto(invented)
    page.wait_for_selector("html.wj-ready", state="attached")
    asked(page, "第一问？")
    page.route("**/queue/join*", lambda route: route.abort())
    page.fill(BOX, "第二问？")
    page.press(BOX, "Enter")
    page.wait_for_selector("#wj-lost button")
    shoot(page, "talk-lost")
    assert (page.input_value(BOX), page.locator("#wj-send").inner_text()) == ("第二问？", "发送")
    page.unroute("**/queue/join*")
    page.route("**/healthz", lambda route: route.abort())
    page.click("#wj-lost button")
    page.wait_for_selector("#wj-lost button")
    assert page.input_value(BOX) == "第二问？"
    page.unroute("**/healthz")
    page.click("#wj-lost button")
    page.wait_for_function("document.querySelectorAll('.wj-foot').length === 2")
    still(page)
    assert (said(page), page.input_value(BOX), page.locator("#wj-lost").count()) == (["第一问？", "第二问？"], "", 0)
    page.close()


def test_a_service_that_forgot_the_conversation_is_told_it_again(invented, visit):
    page = visit(invented)
    asked(page, "第一问？")
    page.evaluate("document.querySelector('#wj-fresh').click()")
    page.wait_for_function("document.querySelectorAll('.wj-q').length === 0")
    asked(page, "那第二问呢？")
    assert said(page) == ["第一问？", "那第二问呢？"]
    assert page.locator(".wj-link").last.get_attribute("href") == "#link=1-2"
