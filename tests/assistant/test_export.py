"""Documents of answers: read back with other tools, they hold the exact quotes under the numbers that the text names."""

import csv
import io
import re
import zipfile
from dataclasses import replace

import pytest
from docx import Document
from fastapi import FastAPI
from starlette.testclient import TestClient

from assistant.answer import Answer, Citation, Finding, Understood
from assistant.export import NoSuchKind, ending, export
from assistant.export.csv import cell
from assistant.export.printable import file_name
from assistant.page.kept import Kept
from assistant.page.saving import links, routes
from tests.assistant.page_library import census

ASKED = ("哪些单位举行过信访听证？", "云汀市和栖梧区的法律顾问工作有什么不同？", "栖梧区排查了多少条线索？")
HOSTILE = '=HYPERLINK("x")<b>&amp;\n- 一*二*|三[1]\n# 题\n1. 项\x00\x0b\u202e甲\ufffe\ud800'
INK = '=HYPERLINK("x")<b>&amp;\n- 一*二*|三[1]\n# 题\n1. 项甲'


@pytest.fixture(scope="module")
def talk(sample_library):
    return tuple((question, sample_library.ask(question)) for question in ASKED)


def made(text, quotes=("全年举行公开听证12场。",), question="问？", **more):
    """An answer by hand that cites each quote."""
    cited = tuple(
        Citation(
            number,
            "r",
            "甲.txt",
            "青禾县信访局",
            2024,
            None,
            ("一、", "（一）"),
            "work",
            "done",
            quote,
            0,
            len(quote),
            3,
        )
        for number, quote in enumerate(quotes, 1)
    )
    found = tuple(Finding(one.agency, one.year, one.report, "done", "举行", one.quote, one.number) for one in cited)
    return question, Answer(
        question, Understood("census", "听证"), "census", "answered", None, None, text, found, citations=cited, **more
    )


def opened(conversation):
    return Document(io.BytesIO(export(conversation, "docx")))


def sources(document):
    """Number → quote, from the paragraphs below the last heading."""
    texts = [(paragraph.style.name, paragraph.text) for paragraph in document.paragraphs]
    below = texts[texts.index(("Heading 1", "出处")) + 1 :]
    heads, quotes = below[::2], below[1::2]
    assert {style for style, _ in heads} == {"Source"} and {style for style, _ in quotes} == {"Quote"}
    return {int(re.match(r"\[(\d+)\]\t", head)[1]): quote for (_, head), (_, quote) in zip(heads, quotes, strict=True)}


def rows(conversation):
    content = export(conversation, "csv")
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_word_file_numbers_the_exact_quotes_through_a_conversation(talk):
    quotes = [citation.quote for _, answer in talk for citation in answer.citations]
    assert len(quotes) > len(talk)
    document = opened(talk)
    assert sources(document) == dict(enumerate(quotes, 1))
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    assert headings == [*(f"问：{question}" for question in ASKED), "出处"]


def test_every_mark_of_a_word_file_leads_to_its_source(talk):
    xml = zipfile.ZipFile(io.BytesIO(export(talk, "docx"))).read("word/document.xml").decode()
    places = re.findall(r'w:bookmarkStart w:id="(\d+)" w:name="source(\d+)"', xml)
    marks = re.findall(r'w:anchor="source(\d+)"[^>]*><w:r><w:rPr>.*?</w:rPr><w:t>\[(\d+)\]</w:t>', xml)
    assert marks and all(anchor == shown for anchor, shown in marks)
    assert {anchor for anchor, _ in marks} <= {name for _, name in places}
    assert len(places) == len(set(places))


def test_a_table_of_an_answer_is_a_table_in_word(talk):
    (document,) = [opened((one,)) for one in talk if "| --- |" in one[1].text]
    first, second = document.tables
    assert [one.text for one in first.rows[0].cells][1:] == ["云汀市信访局（2024年）", "栖梧区信访局（2024年）"]
    assert all(run.bold for run in first.rows[0].cells[1].paragraphs[0].runs)
    assert "未提及" in [one.text for one in first.rows[1].cells]
    assert [one.text for one in second.rows[0].cells][:3] == ["机关", "报告年度", "状态"]
    assert "|" not in "".join(one.text for one in document.paragraphs)


def test_lists_are_lists_numbered_ones_begin_anew_and_bold_stays_bold():
    text = "**甲**是[1]。\n\n- 一\n- 二\n\n1. 子\n2. 丑\n\n话。\n\n1. 寅\n\n| 甲 | 乙 |\n| --- | --- |\n| 只一格 |"
    document = opened((made(text),))
    listed = {one.text: one._p.pPr.numPr.numId.val for one in document.paragraphs if one._p.pPr.numPr is not None}
    assert list(listed) == ["一", "二", "子", "丑", "寅"]
    assert listed["一"] == listed["二"] and listed["子"] == listed["丑"] != listed["寅"]
    (first,) = [one for one in document.paragraphs if one.text == "甲是[1]。"]
    assert [(run.text, bool(run.bold)) for run in first.runs] == [("甲", True), ("是", False), ("。", False)]
    assert [len(row.cells) for row in document.tables[0].rows] == [2, 2]


def test_a_word_file_is_a4_names_nobody_and_no_time(talk):
    document = opened(talk)
    page = document.sections[0]
    assert (round(page.page_width.mm), round(page.page_height.mm)) == (210, 297)
    held = document.core_properties
    assert (held.author, held.last_modified_by, held.created) == ("", "", None)
    assert {entry.date_time for entry in zipfile.ZipFile(io.BytesIO(export(talk, "docx"))).infolist()} == {
        (1980, 1, 1, 0, 0, 0)
    }


@pytest.mark.parametrize("kind", ["docx", "md", "csv"])
def test_the_same_answers_give_the_same_bytes(sample_library, talk, kind):
    again = tuple((question, sample_library.ask(question)) for question in ASKED)
    assert export(again, kind) == export(talk, kind)


def test_hostile_characters_neither_break_a_document_nor_become_markup():
    one = made("说[1]。\x00<b>", (HOSTILE,), question="=1+1\x00<script>")
    assert sources(opened((one,))) == {1: INK}
    (row,) = rows((one,))
    assert row["原文"] == f"'{INK}" and row["问题"] == "'=1+1<script>"
    text = export((one,), "md").decode()
    quote = text[text.index("\n> ") + 1 :].strip()
    assert re.sub(r"\\([^\w\s])", r"\1", quote.replace("> ", "")) == INK
    assert not re.search(r"^> (?:[-#]|1\. )", quote, re.MULTILINE) and "<script>" not in text


def test_a_mark_without_a_source_points_at_nobody_s():
    talk = (made("甲[1]"), made(r"乙[1]，丙[2]，丁\[1]"))
    assert "乙[2]，丙\\[2\\]，丁\\[1]" in export(talk, "md").decode()
    (line,) = [one for one in opened(talk).paragraphs if one.text.startswith("乙")]
    assert line.text == "乙[2]，丙[2]，丁[1]" and [link.text for link in line.hyperlinks] == ["[2]"]


def test_markdown_holds_every_quote_below_its_number(talk):
    text = export(talk, "md").decode()
    found = dict(re.findall(r"^\[(\d+)\] [^\n]+\n\n> (.+)$", text, re.MULTILINE))
    quotes = [citation.quote for _, answer in talk for citation in answer.citations]
    assert [re.sub(r"\\(.)", r"\1", found[str(number)]) for number in range(1, len(quotes) + 1)] == quotes
    assert set(re.findall(r"\[(\d+)\]", text)) == set(found)


def test_csv_accounts_for_every_report_and_places_every_quote(sample_library, talk):
    question, answer = talk[0]
    held = rows(talk[:1])
    assert [row["原文"] for row in held if row["原文"]] == [finding.quote for finding in answer.findings]
    assert {row["机关"] for row in held} == {report.agency for report in sample_library.reports}
    assert [row["状态"] for row in held].count("未提及") == len(answer.silent) > 0
    for row in held[: len(answer.findings)]:
        report = sample_library.report(row["文件"])
        assert report.text[int(row["起"]) : int(row["止"])] == row["原文"] and row["问题"] == question


def test_csv_holds_a_figure_as_a_number(talk):
    (row,) = rows(talk[2:])
    assert (row["数字"].replace(" ", ""), row["数值"], row["单位"]) == ("5320条", "5320", "条")


def test_csv_has_a_row_for_an_answer_without_findings(sample_library):
    (row,) = rows((("火星信访局举行过听证吗？", sample_library.ask("火星信访局举行过听证吗？")),))
    assert "火星信访局" in row["说明"] and not row["状态"]


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n"])
def test_a_formula_is_defused(start):
    assert cell(f"{start}1+1").startswith("'")
    assert not cell(f"1{start}1").startswith("'")


def test_what_lacks_a_part_is_not_called_silent_and_what_is_near_is_not_counted():
    answer = census()
    answer = replace(answer, silent=(replace(answer.silent[0], lacks=("没有“评查”",)), answer.silent[1]))
    assert [row["状态"] for row in rows((("问", answer),))] == ["已开展", "计划开展", "不全符合", "未提及"]
    heads = [one.text for one in opened((("问", answer),)).paragraphs if one.style.name == "Source"]
    assert ["未计入" in head for head in heads] == [False, False, True]


def test_an_english_answer_makes_an_english_document(sample_library):
    question = "Which offices held hearings?"
    text = export(((question, sample_library.ask(question)),), "md").decode()
    assert text.startswith("# Question: Which offices") and "## Sources" in text and "出处" not in text


@pytest.mark.parametrize("file", ["答复.pdf", "答复", "docx", "答复.docx.exe"])
def test_a_wrong_ending_is_told_with_the_right_ones(file):
    with pytest.raises(NoSuchKind, match=r"\.docx、\.md 或 \.csv"):
        ending(file)


@pytest.mark.parametrize(
    ("question", "name"),
    [("a/b\\c:d*e?\x00\u202e.f", "问据-a-b-c-d-e-f"), ("???", "问据"), ("长" * 99, f"问据-{'长' * 40}"), ("", "问据")],
)
def test_a_file_name_suits_every_system(question, name):
    assert file_name(question) == name


def test_kept_answers_are_had_with_their_key_alone_and_the_oldest_go():
    kept = Kept(most=8)
    one = made("甲[1]")
    for number in (1, 2):
        kept.keep("first", number, *one)
    assert kept.one("first", 2) == (one,) and kept.all("first") == (one, one)
    assert kept.one("other", 1) is None and kept.all("other") is None
    kept.keep("second", 1, *one)
    assert kept.one("first", 2) is None and kept.all("second") == (one,)
    kept.keep("first", 3, *one)
    assert kept.one("first", 3) == (one,) and kept.all("first") is None


def test_the_route_brings_what_its_link_names_and_nothing_else():
    app, kept = FastAPI(), Kept()
    routes(app, kept)
    kept.keep("k-_1", 1, *made("甲[1]", question="甲/乙？"))
    page = TestClient(app)
    addresses = re.findall(r'href="#export=([^"]+)"', links("k-_1", 1, "zh"))
    assert addresses == ["k-_1/1.docx", "k-_1/1.md", "k-_1/1.csv"]
    for address in addresses:
        answer = page.get(f"/wenju/export/{address}")
        assert answer.status_code == 200 and answer.headers["cache-control"] == "no-store"
        assert answer.headers["content-disposition"].startswith("attachment")
    assert page.get("/wenju/export/k-_1/all.csv").content == export((made("甲[1]", question="甲/乙？"),), "csv")
    for wrong in ("k-_2/1.docx", "k-_1/2.docx", "k-_1/1.pdf", "k-_1/0.md", "k-_1/all.exe"):
        assert page.get(f"/wenju/export/{wrong}").status_code == 404
