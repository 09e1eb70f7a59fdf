"""Take verdicts on answers: the two links below each, what the form says, and the route that keeps a verdict.

The browser sends the conversation's key, the answer's number, the verdict and its reason; the answer itself is taken
from memory, so that nobody can put words into its mouth.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from starlette.concurrency import run_in_threadpool

from assistant.feedback.errors import FeedbackError, NotUnderstood
from assistant.feedback.told import NOTE, Said, Turn, told
from assistant.feedback.words import REASONS, USEFUL, VERDICTS, WRONG
from assistant.page.desk import Desk, NotReady
from assistant.page.kept import Kept
from assistant.page.words import Language

LARGEST = 16_384
"""Bytes of a verdict: the free line takes 2,000 at most, in whatever characters."""

FORM: dict[str, tuple[str, str]] = {
    **{f"reason_{key}": words for key, words in REASONS.items()},
    **{f"verdict_{key}": words for key, words in VERDICTS.items()},
    "ask_reason": ("哪里有误？", "What is wrong?"),
    "note": ("补充说明（可不填）", "More, if you like"),
    "hint": (f"最多 {NOTE} 字，请不要写个人信息", f"At most {NOTE} characters; no personal details, please"),
    "send_verdict": ("提交", "Send"),
    "cancel": ("取消", "Cancel"),
    "thanks": ("谢谢，已记下", "Thank you, noted"),
    "gone": ("已撤回", "Taken back"),
    "change": ("修改", "Change"),
    "take_back": ("撤回", "Take back"),
    "choose": ("请选一项原因。", "Please choose what is wrong."),
    "no_service": ("没有记下：与服务的连接中断了。", "Not kept: the connection to the service was lost."),
}
"""What the form shows, by the script; ``reason_`` and ``verdict_`` stand before the words of the record."""

LOST = (
    "这份回答已不在服务的内存里，请重新提问后再评价。",
    "This answer is no longer in the memory of the service; please ask again, then say what you think of it.",
)


def links(key: str, number: int, language: Language) -> str:
    """Return the two quiet links below an answer; the script makes them buttons and opens the form."""
    place = f"#feedback={quote(key, safe='')}/{number}"
    side = 0 if language == "zh" else 1
    row = " ".join(
        f'<a class="wj-verdict wj-verdict-{verdict}" href="{place}/{verdict}">{VERDICTS[verdict][side]}</a>'
        for verdict in (USEFUL, WRONG)
    )
    return f'<span class="wj-verdicts">{row}</span>'


def routes(app: FastAPI, desk: Desk) -> None:
    """Add the private route that takes a verdict, and the words of the form."""

    @app.get("/wenju/feedback/words", include_in_schema=False)
    def words() -> JSONResponse:
        return JSONResponse({"words": FORM, "reasons": list(REASONS), "note": NOTE})

    @app.post("/wenju/feedback", include_in_schema=False)
    async def verdict(request: Request) -> JSONResponse:
        try:
            said = await _body(request)
            return await run_in_threadpool(_keep, desk, said)
        except FeedbackError as error:
            status = 400 if isinstance(error, NotUnderstood) else 507
            return _reply(status, error.chinese, error.english)


def _keep(desk: Desk, said: dict[str, Any]) -> JSONResponse:
    key, number = said.get("key"), said.get("number")
    turn = _turn(desk.kept, key, number)
    if turn is None:
        return _reply(404, *LOST)
    try:
        store = desk.library().feedback
    except NotReady:
        return _reply(503, desk.failure("zh"), desk.failure("en"))
    verdict = Said(said.get("verdict"), said.get("reason"), said.get("note", ""))
    store.add(told(turn, verdict, f"{key}/{number}", datetime.now(UTC)))
    return _reply(200, *FORM["thanks"])


def _turn(kept: Kept, key: object, number: object) -> Turn | None:
    whole = isinstance(key, str) and isinstance(number, int) and not isinstance(number, bool)
    return kept.turn(str(key), int(str(number))) if whole else None


async def _body(request: Request) -> dict[str, Any]:
    """Read a verdict, whatever length it claims to have; a form of another site cannot send this content type."""
    content = b""
    if request.headers.get("content-type", "").partition(";")[0].strip() == "application/json":
        async for piece in request.stream():
            content += piece
            if len(content) > LARGEST:
                raise NotUnderstood("评价过长，没有记下。", "This is too long and was not kept.")
    try:
        found: Any = json.loads(content)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise NotUnderstood("没有看懂这条评价，请刷新页面后再试。", "This was not understood; please reload the page.")
    return found


def _reply(status: int, chinese: str, english: str) -> JSONResponse:
    return JSONResponse({"said": [chinese, english]}, status_code=status, headers={"cache-control": "no-store"})
