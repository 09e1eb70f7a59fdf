"""Batch files: one question or one JSON object per line; blank lines are no questions and get no answer."""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Message = dict[str, str]
"""One message of a conversation: ``role`` (user or assistant) and ``content``."""


@dataclass(frozen=True, slots=True)
class Line:
    """One question of a batch with its history, oldest first; ``error`` says why a line cannot be asked."""

    question: str
    history: tuple[Message, ...] = ()
    error: str | None = None


def read(path: str, key: str = "question") -> tuple[Line, ...]:
    """Return the lines of a batch file, ``-`` being standard input.

    :param path: a file in UTF-8, with or without byte order mark, or in GB18030.
    :param key: where a JSON object holds the question.
    """
    data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = _gb18030(path, data)
    # Not splitlines(): a question may hold U+2028 or a form feed.
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return tuple(parse(line.strip(), number, key) for number, line in enumerate(lines, 1) if line.strip())


def parse(line: str, number: int, key: str = "question") -> Line:
    """Return what one line asks.

    >>> parse('那城口呢？', 1).question
    '那城口呢？'
    >>> parse('{"question": "那城口呢？", "history": [{"role": "user", "content": "有听证吗"}]}', 1).history
    ({'role': 'user', 'content': '有听证吗'},)
    """
    if not line.startswith("{"):
        return Line(line)
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        return Line(line, error=f"第 {number} 行不是完整的 JSON：{error.msg}")
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets without end
        return Line(line, error=f"第 {number} 行的 JSON 无法读取")
    question = value.get(key)
    if not isinstance(question, str):
        return Line(line, error=f"第 {number} 行的 JSON 缺少文字项 {key}")
    history = value.get("history") or []
    if not _messages(history):
        return Line(question, error=f"第 {number} 行的 history 应为消息列表，每条含 role 与 content")
    return Line(question, tuple({"role": item["role"], "content": item["content"]} for item in history))


def _messages(history: Any) -> bool:  # noqa: ANN401 - whatever JSON holds
    return isinstance(history, list) and all(
        isinstance(item, dict) and item.get("role") in ("user", "assistant") and isinstance(item.get("content"), str)
        for item in history
    )


def _gb18030(path: str, data: bytes) -> str:
    try:
        return data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise ValueError(f"{path} 既不是 UTF-8 也不是 GB18030 编码：请另存为 UTF-8 再试") from error
