"""Render what narrows the figures: words, units with their counts, statuses, and the order within one unit."""

from __future__ import annotations

from assistant.figure_list import ORDERS, Looked, Wanted
from assistant.page.safe import escape
from assistant.page.tabs.figures.words import both, status
from assistant.page.words import pair

UNITS_SHOWN = 12
"""Units that stand as chips; the rarer ones are folded away behind them."""


def views(figures: int, series: int, side_by_side: bool) -> str:
    """Return the switch between the figures one by one and those that can be compared over years."""
    counts = {"list": figures, "years": series}
    chips = "".join(
        f'<button type="button" class="wj-chip" id="wj-fg-v-{name}" data-view="{name}" '
        f'aria-pressed="{"true" if (name == "years") == side_by_side else "false"}">{both(name)}<b>{count}</b></button>'
        for name, count in counts.items()
    )
    button = '<button type="button" class="wj-bring" data-save="figures/csv">CSV</button>'
    save = f'<span class="wj-bring-all">{both("export")} {button}</span>'
    return f'<div class="wj-fg-line">{chips}{save}</div>'


def filters(found: Looked, wanted: Wanted, side_by_side: bool) -> str:
    """Return the field and the chips."""
    field = (
        f'<div class="wj-fg-line wj-fg-find"><label for="wj-fg-words">{both("search")}</label>'
        f'<input id="wj-fg-words" type="search" maxlength="100" autocomplete="off" '
        f'value="{escape(wanted.words)}"></div>'
    )
    units = dict(found.units)
    if wanted.unit:
        units.setdefault(wanted.unit, 0)
    chips = [_chip("unit", unit, escape(unit), count, unit == wanted.unit) for unit, count in units.items()]
    shown = chips[:UNITS_SHOWN] if wanted.unit not in list(units)[UNITS_SHOWN:] else chips
    rest = chips[len(shown) :]
    folded = ""
    if rest:
        name = pair(f"其余 {len(rest)} 种单位", f"{len(rest)} other units")
        folded = f'<details class="wj-fg-rest"><summary>{name}</summary>{"".join(rest)}</details>'
    line = f'<div class="wj-fg-line"><span class="wj-mx-label">{both("unit")}</span>{"".join(shown)}{folded}</div>'
    if side_by_side:
        return field + line
    states = "".join(
        _chip("status", name, status(name), count, name in wanted.statuses) for name, count in found.statuses
    )
    by_status = f'<div class="wj-fg-line"><span class="wj-mx-label">{both("status")}</span>{states}</div>'
    return field + line + by_status + _orders(wanted)


def _chip(kind: str, value: str, label: str, count: int, on: bool) -> str:
    pressed = "true" if on else "false"
    return (
        f'<button type="button" class="wj-chip" id="wj-fg-{kind}-{escape(value)}" data-fg="{kind}" '
        f'data-value="{escape(value)}" aria-pressed="{pressed}">{label}<b>{count}</b></button>'
    )


def _orders(wanted: Wanted) -> str:
    chips = "".join(
        f'<button type="button" class="wj-chip" id="wj-fg-order-{order}" data-fg="order" data-value="{order}" '
        f'aria-pressed="{"true" if order == wanted.order else "false"}"'
        f"{' disabled' if order != 'report' and not wanted.unit else ''}>{both(order)}</button>"
        for order in ORDERS
    )
    why = "" if wanted.unit else f'<span class="wj-mx-left">{both("one_unit")}</span>'
    return f'<div class="wj-fg-line"><span class="wj-mx-label">{both("order")}</span>{chips}{why}</div>'
