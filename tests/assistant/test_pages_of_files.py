"""The page of the file a quote stands on: in citations, beside them on the page, in the reader and on the command line."""

import json
from dataclasses import replace

import pytest

from assistant.citing import Citations
from assistant.command import main
from assistant.commands.output import answer_text
from assistant.page import place
from assistant.page.reader import reader
from assistant.service import Assistant
from corpus.report import Report
from tests.assistant.page_library import census, citation, report
from tests.corpus import made_pdf

BODY = (
    "柳川县信访局2024年度法治政府建设工作报告",
    "一、工作情况",
    "（一）抓听证。全年举行信访听证会三场，邀请律师和人大代表到场评议。",
)
LATER = ("二、存在的问题", "信访听证的评议意见还没有全部公开，个别乡镇没有开过。")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory):
    home = tmp_path_factory.mktemp("paged")
    (home / "reports").mkdir()
    pages = [made_pdf.lines(made_pdf.wrapped(BODY)), "", made_pdf.lines(made_pdf.wrapped(LATER))]
    (home / "reports" / "柳川.pdf").write_bytes(made_pdf.pdf(pages))
    with Assistant.open(home / "reports", home / "data") as assistant:
        yield assistant


def test_every_citation_says_on_which_page_its_quote_stands(library: Assistant) -> None:
    answer = library.ask("哪些单位举行过信访听证？").to_dict()
    pages = {cited["quote"][:4]: cited["page"] for cited in answer["citations"]}
    assert pages["全年举行"] == 1
    assert "第1页" in answer_text(answer)
    held = library.ask("柳川县存在哪些问题？").to_dict()["citations"]
    assert {cited["page"] for cited in held} == {3}


def test_a_report_comes_out_of_the_library_with_its_pages(library: Assistant) -> None:
    (held,) = library.reports
    assert held.pages[0] == 0 and len(held.pages) == 3
    assert held.text[held.pages[1] :].startswith(LATER[0]) and held.pages[1] == held.pages[2]


def test_a_file_without_pages_has_none_to_show() -> None:
    bare = report()
    cited = Citations()
    cited.cite(bare, bare.statements[2], "done")
    assert cited.all()[0].page is None and cited.all()[0].page == bare.page(0)
    assert "data-page" not in reader(bare)
    assert "页" not in place.source(cited.all()[0]) + place.beside(cited.all(), "zh")
    assert "页" not in answer_text(census().to_dict())


def _paged() -> Report:
    made = report()
    return replace(made, pages=(0, made.text.index("（一）"), made.text.index("二、下步计划")))


def test_the_page_stands_beside_the_section_of_a_quote() -> None:
    made = _paged()
    cited = replace(citation(1, made, "全年举行公开听证12场。"), page=2)
    assert place.source(cited).endswith("，第一部分（一），第2页")
    assert place.beside([cited], "zh").endswith("（一）·第2页") and place.beside([cited], "en").endswith("(一), p. 2")
    other = replace(cited, page=3)
    assert "页" not in place.beside([cited, other], "zh")


def test_the_reader_shows_where_each_page_begins_and_names_the_page_of_each_statement() -> None:
    made = _paged()
    html = reader(made)
    marks = [line.split("data-page=")[1][1] for line in html.split("<p ")[2:] if line.split(">")[0].count("data-page=")]
    assert marks == ["1", "2", "3"]
    for statement in made.statements:
        assert (
            f'data-end="{statement.end}" data-section="{statement.section}" data-page="{made.page(statement.start)}"'
            in html
        )


def test_show_gives_the_offsets_of_the_pages(tmp_path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "柳川.pdf").write_bytes(
        made_pdf.pdf([made_pdf.lines(made_pdf.wrapped(BODY)), made_pdf.lines(made_pdf.wrapped(LATER))])
    )
    options = ["--reports", str(folder), "--data", str(tmp_path / "data")]
    assert main(["show", "柳川.pdf", "--json", *options]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert len(shown["pages"]) == 2 and shown["text"][shown["pages"][1] :].startswith(LATER[0])
    assert main(["show", "柳川.pdf", *options]) == 0
    said = capsys.readouterr()
    assert said.out.strip() == shown["text"] and f"第2页：从第 {shown['pages'][1]} 个字符起" in said.err
