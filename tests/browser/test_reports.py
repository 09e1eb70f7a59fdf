"""The tab 报告库 in the browser, over a folder of one's own: order, map, adding a report and asking about it, samples."""

import shutil
import time

import pytest

from assistant.settings import SAMPLES
from tests.browser.conftest import ask, served, shoot
from tests.browser.test_manners import CONTRAST

pytestmark = pytest.mark.browser
HELD = ("hedu_2023.txt", "hedu_2024.docx", "hedu_2025.html", "yunting_2024.txt", "lanjiang_2025.md")
ADDED = (
    "槐溪县信访局\n关于2024年度法治政府建设工作情况的报告\n\n一、主要工作\n\n"
    "（一）规范听证。全年举行公开听证31场，邀请人大代表到场评议。\n\n二、下一步打算\n\n继续规范来访接待。\n\n"
    "槐溪县信访局\n2025年1月9日\n"
)


@pytest.fixture(scope="module")
def own(tmp_path_factory):
    """The page over a folder of a few samples and files that cannot be read, and the folder."""
    folder = tmp_path_factory.mktemp("own")
    for name in HELD:
        shutil.copy(SAMPLES / name, folder / name)
    (folder / "空.txt").write_bytes(b"")
    (folder / "旧.doc").write_bytes(b"\xd0\xcf\x11\xe0" + b"0" * 600)
    with served(folder, tmp_path_factory.mktemp("data")) as address:
        yield address, folder


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """The page over an empty folder, and the folder."""
    folder = tmp_path_factory.mktemp("bare")
    with served(folder, tmp_path_factory.mktemp("data")) as address:
        yield address, folder


def opened(visit, address, *more):
    page = visit(address, *more)
    page.click("[data-tab=reports]")
    return page


def files(page):
    return page.locator("#wj-tab-reports tr[data-report] .wj-file").all_inner_texts()


def sort_of(page, key):
    return page.get_attribute(f"th:has(#wj-sort-{key})", "aria-sort")


def choose(page, *given):
    page.set_input_files(".wj-files-chosen", [{"name": n, "mimeType": "text/plain", "buffer": b} for n, b in given])


def test_the_table_is_ordered_searched_and_stays_so_when_it_is_brought_again(own, visit):
    page = opened(visit, own[0])
    page.wait_for_selector("#wj-sort-year")
    page.focus("#wj-sort-year")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('th:has(#wj-sort-year)').ariaSort === 'descending'")
    assert files(page)[-1] == "hedu_2023.txt"
    assert page.evaluate("document.activeElement.id") == "wj-sort-year"
    page.fill("#wj-search-reports", "禾渡 DOCX")
    assert page.locator("tr[data-report]:visible").count() == 1
    page.fill("#wj-search-reports", "没有这样的报告")
    assert page.locator(".wj-none-found").is_visible()
    page.fill("#wj-search-reports", "禾渡")
    page.check("input[data-facet=years][value='2023']")
    page.wait_for_function("document.querySelectorAll('#wj-tab-reports tr[data-report]').length === 1")
    assert (sort_of(page, "year"), page.input_value("#wj-search-reports")) == ("descending", "禾渡")
    page.check("input[data-facet=levels][value='province']")
    page.wait_for_selector(".wj-clear-all")
    assert "没有报告符合" in page.inner_text("#wj-tab-reports")
    page.click(".wj-clear-all")
    page.wait_for_function("document.querySelectorAll('#wj-tab-reports tr[data-report]').length === 5")
    assert sort_of(page, "year") == "descending"
    page.focus("tr[data-report]:visible button")
    page.keyboard.press("Enter")
    page.wait_for_selector(".wj-reading .wj-doc")


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_list_and_map_fit_the_page_and_can_be_read(own, visit, width, scheme):
    page = opened(visit, own[0], width, 860, scheme)
    page.wait_for_selector("#wj-view-map")
    for view in ("list", "map"):
        page.click(f"#wj-view-{view}")
        page.wait_for_selector(f"#wj-view-{view}[aria-pressed=true]")
        for language in ("zh", "en"):
            if page.get_attribute("html", "data-language") != language:
                page.click("[data-do=language]")
            assert page.evaluate("document.querySelector('#wj-tab-reports').scrollWidth") <= width
            assert page.evaluate(CONTRAST) == []
            shoot(page, f"reports-{view}-{width}-{language}")
    page.click("[data-open]")
    page.wait_for_selector(".wj-reading .wj-doc")


def test_a_report_that_is_added_can_be_asked_about_and_is_cited(own, visit):
    address, folder = own
    page = opened(visit, address)
    page.wait_for_selector(".wj-choose")
    began = time.monotonic()
    choose(page, ("../槐溪.txt", ADDED.encode()), ("图.png", b"x"), ("空的.md", b""))
    page.wait_for_selector(".wj-is-done")
    assert time.monotonic() - began < 10
    assert "可以提问" in page.inner_text(".wj-is-done")
    assert page.locator(".wj-is-refused").count() == 2
    page.wait_for_selector("tr[data-report] >> text=槐溪县信访局")
    shoot(page, "reports-added")
    page.click("[data-tab=ask]")
    ask(page, "槐溪县举行了多少场听证？")
    page.locator("a.cite").first.click()
    page.wait_for_selector(".wj-s.strong")
    assert "听证31场" in page.inner_text(".wj-s.strong")
    assert sorted(path.name for path in folder.iterdir()) == sorted((*HELD, "空.txt", "旧.doc", "槐溪.txt"))


def test_a_file_of_the_same_name_is_replaced_only_after_asking(own, visit):
    address, folder = own
    page = opened(visit, address, 390, 844)
    page.wait_for_selector(".wj-choose")
    (folder / "问.txt").write_text(ADDED.replace("31", "32"), "utf-8")
    choose(page, ("问.txt", ADDED.replace("31", "33").encode()))
    page.wait_for_selector(".wj-is-asking")
    assert "听证32场" in (folder / "问.txt").read_text("utf-8")
    shoot(page, "reports-asking-390")
    page.click(".wj-is-asking button >> nth=0")
    page.wait_for_selector(".wj-is-done")
    assert "听证33场" in (folder / "问.txt").read_text("utf-8")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    before = len(list(folder.iterdir()))
    choose(page, *[(f"{number}.txt", b"x") for number in range(1000)])
    assert "1000" in page.inner_text(".wj-said")
    assert len(list(folder.iterdir())) == before


def test_an_empty_library_shows_the_samples_until_it_holds_a_report(bare, visit):
    address, folder = bare
    page = visit(address)
    assert str(folder) in page.inner_text(".wj-start")
    shoot(page, "reports-empty-start")
    page.click(".wj-samples")
    page.wait_for_selector(".wj-ask:visible", timeout=60_000)
    page.wait_for_function("document.querySelector('.wj-hint .wj-state').innerText.includes('虚构示例')")
    shoot(page, "reports-lent")
    ask(page, "云汀市举行过听证吗？")
    assert page.locator("a.cite").count() >= 1
    page.click("[data-tab=reports]")
    page.wait_for_selector(".wj-choose")
    choose(page, ("槐溪.txt", ADDED.encode()))
    page.wait_for_selector(".wj-is-done")
    page.wait_for_function("document.querySelectorAll('#wj-tab-reports tr[data-report]').length === 1")
    page.wait_for_function("document.querySelector('.wj-hint .wj-state').innerText === ''")
    assert list(folder.iterdir()) == [folder / "槐溪.txt"]
