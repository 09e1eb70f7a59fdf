"""Put it together: private routes for the panels, ``/healthz``, the API, the Gradio blocks, the fence round all."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import PurePosixPath
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from starlette.middleware.trustedhost import TrustedHostMiddleware

from assistant.api import application as api
from assistant.page import after, judging, reopening, stopping
from assistant.page.controls import controls
from assistant.page.desk import Desk, NotReady, Opener
from assistant.page.fence import Fence
from assistant.page.layout import mount
from assistant.page.no_files import NoFiles
from assistant.page.rail import rail
from assistant.page.reader import reader
from assistant.page.saving import routes
from assistant.page.start import empty, loading, start
from assistant.page.tabs import TABS, bringing, quality
from assistant.page.upload.inbox import Inbox
from assistant.page.upload.routes import routes as adding
from assistant.page.words import pair
from assistant.settings import SAMPLES
from index.records import Facets

ASSETS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
"""Kinds of files of ``static/`` that the browser may have."""


def create_app(
    opener: Opener,
    hosts: Sequence[str],
    inbox: Inbox | None = None,
    samples: Opener | None = None,
    *,
    docs: bool = False,
) -> FastAPI:
    """Return the page as an application; the library opens behind it once the server runs.

    :param opener: opens the assistant, called once in a thread of its own with what to tell progress to.
    :param hosts: the names under which the page may be reached.
    :param inbox: the folder of reports, where files may be added; None where they may not.
    :param samples: opens the bundled samples, which an empty library offers.
    :param docs: whether the API describes itself.
    :return: the application, for an ASGI server.
    """
    inbox = inbox or Inbox(SAMPLES, "samples")
    desk = Desk(opener, samples, str(inbox.folder) if not inbox.shut else inbox.folder.name)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        desk.start()
        yield
        desk.close()

    app = FastAPI(title="Wenju", docs_url=None, redoc_url=None, openapi_url=None, lifespan=lifespan)
    routes(app, desk.kept)
    after.routes(app, desk)
    reopening.routes(app, desk)
    stopping.routes(app, desk.stops)
    judging.routes(app, desk)
    quality.routes(app, desk)
    bringing.routes(app, desk)
    adding(app, desk, inbox)
    _routes(app, desk)
    app.mount("/api", api.create(desk, docs))
    mount(app, desk)
    app.add_middleware(NoFiles)
    app.add_middleware(Fence)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts), www_redirect=False)
    return app


def overview(desk: Desk) -> dict[str, Any]:
    """Return the panels' HTML and how far the library is."""
    if desk.state == "loading":
        return {"state": "loading", "start": loading(desk.progress)}
    try:
        held = desk.library()
    except NotReady:
        said = pair(desk.failure("zh"), desk.failure("en"))
        return {"state": "failed", "start": f'<p class="wj-failed">{said}</p>', "rail": ""}
    reports = held.reports
    first = start(held.examples("zh"), held.examples("en")) if reports else empty(desk.place)
    panels = {"start": first, "rail": rail(reports, held.last_sync)}
    return {"state": "ready", "reports": len(reports), **panels}


def _routes(app: FastAPI, desk: Desk) -> None:
    @app.get("/healthz", include_in_schema=False)
    def healthz() -> JSONResponse:
        ready = desk.state == "ready"
        body = {"ok": ready, "state": desk.state, "reports": len(desk.own().reports) if ready else 0}
        return JSONResponse(body, status_code=200 if ready else 503)

    @app.get("/wenju/overview", include_in_schema=False)
    def panels() -> JSONResponse:
        return JSONResponse(overview(desk), headers={"cache-control": "no-store"})

    @app.get("/wenju/report/{report_id}", include_in_schema=False)
    def one(report_id: str) -> Response:
        report = desk.library().report(report_id) if desk.state == "ready" else None
        if report is None:
            return Response("没有这份报告。", 404, media_type="text/plain; charset=utf-8")
        return Response(reader(report), media_type="text/html; charset=utf-8", headers={"cache-control": "no-cache"})

    @app.get("/wenju/tab/{name}", include_in_schema=False)
    def tab(name: str, request: Request) -> Response:
        shown = next((one for one in TABS if one.name == name), None)
        if shown is None:
            return Response(status_code=404)
        asked = dict(request.query_params)
        _, facets = controls(asked.pop("controls", ""))
        try:
            html = shown.render(desk.library(), facets or Facets(), asked)
        except NotReady:
            html = overview(desk)["start"]
        return Response(html, media_type="text/html; charset=utf-8", headers={"cache-control": "no-store"})

    @app.get("/wenju/{name}", include_in_schema=False)
    def asset(name: str) -> Response:
        kind = ASSETS.get(PurePosixPath(name).suffix)
        file = files("assistant.page").joinpath("static", PurePosixPath(name).name)
        if kind is None or not file.is_file():
            return Response(status_code=404)
        return Response(file.read_bytes(), media_type=f"{kind}; charset=utf-8", headers={"cache-control": "no-cache"})
