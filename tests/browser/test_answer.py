"""What can be done with an answer: chips, cards, quotes alone, next questions, the reader's tools, paper."""

import pytest

from tests.browser.conftest import ask, served, shoot

pytestmark = pytest.mark.browser
QUESTION = "哪些机关举行过信访听证？"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with served(None, tmp_path_factory.mktemp("data")) as address:
        yield address


def chip(page, name):
    return page.locator(f".wj-answer >> nth=-1 >> a.wj-chip[href='#chip={name}']")


def answered(page, count):
    page.wait_for_function(f"document.querySelectorAll('.wj-foot').length === {count}")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_a_chip_is_changed_in_place_and_asked_again(address, visit, width, scheme):
    page = visit(address, width, 844, scheme)
    ask(page, QUESTION)
    chip(page, "years").click()
    page.check(".wj-chip-edit input[value='2024']")
    shoot(page, f"answer-{width}-{scheme}-editor")
    page.click(".wj-chip-edit .wj-again")
    answered(page, 2)
    assert page.locator(".wj-chip-edit").count() == 0
    assert "年度：2024" in page.locator(".wj-q").last.inner_text()
    assert chip(page, "years").inner_text().endswith("2024")
    chip(page, "topic").click()
    page.fill(".wj-chip-edit-word input", "法律顾问")
    page.keyboard.press("Enter")
    answered(page, 3)
    assert chip(page, "topic").inner_text().endswith("法律顾问")
    assert chip(page, "years").inner_text().endswith("2024")
    chip(page, "years").click()
    page.click("[data-edit=drop]")
    answered(page, 4)
    assert chip(page, "years").inner_text().endswith("全部")
    chip(page, "more").click()
    page.click(".wj-chip-edit [data-edit=agencies]")
    page.fill(".wj-chip-edit-find", "云汀")
    assert page.locator(".wj-chip-edit .wj-opt:visible").count() == 1
    page.keyboard.press("Escape")
    assert page.locator(".wj-chip-edit").count() == 0
    assert page.evaluate("document.activeElement.className") == "wj-chip"


def test_a_citation_says_where_it_stands_when_pointed_at_or_focused(address, visit):
    page = visit(address)
    ask(page, QUESTION)
    link = page.locator(".wj-quote a.cite").nth(1)
    link.hover()
    said = page.locator("#wj-card").inner_text()
    assert "信访局" in said and "202" in said and "›" in said
    assert link.get_attribute("aria-describedby") == "wj-card"
    shoot(page, "answer-card")
    page.mouse.move(5, 500)
    assert page.locator("#wj-card").is_hidden()
    page.locator(".wj-quote a.cite").first.focus()
    page.keyboard.press("Tab")
    assert page.locator("#wj-card").is_visible()


def test_no_card_covers_a_phone(address, visit):
    page = visit(address, 390, 844, has_touch=True, is_mobile=True)
    ask(page, QUESTION)
    page.locator(".wj-quote a.cite").first.tap()
    page.wait_for_selector(".wj-s.strong")
    assert page.locator("#wj-card").is_hidden()


def test_quotes_alone_next_questions_and_a_copy_with_sources(address, visit):
    page = visit(address)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ask(page, QUESTION)
    page.wait_for_selector(".wj-next .wj-ask")
    assert 3 <= page.locator(".wj-next .wj-ask").count() <= 4
    page.click("a.wj-only")
    assert page.locator(".wj-source:visible").count() == int(
        page.inner_text(".wj-done-line").split("引文 ")[1].split()[0]
    )
    assert page.locator(".wj-lead").is_hidden()
    shoot(page, "answer-quotes")
    page.click("a.wj-only")
    assert page.locator(".wj-source:visible").count() == 0
    page.click("a.wj-copy")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "\n[1] " in copied and "——《" in copied and "\u2060" not in copied
    page.locator(".wj-next .wj-ask").first.click()
    answered(page, 2)
    assert page.locator(".wj-next").count() <= 1
    assert page.locator(".wj-kind-of-silence").count() == 0


def test_the_reader_finds_words_brings_the_file_keeps_its_width_and_gives_focus_back(address, visit):
    page = visit(address)
    ask(page, QUESTION)
    page.locator(".wj-quote a.cite").nth(1).click()
    page.wait_for_selector(".wj-s.strong")
    page.click("[data-do=find]")
    page.keyboard.type("听证")
    many = int(page.inner_text(".wj-found").split("/")[1])
    assert page.inner_text(".wj-found").startswith("1 /") and many > 1
    page.keyboard.press("Enter")
    assert page.inner_text(".wj-found") == f"2 / {many}"
    page.keyboard.press("Shift+Enter")
    assert page.evaluate("CSS.highlights.get('wj-found').size") == many
    page.fill(".wj-find-field", "２０２５ 年")
    wide = page.inner_text(".wj-found")
    page.fill(".wj-find-field", "2025年")
    assert page.inner_text(".wj-found") == wide != "没有找到"
    shoot(page, "reader-find")
    page.keyboard.press("Escape")
    assert page.locator(".wj-finding").is_hidden() and page.locator(".wj-reader").is_visible()
    page.click("[data-do=outline]")
    assert page.locator(".wj-outline .wj-role").count() > 1
    shoot(page, "reader-outline")
    with page.expect_download() as held:
        page.click("[data-do=original]")
    assert held.value.suggested_filename in page.inner_text(".wj-facts")
    page.focus(".wj-grip")
    page.keyboard.press("ArrowLeft")
    assert page.locator(".wj-reader").bounding_box()["width"] == 480
    page.reload()
    page.wait_for_selector("html.wj-ready", state="attached")
    assert page.locator(".wj-reader").bounding_box()["width"] == 480
    ask(page, QUESTION)
    page.locator(".wj-quote a.cite").nth(1).click()
    page.wait_for_selector(".wj-s.strong")
    page.keyboard.press("Escape")
    assert page.locator(".wj-reader").is_hidden()
    assert page.evaluate("document.activeElement.className.includes('cite')")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_each_kind_of_answer_has_its_shape(address, visit, width, scheme):
    page = visit(address, width, 844, scheme)
    kinds = [
        ("各机关信访听证有多少场？", ".wj-chart .wj-fill"), ("云汀市信访局信访听证有多少场？", ".wj-figure b"),
        ("云汀市信访局和栖溪市信访局的信访听证有什么不同？", "td .wj-tag"), ("云汀市信访局的报告存在哪些问题？", ".wj-row .wj-quote"),
        ("库里有哪些报告？", ".wj-table td"), ("2019年谁开过听证？", ".wj-kind-of-silence"),
    ]  # fmt: skip
    for number, (question, shape) in enumerate(kinds):
        ask(page, question)
        assert page.locator(f".wj-answer >> nth=-1 >> {shape}").first.is_visible(), question
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        shoot(page, f"kind-{width}-{scheme}-{number}")
    page.wait_for_selector(".wj-next .wj-ask")
    page.locator(".wj-next .wj-ask").first.click()
    answered(page, len(kinds) + 1)
    assert page.locator(".wj-answer").last.locator(".wj-kind-of-silence").count() == 0


def test_on_paper_the_answer_stands_with_its_sources_and_without_bars(address, visit):
    page = visit(address)
    ask(page, QUESTION)
    page.locator(".wj-verdict").last.click()
    page.wait_for_selector(".wj-judge")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    shoot(page, "print")
    for gone in ("#wj-top", "#wj-left", "#wj-box", ".wj-does", ".wj-judge", ".wj-more > summary"):
        assert page.locator(gone).first.is_hidden(), gone
    folded = page.locator(".wj-more .wj-row")
    assert folded.count() and folded.first.is_visible()
    assert page.locator(".wj-cited").first.inner_text().startswith("[1] ——《")
    assert page.evaluate("document.querySelector('#wj-chat').scrollHeight") > 1500
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(".wj-more[open]").count() == 0
