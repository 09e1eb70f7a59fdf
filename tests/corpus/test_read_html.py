"""A saved web page gives the document on it: all of it, with its metadata, and nothing of what surrounds it."""

import random
import time
from pathlib import Path

import pytest

from corpus.errors import UnreadableFile
from corpus.parse import parse
from corpus.read import apart, html, read_text
from corpus.read.refusals import refusal
from tests.corpus.made_html import FURNITURE, LABELS, PAGES, PARAGRAPHS, SHARE, SIGNATURE, TITLE, any_page, body, page

LABELLED = ("table", "table without colons", "list", "definitions", "divisions")
DEEP = "深处的话在这里，一个字也不能少，因为报告里的每一句都要能找到。"


def _lines(source: str, encoding: str = "utf-8") -> list[str]:
    return html.extract(source.encode(encoding), "网页.html").text.replace("# ", "").replace("#", "").split("\n")


def _body(lines: list[str]) -> list[str]:
    return [line.strip("　 ") for line in lines]


@pytest.mark.parametrize("name", PAGES)
def test_all_of_the_document_is_there_in_order_and_nothing_of_the_site(name: str) -> None:
    found = _body(_lines(PAGES[name]))
    assert found[-len(PARAGRAPHS) - 2 :] == [*PARAGRAPHS, *SIGNATURE]
    assert TITLE in found
    assert [word for word in FURNITURE if any(word in line for line in found)] == []


def test_no_paragraph_of_pages_put_together_by_chance_is_lost() -> None:
    wrong = []
    for seed in range(400):
        source, title, paragraphs = any_page(random.Random(seed))
        found = "\n".join(_body(_lines(source)))
        lost = [one for one in (title, *paragraphs) if one not in found]
        kept = [word for word in FURNITURE if word in found]
        wrong += [(seed, lost, kept)] if lost or kept else []
    assert wrong == []


@pytest.mark.parametrize("name", PAGES)
def test_the_report_on_a_page_is_known_for_what_it_is(name: str) -> None:
    report = parse(read_text(Path("网页.HTM"), PAGES[name].encode()), "网页.htm", "id")
    assert (report.agency, report.year, report.title) == ("柳川县信访局", 2024, TITLE)
    assert report.issue_date == "2025-01-20"
    assert report.document_number == ("柳信发〔2025〕2号" if name in LABELLED else None)
    assert [section.heading for section in report.sections if section.level == 1] == [
        "一、工作情况",
        "二、存在的问题",
        "三、下一步打算",
    ]


@pytest.mark.parametrize("name", LABELLED)
def test_each_label_stands_on_a_line_with_its_value_also_an_empty_one(name: str) -> None:
    found = [line.replace("：", "").replace(" ", "") for line in _body(_lines(PAGES[name]))]
    assert [line for line in found if line.startswith(tuple(label for label, _ in LABELS))] == [
        label + value for label, value in LABELS
    ]


def test_the_publisher_of_a_page_is_not_the_agency() -> None:
    bare = PAGES["table"].replace(TITLE, "2024年度法治政府建设工作报告").replace(f"　　{SIGNATURE[0]}<", "<")
    assert parse(html.extract(bare.encode(), "a.html"), "a.html", "id").agency == "柳川县信访局"


@pytest.mark.parametrize("declared", ["gb2312", "gbk", "GB18030", "utf-8", "", "iso-8859-1", "no-such"])
@pytest.mark.parametrize("encoding", ["gb18030", "utf-8", "utf-8-sig", "utf-16"])
def test_the_bytes_decide_where_the_declared_encoding_is_wrong(declared: str, encoding: str) -> None:
    source = page(f"<h1>{TITLE}</h1>{body()}", charset=declared)
    assert _body(_lines(source, encoding))[-len(PARAGRAPHS) - 2 :] == [*PARAGRAPHS, *SIGNATURE]


@pytest.mark.parametrize(
    "before", ['<?xml version="1.0" encoding="gb2312"?>\n', '<?xml version="1.0"?><div></div>', "﻿", "\n\n"]
)
def test_what_may_stand_before_a_page_does_no_harm(before: str) -> None:
    assert _body(_lines(before + PAGES["nothing around"], "gb18030"))[-len(PARAGRAPHS) - 2 :] == [
        *PARAGRAPHS,
        *SIGNATURE,
    ]


def test_a_text_without_tags_is_read_as_one() -> None:
    assert _lines("柳川县信访局的报告。http://example.org/报告.html") == [
        "柳川县信访局的报告。http://example.org/报告.html"
    ]


def test_scripts_and_tags_do_not_hide_that_a_page_is_chinese() -> None:
    source = page(f"<script>{'var latin = 1;' * 3000}</script><h1>{TITLE}</h1>{body()}", charset="")
    assert PARAGRAPHS[-1] in _body(_lines(source, "gb18030"))


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='display:none'>{}</p>", "<p style='DISPLAY : None'>{}</p>", "<div hidden><p>{}</p></div>", "<p style='visibility:hidden'>{}</p>",
        "<p style='font-size:0'>{}</p>", "<span style='font-size:0px'>{}</span>", "<p style='color:#fff'>{}</p>", "<p style='color: white;'>{}</p>",
        "<p class='gone'>{}</p>", "<p id='never'>{}</p>", "<script>{}</script>", "<style>{}</style>", "<template><p>{}</p></template>",
        "<!-- {} -->", "<noscript>{}</noscript>", "<textarea>{}</textarea>",
    ],
)  # fmt: skip
def test_what_a_reader_of_the_page_does_not_see_is_no_text(hidden: str) -> None:
    head = "<style>.seen{color:red} .gone{ display : none } #never{margin:0;display:none}</style>"
    inner = body().replace("</p>\n", "</p>\n" + hidden.format("这一句藏起来的话，谁也看不见。"), 3)
    assert _body(_lines(page(f"<h1>{TITLE}</h1>{inner}", head=head)))[-len(PARAGRAPHS) - 2 :] == [
        *PARAGRAPHS,
        *SIGNATURE,
    ]


@pytest.mark.parametrize(
    "shown",
    [
        "<p style='font-size:0.9em'>{}</p>", "<p style='background-color:white'>{}</p>", "<p style='color:#fff;background:#b00'>{}</p>",
        "<p class='phone'>{}</p>", "<p style='color:#fff0f0'>{}</p>", "<p style='opacity:0'>{}</p>",
        "<p style='visibility:hidden;animation-name:none'>{}</p>",
    ],
)  # fmt: skip
def test_what_is_seen_is_kept(shown: str) -> None:
    head = "<style>@media print { .phone{display:none} } .other{display:none}</style>"
    inner = body().replace("</p>\n", "</p>\n" + shown.format("这一句是看得见的话，一个字也不能少。"), 1)
    assert "这一句是看得见的话，一个字也不能少。" in _lines(page(f"<h1>{TITLE}</h1>{inner}", head=head))


@pytest.mark.parametrize("depth", [300, 5000])
def test_text_nested_deep_is_not_lost(depth: int) -> None:
    source = page(f"<h1>{TITLE}</h1>{body()[:-20]}{'<div>' * depth}<p>{DEEP}</p>{'</div>' * depth}")
    started = time.monotonic()
    assert DEEP in _lines(source)
    assert time.monotonic() - started < 10


def test_headings_tables_and_lists_become_lines() -> None:
    inner = (
        f"<h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p><h2>一、工作情况</h2><table><tr><th>项目</th><th>数量</th></tr><tr><td>来信</td><td>86<br>件</td></tr>"
        f"</table><ul><li>第一条办好一件实事。</li><li>第二条</li></ul><p>{PARAGRAPHS[-1]}</p>"
    )
    assert html.extract(page(inner).encode(), "a.html").text.split("\n")[1:] == [
        PARAGRAPHS[0], "## 一、工作情况", "| 项目 | 数量 |", "| 来信 | 86 件 |", "第一条办好一件实事。", "第二条", PARAGRAPHS[-1],
    ]  # fmt: skip


def test_a_break_of_the_markup_inside_a_sentence_is_no_space() -> None:
    inner = f"<h1>{TITLE}</h1><p>全年受理群众来信\n        来访286件，<b>其中</b>\n 20 件\n已办结，群众满意。</p>"
    assert _lines(page(inner))[-1] == "全年受理群众来信来访286件，其中 20 件已办结，群众满意。"


def test_a_link_inside_a_paragraph_stays_and_a_lone_one_too() -> None:
    inner = f"<h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p><p><a href='#'>《信访工作条例》</a></p><p>按<a href='#'>《条例》</a>办理各类信访事项，件件有着落。</p>"
    assert _lines(page(inner))[-2:] == ["《信访工作条例》", "按《条例》办理各类信访事项，件件有着落。"]


def test_attachments_are_part_of_the_document() -> None:
    found = _body(_lines(page(f"<h1>{TITLE}</h1>{body()}<p>附件：<a href='#'>1.统计表.xlsx</a></p>{SHARE}")))
    assert found[-1] == "附件：1.统计表.xlsx"


def _refused(content: bytes) -> str:
    with pytest.raises(UnreadableFile) as refused:
        html.read(content, "坏的.html")
    assert "坏的.html" in refused.value.message("en") and refused.value.message("en") != refused.value.message("zh")
    return str(refused.value)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"<html><body><p>only latin words</p></body></html>", "encoding"),
        (b"\x00\x01\x02" * 99, "encoding"),
        (PAGES["table"].encode() + b"<i>" * 2_000_000, "large"),
    ],
    ids=["nothing", "blank", "no Chinese", "bytes", "too large"],
)
def test_what_cannot_be_read_is_refused_with_the_reason(content: bytes, why: str) -> None:
    assert _refused(content) == str(refusal("坏的.html", why))


def test_a_page_without_prose_says_what_to_do() -> None:
    assert "正文" in _refused(page("<div id='app'></div>").encode())


def test_pictures_inside_a_page_do_not_count_as_its_size() -> None:
    source = page(f"<h1>{TITLE}</h1><img src='data:image/png;base64,{'A' * 6_000_000}'>{body()}")
    assert PARAGRAPHS[-1] in html.read(source.encode(), "图.html").text


def test_a_very_large_page_is_read_in_a_child_process(monkeypatch: pytest.MonkeyPatch) -> None:
    source = page(f"<h1>{TITLE}</h1>{body()}").encode()
    monkeypatch.setattr(html, "_APART", len(source) - 1)
    monkeypatch.setattr(apart.sys, "executable", "/bin/false")
    with pytest.raises(RuntimeError):
        html.read(source, "大.html")
    monkeypatch.undo()
    assert apart.read_apart("html", source, "大.html") == html.extract(source, "大.html")
