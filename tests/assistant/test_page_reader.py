"""A report in the reader: all of its text, each statement an element, nothing of it markup."""

import re
from html import unescape
from html.parser import HTMLParser

from assistant.page.place import place
from assistant.page.rail import rail
from assistant.page.reader import reader
from tests.assistant.page_library import TEXT, Held, report


class Doc(HTMLParser):
    """Collects the text below the document element, without the tags of roles."""

    def __init__(self, html):
        super().__init__()
        self.text, self.spans, self.stack = "", {}, []
        self.feed(html[html.index('<div class="wj-doc"') :].removesuffix("</article>"))

    def handle_starttag(self, tag, attrs):
        self.stack.append(dict(attrs))

    def handle_endtag(self, tag):
        self.stack.pop()

    def handle_data(self, data):
        classes = [one.get("class", "") for one in self.stack]
        if any(name.startswith("wj-role") for name in classes):
            return
        self.text += data
        if classes and classes[-1].startswith("wj-s"):
            key = int(self.stack[-1]["data-start"]), int(self.stack[-1]["data-end"])
            self.spans[key] = self.spans.get(key, "") + data


def test_the_whole_text_stands_in_the_reader():
    assert Doc(reader(report())).text == TEXT.replace("\n", "")


def test_every_statement_is_an_element_with_its_own_characters():
    held = report()
    found = Doc(reader(held)).spans
    assert found == {(one.start, one.end): held.quote(one) for one in held.statements}


def test_the_outline_lists_every_section_with_its_place_and_role():
    html = reader(report())
    assert re.findall(r'data-place="([^"]*)"', html) == ["第一部分", "第一部分（一）", "第二部分"]
    assert html.count("wj-role-work") == 2
    assert html.count("wj-role-plan") == 2


def test_markup_in_a_report_is_text():
    html = reader(report(text=TEXT.replace("听证", "<script>alert(1)</script>")))
    assert "<script" not in html
    assert "&lt;script&gt;" in html
    assert "<b>满意" not in html


def test_the_rail_counts_reports_by_facet():
    text = unescape(re.sub("<[^>]+>", " ", rail(Held().reports, None)))
    assert re.search(r"2024\s+1", text)
    assert re.search(r"县级\s+County\s+2", text)
    assert "2 份报告 · 2 家机关" in text
    assert "离线运行，未连接语言模型" in text


def test_a_place_reads_as_it_is_cited():
    assert place(("二、存在问题", "(一)深度不够。")) == "第二部分（一）"
    assert place(()) == ""
