"""The tab 质量: how good answers were when measured, and what people said of those they got."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import FastAPI, Response

from assistant.feedback import gold
from assistant.feedback.errors import NotKept
from assistant.feedback.record import json_line
from assistant.measured import runs
from assistant.page.desk import Desk, Library, NotReady
from assistant.page.tabs.quality.measured import measured
from assistant.page.tabs.quality.said import said
from index.records import Facets

TITLE = ("质量", "Quality")


def render(held: Library, facets: Facets, asked: Mapping[str, str]) -> str:
    """Return the tab; the facets of the rail do not apply, what was measured and said is one whole."""
    left = f'<section class="wj-ql-measured">{measured(runs(held.data), asked.get("run", ""))}</section>'
    return f'<div class="wj-ql">{left}<section class="wj-ql-said">{said(held.feedback)}</section></div>'


def routes(app: FastAPI, desk: Desk) -> None:
    """Add the private route that exports feedback."""

    @app.get("/wenju/feedback/export/{name}", include_in_schema=False)
    def export(name: str) -> Response:
        if name not in {"feedback.jsonl", "candidates.jsonl"}:
            return Response(status_code=404)
        try:
            lines = desk.library().feedback.read().lines
        except NotReady as error:
            return Response(str(error), 503, media_type="text/plain; charset=utf-8")
        except NotKept as error:
            return Response(error.chinese, 500, media_type="text/plain; charset=utf-8")
        text = gold.lines(lines) if name == "candidates.jsonl" else "".join(json_line(one.to_dict()) for one in lines)
        headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"}
        return Response(text, media_type="application/x-ndjson; charset=utf-8", headers=headers)
