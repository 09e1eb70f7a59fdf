"""Refuse what the framework would take for a file: it fetches the address in it, and nothing here may go outside.

A value of any event, at any depth, that looks like a file makes the framework move that file into its cache before
our functions see it, from another host if the path is an address.
"""

from __future__ import annotations

import json
from typing import Any

from assistant.page.fence import App, Message, Receive, Scope, Send

PATHS = ("/gradio_api/queue/join", "/gradio_api/call/")
SENTENCE = "这里不接受文件。 No files are taken here."


class NoFiles:
    """Wrap an application: a request to the framework is read first and goes on only if nothing in it is a file."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on, or refuse it; its size is limited by the fence outside."""
        if scope["type"] != "http" or scope["method"] != "POST" or not scope["path"].startswith(PATHS):
            await self._app(scope, receive, send)
            return
        body = await _body(receive)
        if body is None:
            return
        if _names_a_file(body):
            content = json.dumps({"detail": SENTENCE}, ensure_ascii=False).encode()
            headers = [(b"content-type", b"application/json"), (b"content-length", str(len(content)).encode())]
            await send({"type": "http.response.start", "status": 400, "headers": headers})
            await send({"type": "http.response.body", "body": content})
            return
        read = False

        async def again() -> Message:
            nonlocal read
            if read:
                return await receive()
            read = True
            return {"type": "http.request", "body": body, "more_body": False}

        await self._app(scope, again, send)


async def _body(receive: Receive) -> bytes | None:
    """Return the whole body; None where the sender has gone."""
    parts = []
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        parts.append(message.get("body", b""))
        if not message.get("more_body"):
            return b"".join(parts)


def _names_a_file(body: bytes) -> bool:
    """Tell whether a body holds a file's record, or cannot be read, which the framework might read otherwise."""
    try:
        waiting: list[Any] = [json.loads(body)]
    except (ValueError, RecursionError):
        return True
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            if "path" in value and "meta" in value:
                return True
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
    return False
