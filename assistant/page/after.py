"""What an answer brings once it is shown, by private routes: editors of its chips, what to ask next, original files."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import FileResponse, JSONResponse

from assistant.page.chips import NAMES, asked_again, change, editor
from assistant.page.controls import controls
from assistant.page.desk import Desk, NotReady
from assistant.page.safe import escape
from assistant.page.words import word

PRIVATE = {"cache-control": "no-store"}
LONGEST_ASKED = 1900
"""Characters of a question asked again: a little below what a question may have."""
CHOSEN = 500
WAIT = 6.0
"""Seconds that a list of next questions waits for the one before it; only one is tried at a time."""


def routes(app: FastAPI, desk: Desk) -> None:
    """Add the private routes."""
    _of_chips(app, desk)
    _of_answers(app, desk)


def _of_chips(app: FastAPI, desk: Desk) -> None:

    @app.get("/wenju/chip/{key}/{number}/{name}", include_in_schema=False)
    def chip(key: str, number: int, name: str) -> Response:
        held = desk.kept.one(key, number)
        if held is None or name not in (*NAMES, "more"):
            return _gone()
        return _html(editor(name, held[0][1], desk.library().reports))

    @app.post("/wenju/again/{key}/{number}", include_in_schema=False)
    async def again(key: str, number: int, request: Request) -> Response:
        return await run_in_threadpool(asked_anew, key, number, _object(await request.body()))

    def asked_anew(key: str, number: int, asked: dict[str, Any]) -> Response:
        chosen = asked.get("values")
        held = desk.kept.one(key, number)
        if held is None:
            return _gone()
        values = [str(one)[:100] for one in chosen[:CHOSEN]] if isinstance(chosen, list) else []
        changed = change(str(asked.get("name")), values)
        if changed is None:
            return Response(status_code=422)
        _, facets = controls(asked.get("controls"))
        history, library = _said(desk, key), desk.library()
        (question, answer), *_ = held
        text = asked_again(question, answer, changed, lambda message: library.understood(message, history, facets))
        if len(text) > LONGEST_ASKED:
            return JSONResponse({"said": word("too_many", answer.language)}, 413, headers=PRIVATE)
        return JSONResponse({"question": text}, headers=PRIVATE)


def _of_answers(app: FastAPI, desk: Desk) -> None:
    one_at_a_time = threading.Lock()

    @app.get("/wenju/next/{key}/{number}", include_in_schema=False)
    def following(key: str, number: int, request: Request) -> Response:
        held = desk.kept.one(key, number)
        if held is None or not one_at_a_time.acquire(timeout=WAIT):
            return _gone()
        try:
            _, facets = controls(request.query_params.get("controls"))
            answer = held[0][1]
            found = desk.library().next_questions(answer, _said(desk, key), facets)
        except NotReady:
            return _gone()
        finally:
            one_at_a_time.release()
        declined = answer.outcome in ("not_in_reports", "out_of_scope")
        title = escape(word("ask_instead" if declined else "ask_next", answer.language))
        asks = "".join(f'<button type="button" class="wj-ask">{escape(one)}</button>' for one in found)
        return _html(f'<h3>{title}</h3><div class="wj-asks">{asks}</div>' if asks else "")

    @app.get("/wenju/original/{report_id}", include_in_schema=False)
    def original(report_id: str) -> Response:
        file = desk.library().original(report_id) if desk.state == "ready" else None
        return _gone() if file is None else _attached(file)


def _attached(file: Path) -> Response:
    """Return a file as one to be kept, never to be shown, under its own name."""
    plain = f"report{file.suffix}" if file.suffix.isascii() and file.suffix[1:].isalnum() else "report"
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file.name, safe='')}"
    return FileResponse(
        file, media_type="application/octet-stream", headers={**PRIVATE, "content-disposition": disposition}
    )


def _said(desk: Desk, key: str) -> list[dict[str, str]]:
    """Return a conversation as the assistant reads it."""
    turns = desk.kept.all(key) or ()
    pairs = ((("user", question), ("assistant", answer.text)) for question, answer in turns)
    return [{"role": role, "content": text} for both in pairs for role, text in both]


def _object(body: bytes) -> dict[str, Any]:
    try:
        found = json.loads(body)
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _html(text: str) -> Response:
    return Response(text, media_type="text/html; charset=utf-8", headers=PRIVATE)


def _gone() -> Response:
    return Response(status_code=404, headers=PRIVATE)
