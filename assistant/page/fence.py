"""Put the fence round the page: security headers, host and origin checks, size limits, and a start page of our own.

The framework's start page carries inline scripts and its maker's cards; here the scripts are admitted by their hash,
so that no other inline script can run, and the cards go.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from assistant.page.upload.inbox import LARGEST

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LARGEST_BODY = 1 << 20
"""Bytes of a request: a question of 2,000 characters with all its facets is under 100 kB."""

LARGER = {"/wenju/upload": LARGEST}
"""Paths that take more, and how much: a file of a report."""

HEADERS: tuple[tuple[bytes, bytes], ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
)
_OPEN = re.compile(
    r"/(?:|healthz|config/?|theme\.css|favicon\.ico|robots\.txt|(?:wenju|assets|static|svelte)/.+"
    r"|gradio_api/(?:queue/(?:join|data)|heartbeat/[\w-]+|info/?|reset/?|cancel|startup-events|theme\.css)"
    r"|gradio_api/call/(?:ask|search|catalogue|matrix)(?:/\w+)?"
    r"|api/(?:ask(?:/stream)?|search|catalogue|matrix|report/.+|docs|openapi\.json))"
)
"""Paths that the page needs; the framework's uploads, proxies, files, dashboards and schemas stay shut."""

_INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)
_CARDS = re.compile(r'<meta\s+(?:property="og:|name="twitter:)[^>]*>\s*')
_MANIFEST = re.compile(r'<link rel="manifest"[^>]*>\s*')
STYLES = (
    "style", "answer", "asked", "panels", "talks", "tabs", "judging", "reports", "matrix", "figures", "quality",
    "print",
)  # fmt: skip
SCRIPTS = (
    "reader", "find", "talk", "page", "answer", "stored", "asking", "talks", "drawer", "tabs", "state", "judging",
    "reports", "upload", "matrix", "figures", "quality",
)  # fmt: skip
"""Files of ``static/`` that the start page loads, in this order; those of the tabs last."""

HEAD = (
    '<link rel="icon" href="./wenju/icon.svg" type="image/svg+xml">'
    + "".join(f'<link rel="stylesheet" href="./wenju/{name}.css">' for name in STYLES)
    + '<script src="./wenju/theme.js"></script>'
    + "".join(f'<script src="./wenju/{name}.js" defer></script>' for name in SCRIPTS)
    + "</head>"
)


class Fence:
    """Wrap an application: every answer gets the headers, a foreign or huge request gets none."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass one request on, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        refuse = _refuse_json if scope["path"].startswith("/api/") else _refuse
        if _foreign(scope, headers):
            await refuse(send, 403, "来自其他网站的请求已拒绝。 Request from another site refused.")
        elif int(headers.get(b"content-length", b"0") or b"0") > LARGER.get(scope["path"], LARGEST_BODY):
            await refuse(send, 413, "请求过大，已拒绝。 Request too large.")
        elif b"transfer-encoding" in headers:
            await refuse(send, 411, "请求须注明长度。 A request has to tell its length.")
        elif not _OPEN.fullmatch(scope["path"]):
            await refuse(send, 404, "没有这个页面。 No such page.")
        elif scope["path"] == "/" and scope["method"] == "GET":
            await self._start_page(scope, receive, send)
        else:
            await self._app(scope, receive, _with_headers(send, policy("")))

    async def _start_page(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope["headers"] = [pair for pair in scope["headers"] if pair[0] != b"accept-encoding"]
        first: Message = {}
        body = b""

        async def collect(message: Message) -> None:
            nonlocal first, body
            if message["type"] == "http.response.start":
                first = message
                return
            body += message.get("body", b"")
            if message.get("more_body"):
                return
            html = dress(body.decode("utf-8"))
            content = html.encode("utf-8")
            kept = [pair for pair in first["headers"] if pair[0].lower() != b"content-length"]
            first["headers"] = [*kept, (b"content-length", str(len(content)).encode())]
            out = _with_headers(send, policy(html))
            await out(first)
            await out({"type": "http.response.body", "body": content})

        await self._app(scope, receive, collect)


def dress(html: str) -> str:
    """Return the start page in Chinese, without its maker's cards, with our style and script."""
    html = _MANIFEST.sub("", _CARDS.sub("", html)).replace('lang="en"', 'lang="zh-CN"', 1)
    return html.replace("</head>", HEAD, 1)


def policy(html: str) -> bytes:
    """Return the content security policy: own files only; of inline scripts, those of this page by their hash.

    The framework makes functions of its templates in the browser, hence ``unsafe-eval``; without ``unsafe-inline``
    no script or handler that came with a text can run.
    """
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(found[1].encode()).digest()).decode()}'"
        for found in _INLINE.finditer(html)
    )
    return (
        f"default-src 'self'; script-src 'self' 'unsafe-eval' {hashes}; style-src 'self' 'unsafe-inline'; "
        "img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; "
        "object-src 'none'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'; frame-src 'none'"
    ).encode()


def _with_headers(send: Send, content_policy: bytes) -> Send:
    async def wrapped(message: Message) -> None:
        if message["type"] == "http.response.start":
            kept = [pair for pair in message["headers"] if not pair[0].lower().startswith(b"access-control-")]
            message["headers"] = [*kept, *HEADERS, (b"content-security-policy", content_policy)]
        await send(message)

    return wrapped


def _foreign(scope: Scope, headers: dict[bytes, bytes]) -> bool:
    """Tell whether a browser sent this from another site's page."""
    origin = headers.get(b"origin")
    if origin is not None and origin.partition(b"://")[2] != headers.get(b"host"):
        return True
    other = headers.get(b"sec-fetch-site", b"same-origin") in {b"cross-site", b"same-site"}
    return other and headers.get(b"sec-fetch-mode") != b"navigate"


_POLICY = (b"content-security-policy", policy(""))


async def _refuse_json(send: Send, status: int, sentence: str) -> None:
    await _refuse(send, status, json.dumps({"error": sentence}, ensure_ascii=False), b"application/json")


async def _refuse(send: Send, status: int, sentence: str, kind: bytes = b"text/plain") -> None:
    body = sentence.encode()
    plain = [(b"content-type", kind + b"; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": [*plain, *HEADERS, _POLICY]})
    await send({"type": "http.response.body", "body": body})
