"""The options that several commands share, and the facets they make. Facets are imported late: they are the index's."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

from assistant.commands.words import LEVEL_WORDS, ROLE_WORDS, STATUS_WORDS
from corpus.report import Level, Report, Role, Status

if TYPE_CHECKING:
    from index.records import Facets

Value = TypeVar("Value")
YEAR = re.compile(r"(20\d\d)年?(?:度)?(?:[-—–~～至](20\d\d)年?(?:度)?)?")


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
    for name, mark, read, what in (
        ("--agency", "机关", words, "机关名称"),
        ("--region", "地区", words, "地区"),
        ("--level", "层级", levels, "省、市、县、乡镇，或 province、city、county、town、other"),
        ("--year", "年度", years, "报告年度，如 2024 或 2022-2024"),
        ("--role", "章节性质", roles, "工作、问题、计划、职责、建议…，或 work、problem、plan…"),
        ("--status", "状态", statuses, "已开展、制度建设、计划开展、存在问题…，或 done、rules、planned…"),
    ):
        group.add_argument(name, action="extend", default=[], metavar=mark, type=read, help=what)


def facets(options: argparse.Namespace, reports: Iterable[Report]) -> Facets:
    """Return the facets that the options ask for.

    A part of an agency's name stands for those of ``reports`` that have it. A name that no report has stays as
    typed, and then matches nothing.
    """
    from index.records import Facets

    held = sorted({(report.agency, report.issuer or "") for report in reports})
    agencies = [name for word in options.agency for name in _agencies(word, held) or [word]]
    return Facets(
        agencies=_unique(agencies),
        regions=_unique(options.region),
        levels=_unique(options.level),
        years=_unique(options.year),
        roles=_unique(options.role),
        statuses=_unique(options.status),
    )


def words(value: str) -> list[str]:
    """Cut one option's value at its commas.

    >>> words("城口县，开江县")
    ['城口县', '开江县']
    """
    return [part.strip() for part in re.split("[,，、;；]", value) if part.strip()]


def levels(value: str) -> list[Level]:
    """Return the levels that a value names."""
    return _known(value, LEVEL_WORDS)


def roles(value: str) -> list[Role]:
    """Return the section roles that a value names."""
    return _known(value, ROLE_WORDS)


def statuses(value: str) -> list[Status]:
    """Return the statuses that a value names."""
    return _known(value, STATUS_WORDS)


def years(value: str) -> list[int]:
    """Return the covered years that a value names.

    >>> years("2024年"), years("2020,2022-2024")
    ([2024], [2020, 2022, 2023, 2024])

    :raises argparse.ArgumentTypeError: where a word is neither a year nor a range of years.
    """
    found: list[int] = []
    for word in words(value):
        match = YEAR.fullmatch(word)
        if not match:
            raise argparse.ArgumentTypeError(f"不认识 {word}，请写四位年份，如 2024 或 2022-2024")
        first, last = sorted((int(match[1]), int(match[2] or match[1])))
        found.extend(range(first, last + 1))
    return found


def positive(word: str) -> int:
    """Return a whole number above zero, for argparse."""
    if not word.isdecimal() or int(word) < 1:
        raise argparse.ArgumentTypeError(f"{word} 不是正整数")
    return int(word)


def _known(value: str, table: Mapping[str, Value]) -> list[Value]:
    for word in words(value):
        if word.lower() not in table:
            raise argparse.ArgumentTypeError(f"不认识 {word}，可用：{'、'.join(table)}")
    return [table[word.lower()] for word in words(value)]


def _agencies(word: str, held: list[tuple[str, str]]) -> list[str]:
    exact = [agency for agency, issuer in held if word in (agency, issuer)]
    return exact or [agency for agency, issuer in held if word in agency or word in issuer]


def _unique(values: list[Value]) -> tuple[Value, ...]:
    return tuple(dict.fromkeys(values))


Run = Callable[[argparse.Namespace], int]
"""What carries out a command: options in, exit status out."""
