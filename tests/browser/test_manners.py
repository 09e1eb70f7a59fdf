"""How the page behaves, over an invented library: keys, focus, languages, themes, folds, widths."""

import re

import pytest

from tests.browser.conftest import ask, shoot

pytestmark = pytest.mark.browser
BOX = "#wj-input textarea"
CONTRAST = """() => {
  const curve = (value) => (value <= .03928 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4);
  const channel = (value) => curve(value / 255);
  const light = ([r, g, b]) => .2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b);
  const parse = (text) => (text.match(/[\\d.]+/g) || []).map(Number);
  const behind = (one) => {
    for (; one; one = one.parentElement) {
      const found = parse(getComputedStyle(one).backgroundColor);
      if (found.length === 3 || found[3] === 1) return found;
    }
    return parse(getComputedStyle(document.body).backgroundColor);
  };
  const poor = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const one = walker.currentNode.parentElement;
    if (!walker.currentNode.textContent.trim() || !one.checkVisibility({ visibilityProperty: true })) continue;
    if (one.matches(".wj-silent .wj-shape") || one.closest(":disabled, script, style")) continue;
    const [a, b] = [light(parse(getComputedStyle(one).color)), light(behind(one))].sort((x, y) => y - x);
    if ((a + .05) / (b + .05) < 4.5) poor.push(`${one.className} ${walker.currentNode.textContent.trim().slice(0, 20)} `
      + ((a + .05) / (b + .05)).toFixed(2));
  }
  return poor;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_text_has_contrast_and_nothing_is_wider_than_the_page(invented, visit, width, scheme):
    page = visit(invented, width, 800, scheme)
    assert page.evaluate(CONTRAST) == []
    ask(page, "哪些机关举行过听证？")
    assert page.evaluate(CONTRAST) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator("a.cite").first.click()
    page.wait_for_selector(".wj-s")
    assert page.evaluate(CONTRAST) == []
    page.click(".wj-report [data-do=close]")
    page.click(".wj-verdict-useful")
    page.wait_for_selector(".wj-verdict-said")
    page.click(".wj-verdict-wrong")
    page.wait_for_selector(".wj-judge")
    assert page.evaluate(CONTRAST) == []
    for tab in ("reports", "quality"):
        page.click(f".wj-tabs [data-tab={tab}]")
        page.wait_for_selector(f"#wj-tab-{tab} table")
        assert page.evaluate(CONTRAST) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_enter_sends_shift_enter_breaks_and_slash_focuses(invented, visit):
    page = visit(invented)
    page.fill(BOX, "第一行")
    page.press(BOX, "Shift+Enter")
    page.keyboard.type("第二行")
    assert page.input_value(BOX) == "第一行\n第二行"
    tall = page.locator(BOX).bounding_box()["height"]
    page.press(BOX, "Enter")
    page.wait_for_selector(".wj-foot")
    assert page.input_value(BOX) == ""
    assert page.locator(BOX).bounding_box()["height"] < tall
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    page.click(".wj-word")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    assert page.input_value(BOX) == ""


def test_enter_while_choosing_characters_does_not_send(invented, visit):
    page = visit(invented)
    page.fill(BOX, "ting")
    page.evaluate(
        f"""document.querySelector('{BOX}').dispatchEvent(
        new KeyboardEvent('keydown', {{key: 'Enter', isComposing: true, bubbles: true, cancelable: true}}))"""
    )
    page.wait_for_timeout(400)
    assert page.locator(".wj-q").count() == 0


def test_chinese_mode_has_no_english_and_english_mode_no_chinese_of_its_own(invented, visit):
    page = visit(invented)
    known = {
        "EN",
        "Enter",
        "Shift",
        "r",
        "txt",
        "b",
        "i",
        "pdf",
        "script",
        "Word",
        "Markdown",
        "CSV",
        "TXT",
        "make",
        "serve",
        "REPORTS",
    }
    ask(page, "哪些机关举行过听证？")
    page.click("[data-tab=reports]")
    assert set(re.findall("[A-Za-z]+", page.inner_text("body"))) <= known
    titles = page.evaluate(
        """[...document.querySelectorAll('[title],[aria-label],[placeholder]')].map(
        one => [one.title, one.ariaLabel, one.placeholder].join(' '))"""
    )
    assert not [text for text in titles if re.search("[A-Za-z]{3}", text) and "关闭" not in text]
    page.click("[data-do=language]")
    page.click("[data-tab=ask]")
    page.click("[data-do=new]")
    page.wait_for_selector(".wj-start", state="visible")
    for selector in (".wj-bar", ".wj-start", ".wj-facet h2", ".wj-glance", ".wj-hint"):
        text = " ".join(page.locator(selector).all_inner_texts()).replace("中文", "")
        assert not re.search("[\u4e00-\u9fff]", text), text
    shoot(page, "english-start")
    page.reload()
    page.wait_for_selector("html.wj-ready", state="attached")
    assert page.get_attribute("html", "lang") == "en"


def test_the_theme_switch_is_kept(invented, visit):
    page = visit(invented)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("[data-do=theme]")
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert (light, dark) == ("rgb(251, 250, 247)", "rgb(22, 24, 27)")
    page.reload()
    page.wait_for_selector("html.wj-ready", state="attached")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


def test_nothing_of_the_framework_shows(invented, visit):
    page = visit(invented)
    ask(page, "哪些机关举行过听证？")
    assert page.locator("footer:visible").count() == 0
    assert "Gradio" not in page.inner_text("body")
    assert page.locator("#wj-chat .icon-button-wrapper:visible").count() == 0
    orange = """[...document.querySelectorAll('body *')].filter(
        one => ['color', 'backgroundColor', 'borderTopColor'].some(name => /249, 115, 22|234, 88, 12|251, 146, 60|255, 237, 213/.test(getComputedStyle(one)[name]))).length"""
    assert page.evaluate(orange) == 0


def test_the_question_stays_where_it_is_while_the_answer_arrives(invented, visit):
    page = visit(invented)
    ask(page, "第一问？")
    page.fill(BOX, "第二问？")
    page.evaluate(
        """() => { window.seen = []; const watch = () => { const rows = document.querySelectorAll('.wj-q');
        if (rows.length === 2) window.seen.push(Math.round(rows[1].getBoundingClientRect().top));
        requestAnimationFrame(watch); }; watch(); }"""
    )
    page.press(BOX, "Enter")
    page.wait_for_function("document.querySelectorAll('.wj-foot').length === 2")
    page.wait_for_timeout(300)
    seen = page.evaluate("window.seen")
    placed = seen[6:]  # a tenth of a second to be put in its place
    assert max(placed) - min(placed) <= 2 and 56 < placed[-1] < 120


@pytest.mark.parametrize(
    ("typed", "said"), [("   ", "没有看到问题"), ("长" * 2001, "2,001"), ("长" * 60_000, "20,000")]
)
def test_what_cannot_be_asked_is_told_in_one_sentence(invented, visit, typed, said):
    page = visit(invented)
    page.fill(BOX, typed)
    page.press(BOX, "Enter")
    page.wait_for_selector("#wj-notice p")
    assert said in page.locator("#wj-notice").inner_text()
    assert page.locator(".wj-q").count() == 0


def test_an_error_is_one_sentence_without_a_trace(invented, visit):
    page = visit(invented)
    page.fill(BOX, "炸")
    page.press(BOX, "Enter")
    page.wait_for_selector(".wj-lead")
    assert "没有答成" in page.locator(".wj-lead").inner_text()
    assert "secret" not in page.content()


def test_rail_and_reader_are_sheets_on_a_phone_and_the_input_stays(invented, visit):
    page = visit(invented, 390, 844)
    page.click(".wj-rail-open")
    assert page.locator(".wj-rail").bounding_box()["width"] == 390
    page.check("input[data-facet=years]")
    page.click(".wj-rail .wj-close")
    assert page.locator(".wj-rail-open b").inner_text() == "1"
    ask(page, "哪些机关举行过听证？")
    page.locator("a.cite").first.click()
    page.wait_for_selector(".wj-s")
    assert page.locator(".wj-reader").bounding_box() == {"x": 0, "y": 0, "width": 390, "height": 844}
    page.click(".wj-report [data-do=close]")
    box = page.locator("#wj-box").bounding_box()
    assert box["y"] + box["height"] <= 844


def test_the_rail_is_a_button_below_1280_and_closes_outside(invented, visit):
    page = visit(invented, 1000, 800)
    assert not page.locator(".wj-rail").is_visible()
    page.click(".wj-rail-open")
    assert page.locator(".wj-rail").is_visible()
    page.mouse.click(800, 400)
    assert not page.locator(".wj-rail").is_visible()


def test_copying_gives_the_text_and_its_sources(invented, visit):
    page = visit(invented, permissions=["clipboard-read", "clipboard-write"])
    ask(page, "哪些机关举行过听证？")
    page.click(".wj-copy")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "[1] 全年举行公开听证12场。——《" in copied
    page.locator("a.cite").first.click()
    page.wait_for_selector(".wj-s.strong")
    page.click("[data-do=copy_quote]")
    assert "第一部分（一）" in page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize(("status", "said"), [(503, "提问的人较多"), (None, "连接中断")])
def test_a_full_queue_and_a_lost_server_are_told_in_the_page_s_language(browser, invented, status, said):
    page = browser.new_page(viewport={"width": 1280, "height": 800}, locale="zh-CN")
    page.goto(invented)
    page.wait_for_selector("html.wj-ready", state="attached")
    page.route("**/queue/join*", lambda route: route.fulfill(status=status, body="{}") if status else route.abort())
    page.fill(BOX, "听证？")
    page.press(BOX, "Enter")
    page.wait_for_selector("#wj-lost")
    assert said in page.locator("#wj-lost").inner_text()
    assert page.input_value(BOX) == "听证？"
    assert "错误" not in page.inner_text("body")
    page.close()
