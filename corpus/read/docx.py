"""A Word file (.docx) → its text by python-docx; the walk through the body is ``docx_body.py``.

Page breaks of a Word file depend on the machine that prints it, so its text has no pages. Pictures have no text: a file
of nothing else is refused. Headers and footers are left out.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from corpus.errors import UnreadableFile
from corpus.read.docx_body import Body
from corpus.read.docx_styles import W, styles_of
from corpus.read.package import check
from corpus.read.refusals import refusal
from corpus.read.source import Source
from corpus.read.text import is_chinese


def read(content: bytes, name: str) -> Source:
    """Read the text of a .docx file.

    :raises UnreadableFile: if it is broken, encrypted, too large, or holds no Chinese text.
    """
    import docx

    check(content, name)
    try:
        document = docx.Document(io.BytesIO(content))
        part = document.part
        body = document.element.body
        related = _related(part)
    except Exception as error:  # python-docx has no error of its own for a file it trips over: any one means this
        raise refusal(name, "broken") from error
    if body is None:
        raise refusal(name, "broken")
    if next(body.iter(f"{W}altChunk"), None) is not None:
        raise UnreadableFile(
            f"{name}：正文里嵌有另一份文档，读不到其中文字；请用 Word 打开后另存为 .docx，再重新放入。",
            f"{name}: another document is embedded in it, whose text cannot be read; open it in Word, save it as .docx "
            "and add it again.",
        )
    notes = {
        (kind, note.get(f"{W}id") or ""): note
        for kind in ("footnote", "endnote")
        for note in (related[f"{kind}s"].iter(f"{W}{kind}") if f"{kind}s" in related else ())
    }
    styles = styles_of(related.get("styles"), related.get("numbering"))
    text = "\n".join(_cleaned(Body(styles, notes).lines(body)))
    if not text:
        raise UnreadableFile(
            f"{name}：没有文字，可能只有图片；请放入带文字的版本。",
            f"{name}: there is no text in it, perhaps only pictures; add a version that has text.",
        )
    if not is_chinese(text):
        raise refusal(name, "foreign")
    return Source(text, whole=True)


def _cleaned(lines: Iterator[str]) -> Iterator[str]:
    for line in lines:
        yield line.replace("\t", " ").replace("\r", "")


def _related(part: Any) -> dict[str, Any]:  # noqa: ANN401 - python-docx's parts are typed loosely
    """Return the root elements of the parts beside the body, by kind."""
    from docx.oxml import parse_xml

    found = {}
    for relation in part.rels.values():
        kind = relation.reltype.rsplit("/", 1)[-1]
        if kind in ("styles", "numbering", "footnotes", "endnotes") and not relation.is_external:
            found[kind] = parse_xml(relation.target_part.blob)
    return found
