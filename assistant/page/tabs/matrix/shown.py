"""Render the tab: the topics, what filters them, and the table; and hand the same matrix out as a document."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.export.matrix import matrix_csv, matrix_markdown, matrix_word
from assistant.export.printable import file_name
from assistant.page.desk import Library
from assistant.page.start import empty
from assistant.page.tabs.matrix.bar import bar, tools
from assistant.page.tabs.matrix.table import table
from assistant.page.tabs.matrix.view import View, groups, kept, lines, view
from assistant.page.tabs.matrix.words import both
from assistant.page.tabs.saved import Saved
from assistant.page.words import Language, pair
from index.records import Facets


def render(held: Library, facets: Facets, asked: Mapping[str, str]) -> str:
    """Return the tab over the reports that the facets admit."""
    if not held.reports:
        return empty()
    chosen = view(asked, held.reports)
    matrix = held.matrix(chosen.topics, facets)
    return page(matrix, chosen, len(held.reports))


def page(matrix: Mapping[str, Any], chosen: View, looked_at: int) -> str:
    """Return a matrix as HTML.

    :param looked_at: reports of the whole library, from which the first topics were chosen.
    """
    rows = lines(matrix)
    count = pair(
        f"{len(rows)} 份报告，{len(chosen.topics)} 个主题。", f"{len(rows)} reports, {len(chosen.topics)} topics. "
    )
    head = f'<p class="wj-count-line">{count}{both("hint")}</p>{bar(matrix, chosen, looked_at)}'
    if not chosen.topics or not rows:
        said = "no_reports" if chosen.topics else "no_topics"
        return f'{head}<p class="wj-mx-none" role="status">{both(said)}</p>'
    wanted = kept(rows, chosen)
    body = table(matrix, rows, wanted, chosen) if wanted else f'<p class="wj-mx-none">{both("no_rows")}</p>'
    return f"{head}{tools(rows, wanted, chosen)}{body}"


def save(held: Library, facets: Facets, asked: Mapping[str, str], kind: str, language: Language) -> Saved:
    """Return the matrix as it is shown, all its rows, as a document."""
    chosen = view(asked, held.reports)
    matrix = held.matrix(chosen.topics, facets)
    ordered = [row.report for _, members in groups(kept(lines(matrix), chosen), chosen) for row in members]
    matrix = {**matrix, "reports": ordered}
    writers = {"md": matrix_markdown, "docx": matrix_word}
    content = writers[kind](matrix, language) if kind in writers else matrix_csv(matrix, language).encode("utf-8")
    return Saved(content, file_name("主题矩阵-" + "-".join(chosen.topics)), kind if kind in writers else "csv")
