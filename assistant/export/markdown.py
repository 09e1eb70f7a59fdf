"""Write a conversation as Markdown: its text as it is, findings as a table, sources with their quotes set off."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer, Citation
from assistant.export.numbered import Exchange
from assistant.export.printable import printable
from assistant.export.words import found, said, searched, source
from assistant.question import Language

_MARKUP = re.compile(r"[\\`*_\[\]<>|#~&$]|^(?=[-+=])|^(\d{1,9})(?=[.)](?:\s|$))", re.MULTILINE)


def markdown(exchanges: Sequence[Exchange]) -> bytes:
    """Return the document in UTF-8."""
    language: Language = exchanges[0].answer.language if exchanges else "zh"
    alone = len(exchanges) == 1
    parts = [] if alone else [f"# {said('title', language)}"]
    for one in exchanges:
        parts += [f"{'#' if alone else '##'} {said('question', one.answer.language)}{_line(one.question)}"]
        parts += _answer(one.answer, "##" if alone else "###")
    sources = [part for one in exchanges for part in _sources(one)]
    if sources:
        parts += [f"## {said('sources', language)}", *sources]
    return ("\n\n".join(parts) + "\n").encode("utf-8")


def escaped(text: str) -> str:
    r"""Return plain text as Markdown that shows just that.

    >>> escaped("5*3<b>")
    '5\\*3\\<b\\>'
    """

    def plain(match: re.Match[str]) -> str:
        return f"{match[1]}\\" if match[1] else f"\\{match[0]}"

    # A number is followed by its stop or bracket, so the backslash after it takes that mark's meaning away.
    return _MARKUP.sub(plain, printable(text))


def _answer(answer: Answer, level: str) -> list[str]:
    parts = [printable(answer.text).strip()]
    table = found(answer)
    if table is not None:
        head = [_row([_line(cell) for cell in table.head]), _row(["---"] * len(table.head))]
        rows = [_row([*(_line(cell) for cell in row[:-1]), row[-1]]) for row in table.rows]
        parts += [f"{level} {said('findings', answer.language)}", "\n".join([*head, *rows])]
    return [*(part for part in parts if part), searched(answer)]


def _sources(one: Exchange) -> list[str]:
    near = one.near()
    return [source_block(citation, citation.number in near, one.answer.language) for citation in one.answer.citations]


def source_block(citation: Citation, near: bool, language: Language) -> str:
    """Return one source; the mark is plain text and no list number, so that it stays what the text points at."""
    quote = "\n".join(f"> {line}".rstrip() for line in escaped(citation.quote).split("\n"))
    return f"[{citation.number}] {_line(source(citation, language))}{said('near', language) if near else ''}\n\n{quote}"


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _line(text: str) -> str:
    return " ".join(escaped(text).split())
