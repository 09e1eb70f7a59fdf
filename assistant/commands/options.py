"""The options that several commands share, and the facets they make."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from assistant import scope
from assistant.scope import UnknownFacet
from corpus.report import Report

if TYPE_CHECKING:
    from index.records import Facets

FACETS = {
    "agencies": ("--agency", "机关", "机关名称"),
    "regions": ("--region", "地区", "地区"),
    "levels": ("--level", "层级", "省、市、县、乡镇，或 province、city、county、town、other"),
    "years": ("--year", "年度", "报告年度，如 2024 或 2022-2024"),
    "roles": ("--role", "章节性质", "工作、问题、计划、职责、建议…，或 work、problem、plan…"),
    "statuses": ("--status", "状态", "已开展、制度建设、计划开展、存在问题…，或 done、rules、planned…"),
}
"""Facet: its option, what the help calls its value, and what it says of it."""


def add_library(parser: argparse.ArgumentParser) -> None:
    """Add the two folders of a library."""
    parser.add_argument("--reports", metavar="DIR", help="报告所在文件夹（WENJU_REPORTS；默认为内置样例）")
    parser.add_argument("--data", metavar="DIR", help="索引所在文件夹（WENJU_DATA；默认在用户目录下）")


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add the switch to JSON."""
    parser.add_argument("--json", action="store_true", help="标准输出只写 JSON，进度与提示写到标准错误")


def add_facets(parser: argparse.ArgumentParser) -> None:
    """Add the facets: each may be repeated, or hold several values with commas between."""
    group = parser.add_argument_group("限定范围（可重复，也可用逗号分隔）")
    for facet, (name, mark, what) in FACETS.items():
        reader = _typed(scope.READERS[facet])
        group.add_argument(name, action="extend", default=[], metavar=mark, type=reader, help=what, dest=facet)


def facets(options: argparse.Namespace, reports: Iterable[Report]) -> Facets:
    """Return the facets that the options ask for."""
    return scope.facets({facet: getattr(options, facet) for facet in FACETS}, reports)


def positive(word: str) -> int:
    """Return a whole number above zero, for argparse."""
    if not word.isdecimal() or int(word) < 1:
        raise argparse.ArgumentTypeError(f"{word} 不是正整数")
    return int(word)


def _typed(reader: Callable[[str], list[Any]]) -> Callable[[str], list[Any]]:
    def read(value: str) -> list[Any]:
        try:
            return reader(value)
        except UnknownFacet as error:
            raise argparse.ArgumentTypeError(error.message()) from error

    return read


Run = Callable[[argparse.Namespace], int]
"""What carries out a command: options in, exit status out."""
