"""``mcp``: the library as tools for agents, on standard input and output."""

from __future__ import annotations

import argparse
import gc
import importlib.util
import os
from typing import Any

from assistant import settings
from assistant.commands import options
from assistant.errors import AssistantError


class NotInstalled(AssistantError):
    """Say what to install."""


def add(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type of its subparsers private
    """Add the command to the parser."""
    what = "以 MCP 工具（标准输入输出）供智能体提问、检索、读报告"
    parser = commands.add_parser("mcp", help=what, description=what)
    options.add_library(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Serve until the client closes standard input; standard output holds the protocol alone.

    :raises NotInstalled: where the extra is missing.
    """
    if importlib.util.find_spec("mcp") is None:
        raise NotInstalled(
            "缺少 mcp 组件，请先运行 pip install 'wenju[mcp]'（源码目录中为 pip install -e '.[mcp]'）",
            "The mcp package is missing: run pip install 'wenju[mcp]' (in a checkout, pip install -e '.[mcp]')",
        )
    gc.disable()  # until the library is open: see assistant/page/opening.py
    from assistant.agents.server import serve
    from assistant.page.opening import opener

    serve(opener(settings.resolve(arguments.reports, arguments.data, os.environ)))
    return 0
