"""A Word file gives all of its text in reading order, each piece once, and nothing that Word does not show."""

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt, RGBColor

from corpus.errors import UnreadableFile
from corpus.parse import parse
from corpus.read import docx as reader
from corpus.read import read_text
from corpus.read.refusals import refusal

TAIL = "末尾标记：报告到此完毕。"


def _bytes(document: Document) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _read(*build: Callable[[Document], object]) -> list[str]:
    document = docx.Document()
    for one in build:
        one(document)
    document.add_paragraph(TAIL)
    found = reader.read(_bytes(document), "报告.docx").text.split("\n")
    assert found[-1] == TAIL
    return found[:-1]


def _raw(document: Document, markup: str) -> None:
    """Put a piece of markup into the body, before its last element."""
    spaces = nsdecls("w", "wp", "a", "r", "m") + (
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    for element in parse_xml(f"<w:body {spaces}>{markup}</w:body>"):
        document.element.body.insert_element_before(element, "w:sectPr")


def _run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def test_paragraphs_and_tables_stand_in_the_order_of_the_file() -> None:
    def table(document: Document) -> None:
        made = document.add_table(2, 2)
        for cell, text in zip((cell for row in made.rows for cell in row.cells), "甲乙丙丁", strict=True):
            cell.text = text

    found = _read(lambda d: d.add_paragraph("前面一段。"), table, lambda d: d.add_paragraph("后面一段。"))
    assert found == ["前面一段。", "| 甲 | 乙 |", "| 丙 | 丁 |", "后面一段。"]


def test_merged_cells_are_read_once() -> None:
    def table(document: Document) -> None:
        made = document.add_table(3, 3)
        for number, cell in enumerate(cell for row in made.rows for cell in row.cells):
            cell.text = f"格{number}"
        made.cell(0, 0).merge(made.cell(0, 1)).text = "横"
        made.cell(1, 2).merge(made.cell(2, 2)).text = "竖"

    assert _read(table) == ["| 横 | 格2 |", "| 格3 | 格4 | 竖 |", "| 格6 | 格7 |  |"]


def test_a_table_inside_a_cell_is_read_where_it_stands() -> None:
    def table(document: Document) -> None:
        cell = document.add_table(1, 2).rows[0].cells[1]
        cell.text = "外层。"
        cell.add_table(1, 2).rows[0].cells[0].text = "内层"

    assert _read(table) == ["外层。", "| 内层 |  |"]


def test_a_form_whose_cell_holds_the_report_keeps_its_paragraphs() -> None:
    def form(document: Document) -> None:
        cells = document.add_table(1, 2).rows[0].cells
        cells[0].text = "工作情况"
        cells[1].text = "一、制度建设\n" + "全年制定工作规程三项。" * 12 + "\n二、队伍建设"

    assert _read(form) == ["工作情况", "一、制度建设", "全年制定工作规程三项。" * 12, "二、队伍建设"]


@pytest.mark.parametrize(("depth", "mark"), [(0, "#"), (1, "#"), (2, "##"), (3, "###")])
def test_heading_styles_become_marks(depth: int, mark: str) -> None:
    assert _read(lambda d: d.add_heading("工作情况", depth)) == [f"{mark} 工作情况"]


def test_a_style_resting_on_a_heading_and_an_outline_level_are_headings_too() -> None:
    def build(document: Document) -> None:
        style = document.styles.add_style("公文标题", 1)
        style.base_style = document.styles["Heading 2"]
        document.add_paragraph("工作成效", style="公文标题")
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), "0")
        document.add_paragraph("下步打算").paragraph_format.element.get_or_add_pPr().append(level)
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), "9")
        document.add_paragraph("正文文字", style="Heading 1").paragraph_format.element.get_or_add_pPr().append(level)

    assert _read(build) == ["## 工作成效", "# 下步打算", "正文文字"]


def test_insertions_stay_and_deletions_go() -> None:
    markup = (
        f"<w:p><w:ins>{_run('新增的话，')}</w:ins><w:del><w:r><w:delText>删去的话，</w:delText></w:r></w:del>"
        f"<w:moveFrom>{_run('移走的话，')}</w:moveFrom><w:moveTo>{_run('移来的话。')}</w:moveTo></w:p>"
    )
    assert _read(lambda d: _raw(d, markup)) == ["新增的话，移来的话。"]


def test_a_deleted_row_is_gone() -> None:
    row = "<w:tr>{}<w:tc><w:p>{}</w:p></w:tc><w:tc><w:p/></w:tc></w:tr>"
    markup = f"<w:tbl>{row.format('', _run('留下'))}{row.format('<w:trPr><w:del/></w:trPr>', _run('删去'))}</w:tbl>"
    assert _read(lambda d: _raw(d, markup)) == ["| 留下 |  |"]


@pytest.mark.parametrize(
    "markup",
    [
        f"<w:sdt><w:sdtContent><w:p>{_run('控件里的话。')}</w:p></w:sdtContent></w:sdt>",
        f"<w:p><w:sdt><w:sdtContent>{_run('控件里的话。')}</w:sdtContent></w:sdt></w:p>",
        f"<w:p><w:smartTag>{_run('控件里的话。')}</w:smartTag></w:p>",
        f"<w:p><w:hyperlink>{_run('控件里的话。')}</w:hyperlink></w:p>",
        f"<w:p><w:fldSimple w:instr='DATE'>{_run('控件里的话。')}</w:fldSimple></w:p>",
        f"<w:customXml><w:p>{_run('控件里的话。')}</w:p></w:customXml>",
    ],
)  # fmt: skip
def test_text_in_every_kind_of_wrapping_is_kept(markup: str) -> None:
    assert _read(lambda d: _raw(d, markup)) == ["控件里的话。"]


def test_a_text_box_is_read_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent><w:p>{_run('框里的话。')}</w:p></w:txbxContent>"
    markup = (
        f"<w:p>{_run('正文。')}<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx>{box}</wps:txbx>"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert _read(lambda d: _raw(d, markup)) == ["正文。", "框里的话。"]


def test_codes_of_fields_and_pronunciation_are_no_text() -> None:
    markup = (
        f"<w:p>{_run('共')}<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>= SUM(ABOVE)</w:instrText></w:r>"
        f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{_run('86件')}<w:r><w:fldChar w:fldCharType='end'/></w:r>"
        f"<w:r><w:ruby><w:rt>{_run('yān')}</w:rt><w:rubyBase>{_run('䶮镇')}</w:rubyBase></w:ruby></w:r></w:p>"
    )
    assert _read(lambda d: _raw(d, markup)) == ["共86件䶮镇"]


def test_a_footnote_follows_the_paragraph_that_refers_to_it() -> None:
    note = f'<w:footnotes {nsdecls("w")}><w:footnote w:id="2"><w:p>{_run("统计口径为自然年。")}</w:p></w:footnote></w:footnotes>'
    document = docx.Document()
    _raw(document, f"<w:p>{_run('办结86件')}<w:r><w:footnoteReference w:id='2'/></w:r>{_run('。')}</w:p>")
    document.add_paragraph(TAIL)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    part = Part(PackURI("/word/footnotes.xml"), "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
                note.encode(), document.part.package)  # fmt: skip
    document.part.relate_to(part, kind)
    assert reader.read(_bytes(document), "注.docx").text.split("\n") == ["办结86件。", "统计口径为自然年。", TAIL]


def test_hidden_text_is_left_out_and_white_on_a_shade_is_not() -> None:
    def build(document: Document) -> None:
        paragraph = document.add_paragraph("看得见。")
        paragraph.add_run("隐藏").font.hidden = True
        paragraph.add_run("白字").font.color.rgb = RGBColor(255, 255, 255)
        paragraph.add_run("极小").font.size = Pt(1)
        cell = document.add_table(1, 2).rows[0].cells[0]
        cell.paragraphs[0].add_run("白字表头").font.color.rgb = RGBColor(255, 255, 255)

    assert _read(build) == ["看得见。", "| 白字表头 |  |"]


def test_the_table_of_contents_does_not_double_the_headings() -> None:
    def build(document: Document) -> None:
        document.styles.add_style("toc 1", 1)
        document.add_paragraph("一、工作情况\t1", style="toc 1")
        document.add_paragraph("一、工作情况")

    assert _read(build) == ["一、工作情况"]


def test_headings_numbered_by_word_are_marked_and_keep_their_words() -> None:
    def numbered(document: Document, text: str) -> None:
        _raw(
            document,
            f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr></w:pPr>{_run(text)}</w:p>',
        )

    def build(document: Document) -> None:
        numbering = document.part.numbering_part.element
        for markup in (
            '<w:abstractNum {} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCountingThousand"/></w:lvl></w:abstractNum>',
            '<w:num {} w:numId="77"><w:abstractNumId w:val="77"/></w:num>',
        ):
            numbering.append(parse_xml(markup.format(nsdecls("w"))))
        numbered(document, "工作情况")
        numbered(document, "办结来信86件。")

    assert _read(build) == ["# 工作情况", "办结来信86件。"]


def test_paragraphs_stay_apart_and_numbers_stay_in_the_report() -> None:
    document = docx.Document()
    for text in ("柳川县信访局2024年度法治政府建设工作报告", "一、工作情况", "坚持法治引领推动信访工作提质增效再上台阶", "86",
                 "健全完善多元化解机制切实维护群众合法权益", "全年办结来信来访，", "群众满意。"):  # fmt: skip
        document.add_paragraph(text)
    report = parse(read_text(Path("报告.docx"), _bytes(document)), "报告.docx", "id")
    assert report.text.split("\n")[2:] == [
        "坚持法治引领推动信访工作提质增效再上台阶", "86", "健全完善多元化解机制切实维护群众合法权益", "全年办结来信来访，群众满意。",
    ]  # fmt: skip
    assert report.pages == () and report.page(0) is None


def _refused(content: bytes, name: str = "坏的.docx") -> str:
    with pytest.raises(UnreadableFile) as refused:
        reader.read(content, name)
    assert name in refused.value.message("en") and refused.value.message("en") != refused.value.message("zh")
    return str(refused.value)


def _zipped(entries: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return made.getvalue()


def _whole() -> bytes:
    document = docx.Document()
    document.add_paragraph(TAIL)
    return _bytes(document)


def _repacked(change: Callable[[str, bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(_whole())) as archive:
        return _zipped({name: change(name, archive.read(name)) for name in archive.namelist()})


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "empty"),
        (b"no archive", "broken"),
        (_whole()[:900], "broken"),
        (_zipped({"a.txt": b"x"}), "broken"),
        (_repacked(lambda name, body: body.replace(b"</w:p>", b"") if name == "word/document.xml" else body), "broken"),
        (
            _repacked(lambda name, body: body if "document.xml" not in name else body.replace(TAIL.encode(), b"latin")),
            "foreign",
        ),
        (_zipped({f"{number}.xml": b"" for number in range(1100)}), "large"),
        (_zipped({"word/document.xml": b" " * 60_000_000}), "large"),
        (_zipped({"word/media/a.bmp": b"\0" * 300_000_000}), "large"),
    ],
    ids=["nothing", "text", "cut", "another archive", "bad markup", "no Chinese", "1,100 entries", "markup", "300 MB"],
)
def test_what_cannot_be_read_is_refused_with_the_reason(content: bytes, why: str) -> None:
    started = time.monotonic()
    assert _refused(content) == str(refusal("坏的.docx", why))
    assert time.monotonic() - started < 2


def test_a_size_that_the_archive_lies_about_is_not_unpacked() -> None:
    content = _repacked(lambda name, body: body + b" " * 80_000_000 if name == "word/document.xml" else body)
    true = next(
        one.file_size for one in zipfile.ZipFile(io.BytesIO(content)).infolist() if one.filename == "word/document.xml"
    )
    lied = content.replace(true.to_bytes(4, "little"), (5000).to_bytes(4, "little"))
    assert lied != content and _refused(lied) == str(refusal("坏的.docx", "broken"))


def test_an_old_or_locked_office_file_is_named_as_one() -> None:
    assert "密码" in _refused(bytes.fromhex("D0CF11E0A1B11AE1") + b"\0" * 600)


def test_a_file_of_pictures_or_nothing_is_refused() -> None:
    assert "没有文字" in _refused(_bytes(docx.Document()))


def test_a_document_embedded_in_another_is_not_lost_in_silence() -> None:
    document = docx.Document()
    document.add_paragraph(TAIL)
    _raw(document, "<w:altChunk r:id='rId99'/>")
    assert "嵌" in _refused(_bytes(document))
