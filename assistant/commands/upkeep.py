"""``audit``, ``rebuild``, ``quality`` and ``serve``: keep the index right, measure it, open the page."""

from __future__ import annotations

import argparse
import importlib
import os
from typing import Any

from assistant import settings
from assistant.commands import options, output
from assistant.commands.progress import Bar


def add(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type of its subparsers private
    """Add the four commands to the parser."""
    for name, what, run in (
        ("audit", "核对索引与报告是否一致", run_audit),
        ("rebuild", "从报告文件重建索引", run_rebuild),
    ):
        parser = commands.add_parser(name, help=what, description=what)
        options.add_library(parser)
        options.add_json(parser)
        parser.set_defaults(run=run)
    what = "在标准问题上测量检索与回答的质量；wenju quality --help 列出全部选项"
    commands.add_parser("quality", help=what, add_help=False)
    commands.add_parser("serve", help="打开网页与接口；wenju serve --help 列出全部设置", add_help=False)


def run_audit(arguments: argparse.Namespace) -> int:
    """Prove that library, vectors and lexical index agree, or name what does not."""
    from index.store import Index

    place = settings.resolve(arguments.reports, arguments.data, os.environ)
    with output.quiet(arguments.json) as out:
        with Index.open(place.reports, place.data) as index:
            found = index.audit().to_dict()
            if found["ok"] and index.stale():
                output.note("索引与自身一致，但报告文件夹已有变化：请运行 wenju sync")
        if arguments.json:
            output.write_json(found, out)
        else:
            verdict = "一致" if found["ok"] else "不一致：请运行 wenju rebuild"
            counts = f"报告 {found['reports']}，片段 {found['passages']}"
            print(f"{verdict}（{counts}）", *found["findings"], sep="\n", file=out)
    return 0 if found["ok"] else output.FAILED


def run_rebuild(arguments: argparse.Namespace) -> int:
    """Build the index anew from the report files, beside the old one."""
    from index.store import Index

    place = settings.resolve(arguments.reports, arguments.data, os.environ)
    with output.quiet(arguments.json) as out, Bar() as bar, Index.open(place.reports, place.data) as index:
        index.rebuild(bar)
        found = index.audit().to_dict()
        if arguments.json:
            output.write_json(found, out)
        else:
            print(f"已重建：报告 {found['reports']}，片段 {found['passages']}", file=out)
    return 0 if found["ok"] else output.FAILED


def quality(rest: list[str]) -> int:
    """Hand the rest of the line to the quality suite, which stands in the source tree only."""
    try:
        # By name: the suite is to the right of this folder and is not installed.
        suite = importlib.import_module("tests.quality.suite")
    except ModuleNotFoundError as error:
        if error.name is None or not "tests.quality.suite".startswith(error.name):
            raise
        output.note("质量测试只在源码目录中：请取得源码后运行 make quality")
        return output.FAILED
    return int(suite.main(rest) or 0)


def serve(rest: list[str]) -> int:
    """Hand the rest of the line to the page's own program, which reads its options itself."""
    # By name: serve.py is to the right of this folder.
    return int(importlib.import_module("serve").main(rest) or 0)
