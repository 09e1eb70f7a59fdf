"""What the commands print: JSON or plain text on standard output, everything else on standard error."""

from __future__ import annotations

import contextlib
import errno
import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any, TextIO

FAILED = 1
"""Exit status where something asked for could not be done."""

FAILURES = {
    errno.ENOENT: "没有这个文件或文件夹，请检查路径",
    errno.EACCES: "没有权限，请检查文件夹的读写权限",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "这是文件，不是文件夹",
    errno.ENOSPC: "磁盘已满，请腾出空间后重试",
    errno.EROFS: "磁盘只读，请换一个数据文件夹",
}
"""What the system reports, and what to do."""


@contextlib.contextmanager
def quiet(json_only: bool) -> Iterator[TextIO]:
    """Yield standard output; with ``json_only`` whatever else is printed meanwhile goes to standard error."""
    out = sys.stdout
    if not json_only:
        yield out
        return
    with contextlib.redirect_stdout(sys.stderr):
        yield out


def write_json(value: Mapping[str, Any], out: TextIO, *, line: bool = False) -> None:
    """Write one JSON object: on one line for a batch, else indented."""
    print(json.dumps(value, ensure_ascii=False, indent=None if line else 2), file=out, flush=line)


def note(message: str) -> None:
    """Write one line for the person to standard error."""
    print(message, file=sys.stderr, flush=True)


def explain(error: BaseException, language: str) -> str:
    """Return one sentence for an error: our own speak for themselves, the others are named.

    >>> explain(ValueError("太长"), "zh")
    '太长'
    """
    message = getattr(error, "message", None)
    if callable(message):
        return str(message(language))
    if isinstance(error, OSError) and error.strerror:
        said = FAILURES.get(error.errno or 0, error.strerror) if language == "zh" else error.strerror
        return f"{said}：{error.filename}" if error.filename else said
    if isinstance(error, ValueError) and str(error):
        return " ".join(str(error).split())
    kind, text = type(error).__name__, " ".join(str(error).split())
    if language == "en":
        return f"Unexpected error {kind}: {text}. Run again with WENJU_DEBUG=1 for the details."
    return f"意外错误 {kind}：{text}。设 WENJU_DEBUG=1 后重新运行可看到详情。"


def answer_text(answer: Mapping[str, Any]) -> str:
    """Return an answer for the terminal: its text, then every citation with its place."""
    lines = [str(answer["text"])]
    near = {one["citation"] for one in answer["near"]}
    for citation in answer["citations"]:
        year = f"（{citation['year']}年度）" if citation["year"] else ""
        page = f" 第{citation['page']}页" if citation["page"] else ""
        place = " › ".join(citation["section"]) + page
        lines += [
            "",
            f"[{citation['number']}] {citation['agency']}{year} {place}".rstrip()
            + ("（可能相关，未计入）" if citation["number"] in near else ""),
            f"    “{citation['quote']}”",
            f"    {citation['file']} {citation['start']}–{citation['end']}",
        ]
    return "\n".join(lines)


def hit_text(hit: Mapping[str, Any]) -> str:
    """Return a search hit for the terminal."""
    year = f"（{hit['year']}年度）" if hit["year"] else ""
    head = f"{hit['rank']}. {hit['agency']}{year} {' › '.join(hit['section'])}".rstrip()
    text = " ".join(str(hit["text"]).split())
    return f"{head}\n   {text}\n   {hit['file']} {hit['start']}–{hit['end']}  {hit['score']:.3f}"


def catalogue_lines(found: Mapping[str, Any]) -> list[str]:
    """Return a line for every report of a catalogue and for every file that could not be read."""
    lines = [
        f"{entry['report']}  {entry['agency']}  {str(entry['year']) + '年度' if entry['year'] else '年度不明'}  {entry['file']}"
        for entry in found["reports"]
    ]
    return lines + [unread_text(item["file"], item["reason"]) for item in found["unreadable"]]


def unread_text(file: str, reason: str) -> str:
    """Return the line for a file that could not be read; most reasons begin with its name.

    >>> unread_text("甲/乙.pdf", "乙.pdf：没有文字层")
    '未能读取 甲/乙.pdf：没有文字层'
    """
    for name in (file, file.rsplit("/", 1)[-1]):
        reason = reason.removeprefix(name).lstrip("：: ")
    return f"未能读取 {file}：{reason}"
