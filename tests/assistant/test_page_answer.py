"""An answer as HTML: its anatomy, and that nothing in it becomes markup."""

import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from assistant.page import answer as shown
from assistant.page import findings
from assistant.page.markdown import blocks, split_lead
from assistant.page.safe import chat, escape
from tests.assistant.page_library import census, figure

ALLOWED = {"div", "p", "span", "b", "strong", "small", "a", "h3", "h4", "mark", "details", "summary", "section", "ul",
           "ol", "li", "br", "table", "tr", "th", "td", "i"}  # fmt: skip
PAYLOAD = "<img src=x onerror=alert(1)><script>alert(2)</script>**[x](javascript:alert(3))**\n\n<form>`$$"


class Read(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags, self.text, self.hrefs = [], "", []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.hrefs += [value for name, value in attrs if name == "href"]
        assert all(name in {"class", "href", "role", "scope", "style"} for name, _ in attrs)
        assert all(re.fullmatch(r"width:\d+\.\d%", value) for name, value in attrs if name == "style")

    def handle_data(self, data):
        self.text += data


def test_a_census_shows_lead_groups_silent_near_and_foot_in_this_order():
    text = Read(shown.whole(census())).text
    marks = [
        "核查 3 份报告",
        "已开展 · 1 家",
        "第0县信访局",
        "计划开展",
        "未提及 · 2 家",
        "可能相关",
        "主题",
        "已检索 3 / 3 份",
        "复制",
    ]
    places = [text.index(mark) for mark in marks]
    assert places == sorted(places)
    assert "第二段不再重复" not in text[: text.index("已检索")]
    assert "以上只就已有的报告作答" in text[: text.index("已检索")]


def test_a_weaker_status_of_the_same_report_is_not_counted_again():
    html = shown.whole(census())
    assert html.count('class="wj-group') == 1
    assert "计划开展 ·" not in Read(html).text


def test_the_rows_past_the_sixth_fold():
    html = findings.grouped(census(9), {})
    assert "展开其余 3 家" in html
    assert html.index("<details") > html.index("第5县信访局")
    assert html.index("<details") < html.index("第6县信访局")
    assert "<details" not in findings.grouped(census(6), {})


def test_the_deciding_words_are_marked_once_each():
    assert findings.because("举行听证，举行评议", "举行、评议") == "<mark>举行</mark>听证，举行<mark>评议</mark>"
    assert findings.because("举行", "无此词") == "举行"


def test_a_figure_stands_large_beside_its_unit():
    assert findings.figure(figure()) == '<span class="wj-figure"><b>12</b>场<small>公开听证</small></span>'


def test_figures_of_one_quote_stand_above_it_once():
    answer = census()
    held = answer.findings[0]
    twice = (held, replace(held, figure=replace(held.figure, text="3场")))
    html = findings.row(twice, {one.number: one for one in answer.citations}, "zh")
    assert html.count("wj-quote") == 1
    assert html.count('class="wj-figure"') == 2


def test_a_figure_answer_says_its_quote_once():
    quote = "全年举行公开听证12场。"
    answer = replace(
        census(), kind="figure", findings=census().findings[:1], text=f"第0县（2024年）：**12场**——“{quote}”[1]"
    )
    html = shown.whole(answer).split('class="wj-sources"')[0]
    assert html.count("公开听证<mark>12场</mark>") == 1 and "公开听证12场" not in html
    assert "<strong>12场</strong>" in shown.whole(answer)


def test_every_mark_links_to_the_span_of_its_citation():
    answer = census()
    hrefs = [href for href in Read(shown.whole(answer)).hrefs if href.startswith("#report=") and "start=" in href]
    wanted = {f"#report={one.report}&start={one.start}&end={one.end}" for one in answer.citations}
    assert set(hrefs) == wanted


def test_the_copied_text_holds_every_quote_and_its_source():
    text = shown.plain_text(census())
    assert "[1] 全年举行公开听证12场。——《青禾县" in text or "[1] 全年举行公开听证12场。——《第0县" in text
    assert "第一部分（一）" in text


def test_an_english_answer_has_no_chinese_words_of_the_page():
    html = shown.whole(census(language="en"), seconds=0.04).split('class="wj-plain"')[0]
    assert "Done · 1" in html
    assert "Searched 3 of 3 reports · 0.04 s · 3 sources" in html
    assert not re.search("已检索|复制|展开|未提及|可能相关|已开展", html)


def test_a_text_answer_renders_paragraphs_lists_tables_and_marks():
    answer = replace(
        census(),
        kind="catalogue",
        findings=(),
        text="共 2 份。\n\n- **甲** [1]\n- 乙\n\n| 机关 | 年 |\n| --- | --- |\n| 甲 | 2024 |",
    )
    html = shown.whole(answer)
    assert "<ul><li><strong>甲</strong>" in html
    assert '<th scope="col">机关</th>' in html
    assert '<td><span class="wj-th">年</span>2024</td>' in html
    assert 'class="cite"' in html


def test_a_mark_without_a_citation_stays_text():
    assert blocks("见[9]。", {}) == ["<p>见&#91;9&#93;。</p>"]


def test_the_lead_ends_where_a_list_begins():
    assert split_lead("一句：\n- 甲\n- 乙") == ("一句：", "- 甲\n- 乙")


def test_a_payload_everywhere_in_an_answer_is_text_only():
    answer = census()
    held = answer.findings[0]
    odd = replace(
        answer, text=PAYLOAD, question=PAYLOAD, understood=replace(answer.understood, topic=PAYLOAD, terms=(PAYLOAD,)),
        findings=(replace(held, agency=PAYLOAD, quote=PAYLOAD, because=PAYLOAD),),
        silent=(replace(answer.silent[0], agency=PAYLOAD, report=PAYLOAD),),
        citations=(replace(answer.citations[0], quote=PAYLOAD, report=PAYLOAD, title=PAYLOAD, section=(PAYLOAD,)),),
    )  # fmt: skip
    for kind in ("census", "figure", "passages"):
        html = shown.whole(replace(odd, kind=kind))
        read = Read(html)
        assert set(read.tags) <= ALLOWED
        assert all(href.startswith("#") for href in read.hrefs)
        assert "\n" not in html
    assert Read(shown.question(PAYLOAD)).tags.count("img") == 0


@given(st.text())
def test_escaped_text_reads_back_and_holds_no_markup(text):
    for html in (escape(text), chat(text)):
        assert not Read(html).tags
        assert not re.search(r'[<>"\x00]', html)
    assert not re.search(r"[\n*_`\[\]$|~]", chat(text))


@given(st.text(alphabet="a*[]1|#->\\\n `<&", max_size=80))
def test_any_markdown_renders_to_balanced_known_tags(text):
    for html in blocks(text, {}):
        opened = re.findall(r"<(\w+)", html)
        assert set(opened) <= ALLOWED
        assert all(
            html.count(f"<{tag}>") + html.count(f"<{tag} ") == html.count(f"</{tag}>") for tag in set(opened) - {"br"}
        )
        assert "\n" not in html


def test_the_time_and_the_sources_stand_beside_what_was_searched_and_a_refusal_names_neither_nor_a_topic():
    answer = census()
    assert "已检索 3 / 3 份 · 0.04 秒 · 引文 3 条" in Read(shown.whole(answer, seconds=0.0412)).text
    assert "不到 0.01 秒" in Read(shown.whole(answer, seconds=0.0004)).text
    refused = replace(
        answer, kind="none", outcome="out_of_scope", reason_kind="out_of_scope", text="问据不给机关排名。", findings=(),
        citations=(), silent=(), near=(), understood=replace(answer.understood, topic="最好", years=()),
    )  # fmt: skip
    text = Read(shown.whole(refused, "links", 0.04)).text
    assert "最好" not in text and "已检索" not in text and "主题" not in text and "只看引文" not in text
    assert text.startswith("○不在回答范围")


def test_an_abstention_names_its_kind_of_silence():
    silent = replace(
        census(), outcome="not_in_reports", reason_kind="year_not_held", text="报告库中没有2019年度的报告。"
    )
    assert Read(shown.lead(silent)).text.startswith("○库里没有这个年度报告库中没有")


def test_every_source_says_agency_year_section_and_page():
    answer = replace(census(), citations=(replace(census().citations[0], page=3),))
    html = shown.whole(answer)
    assert "<b>第0县信访局</b><span>2024 年</span><span>一、工作成效 › （一）推动化解</span><span>第3页</span>" in html


def test_what_a_question_spells_out_stands_below_its_words():
    html = shown.question("谁做了？〔年度：2024〕")
    assert html.startswith('<div class="wj-q">谁做了？<span class="wj-spelt">') and "〔" not in html
    assert "〔2024〕" in Read(shown.question("青信发〔2024〕")).text


def test_a_census_lead_leaves_its_marks_to_the_rows_and_a_section_shows_its_path():
    assert 'class="cite"' not in shown.lead(census())
    answer = replace(
        census(), kind="section", findings=census().findings[:1], text="写明了：\n\n**第0县** 一、工作成效"
    )
    html = shown.whole(answer).split('class="wj-sources"')[0]
    assert html.count("一、工作成效") == 1 and "一、工作成效 › （一）推动化解" in html


def test_an_arranged_answer_shows_its_table_and_what_a_report_lacks_is_not_called_silent():
    table = "核查 3 份报告[1]：\n\n| 机关 | 数字 |\n| --- | --- |\n| 第0县信访局 | **12场**[1] |\n\n未提及：远山。"
    held = census()
    silent = (replace(held.silent[0], lacks=("没有“评查”",)), held.silent[1])
    arranged = replace(held, text=table, silent=silent, arranged=True)
    html = shown.body(arranged, {one.number: one for one in arranged.citations})
    assert html.count("<table") == 1 and "wj-row" not in html and "未提及：远山" not in html
    assert shown.whole(replace(held, silent=silent)).count("远山县信访局") < shown.whole(held).count("远山县信访局")
