"""What goes back over HTTP: JSON that no browser takes for markup, and refusals in one sentence."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from fastapi import Request, Response

from assistant.question import Language
from assistant.typed import language_of

HEADERS = {"cache-control": "no-store"}
KIND = "application/json"

SENTENCES: dict[int, tuple[str, str]] = {
    400: ("请求的内容读不出来，应为 UTF-8 编码的 JSON。", "The request cannot be read; it should be JSON in UTF-8."),
    404: ("没有这个接口，可用的见 README。", "There is no such interface; README lists those there are."),
    405: ("这个接口不接受这种请求方法。", "This interface does not take that method."),
    500: ("这个请求没有完成，原因已记入日志。", "The request was not carried out; the cause is in the log."),
    503: ("现在提问的人较多，请稍后再试。", "Many people are asking right now; please try again in a moment."),
}
INVALID: dict[str, tuple[str, str]] = {
    "missing": ("缺少", "is missing"),
    "extra_forbidden": ("不是可用的名称", "is no known name"),
    "string_type": ("应为文字", "should be text"),
    "string_too_long": ("太长", "is too long"),
    "list_type": ("应为列表", "should be a list"),
    "too_long": ("太多", "has too many items"),
    "too_short": ("不能为空", "should not be empty"),
    "int_parsing": ("应为整数", "should be a whole number"),
    "greater_than_equal": ("太小", "is too small"),
    "less_than_equal": ("太大", "is too large"),
    "literal_error": ("不是可用的值", "is none of the known values"),
    "json_invalid": ("应为 JSON", "should be JSON"),
}
"""What can be wrong with a part of a request."""

OTHERWISE = ("不合要求", "is not as it should be")
WHERE = frozenset({"body", "query", "path"})
_NAME = re.compile(r"\w{1,30}")


def text_of(value: object) -> str:
    """Return JSON whose angle brackets and ampersands are escaped: the same value, and never markup.

    >>> "<" in text_of({"甲": "<b>"}), json.loads(text_of({"甲": "<b>"}))
    (False, {'甲': '<b>'})
    """
    text = json.dumps(value, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def json_reply(value: object, status: int = 200) -> Response:
    """Return a value as JSON."""
    return Response(text_of(value), status, HEADERS, f"{KIND}; charset=utf-8")


def problem(status: int, sentence: str) -> Response:
    """Return one sentence that says what stood in the way; a library that still opens is soon there."""
    reply = json_reply({"error": sentence}, status)
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        reply.headers["retry-after"] = "2"
    return reply


def sentence(status: int, language: Language) -> str:
    """Return the sentence of a status that has no better one."""
    return SENTENCES.get(status, SENTENCES[500 if status >= 500 else 400])[language == "en"]


def invalid(errors: Sequence[Mapping[str, Any]], language: Language) -> str:
    """Return in one sentence which part of a request is not as it should be; its value is not repeated.

    >>> invalid([{"type": "missing", "loc": ("body", "question")}], "zh")
    '请求中的 question 缺少。'
    """
    first = errors[0] if errors else {"type": "", "loc": ()}
    kind = str(first["type"])
    place = [str(part) for part in first["loc"] if part not in WHERE and kind != "json_invalid"]
    name = ".".join(part if _NAME.fullmatch(part) else "?" for part in place[:4])
    said = INVALID.get(kind, OTHERWISE)
    if language == "en":
        return f"The request's {name or 'content'} {said[1]}."
    return f"请求中的 {name} {said[0]}。" if name else f"请求内容{said[0]}。"


def spoken(request: Request) -> Language:
    """Return the language of whoever sent a request: what it says, what it asks in, what the browser prefers."""
    asked = request.query_params
    if asked.get("language") in ("zh", "en"):
        return "en" if asked["language"] == "en" else "zh"
    first = request.headers.get("accept-language", "")
    return language_of(asked.get("q", "")) or ("en" if first[:2].lower() == "en" else "zh")
