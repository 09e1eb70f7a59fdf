"""``feedback``: what people said of answers on the page: listed, exported, turned into questions to measure with.

It is called as its file and its setting are: one word for one thing.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from pathlib import Path
from typing import Any, TextIO

from assistant import settings
from assistant.commands import options, output
from assistant.commands.saving import write
from assistant.feedback import gold
from assistant.feedback.record import Feedback, json_line
from assistant.feedback.store import Held, Store
from assistant.feedback.words import REASONS, USEFUL, VERDICTS, WRONG

SHOWN = 200
"""Characters of a question in the list."""


def add(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type of its subparsers private
    """Add the command to the parser."""
    what = "列出页面上对回答的评价，另存，或转成质量测试的候选题"
    parser = commands.add_parser("feedback", help=what, description=what)
    options.add_library(parser)
    options.add_json(parser)
    parser.add_argument("--feedback", metavar="FILE", help="反馈文件（WENJU_FEEDBACK；默认在索引旁边）")
    parser.add_argument("--verdict", choices=(USEFUL, WRONG), help="只要有用的，或只要有误的")
    parser.add_argument("--export", metavar="FILE", help="另存为 JSON 行，每个回答一行，以最后的评价为准")
    parser.add_argument(
        "--candidates",
        metavar="FILE",
        help="另存为质量测试的候选题；有误的须先填 expect，再交给 wenju quality --gold FILE",
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """List what is in force, or write it where that was asked for."""
    place = settings.resolve(arguments.reports, arguments.data, os.environ, arguments.feedback)
    with output.quiet(arguments.json) as out:
        held = Store(place.feedback, place.reports).read()
        lines = tuple(one for one in held.lines if arguments.verdict in (None, one.verdict))
        chosen = Held(lines, held.damaged)
        if held.damaged:
            output.note(f"{place.feedback.name}：有 {held.damaged} 行读不出，已跳过")
        if arguments.export:
            _save(arguments.export, "".join(json_line(one.to_dict()) for one in chosen.lines), len(chosen.lines))
        if arguments.candidates:
            _save(arguments.candidates, gold.lines(chosen.lines), len(chosen.lines))
        if arguments.json:
            output.write_json(counted(chosen), out)
        elif not (arguments.export or arguments.candidates):
            _list(chosen.lines, out)
    return 0


def counted(held: Held) -> dict[str, Any]:
    """Return counts and lines in their JSON form."""
    return {
        "verdicts": dict(Counter(one.verdict for one in held.lines)),
        "reasons": dict(Counter(one.reason for one in held.lines if one.reason)),
        "damaged": held.damaged,
        "feedback": [one.to_dict() for one in held.lines],
    }


def _list(lines: tuple[Feedback, ...], out: TextIO) -> None:
    if not lines:
        print("还没有反馈：在页面的回答下方点“有用”或“有误”。", file=out)
    for one in reversed(lines):
        reason = f"·{REASONS[one.reason][0]}" if one.reason else ""
        print(f"{one.time}  {VERDICTS[one.verdict][0]}{reason}  {_line(one.question)}", file=out)
        if one.note:
            print(f"    {_line(one.note)}", file=out)


def _line(text: str) -> str:
    """Return a text for a terminal: on one line, nothing that moves its cursor."""
    shown = " ".join("".join(one if one.isprintable() else " " for one in text).split())
    return shown if len(shown) <= SHOWN else shown[: SHOWN - 1] + "…"


def _save(file: str, text: str, count: int) -> None:
    write(Path(file), text.encode("utf-8"))
    output.note(f"已写入 {file}：{count} 条")
