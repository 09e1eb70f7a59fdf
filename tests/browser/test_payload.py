"""Markup in a report, in a question and in an error stays text: no script, no request, no form, no overlay."""

import pytest

from tests.browser.conftest import ask, served, shoot

pytestmark = pytest.mark.browser

PAYLOAD = (
    '<script>window.hit=1</script><img src="https://elsewhere.example/x.png" onerror="window.hit=2">'
    '<form action="https://elsewhere.example"><input name="password"></form>'
    '<div style="position:fixed;inset:0;z-index:9999">盖住</div><a href="javascript:window.hit=3">点</a>'
    "![图](https://elsewhere.example/y.png)[链接](https://elsewhere.example)"
)
REPORT = f"""青禾县信访局
2024年度法治政府建设工作报告

一、工作成效
（一）推动化解。全年举行信访听证12场{PAYLOAD}，化解9件。
（二）加强培训。全年组织信访干部集中学习，邀请业务骨干讲解受理办理程序，开展培训3次，参训人员普遍反映收获较大。
（三）压实责任。主要负责人带头接访下访，包案化解疑难事项，定期听取汇报，把任务分解到股室、落实到人头，按月调度、按季通报。
（四）畅通渠道。在接待大厅设置导引台，安排专人引导群众填表登记，网上来件当日转办，办理结果按期告知，群众评价总体向好。

二、存在问题
听证员队伍专业结构不够合理，个别乡镇程序不够规范，文书制作水平参差不齐，需要进一步加强指导和督促检查。

三、下步计划
继续开展听证，力争每个乡镇至少培养两名听证员，把听证延伸到村一级，定期组织观摩评议，及时总结推广好的做法。

"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    (folder / "青禾县2024<img src=x onerror=alert(1)>.txt").write_text(REPORT, "utf-8")
    (folder / "坏<b>文件.pdf").write_bytes(b"<script>window.hit=4</script>")
    with served(folder, tmp_path_factory.mktemp("data")) as address:
        yield address


def harmless(page):
    assert page.evaluate("window.hit") is None
    assert page.locator("form").count() == 0
    assert page.locator("#wj-chat img, .wj-reader img, .wj-panel img, .wj-rail img").count() == 0
    assert page.locator("[name=password]").count() == 0
    assert page.locator("#wj-chat script, .wj-reader script, .wj-panel script").count() == 0
    links = page.locator("#wj-chat a, .wj-reader a, .wj-panel a").all()
    assert all(link.get_attribute("href").startswith("#") for link in links)
    covering = """[...document.querySelectorAll('#wj-chat *, .wj-doc *')].filter(
        one => ['fixed', 'sticky'].includes(getComputedStyle(one).position)).length"""
    assert page.evaluate(covering) == 0


def test_a_payload_in_a_report_is_shown_as_text(address, visit):
    page = visit(address)
    ask(page, "哪些机关举行过信访听证？")
    shoot(page, "payload-answer")
    assert "<script>" in page.locator("#wj-chat").inner_text()
    harmless(page)
    page.locator("a.cite").first.click()
    page.wait_for_selector(".wj-s.strong")
    shoot(page, "payload-reader")
    assert "<script>" in page.locator(".wj-doc").inner_text()
    harmless(page)


def test_a_payload_in_a_file_name_is_shown_as_text(address, visit):
    page = visit(address)
    page.click("[data-tab=reports]")
    shoot(page, "payload-library")
    assert "<img src=x" in page.locator("#wj-tab-reports").inner_text()
    assert "坏<b>文件.pdf" in page.locator("#wj-tab-reports").inner_text()
    harmless(page)


@pytest.mark.parametrize("question", [PAYLOAD, "**听证** <iframe src=https://elsewhere.example></iframe> $$x$$ `a`"])
def test_a_payload_in_a_question_is_shown_as_text(address, visit, question):
    page = visit(address)
    ask(page, question)
    assert question in page.locator(".wj-q").last.inner_text()
    assert page.locator("iframe").count() == 0
    harmless(page)
