"""Render the rail: facets as check boxes with their counts, and the library at a glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from assistant.page.safe import escape
from assistant.page.words import LEVEL, ROLE, both, pair
from corpus.report import LEVELS, Report, Role

ROLES_OFFERED: tuple[Role, ...] = ("work", "problem", "plan", "duty", "judgment", "suggestion", "other")
"""Roles in the order staff look for them; first and last matter hold nothing to ask about."""

AGENCIES_SEARCHED = 8
"""From this many agencies on, a field narrows the list by name."""


def rail(reports: Sequence[Report], last_sync: datetime | None) -> str:
    """Return the rail as HTML; nothing ticked means no restriction."""
    years = Counter(report.year for report in reports if report.year is not None)
    levels = Counter(report.level for report in reports)
    agencies = Counter(report.agency for report in reports)
    roles = Counter(role for report in reports for role in {section.role for section in report.sections})
    named = [(agency, escape(agency), count) for agency, count in sorted(agencies.items())]
    return (
        _group("years", "year", [(str(year), str(year), years[year]) for year in sorted(years, reverse=True)])
        + _group("levels", "level", [(key, pair(*LEVEL[key]), levels[key]) for key in LEVELS if levels[key]])
        + _group("roles", "role", [(key, pair(*ROLE[key]), roles[key]) for key in ROLES_OFFERED if roles[key]])
        + _group("agencies", "agency", named, field=len(named) >= AGENCIES_SEARCHED)
        + _glance(reports, agencies, years, last_sync)
    )


def span(years: Iterable[int]) -> str:
    """Return the first and the last year.

    >>> span([2024, 2022]), span([2024]), span([])
    ('2022—2024', '2024', '')
    """
    ordered = sorted(years)
    if not ordered:
        return ""
    return str(ordered[0]) if ordered[0] == ordered[-1] else f"{ordered[0]}—{ordered[-1]}"


def _group(facet: str, name: str, rows: Sequence[tuple[str, str, int]], field: bool = False) -> str:
    if not rows:
        return ""
    boxes = "".join(
        f'<label class="wj-opt"><input type="checkbox" data-facet="{facet}" value="{escape(value)}">'
        f'<span class="wj-name">{label}</span><span class="wj-n">{count}</span></label>'
        for value, label, count in rows
    )
    find = f'<input type="search" class="wj-find" data-find="{facet}" autocomplete="off">' if field else ""
    clear = f'<button type="button" class="wj-clear" data-clear="{facet}">{both("clear")}</button>'
    head = f'<h2>{both(name)}<span class="wj-all">{both("all")}</span>{clear}</h2>'
    return f'<section class="wj-facet" data-group="{facet}">{head}{find}<div class="wj-opts">{boxes}</div></section>'


def _glance(reports: Sequence[Report], agencies: Counter[str], years: Iterable[int], synced: datetime | None) -> str:
    held, bureaus, covered = len(reports), len(agencies), span(years)
    lines = [pair(f"{held} 份报告 · {bureaus} 家机关", f"{held} reports · {bureaus} agencies")]
    if covered:
        lines.append(pair(f"报告年度 {covered}", f"Covered years {covered}"))
    if synced:
        clock = synced.astimezone().strftime("%H:%M")
        lines.append(pair(f"索引更新于 {clock}", f"Index updated at {clock}"))
    lines.append(both("offline"))
    return f'<div class="wj-glance"><p class="wj-state"></p>{"".join(f"<p>{line}</p>" for line in lines)}</div>'
