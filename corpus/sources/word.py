"""A source → a Word file as an office writes one: heading styles, Chinese fonts, indents as numbers, real tables.

The same source gives the same bytes: dates inside the file are fixed.
"""

from __future__ import annotations

import datetime
import io
import zipfile
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from corpus.sources.source import Block, Source

WRITTEN = datetime.datetime(2025, 1, 15, 9, 0, 0)
"""The date of every file and of its parts: a real one would change the bytes with every build."""

BODY_FONT, TABLE_FONT, TITLE_FONT = "仿宋_GB2312", "宋体", "方正小标宋简体"
HEADING_FONTS = {1: "黑体", 2: "楷体_GB2312"}
BODY_SIZE, TABLE_SIZE, TITLE_SIZE = Pt(16), Pt(12), Pt(22)
"""三号, 小四 and 二号, the sizes of official documents (GB/T 9704)."""
INDENT = Pt(32)
"""Two characters of the body."""
LINE = Pt(28)


def word_file(source: Source) -> bytes:
    """Return the Word file of a source."""
    document = Document()
    _set_up(document, source)
    for block in source.blocks:
        if block.kind == "table":
            _add_table(document, block)
        elif block.kind == "heading":
            _add_heading(document, block)
        else:
            _add_paragraph(document, block)
    made = io.BytesIO()
    document.save(made)
    return _dated(made.getvalue())


def _set_up(document: Any, source: Source) -> None:  # noqa: ANN401 - python-docx ships no types that are checked
    """Set page, body font and the properties of the file."""
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.top_margin, page.bottom_margin, page.left_margin, page.right_margin = Cm(3.7), Cm(3.5), Cm(2.8), Cm(2.6)
    normal = document.styles["Normal"]
    _set_font(normal, BODY_FONT, BODY_SIZE)
    normal.paragraph_format.line_spacing = LINE
    normal.paragraph_format.space_after = Pt(0)
    for level, font in HEADING_FONTS.items():
        _set_font(document.styles[f"Heading {level}"], font, BODY_SIZE)
    properties = document.core_properties
    properties.title, properties.author, properties.last_modified_by = source.title, "办公室", "办公室"
    properties.created = properties.modified = WRITTEN
    properties.comments, properties.language = "", "zh-CN"


def _set_font(styled: Any, name: str, size: Pt, bold: bool = False) -> None:  # noqa: ANN401
    """Give a style or a run one font for Latin and Chinese characters, in black."""
    styled.font.name, styled.font.size, styled.font.bold = name, size, bold
    styled.font.italic, styled.font.color.rgb = False, RGBColor(0, 0, 0)
    fonts = styled.element.get_or_add_rPr().get_or_add_rFonts()
    for attribute in list(fonts.attrib):
        if attribute.endswith("Theme"):
            del fonts.attrib[attribute]
    for attribute in ("w:eastAsia", "w:ascii", "w:hAnsi"):
        fonts.set(qn(attribute), name)


def _add_heading(document: Any, block: Block) -> None:  # noqa: ANN401
    added = document.add_heading(block.text, level=block.level)
    added.paragraph_format.first_line_indent = INDENT
    added.paragraph_format.space_before = Pt(0)


def _add_paragraph(document: Any, block: Block) -> None:  # noqa: ANN401
    added = document.add_paragraph()
    run = added.add_run(block.text)
    if block.kind == "title":
        added.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _set_font(run, TITLE_FONT, TITLE_SIZE, bold=True)
        added.paragraph_format.line_spacing = Pt(36)
    elif block.kind == "signed":
        added.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        added.paragraph_format.right_indent = INDENT
    elif block.kind == "paragraph":
        added.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        added.paragraph_format.first_line_indent = INDENT


def _add_table(document: Any, block: Block) -> None:  # noqa: ANN401
    table = document.add_table(rows=0, cols=max(map(len, block.rows)), style="Table Grid")
    for number, row in enumerate(block.rows):
        for cell, text in zip(table.add_row().cells, row, strict=False):
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.line_spacing = Pt(20)
            _set_font(paragraph.add_run(text), TABLE_FONT, TABLE_SIZE, bold=number == 0)


def _dated(content: bytes) -> bytes:
    """Pack a zip file again with fixed dates."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, WRITTEN.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # else it differs between systems
            new.writestr(entry, old.read(name))
    return made.getvalue()
