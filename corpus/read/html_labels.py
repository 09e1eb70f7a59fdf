"""The metadata block of a web page: each label on one line with its value, however the page sets them."""

from __future__ import annotations

from corpus.read.web_line import WebLine
from corpus.title import LABEL


def bare_label(text: str) -> bool:
    """Tell whether a text is the label of a metadata block and nothing else.

    >>> bare_label("发文字号"), bare_label("成文日期："), bare_label("成文日期：2025年1月")
    (True, True, False)
    """
    return bool(text.strip()) and LABEL.fullmatch(text.strip().rstrip("：:").rstrip() + "：") is not None


def paired(cells: list[list[str]]) -> list[str] | None:
    """Return one line for each label of a row with its value; None if the row is no metadata."""
    texts = [" ".join(cell) for cell in cells]
    if not any(map(bare_label, texts)):
        return None
    lines = []
    at = 0
    while at < len(texts):
        label, at = texts[at], at + 1
        value = ""
        if bare_label(label) and at < len(texts) and not bare_label(texts[at]):
            value, at = texts[at], at + 1
        lines.append(_labelled(label, value))
    return [line for line in lines if line]


def _labelled(label: str, value: str) -> str:
    """Join a label and its value with what stands in the page: its colon, or white space where it has none."""
    return f"{label}{value}" if label.endswith(("：", ":")) else f"{label}  {value}".strip()


def with_values(lines: list[WebLine]) -> list[WebLine]:
    """Join a label that stands alone with the value that stands beside it in the same part of the page."""
    joined: list[WebLine] = []
    for line in lines:
        before = joined[-1] if joined else None
        value = before is not None and before.parent == line.parent and bare_label(before.text)
        labelled = LABEL.match(line.text) or bare_label(line.text)
        if before is not None and value and not labelled and not before.text.startswith("附件"):
            text = _labelled(before.text, line.text)
            joined[-1] = WebLine(text, before.linked + line.linked, before.depth, before.furniture, id(joined))
        else:
            joined.append(line)
    return joined
