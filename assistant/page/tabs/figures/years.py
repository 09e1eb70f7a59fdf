"""Render what one agency counted in several years: bars with their values, and what is alike but not comparable."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import groupby

from assistant.computed import plain
from assistant.figure_list import Listed, Wanted
from assistant.over_years import OverYears, Series, Unlike
from assistant.page.safe import escape
from assistant.page.tabs.figures.rows import cite, value
from assistant.page.tabs.figures.words import both, status
from assistant.page.words import pair
from corpus.folding import fold
from index.records import Facets

UNLIKE_SHOWN = 40


def fitting(found: OverYears, facets: Facets, wanted: Wanted) -> OverYears:
    """Leave what the facets admit and the words and the unit ask for; a series keeps two years at least."""
    words = fold(wanted.words).split()

    def fits(one: Listed) -> bool:
        return (
            facets.admit(one.report)
            and (not facets.roles or one.section.role in facets.roles)
            and (not wanted.unit or one.figure.unit == wanted.unit)
            and all(word in one.around for word in words)
        )

    series = [replace(row, figures=tuple(one for one in row.figures if fits(one))) for row in found.series]
    unlike = [pair for pair in found.unlike if fits(pair.earlier) and fits(pair.later)]
    return OverYears(tuple(row for row in series if len(row.figures) > 1), tuple(unlike), found.single)


def years(found: OverYears) -> str:
    """Return the series, agency by agency, then what cannot be compared and why."""
    html = f'<p class="wj-mx-how">{both("compared")}</p>'
    if not found.series:
        html += f'<p class="wj-mx-none" role="status">{both("no_series")}</p>'
    number = 0
    for agency, members in groupby(found.series, key=lambda row: row.agency):
        html += f'<h2 class="wj-fg-agency">{escape(agency)}</h2>'
        for row in members:
            html += _series(row, number)
            number += len(row.figures)
    if found.single:
        said = pair(
            f"全库另有 {found.single} 家机关只有一个年度的报告，无从对照。",
            f"{found.single} more agencies of the library have one year only: there is nothing to compare.",
        )
        html += f'<p class="wj-mx-how">{said}</p>'
    return html + _alike(found.unlike, number)


def _series(row: Series, before: int) -> str:
    largest = max((one.figure.value or 0.0 for one in row.figures), default=0.0) or 1.0
    last = row.figures[-1]
    lines = ""
    for number, one in enumerate(row.figures):
        share = 100 * (one.figure.value or 0.0) / largest
        about = " wj-fg-about" if one.figure.approximate else ""
        bar = f'<span class="wj-fg-bar{about}" style="width:{share:.1f}%"></span>'
        step = _step(row, number) if number else ""
        lines += (
            f'<li><span class="wj-fg-year">{one.report.year}</span>'
            f'<span class="wj-fg-track" aria-hidden="true">{bar}</span>'
            f'<span class="wj-fg-end">{value(one)}{cite(one, str(before + number + 1))}{step}</span></li>'
        )
    return f'<section class="wj-fg-series"><h3 lang="zh-CN">{escape(last.figure.counts)}</h3><ol>{lines}</ol></section>'


def _step(row: Series, number: int) -> str:
    rose, earlier = row.step(number), row.figures[number - 1].report.year
    if rose is None:
        return f'<small class="wj-fg-step">{both("no_step")}</small>'
    if rose == 0:
        return f'<small class="wj-fg-step">{both("level")}</small>'
    unit = row.figures[number].figure.unit
    points = unit == "%"
    size = plain(abs(rose) if abs(rose) != abs(rose).to_integral() else Decimal(int(abs(rose))))
    zh = f"比 {earlier} 年{'多' if rose > 0 else '少'} {size} {'个百分点' if points else unit}"
    en = f"{size}{' percentage points' if points else ''} {'more' if rose > 0 else 'fewer'} than in {earlier}"
    return f'<small class="wj-fg-step">{pair(zh, en)}</small>'


def _alike(found: tuple[Unlike, ...], number: int) -> str:
    if not found:
        return ""
    items = ""
    for one in found[:UNLIKE_SHOWN]:
        sides = ""
        for side in (one.earlier, one.later):
            number += 1
            state = status(side.status) if one.why == "status" else ""
            sides += (
                f'<span class="wj-fg-side">{side.report.year} <b>{escape(side.figure.text)}</b> '
                f'<span lang="zh-CN">{escape(side.figure.counts)}</span>{state}{cite(side, str(number))}</span>'
            )
        items += f"<li><b>{escape(one.agency)}</b>{sides}<small>{both(f'why_{one.why}')}</small></li>"
    head = f"<summary>{both('unlike')} · {len(found)}</summary>"
    return f'<details class="wj-fg-unlike">{head}<ul>{items}</ul></details>'
