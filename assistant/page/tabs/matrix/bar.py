"""Render what stands above the table: the topics with their tools, the statuses with their counts, groups, export."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.page.safe import escape
from assistant.page.tabs.matrix.view import MOST_TOPICS, Line, View
from assistant.page.tabs.matrix.words import STATES, both, quiet, shape, state
from assistant.page.words import pair
from assistant.spread import LOOKED_AT
from assistant.terms import named

OFFERED = 6
"""Further topics that are offered: one line."""
EXPORTS = (("docx", "Word"), ("md", "Markdown"), ("csv", "CSV"))


def bar(matrix: Mapping[str, Any], chosen: View, looked_at: int) -> str:
    """Return the topics, each to be moved or taken out, and the field for another."""
    read, terms = matrix["read"], matrix["terms"]
    last = len(chosen.topics) - 1
    chips = "".join(
        _chip(number, topic, read.get(topic, ""), terms.get(topic, ()), number == last)
        for number, topic in enumerate(chosen.topics)
    )
    how = f'<span class="wj-mx-left">{begun(chosen, looked_at)}</span>'
    if not chosen.begun:
        how = f'<button type="button" class="wj-mx-reset">{both("reset")}</button>'
    if chosen.topics:
        how += f'<button type="button" class="wj-mx-clear">{both("clear")}</button>'
    return f'<ul class="wj-mx-topics">{chips}</ul><div class="wj-mx-add">{_field(chosen)}{how}</div>'


def tools(rows: Sequence[Line], wanted: Sequence[Line], chosen: View) -> str:
    """Return the legend, which filters by status, and how the rows are put together."""
    counts = Counter(cell["status"] for row in rows for cell in row.cells if cell)
    legend = "".join(
        f'<button type="button" class="wj-chip" id="wj-mx-s-{status}" data-status="{status}" '
        f'aria-pressed="{_bool(status in chosen.statuses)}">{shape(status)}{state(status)}'
        f"<b>{counts[status]}</b></button>"
        for status in STATES
        if counts[status] or status in chosen.statuses
    )
    differ = (
        f'<button type="button" class="wj-chip" id="wj-mx-differ" data-differ="{"" if chosen.differ else "1"}" '
        f'aria-pressed="{_bool(chosen.differ)}">{both("differ")}</button>'
    )
    groups = "".join(
        f'<button type="button" class="wj-chip" id="wj-mx-g-{key}" data-group-by="{key}" '
        f'aria-pressed="{_bool(chosen.group == key and not chosen.sort)}">{both(key)}</button>'
        for key in ("level", "year", "none")
    )
    saves = "".join(
        f'<button type="button" class="wj-bring" data-save="matrix/{kind}">{name}</button>' for kind, name in EXPORTS
    )
    shown = ""
    if len(wanted) < len(rows):
        left = pair(f"显示 {len(wanted)} / {len(rows)} 份", f"{len(wanted)} of {len(rows)} shown")
        shown = f'<span class="wj-mx-left" role="status">{left}</span>'
    other = any(cell.get("otherwise") for row in rows for cell in row.cells if cell)
    note = f'<span class="wj-mx-left">≈ {both("otherwise")}</span>' if other else ""
    return (
        f'<div class="wj-mx-tools"><span class="wj-mx-label">{both("filter")}</span>{legend}{differ}{note}{shown}</div>'
        f'<div class="wj-mx-tools"><span class="wj-mx-label">{both("group")}</span>{groups}'
        f'<span class="wj-bring-all">{both("export")} {saves}</span></div>'
    )


def english(topic: str) -> str:
    """Return the English name of a glossary term, for readers in that language."""
    concept = named(topic)
    return f'<small class="en">{escape(concept.english[0])}</small>' if concept and concept.english else ""


def taken_for(topic: str, read: str) -> str:
    """Return what a topic was read as, where that is not what was typed."""
    if not read:
        return f'<small class="wj-mx-unread">{both("unread")}</small>'
    if read == topic:
        return ""
    return f"<small>{pair(f'按“{read}”查', f'read as “{read}”')}</small>"


def _chip(number: int, topic: str, read: str, terms: Sequence[str], last: bool) -> str:
    tools = "".join(
        f'<button type="button" class="wj-mx-{name}" id="wj-mx-{name}-{number}"{_disabled(off)}>{quiet(name)}'
        f'<span aria-hidden="true">{sign}</span></button>'
        for name, sign, off in (("earlier", "←", number == 0), ("later", "→", last), ("remove", "✕", False))
    )
    others = [term for term in terms if term != read][:12]
    title = f' title="{escape("、".join(others))}"' if others else ""
    return (
        f'<li data-topic="{escape(topic)}"><span class="wj-mx-topic"{title}>{escape(topic)}{english(topic)}'
        f"{taken_for(topic, read)}</span>{tools}</li>"
    )


def _field(chosen: View) -> str:
    if len(chosen.topics) >= MOST_TOPICS:
        return both("full")
    offered = "".join(
        f'<button type="button" class="wj-mx-offer" data-add="{escape(term)}">{escape(term)}{english(term)}</button>'
        for term in chosen.offered[:OFFERED]
    )
    offer = f'<span class="wj-mx-offers">{both("also")}{offered}</span>' if offered else ""
    return (
        f'<label for="wj-mx-new">{both("add_label")}</label><input id="wj-mx-new" type="text" maxlength="100" '
        f'autocomplete="off"><button type="button" class="wj-mx-go">{both("add")}</button>{offer}'
    )


def begun(chosen: View, looked_at: int) -> str:
    """Return how the topics were chosen that nobody chose."""
    zh = f"起始主题：词表中全库最多报告写到的 {len(chosen.topics)} 个"
    en = f"First topics: the {len(chosen.topics)} of the glossary that most reports of the library name"
    if looked_at > LOOKED_AT:
        zh += f"（等距抽看约 {LOOKED_AT} 份）"
        en += f", counted in about {LOOKED_AT} of them"
    return pair(zh, en)


def _bool(value: bool) -> str:
    return "true" if value else "false"


def _disabled(off: bool) -> str:
    return " disabled" if off else ""
