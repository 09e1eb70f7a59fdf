"""The tabs 主题矩阵 and 数字 over three years of one county and three other offices, with the real server."""

import csv
import io
import shutil
from urllib.parse import parse_qs, urlsplit

import pytest

from assistant.settings import SAMPLES
from tests.browser.conftest import served, shoot
from tests.browser.test_manners import CONTRAST

pytestmark = pytest.mark.browser
HELD = ("hedu_2023.txt", "hedu_2024.docx", "hedu_2025.html", "yunting_2024.txt", "qiwu_2024.txt", "lanjiang_2025.md")


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    home = tmp_path_factory.mktemp("tabs")
    (home / "reports").mkdir()
    for name in HELD:
        shutil.copy(SAMPLES / name, home / "reports" / name)
    with served(home / "reports", home / "data") as address:
        yield address


def opened(visit, address, tab, width=1280, scheme="light", **more):
    page = visit(address, width, 844, scheme, **more)
    page.click(f".wj-tabs [data-tab={tab}]")
    page.wait_for_selector(".wj-panel:not([hidden]) table")
    return page


def test_a_cell_opens_its_quote_in_the_reader_by_keys_alone(address, visit):
    page = opened(visit, address, "matrix")
    page.locator(".wj-x:has(.wj-s-done)").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".wj-mx-quotes .wj-mx-quote")
    quote = page.locator(".wj-mx-quote > span").first.inner_text()
    page.locator(".wj-mx-quotes a.cite").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".wj-s.strong")
    assert "".join(page.locator(".wj-s.strong").all_inner_texts()).strip() == quote.strip()
    shoot(page, "matrix-1280-quote")
    page.locator(".wj-mx-close").click()
    assert page.locator(".wj-mx-quotes").count() == 0
    assert page.evaluate("document.activeElement.className.includes('wj-x')")


def test_topics_are_added_moved_removed_and_kept(address, visit):
    page = opened(visit, address, "matrix")
    first = page.locator("li[data-topic]").evaluate_all("all => all.map(one => one.dataset.topic)")
    page.fill("#wj-mx-new", "替走不动的老人跑腿递材料")
    page.press("#wj-mx-new", "Enter")
    page.wait_for_selector(f"li[data-topic]:nth-child({len(first) + 1})")
    assert "按“" in page.locator("li[data-topic]").last.inner_text()
    page.locator("li[data-topic]").last.locator(".wj-mx-earlier").click()
    page.wait_for_function("document.activeElement.id.startsWith('wj-mx-earlier')")
    page.locator("#wj-mx-remove-0").click()
    page.wait_for_function(f"document.querySelectorAll('li[data-topic]').length === {len(first)}")
    kept = [*first[1:-1], "替走不动的老人跑腿递材料", first[-1]]
    assert parse_qs(urlsplit(page.url).query)["topic"] == kept
    page.goto(address + "?tab=matrix")
    page.wait_for_selector("html.wj-ready", state="attached")
    page.wait_for_selector("table.wj-mx")
    assert page.locator("li[data-topic]").evaluate_all("all => all.map(one => one.dataset.topic)") == kept
    page.goto(address + "?tab=matrix&topic=法律顾问&topic=听证会")
    page.wait_for_selector("table.wj-mx")
    page.click(".wj-tabs [data-tab=figures]")
    page.click(".wj-tabs [data-tab=matrix]")
    page.wait_for_selector("table.wj-mx", state="visible")
    assert parse_qs(urlsplit(page.url).query) == {"tab": ["matrix"], "topic": ["法律顾问", "听证会"]}
    page.click(".wj-mx-reset")
    page.wait_for_function(f"document.querySelector('li[data-topic]').dataset.topic === '{first[0]}'")
    assert "topic" not in parse_qs(urlsplit(page.url).query)


def test_several_topics_typed_at_once_are_several_columns(address, visit):
    page = opened(visit, address, "matrix")
    page.click(".wj-mx-clear")
    page.wait_for_function("!document.querySelector('#wj-tab-matrix li[data-topic]')")
    page.fill("#wj-mx-new", "法律顾问、《信访工作条例》，枫桥经验; 听证会")
    page.press("#wj-mx-new", "Enter")
    page.wait_for_function("document.querySelectorAll('#wj-tab-matrix li[data-topic]').length === 4")
    page.wait_for_selector("#wj-tab-matrix table")


def test_the_matrix_is_filtered_sorted_and_exported_as_it_stands(address, visit):
    page = opened(visit, address, "matrix", accept_downloads=True)
    every = page.locator("tr[data-r]").count()
    assert every == len(HELD)
    page.click("[data-status=problem]")
    page.wait_for_function(f"document.querySelectorAll('tr[data-r]').length < {every}")
    rows = page.locator("tr[data-r]").count()
    assert rows and page.locator("tr[data-r]:has(.wj-s-problem)").count() == rows
    with page.expect_download() as saved:
        page.click("[data-save='matrix/csv']")
    text = saved.value.path().read_text("utf-8-sig")
    topics = page.locator("li[data-topic]").count()
    assert len(list(csv.DictReader(io.StringIO(text)))) == rows * topics
    page.click("[data-status=problem]")
    page.wait_for_function(f"document.querySelectorAll('tr[data-r]').length === {every}")
    page.locator("[data-sort]").first.click()
    page.wait_for_selector("th[aria-sort=descending]")
    page.check("input[data-facet=levels][value=county]")
    page.wait_for_function(f"document.querySelectorAll('tr[data-r]').length < {every}")


def test_figures_are_searched_filtered_by_unit_ordered_and_quoted(address, visit):
    page = opened(visit, address, "figures", accept_downloads=True)
    page.locator("#wj-fg-words").press_sequentially("培训")
    page.wait_for_function(
        "[...document.querySelectorAll('.wj-fg-what')].every(one => one.textContent.includes('培训'))"
    )
    assert page.evaluate("document.activeElement.id") == "wj-fg-words"
    assert page.locator("[data-value=largest]").is_disabled()
    page.click("[data-fg=unit][data-value=期]")
    page.wait_for_selector("[data-value=期][aria-pressed=true]")
    assert all("期" in one for one in page.locator(".wj-fg-n").all_inner_texts())
    page.click("[data-value=largest]")
    page.wait_for_selector("[data-value=largest][aria-pressed=true]")
    with page.expect_download() as saved:
        page.click("[data-save='figures/csv']")
    values = [float(row["数值"]) for row in csv.DictReader(io.StringIO(saved.value.path().read_text("utf-8-sig")))]
    assert values == sorted(values, reverse=True) and len(values) == page.locator(".wj-fg-n").count()
    page.locator(".wj-fg a.cite").first.click()
    page.wait_for_selector(".wj-s.strong")
    assert "培训" in page.locator(".wj-s.strong").first.inner_text()


def test_three_years_of_a_county_stand_side_by_side(address, visit):
    page = opened(visit, address, "figures")
    page.click("[data-view=years]")
    page.wait_for_selector(".wj-fg-series")
    years = page.locator(".wj-fg-series").first.locator(".wj-fg-year").all_inner_texts()
    assert years == ["2023", "2024", "2025"]
    page.locator(".wj-fg-series a.cite").last.click()
    page.wait_for_selector(".wj-s.strong")
    shoot(page, "figures-1280-years")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_both_tabs_have_contrast_fit_the_page_and_speak_one_language(address, visit, width, scheme):
    page = opened(visit, address, "matrix", width, scheme)
    for tab in ("matrix", "figures"):
        page.evaluate(f"window.wenju.tab('{tab}')")
        page.wait_for_selector(f"#wj-tab-{tab} table")
        if tab == "matrix":
            page.locator(".wj-x").first.click()
            page.wait_for_selector(".wj-mx-quotes")
        assert page.evaluate(CONTRAST) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        shoot(page, f"{tab}-{width}-{scheme}")
    page.click("[data-do=language]")
    for tab in ("matrix", "figures"):
        page.evaluate(f"window.wenju.tab('{tab}')")
        page.wait_for_selector(f"#wj-tab-{tab} .wj-chip")
        own = page.locator(
            f"#wj-tab-{tab} :is(label, .wj-mx-label, [data-status], [data-view], .wj-count-line, .wj-fg-where)"
        )
        assert not [
            text
            for text in own.all_inner_texts()
            if any("\u4e00" <= one <= "\u9fff" for one in text.partition("（")[0])
        ]
        shoot(page, f"{tab}-{width}-{scheme}-en")
