"""The routes of this folder: the area for adding files, one file at a time, and how far the index has followed."""

from __future__ import annotations

import asyncio
import hmac
from pathlib import PurePosixPath
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse
from starlette.requests import ClientDisconnect

from assistant.page.desk import Desk, NotReady
from assistant.page.upload.area import area, note
from assistant.page.upload.inbox import Inbox, Partial, Taken
from assistant.page.upload.names import cleaned
from assistant.page.upload.refused import Refused

PATH = "/wenju/upload"
AT_ONCE = 4
"""Files that come in at the same time."""

STALLED = 60.0
"""Seconds without a byte after which a sender has gone."""

ASKED = 200
"""Reports whose state is told at once."""

TOKEN = "x-wenju-token"
LOCAL = ("localhost", "127.0.0.1", "[::1]")
"""Names by which only this machine reaches itself."""

_FRESH = {"cache-control": "no-store"}


def routes(app: FastAPI, desk: Desk, inbox: Inbox) -> None:
    """Add the private routes."""
    turn = asyncio.Semaphore(AT_ONCE)
    inbox.knows(lambda report: _file_of(desk, report))

    @app.get(PATH, include_in_schema=False)
    def shown(request: Request) -> Response:
        return HTMLResponse(area(inbox, shut(inbox, request)), headers=_FRESH)

    @app.post(PATH, include_in_schema=False)
    async def take(request: Request) -> Response:
        try:
            _admit(inbox, request)
            name = cleaned(request.query_params.get("name", ""))
            if turn.locked():
                raise Refused(503, "正在接收的文件较多，请稍后再传。", "Too many files at once; try again in a moment.")
            async with turn:
                taken = await _receive(inbox, request, name)
        except Refused as error:
            said = [error.chinese, error.english]
            return JSONResponse({"outcome": "refused", "said": said}, error.status, headers=_FRESH)
        except ClientDisconnect:
            return Response(status_code=400)
        if taken.outcome in ("added", "replaced"):
            desk.look()
        return JSONResponse({"outcome": taken.outcome, "file": taken.file, "report": taken.report}, headers=_FRESH)

    @app.get("/wenju/state", include_in_schema=False)
    def state(request: Request) -> Response:
        return JSONResponse(_state(desk, inbox, request.query_params.get("reports", "")), headers=_FRESH)

    @app.post("/wenju/samples", include_in_schema=False)
    def samples(request: Request) -> Response:
        if not hmac.compare_digest(request.headers.get(TOKEN, "").encode(), inbox.token.encode()):
            return Response(status_code=403)
        desk.lend(request.query_params.get("show") == "yes")
        return Response(status_code=204)


def shut(inbox: Inbox, request: Request) -> str:
    """Return why whoever asks can add nothing; empty where files can be added.

    The name by which the page was reached counts too: a proxy on this machine brings others' requests.
    """
    host = request.headers.get("host", "")
    name = host[: host.index("]") + 1] if "]" in host else host.partition(":")[0]
    return inbox.shut or ("" if inbox.told or name.lower() in LOCAL else "remote")


def _admit(inbox: Inbox, request: Request) -> None:
    """Let through who may add files and got the token from this page.

    :raises Refused: anyone else.
    """
    if why := shut(inbox, request):
        from assistant.page.upload.area import SHUT

        raise Refused(403, *SHUT[why])
    if not hmac.compare_digest(request.headers.get(TOKEN, "").encode(), inbox.token.encode()):
        raise Refused(403, "页面已过期，请刷新后再传。", "The page is out of date; reload it and try again.")


async def _receive(inbox: Inbox, request: Request, name: str) -> Taken:
    """Take one file as it comes; whatever goes wrong on the way, nothing of it stays."""
    announced = int(request.headers.get("content-length", "0"))
    with await asyncio.to_thread(inbox.begin, announced) as partial:
        await _write(partial, request)
        if announced and partial.size != announced:
            raise Refused(
                400, "文件没有传完，没有收下；请再传一次。", "The file came only in part; please send it again."
            )
        await asyncio.to_thread(partial.finish)
        replace = request.query_params.get("replace") == "yes"
        return await asyncio.to_thread(lambda: inbox.put(partial, name, replace=replace))


async def _write(partial: Partial, request: Request) -> None:
    pieces = request.stream()
    while True:
        try:
            piece = await asyncio.wait_for(anext(pieces), STALLED)
        except StopAsyncIteration:
            return
        except TimeoutError:
            raise Refused(
                408, "上传停住了，没有收下；请再传一次。", "The upload stalled; please send it again."
            ) from None
        await asyncio.to_thread(partial.write, piece)


def _state(desk: Desk, inbox: Inbox, asked: str) -> dict[str, Any]:
    """Tell how far the library is: its revision, the line to be shown, and what became of some reports."""
    said = note("lent") if desk.lent else note("syncing", desk.progress) if desk.syncing else ""
    told: dict[str, Any] = {
        "revision": desk.revision,
        "state": desk.state,
        "syncing": desk.syncing,
        "note": said,
        "token": inbox.token,
    }
    if asked:
        told["reports"] = {report: _became(desk, inbox, report) for report in asked.split(",")[:ASKED]}
    return told


def _became(desk: Desk, inbox: Inbox, report: str) -> dict[str, Any]:
    """Tell of a file that was taken: held, unread with the reason, or not yet looked at."""
    file, put = inbox.files.get(report, (None, 0.0))
    if file is None or desk.state != "ready":
        return {"is": "waiting"}
    held = desk.own()
    if held.report(report) is not None:
        return {"is": "held"}
    reasons = [dict(held.unreadable_in(language)).get(file) for language in ("zh", "en")]
    if desk.settled < put or None in reasons:
        return {"is": "waiting"}
    return {"is": "unread", "said": [_reason(file, str(reason)) for reason in reasons]}


def _reason(file: str, reason: str) -> str:
    for mark in ("：", ": "):
        reason = reason.removeprefix(PurePosixPath(file).name + mark)
    return reason


def _file_of(desk: Desk, report: str) -> str | None:
    try:
        found = desk.own().report(report)
    except NotReady:
        return None
    return None if found is None else found.file
