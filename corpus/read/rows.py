"""The cells of one row of a table → lines: one row with pipes, or each paragraph of a form's large cells by itself."""

from __future__ import annotations

from collections.abc import Sequence

LARGEST_CELL = 120
"""Characters: a cell that holds more, or several paragraphs of which one is longer than ``_LABEL``, is running text."""
_LABEL = 40


def row_lines(cells: Sequence[Sequence[str]]) -> list[str]:
    """Return the lines of a row; nothing of its text is lost. A row of one cell is no row.

    :param cells: for each cell its paragraphs.

    >>> row_lines([["项目"], ["来信", "来访"], [""]])
    ['| 项目 | 来信 来访 |  |']
    >>> row_lines([["工作情况"], ["（一）抓学习。" + "开展学习。" * 9, "（二）抓落实。"]])[0]
    '工作情况'
    """
    kept = [[one for paragraph in cell for one in paragraph.split("\n") if one.strip()] for cell in cells]
    if not any(kept):
        return []
    if len(kept) == 1 or any(_is_running(cell) for cell in kept):
        return [paragraph for cell in kept for paragraph in cell]
    return [f"| {' | '.join(' '.join(one.strip() for one in cell) for cell in kept)} |"]


def _is_running(cell: Sequence[str]) -> bool:
    if any(paragraph.startswith(("#", "|")) for paragraph in cell):
        return True
    return sum(map(len, cell)) > LARGEST_CELL or (len(cell) > 1 and any(len(one) > _LABEL for one in cell))
