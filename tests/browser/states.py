"""Every tab and state of the page, one after the other, for what must hold in all of them."""

from __future__ import annotations

from collections.abc import Iterator

from tests.browser.conftest import ask

QUESTIONS = {
    "zh": ("哪些单位举行过信访听证？", "各机关信访听证有多少场？", "云汀市和栖梧区的信访听证有什么不同？", "2019年谁开过听证？"),
    "en": ("Which offices held hearings?", "How many hearings did each office hold?",
           "Compare the hearings of 云汀市 and 栖梧区", "Who held hearings in 2019?"),
}  # fmt: skip


def every(page, language: str = "zh") -> Iterator[str]:
    """Bring the page into each of its states; yield the name of each."""
    census, figure, comparison, silence = QUESTIONS[language]
    yield "start"
    ask(page, census)
    page.locator(".wj-quote a.cite").first.click()
    page.wait_for_selector(".wj-s.strong")
    page.locator("[data-do=find]").click()
    yield "census, reader open"
    page.click(".wj-report [data-do=close]")
    ask(page, figure)
    page.wait_for_selector(".wj-chart .wj-fill")
    yield "figure, chart"
    ask(page, comparison)
    page.wait_for_selector(".wj-answer >> nth=-1 >> td .wj-tag")
    yield "comparison"
    ask(page, silence)
    page.wait_for_selector(".wj-answer >> nth=-1 >> .wj-kind-of-silence")
    yield "abstention"
    for chip in ("years", "more"):
        page.locator(f"a.wj-chip[href='#chip={chip}']").last.click()
        page.wait_for_selector(f".wj-chip-edit[data-chip={chip}]")
        yield f"chip editor, {chip}"
    page.locator("[data-edit=close]").click()
    page.locator(".wj-verdict-wrong").last.click()
    page.wait_for_selector(".wj-judge")
    yield "feedback form"
    page.locator(".wj-judge-cancel").click()
    page.locator(".wj-edit").last.click()
    yield "editing a question"
    page.locator("[data-do=give-up]").click()
    page.fill("#wj-input textarea", "   ")
    page.press("#wj-input textarea", "Enter")
    page.wait_for_selector("#wj-notice p")
    yield "refusal"
    page.fill("#wj-input textarea", "")
    page.locator("[data-do=talks]:visible").first.click()
    page.wait_for_selector(".wj-talks-list .wj-talk")
    yield "past conversations"
    page.click(".wj-talks .wj-close")
    yield from _tabs(page)


def _tabs(page) -> Iterator[str]:
    tab(page, "reports")
    yield "reports"
    page.click("#wj-view-map")
    page.wait_for_selector("#wj-view-map[aria-pressed=true]")
    yield "reports, map"
    tab(page, "matrix")
    page.locator(".wj-x:has(.wj-s-done)").first.click()
    page.wait_for_selector(".wj-mx-quotes .wj-mx-quote")
    yield "matrix, cell open"
    tab(page, "figures")
    yield "figures"
    page.click("[data-view=years]")
    page.wait_for_selector(".wj-fg-series")
    yield "figures, years"
    tab(page, "quality")
    yield "quality"
    if page.locator(".wj-rail-open").is_visible():
        page.click(".wj-rail-open")
        yield "rail"
        page.click(".wj-rail .wj-close")


def tab(page, name: str) -> None:
    """Open a tab and wait for what it shows."""
    page.evaluate(f"window.wenju.tab('{name}')")
    page.wait_for_selector(f"#wj-tab-{name} table")
