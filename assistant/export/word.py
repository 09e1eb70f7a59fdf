"""Write a conversation as a Word file: headings, real lists and tables, marks that lead to numbered sources.

A source's number is written out and no automatic one: taking a source away must not renumber the others under the
marks that point at them. The package is written here and not through a library, so that the same answers give the
same bytes and no property names a person or a time.
"""

from __future__ import annotations

import io
import unicodedata
import zipfile
from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from assistant.answer import Citation
from assistant.export.numbered import Exchange
from assistant.export.printable import printable
from assistant.export.word_parts import BULLETS, TEXT_WIDTH, parts
from assistant.export.words import found, said, searched, source
from assistant.markup import Block, Piece, blocks, pieces
from assistant.question import Language

BEGINNING = (1980, 1, 1, 0, 0, 0)
"""The time of every part: the earliest that a ZIP file can tell."""

NARROWEST, WIDEST = 6, 40
"""Half-width characters that a column counts as at least and at most when the width is shared out."""


def word(exchanges: Sequence[Exchange]) -> bytes:
    """Return the document as the bytes of a .docx file."""
    language: Language = exchanges[0].answer.language if exchanges else "zh"
    alone = len(exchanges) == 1
    title = printable(exchanges[0].question if alone else said("title", language))
    text = Text()
    if not alone:
        text.paragraph("Title", text.plain(title))
    for one in exchanges:
        text.exchange(one)
    if any(one.answer.citations for one in exchanges):
        text.paragraph("Heading1", text.plain(said("sources", language)))
    for one in exchanges:
        near = one.near()
        for citation in one.answer.citations:
            text.source(citation, citation.number in near, one.answer.language)
    return packed(text, title, language)


def packed(text: Text, title: str, language: Language) -> bytes:
    """Return what was collected as the bytes of a .docx file."""
    return _package(parts("".join(text.done), " ".join(printable(title).split()), text.ordered, language))


class Text:
    """Collect paragraphs and tables, in order; ``ordered`` counts the numbered lists among them.

    :param known: the numbers of the sources that marks may lead to.
    """

    def __init__(self, known: frozenset[int] = frozenset()) -> None:
        self.done: list[str] = []
        self.ordered = 0
        self._known = known

    def exchange(self, one: Exchange) -> None:
        """Add a question with its answer."""
        answer = one.answer
        self._known = frozenset(citation.number for citation in answer.citations)
        self.paragraph("Heading1", self.plain(said("question", answer.language) + one.question.strip()))
        for block in blocks(printable(answer.text)):
            self.block(block)
        table = found(answer)
        if table is not None:
            self.paragraph("Heading2", self.plain(said("findings", answer.language)))
            rows = [[self.plain(cell) for cell in row[:-1]] + [self.inline(row[-1])] for row in table.rows]
            self._table([[self.plain(cell, bold=True) for cell in table.head], *rows], [table.head, *table.rows], True)
        self.paragraph("Scope", self.plain(searched(answer)))

    def source(self, citation: Citation, near: bool, language: Language) -> None:
        """Add a source: its number, where it stands, and the exact quote in a paragraph of its own."""
        number = citation.number
        begin = f'<w:bookmarkStart w:id="{number}" w:name="{_anchor(number)}"/>'
        mark = f'{begin}{self.plain(f"[{number}]")}<w:bookmarkEnd w:id="{number}"/><w:r><w:tab/></w:r>'
        where = source(citation, language) + (said("near", language) if near else "")
        self.paragraph("Source", mark + self.plain(where))
        self.paragraph("Quote", self.plain(citation.quote))

    def paragraph(self, style: str, runs: str, more: str = "") -> None:
        """Add a paragraph of finished runs; ``more`` follows the style among its properties."""
        self.done.append(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{runs}</w:p>')

    def inline(self, text: str) -> str:
        """Return a line of Markdown as runs."""
        return "".join(self._piece(piece, False) for piece in pieces(text))

    def plain(self, text: str, bold: bool = False) -> str:
        """Return plain text as one run, its line breaks and tabs as Word's."""
        held = escape(printable(text))
        held = held.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
        held = held.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
        weight = "<w:rPr><w:b/><w:bCs/></w:rPr>" if bold else ""
        return f'<w:r>{weight}<w:t xml:space="preserve">{held}</w:t></w:r>' if held else ""

    def _piece(self, piece: Piece, bold: bool) -> str:
        if piece.kind == "bold":
            return "".join(self._piece(one, True) for one in piece.inner)
        if piece.kind == "mark" and piece.number in self._known:
            run = f'<w:r><w:rPr><w:rStyle w:val="Mark"/></w:rPr><w:t>{piece.text}</w:t></w:r>'
            return f'<w:hyperlink w:anchor="{_anchor(piece.number)}" w:history="1">{run}</w:hyperlink>'
        return self.plain(piece.text, bold)

    def block(self, block: Block) -> None:
        """Add a block of Markdown."""
        if block.kind == "table":
            # A column's head is bold whether or not the text says so.
            marked = [[self.inline(cell) for cell in row] for row in block.rows]
            if block.head:
                marked[0] = [self.plain("".join(piece.text for piece in pieces(cell)), True) for cell in block.rows[0]]
            self._table(marked, block.rows, block.head)
            return
        if block.kind == "item":
            self.ordered += block.ordered
            number = BULLETS + (self.ordered if block.ordered else 0)
            more = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
            for (line,) in block.rows:
                self.paragraph("ListParagraph", self.inline(line), more)
            return
        style = {"heading": "Heading2", "quote": "Quote"}.get(block.kind, "Normal")
        self.paragraph(style, "<w:r><w:br/></w:r>".join(self.inline(row[0]) for row in block.rows))

    def _table(self, cells: Sequence[Sequence[str]], shown: Sequence[Sequence[str]], head: bool) -> None:
        """Add a table; a row that is short is filled up, since Word wants every row to fill its grid."""
        widths = _widths(shown)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        rows = "".join(
            _row([*row, *[""] * (len(widths) - len(row))], widths, head and index == 0)
            for index, row in enumerate(cells)
        )
        properties = (
            f'<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/></w:tblPr>'
        )
        self.done.append(f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>")
        # Two tables that touch would become one.
        self.paragraph("Cell", "")


def _row(cells: Iterable[str], widths: Sequence[int], head: bool) -> str:
    shade = '<w:shd w:val="clear" w:color="auto" w:fill="F3F0E9"/>' if head else ""
    made = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="Cell"/></w:pPr>{cell}</w:p></w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{made}</w:tr>"


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    """Share the page's width out by the longest cell of each column, within bounds."""
    count = max(len(row) for row in rows)
    longest = [max((_columns(row[at]) for row in rows if at < len(row)), default=0) for at in range(count)]
    weights = [min(max(one, NARROWEST), WIDEST) for one in longest]
    return [TEXT_WIDTH * weight // sum(weights) for weight in weights]


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def _anchor(number: int) -> str:
    return f"source{number}"


def _package(held: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in held.items():
            entry = zipfile.ZipInfo(name, BEGINNING)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, content.encode("utf-8"))
    return out.getvalue()
