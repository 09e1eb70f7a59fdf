"""Open a conversation again that the browser kept: its answers come back as JSON and are held against the reports now.

The browser lends one answer after the other (each under the fence's limit of size), gets the key under which they are
kept as new ones are, and then asks for the talk of that key to be shown.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from starlette.concurrency import run_in_threadpool

from assistant.answer import Answer, Citation
from assistant.export import Conversation
from assistant.from_json import Misshapen
from assistant.page import answer as shown
from assistant.page.controls import controls
from assistant.page.conversation import failed, links, stopped
from assistant.page.desk import Desk, Library, NotReady
from assistant.page.kept import new_key
from assistant.page.safe import chat
from assistant.page.stopping import TOKEN
from assistant.page.talk import Talk
from assistant.page.talk_words import talk_word
from assistant.page.words import Language
from assistant.typed import cleaned, refusal

LARGEST = 1 << 20
"""Bytes of one lent answer; a census of 300 reports has 0.3 to 0.5 MB. A larger one is asked for anew instead."""

MOST_TURNS = 500


def routes(app: FastAPI, desk: Desk) -> None:
    """Add the private routes that give an answer's JSON to the browser, and take one back."""

    @app.get("/wenju/talk/{key}/{number}", include_in_schema=False)
    def give(key: str, number: int) -> Response:
        held = desk.kept.one(key, number)
        if held is None:
            return Response(status_code=404)
        form = json.dumps(held[0][1].to_dict(), ensure_ascii=False, separators=(",", ":"))
        return Response(form, media_type="application/json; charset=utf-8", headers={"cache-control": "no-store"})

    @app.post("/wenju/talk", include_in_schema=False)
    async def lend(request: Request) -> Response:
        body = b""
        async for piece in request.stream():
            body += piece
            if len(body) > LARGEST:
                return _refused(413)
        return await run_in_threadpool(_lent, desk, body)


def lent(desk: Desk, form: Mapping[str, Any]) -> tuple[str, int, bool]:
    """Keep one answer that the browser lent, or made anew where it kept none.

    :param form: ``question``, ``answer`` (None where it was too large to keep), ``controls``, and the ``key`` of the
        answers lent before it.
    :return: the key, the number of the answer, whether its question leans on those before it.
    :raises Misshapen: if the form is not one that this page made.
    :raises KeyError: if the key's answers are gone.
    """
    question, key = form.get("question"), form.get("key") or ""
    if not isinstance(question, str) or not isinstance(key, str) or refusal(question, "zh"):
        raise Misshapen("question")
    before = desk.kept.all(key)
    if key and before is None:
        raise KeyError(key)
    library, question = desk.library(), cleaned(question)
    history = [
        message
        for asked, held in before or ()
        for message in ({"role": "user", "content": asked}, {"role": "assistant", "content": held.text})
    ]
    if form.get("answer") is None:
        answer = library.ask(question, history, controls(form.get("controls"))[1])
    else:
        answer = compared(Answer.from_dict(form["answer"]), library)
    key, number = key or new_key(), len(before or ()) + 1
    desk.kept.keep(key, number, question, answer, controls(form.get("controls"))[1])
    return key, number, library.leans(question, history)


def compared(answer: Answer, library: Library) -> Answer:
    """Hold an answer's citations against the reports held now; one that no longer stands loses its report.

    A finding that does not repeat its own citation's quote was not made here, and neither is the answer.

    :raises Misshapen: then.
    """
    cited = {one.number: one for one in answer.citations}
    for row in answer.findings:
        if row.quote not in cited[row.citation].quote or row.report != cited[row.citation].report:
            raise Misshapen("finding")
    return replace(
        answer,
        citations=tuple(one if _stands(one, library) else replace(one, report="") for one in answer.citations),
        silent=tuple(one if library.report(one.report) else replace(one, report="") for one in answer.silent),
    )


def reopened(desk: Desk, text: object, language: Language) -> tuple[Talk, str]:
    """Return the conversation of lent answers, and the token of the script's order.

    :param text: JSON of the ``key``, a ``token`` and the ``turns``: each a ``question`` with the ``number`` of its
        answer, whether it ``leans``, or the ``state`` in which it was left without one.
    """
    try:
        form: Any = json.loads(text) if isinstance(text, str) else {}
    except (ValueError, RecursionError):
        form = {}
    form = form if isinstance(form, dict) else {}
    key, token, turns = form.get("key"), form.get("token"), form.get("turns")
    token = token if isinstance(token, str) and TOKEN.fullmatch(token) else ""
    held = desk.kept.all(key) if isinstance(key, str) and key else None
    talk = Talk(key=key if isinstance(key, str) and held else new_key())
    for place, one in enumerate(turns[:MOST_TURNS] if isinstance(turns, list) else ()):
        question = one.get("question") if isinstance(one, dict) else None
        if isinstance(question, str) and not refusal(question, language):
            talk = _next(talk, one, held or (), f"{token}{place}", language)
    return talk, token


def _next(talk: Talk, one: Mapping[str, Any], held: Conversation, token: str, language: Language) -> Talk:
    talk = talk.begin(cleaned(one["question"]), "", token)
    number = one.get("number")
    if type(number) is not int or number != talk.asked + 1 or number > len(held):
        state = one.get("state")
        return talk.show(failed(talk, talk_word("unread", language)) if state == "unread" else stopped(talk))
    answer, leans = held[number - 1][1], one.get("leans") is True
    below = links(talk, number, answer.language, leans)
    html = _notes(answer, again=one.get("state") == "large") + shown.whole(answer, below)
    return talk.answered(html, answer.text, leans)


def _notes(answer: Answer, again: bool) -> str:
    said = [talk_word("rerun", answer.language)] if again else []
    stale = [f"[{one.number}]" for one in answer.citations if not one.report]
    if stale and answer.language == "zh":
        said.append(f"引文{'、'.join(stale)}：{talk_word('stale', 'zh')}。")
    elif stale:
        said.append(f"Quotes {', '.join(stale)}: {talk_word('stale', 'en')}.")
    return "".join(f'<p class="wj-note">{chat(one)}</p>' for one in said)


def _stands(citation: Citation, library: Library) -> bool:
    report = library.report(citation.report) if citation.report else None
    return report is not None and report.text[citation.start : citation.end] == citation.quote != ""


def _lent(desk: Desk, body: bytes) -> Response:
    try:
        form = json.loads(body)
        if not isinstance(form, dict):
            raise Misshapen("form")
        key, number, leans = lent(desk, form)
    except NotReady:
        return _refused(503)
    except KeyError:
        return _refused(404)
    except (ValueError, RecursionError):
        return _refused(422)
    return JSONResponse({"key": key, "number": number, "leans": leans})


def _refused(status: int) -> Response:
    return Response(talk_word("cannot_keep", "zh"), status, media_type="text/plain; charset=utf-8")
