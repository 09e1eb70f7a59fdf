"""``sync``, ``catalogue``, ``show`` and ``matrix``: what the library holds, seen whole."""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from assistant import forms, settings
from assistant.commands import grid, options, output
from assistant.commands.progress import Bar

if TYPE_CHECKING:
    from assistant import Assistant


@contextlib.contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[Assistant]:
    """Open the library that the options name, synced with its folder unless a server owns it."""
    from assistant import Assistant

    place = settings.resolve(arguments.reports, arguments.data, os.environ)
    with Bar() as bar:
        assistant = Assistant.open(place.reports, place.data, sync=True, progress=bar)
    try:
        yield assistant
    finally:
        assistant.close()


def add(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type of its subparsers private
    """Add the four commands to the parser."""
    for name, what, run in (
        ("sync", "让索引与报告文件夹一致", run_sync),
        ("catalogue", "列出库中报告", run_catalogue),
        ("show", "显示一份报告的著录与全文", run_show),
        ("matrix", "主题 × 报告：每格的状态与出处", run_matrix),
    ):
        parser = commands.add_parser(name, help=what, description=what)
        options.add_library(parser)
        options.add_json(parser)
        parser.set_defaults(run=run)
        if name == "sync":
            parser.add_argument("--purge", action="store_true", help="同时抹去已撤下报告在索引中的残留文字")
        if name == "show":
            parser.add_argument("report", metavar="REPORT", help="报告编号或文件名")
        if name == "matrix":
            parser.add_argument("topics", nargs="+", metavar="TOPIC", help="主题词")
            parser.add_argument(
                "--csv", action="store_true", help="标准输出只写 CSV，每个主题每份报告一行，未提及的也在内"
            )
        if name in ("catalogue", "matrix"):
            options.add_facets(parser)


def run_sync(arguments: argparse.Namespace) -> int:
    """Sync, name every file that could not be read, and fail if there is one."""
    from index.store import Index

    place = settings.resolve(arguments.reports, arguments.data, os.environ)
    with output.quiet(arguments.json) as out, Bar() as bar:
        with Index.open(place.reports, place.data) as index:
            result = index.sync(bar, retry=True)
            if arguments.purge:
                index.rebuild(bar, reuse=True)
        for file, reason in result.unreadable:
            output.note(output.unread_text(file, reason))
        if arguments.json:
            output.write_json(result.to_dict(), out)
        else:
            moved = f"新增 {len(result.added)}，更新 {len(result.changed)}，移除 {len(result.removed)}"
            print(f"{moved}，未变 {result.unchanged}；{result.seconds:.1f} 秒", file=out)
    return output.FAILED if result.unreadable else 0


def run_catalogue(arguments: argparse.Namespace) -> int:
    """List the reports in scope, and the files that could not be read."""
    with output.quiet(arguments.json) as out, opened(arguments) as assistant:
        facets = options.facets(arguments, assistant.reports)
        found = forms.catalogue(assistant, facets)
        if arguments.json:
            output.write_json(found, out)
        elif lines := output.catalogue_lines(found):
            print(*lines, sep="\n", file=out)
    return 0


def run_show(arguments: argparse.Namespace) -> int:
    """Show one report's entry and its text, to which every offset refers."""
    with output.quiet(arguments.json) as out, opened(arguments) as assistant:
        shown = forms.report(assistant, arguments.report)
        if shown is None:
            output.note(f"库中没有 {arguments.report}：请用 wenju catalogue 查看报告编号与文件名")
            return output.FAILED
        if arguments.json:
            output.write_json(shown, out)
            return 0
        print(shown["text"], file=out)
        for page, start in enumerate(shown["pages"], 1):
            output.note(f"第{page}页：从第 {start} 个字符起")
    return 0


def run_matrix(arguments: argparse.Namespace) -> int:
    """Show what every report says of every topic."""
    with output.quiet(arguments.json or arguments.csv) as out, opened(arguments) as assistant:
        facets = options.facets(arguments, assistant.reports)
        found = assistant.matrix(tuple(arguments.topics), facets)
        if arguments.json:
            output.write_json(found, out)
        elif arguments.csv:
            print(grid.matrix_csv(found), file=out, end="")
        else:
            print(grid.matrix_text(found, shutil.get_terminal_size((120, 24)).columns), file=out)
    return 0
