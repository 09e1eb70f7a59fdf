"""Every regular expression of our tables, and for each of them texts that repeat one of its own classes."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from re import _parser  # the standard library's own reading of a pattern
from types import ModuleType

from corpus.rule import Rule

LENGTH = 50_000
STEPS = (50, 100, 200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600, LENGTH)
"""Lengths tried in turn: an expression that is too slow already stops there, since none can be interrupted."""
FOLDERS = ("corpus", "assistant", "index")
SKIPPED = ("index.train", "corpus.sources", "assistant.page")
"""Not rules about text: scripts for training and for the samples, and the page, which has its own tests."""


def modules() -> Iterator[ModuleType]:
    for folder in FOLDERS:
        package = importlib.import_module(folder)
        for found in pkgutil.walk_packages(package.__path__, f"{folder}."):
            if not found.name.startswith(SKIPPED):
                yield importlib.import_module(found.name)


def tables() -> dict[str, tuple[re.Pattern[str], str]]:
    """Return name → pattern and how the code uses it: ``match`` where it is only ever tried at one place."""
    found: dict[str, tuple[re.Pattern[str], str]] = {}
    for module in modules():
        source = inspect.getsource(module)
        for name, value in vars(module).items():
            if isinstance(value, re.Pattern) and f"{name} = " in source:
                used = set(
                    re.findall(rf"\b{name}\.(match|fullmatch|search|finditer|findall|sub|split)\(", _all_source())
                )
                found[f"{module.__name__}.{name}"] = (value, "search" if used - {"match", "fullmatch"} else "match")
            elif isinstance(value, tuple) and value and isinstance(value[0], Rule) and f"{name}: " in source:
                for index, rule in enumerate(value):
                    flags = re.IGNORECASE if module.__name__.endswith("lexicon") else 0
                    found[f"{module.__name__}.{name}[{index}]"] = (re.compile(rule.pattern, flags), "search")
    return found


_SOURCE: list[str] = []


def _all_source() -> str:
    if not _SOURCE:
        _SOURCE.append("\n".join(inspect.getsource(module) for module in modules()))
    return _SOURCE[0]


def texts(pattern: re.Pattern[str], length: int = LENGTH) -> list[str]:
    """Return texts of some length: each repeated part of a pattern, repeated, after what stands before it."""
    found: dict[str, None] = {}
    tree = list(_parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE | re.UNICODE))
    for before, unit in _units(tree, ""):
        if unit:
            found[before + (unit * length)[: length - len(before)]] = None
            found[(before + unit) * (length // max(1, len(before + unit)))] = None
    for char in ("字", "1", " ", "，", "a"):
        found[char * length] = None
    return list(found)


def _units(tree: list, before: str) -> Iterator[tuple[str, str]]:
    for index, (operation, value) in enumerate(tree):
        stem = before + "".join(_sample([node]) for node in tree[:index])
        name = str(operation)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            if value[1] > 3:
                yield stem[-40:], _sample(list(value[2]))
            yield from _units(list(value[2]), stem)
        elif name == "SUBPATTERN":
            yield from _units(list(value[3]), stem)
        elif name == "BRANCH":
            for branch in value[1]:
                yield from _units(list(branch), stem)
        elif name in ("ASSERT", "ASSERT_NOT"):
            yield from _units(list(value[1]), stem)


def _sample(tree: list) -> str:
    """Return a short text that a piece of a pattern matches, as nearly as is easy."""
    text = ""
    for operation, value in tree:
        name = str(operation)
        if name == "LITERAL":
            text += chr(value)
        elif name in ("NOT_LITERAL", "ANY"):
            text += "字"
        elif name == "IN":
            text += _member(value)
        elif name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            text += _sample(list(value[2])) * min(max(value[0], 0), 3)
        elif name == "SUBPATTERN":
            text += _sample(list(value[3]))
        elif name == "BRANCH":
            text += _sample(list(value[1][0]))
    return text


def _member(options: list) -> str:
    if str(options[0][0]) == "NEGATE":
        return "字"
    kind, value = options[0]
    if str(kind) == "LITERAL":
        return chr(value)
    if str(kind) == "RANGE":
        return "字" if value[0] <= ord("字") <= value[1] else chr(value[0])
    return {"CATEGORY_DIGIT": "7", "CATEGORY_SPACE": " ", "CATEGORY_WORD": "字"}.get(str(value), "字")


def seconds(work: Callable[[], object], enough: float, tries: int = 2) -> float:
    """Return the processor seconds of the fastest try, and try again only where it is close to ``enough``."""
    best = float("inf")
    for _ in range(tries):
        started = time.thread_time()
        work()
        taken = time.thread_time() - started
        best = min(best, taken)
        if best < enough or taken > 3 * enough:
            break
    return best
