"""Write a matrix, topics × reports, as CSV for a spreadsheet, or as a document with its sources: Markdown and Word."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.answer import Citation
from assistant.export.csv import BOM
from assistant.export.csv import cell as cell_text
from assistant.export.markdown import escaped, source_block
from assistant.export.word import Text, packed
from assistant.export.words import said
from assistant.markup import blocks
from assistant.naming import LEVEL, cell_word, pick
from assistant.question import Language

COLUMNS = (
    ("主题", "Topic"), ("机关", "Agency"), ("报告年度", "Covered year"), ("级别", "Level"), ("状态", "Status"),
    ("原文", "Quote"), ("章节", "Section"), ("文件", "File"), ("起", "From"), ("止", "To"),
)  # fmt: skip
SHAPES = {
    "done": "●", "rules": "■", "planned": "▲", "problem": "◆", "suggested": "▷", "nil": "∅", "mentioned": "·",
    "silent": "○", "elsewhere": "◇",
}  # fmt: skip
"""Shape of each status, strongest first, as the page shows them."""
TOPICS_BESIDE = 6
"""Topics of one table: more would not be read on a page of A4."""


def matrix_csv(matrix: Mapping[str, Any], language: Language = "zh") -> str:
    """Return the matrix as CSV, one line for each topic and report, silent ones too; with a mark for spreadsheets.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    citations = {one["number"]: one for one in matrix["citations"]}
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([pick(column, language) for column in COLUMNS])
    for topic, report, cell in _cells(matrix):
        cited = citations.get(cell["citation"])
        quote = (cited["quote"], " › ".join(cited["section"])) if cited else ("", "")
        span = (cited["start"], cited["end"]) if cited else ("", "")
        level = pick(LEVEL[report["level"]], language)
        status = cell_word(cell["status"], language)
        row = (topic, report["agency"], report["year"] or "", level, status, *quote, report["file"])
        writer.writerow([*(cell_text(value) for value in row), *span])
    return BOM + out.getvalue()


def matrix_markdown(matrix: Mapping[str, Any], language: Language = "zh") -> bytes:
    """Return the matrix as Markdown: tables with marks, then every source with its quote."""
    parts = [f"# {escaped(_title(matrix, language))}", _body(matrix, language)]
    sources = _cited(matrix)
    if sources:
        parts += [f"## {said('sources', language)}", *(source_block(one, False, language) for one in sources)]
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def matrix_word(matrix: Mapping[str, Any], language: Language = "zh") -> bytes:
    """Return the matrix as the bytes of a .docx file: what the Markdown holds, its marks leading to the sources."""
    title, sources = _title(matrix, language), _cited(matrix)
    text = Text(frozenset(one.number for one in sources))
    text.paragraph("Heading1", text.plain(title))
    for block in blocks(_body(matrix, language)):
        text.block(block)
    if sources:
        text.paragraph("Heading1", text.plain(said("sources", language)))
    for one in sources:
        text.source(one, False, language)
    return packed(text, title, language)


def _title(matrix: Mapping[str, Any], language: Language) -> str:
    topics = matrix["topics"]
    return f"Topics × reports: {', '.join(topics)}" if language == "en" else f"主题矩阵：{'、'.join(topics)}"


def _body(matrix: Mapping[str, Any], language: Language) -> str:
    english = language == "en"
    topics, reports = matrix["topics"], matrix["reports"]
    parts = [
        f"{len(reports)} reports, {len(topics)} topics."
        if english
        else f"{len(reports)} 份报告，{len(topics)} 个主题。"
    ]
    for text, read in matrix["read"].items():
        if read and read != text:
            parts.append(escaped(f'"{text}" was read as "{read}".' if english else f"“{text}”按“{read}”查。"))
    cells = {(topic, report["report"]): cell for topic, report, cell in _cells(matrix)}
    for first in range(0, len(topics), TOPICS_BESIDE):
        parts.append(_table(topics[first : first + TOPICS_BESIDE], reports, cells, language))
    used = {cell["status"] for cell in cells.values()}
    legend = [f"{shape} {cell_word(status, language)}" for status, shape in SHAPES.items() if status in used]
    parts.append((", " if english else "，").join(legend))
    return "\n\n".join(part for part in parts if part)


def _table(
    topics: Sequence[str],
    reports: Sequence[Mapping[str, Any]],
    cells: Mapping[tuple[str, str], Any],
    language: Language,
) -> str:
    head = [pick(("报告", "Report"), language), *topics]
    rows = [
        [_name(report, language), *(_shown(cells.get((topic, report["report"])), language) for topic in topics)]
        for report in reports
    ]
    total = [pick(("合计", "Total"), language)]
    for topic in topics:
        count = Counter(cells[topic, one["report"]]["status"] for one in reports if (topic, one["report"]) in cells)
        total.append(" ".join(f"{SHAPES[status]}{count[status]}" for status in SHAPES if count[status]))
    lines = [[escaped(one) for one in head], ["---"] * len(head), *rows, [escaped(one) for one in total]]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _shown(cell: Mapping[str, Any] | None, language: Language) -> str:
    if cell is None:
        return "—"
    mark = f"[{cell['citation']}]" if cell["citation"] else ""
    return f"{SHAPES[cell['status']]} {cell_word(cell['status'], language)}{mark}"


def _name(report: Mapping[str, Any], language: Language) -> str:
    year = report["year"] or pick(("年度未载明", "year not stated"), language)
    return escaped(f"{report['agency']} ({year})" if language == "en" else f"{report['agency']}（{year}）")


def _cells(matrix: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any], Mapping[str, Any]]]:
    """Return topic, report and cell for each cell, topic by topic, in the order of the reports."""
    cells = {(cell["topic"], cell["report"]): cell for cell in matrix["cells"]}
    return [
        (topic, report, cells[topic, report["report"]])
        for topic in matrix["topics"]
        for report in matrix["reports"]
        if (topic, report["report"]) in cells
    ]


def _cited(matrix: Mapping[str, Any]) -> list[Citation]:
    """Return the citations that a cell points at, by number."""
    used = {cell["citation"] for _, _, cell in _cells(matrix)}
    return [
        Citation(**{**one, "section": tuple(one["section"])}) for one in matrix["citations"] if one["number"] in used
    ]
