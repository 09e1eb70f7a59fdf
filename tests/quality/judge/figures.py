"""Figures: value, unit, approximation and quote of what an answer shows first."""

from __future__ import annotations

import re
from typing import Any

from assistant.answer import Answer, Finding


def squeezed(text: str | None) -> str:
    """Return a text without white space and Markdown marks, as gold quotes are compared.

    >>> squeezed("# 一、 **工作**")
    '一、工作'
    """
    return re.sub(r"[\s#*|]", "", text or "")


def first_figure(answer: Answer) -> Finding | None:
    """Return the first finding that carries a figure."""
    return next((finding for finding in answer.findings if finding.figure is not None), None)


def shown(answer: Answer) -> str:
    """Return what an answer shows for a figure, for the table of failures."""
    first = first_figure(answer)
    if first is None or first.figure is None:
        return f"no figure ({answer.reason_kind or answer.kind})"
    return f"{first.figure.text} in “{first.quote}”"


def same(finding: Finding | None, wanted: dict[str, Any]) -> bool:
    """Tell whether a finding shows the wanted figure.

    ``wanted`` has value and unit, perhaps ``also`` (other readings), ``approximate`` and ``quote``.
    """
    figure = finding.figure if finding else None
    if finding is None or figure is None:
        return False
    pairs = {plain(wanted["value"], wanted["unit"])}
    pairs |= {plain(one["value"], one["unit"]) for one in _listed(wanted.get("also")) if isinstance(one, dict)}
    if plain(figure.value, figure.unit) not in pairs:
        return False
    strict = "approximate" in wanted and not wanted.get("approximate_disputable")
    if strict and figure.approximate != wanted["approximate"]:
        return False
    quote, came = squeezed(wanted.get("quote")), squeezed(finding.quote)
    return quote in came or came in quote


def plain(value: float | None, unit: str) -> tuple[float | None, str]:
    """Return a value and its unit with money in 元, however it is written.

    >>> plain(11.6, "万元") == plain(116000, "元")
    True
    """
    scale = {"万元": 10_000, "亿元": 100_000_000}.get(unit)
    return (round(value * scale, 2), "元") if scale and value is not None else (value, unit)


def _listed(value: Any) -> list[Any]:  # noqa: ANN401
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
