"""The matrix as the terminal shows it: a grid whose columns stand straight; as CSV it is written by the export."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.naming import cell_word


def matrix_text(matrix: Mapping[str, Any], width: int = 100) -> str:
    """Return the matrix for the terminal: reports × topics, the counts of each topic, then every quote with its place.

    :param width: columns of the terminal; where the topics do not fit, numbers head the columns and are told above.
    """
    topics: Sequence[str] = matrix["topics"]
    cells = {(cell["topic"], cell["report"]): cell for cell in matrix["cells"]}
    body = [
        [_name(report), *(_shown(cells.get((topic, report["report"]))) for topic in topics)]
        for report in matrix["reports"]
    ]
    counts = [Counter(_word(cell) for cell in matrix["cells"] if cell["topic"] == topic) for topic in topics]
    head = ["", *topics]
    notes = [
        f"“{topic}”按“{read}”查。" for topic, read in matrix.get("read", {}).items() if read and read != topic
    ]  # fmt: skip
    if _wide([head, *body]) > width:
        notes += [f"（{number}）{topic}" for number, topic in enumerate(topics, 1)]
        head = ["", *(f"（{number}）" for number in range(1, len(topics) + 1))]
    lines = [*notes, *_grid([head, *body]), ""]
    for topic, count in zip(topics, counts, strict=True):
        lines.append(f"{topic}：{'，'.join(f'{word} {number} 份' for word, number in count.items())}")
    for item in matrix["citations"]:
        place = " › ".join(item["section"])
        lines += ["", f"[{item['number']}] {_name(item)} {place}".rstrip(), f"    “{item['quote']}”"]
    return "\n".join(lines)


def _word(cell: Mapping[str, Any]) -> str:
    return cell_word(cell["status"], "zh")


def _shown(cell: Mapping[str, Any] | None) -> str:
    if cell is None:
        return "—"
    return _word(cell) + (f"[{cell['citation']}]" if cell["citation"] else "")


def _name(report: Mapping[str, Any]) -> str:
    return str(report["agency"]) + (f"（{report['year']}）" if report["year"] else "（年度未载明）")


def columns(text: str) -> int:
    """Return how many columns of a terminal a text takes: a Chinese character takes two.

    >>> columns("听证[1]")
    7
    """
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [max(columns(row[number]) for row in rows) for number in range(len(rows[0]))]


def _wide(rows: Sequence[Sequence[str]]) -> int:
    return sum(width + 2 for width in _widths(rows))


def _grid(rows: Sequence[Sequence[str]]) -> list[str]:
    widths = _widths(rows)
    lines = [
        "  ".join(cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    return [lines[0], "─" * min(_wide(rows) - 2, 200), *lines[1:]]
