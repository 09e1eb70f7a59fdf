"""The private routes of the tabs beside their HTML: the documents they hand out, and one cell of the matrix."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import FastAPI, Request, Response

from assistant.page.controls import controls
from assistant.page.desk import Desk, NotReady
from assistant.page.tabs import TABS
from assistant.page.tabs.matrix.quotes import quotes
from assistant.page.tabs.saved import KINDS
from index.records import Facets


def routes(app: FastAPI, desk: Desk) -> None:
    """Add the routes."""

    @app.get("/wenju/save/{name}/{kind}", include_in_schema=False)
    def document(name: str, kind: str, request: Request) -> Response:
        tab = next((one for one in TABS if one.name == name), None)
        if tab is None or tab.save is None or kind not in KINDS:
            return Response(status_code=404)
        asked = dict(request.query_params)
        language, facets = controls(asked.pop("controls", ""))
        try:
            saved = tab.save(desk.library(), facets or Facets(), asked, kind, language)
        except NotReady as error:
            return _refused(str(error))
        file = f"{saved.name}.{saved.kind}"
        headers = {
            "content-disposition": f"attachment; filename=\"wenju.{kind}\"; filename*=UTF-8''{quote(file, safe='')}",
            "cache-control": "no-store",
        }
        return Response(saved.content, media_type=KINDS[saved.kind], headers=headers)

    @app.get("/wenju/cell", include_in_schema=False)
    def cell(request: Request) -> Response:
        asked = dict(request.query_params)
        _, facets = controls(asked.pop("controls", ""))
        try:
            html = quotes(desk.library(), facets or Facets(), asked)
        except NotReady as error:
            return _refused(str(error))
        if not html:
            return Response(status_code=404)
        return Response(html, media_type="text/html; charset=utf-8", headers={"cache-control": "no-store"})


def _refused(sentence: str) -> Response:
    return Response(sentence, 503, media_type="text/plain; charset=utf-8")
