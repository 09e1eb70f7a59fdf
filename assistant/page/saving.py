"""Save an answer or a conversation from the page: the links, and the document that each of them brings.

A link names its document behind a ``#``, as every link in an answer stays on the page; the script fetches it.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from fastapi import FastAPI, Response

from assistant.export import KINDS, export
from assistant.export.printable import file_name
from assistant.page.kept import Kept
from assistant.page.talk_words import talk_word
from assistant.page.words import Language, both, word

NAMES = {"docx": "Word", "md": "Markdown", "csv": "CSV"}
"""Kinds of documents by the names that people know them by, in either language."""

WHOLE = "all"
"""What stands in an address in the place of an answer's number for the whole conversation."""

_ASKED = re.compile(r"(all|[1-9]\d{0,4})\.(docx|md|csv)")


def links(key: str, number: int, language: Language, chain: str = "") -> str:
    """Return the quiet row of links below an answer; ``chain`` names the questions that ask for it."""
    ask = f'<a class="wj-link" href="#link={chain}">{talk_word("link", language)}</a>' if chain else ""
    row = " ".join(_link(f"#export={quote(key, safe='')}/{number}.{kind}", kind) for kind in NAMES)
    return f'{ask}<span class="wj-export">{word("export", language)} {row}</span>'


def whole() -> str:
    """Return the row of links for the conversation; the script gives them their address once there is an answer."""
    row = " ".join(_link("#", kind) for kind in NAMES)
    return f'<span class="wj-export" id="wj-export-all">{both("export_all")} {row}</span>'


def routes(app: FastAPI, kept: Kept) -> None:
    """Add the private route that brings the documents."""

    @app.get("/wenju/export/{key}/{name}", include_in_schema=False)
    def document(key: str, name: str) -> Response:
        asked = _ASKED.fullmatch(name)
        held = None
        if asked:
            held = kept.all(key) if asked[1] == WHOLE else kept.one(key, int(asked[1]))
        if asked is None or held is None:
            return Response(word("not_kept", "zh"), 404, media_type="text/plain; charset=utf-8")
        kind = asked[2]
        file = f"{file_name(held[0][0])}{'' if len(held) == 1 else f'-等{len(held)}问'}.{kind}"
        headers = {
            "content-disposition": f"attachment; filename=\"wenju.{kind}\"; filename*=UTF-8''{quote(file, safe='')}",
            "cache-control": "no-store",
        }
        return Response(export(held, kind), media_type=KINDS[kind][0], headers=headers)


def _link(address: str, kind: str) -> str:
    return f'<a class="wj-save" data-kind="{kind}" href="{address}">{NAMES[kind]}</a>'
