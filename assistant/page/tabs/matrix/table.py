"""Render the table: reports as rows in groups, topics as columns, a shape with its word in each cell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote as quoted

from assistant.page.safe import escape
from assistant.page.tabs.matrix.bar import english, taken_for
from assistant.page.tabs.matrix.view import ROWS, Line, View, groups
from assistant.page.tabs.matrix.words import STATES, both, quiet, shape, state
from assistant.page.words import LEVEL, pair


def table(matrix: Mapping[str, Any], rows: Sequence[Line], wanted: Sequence[Line], chosen: View) -> str:
    """Return the table; the totals are over all rows, the rows those wanted, as many as the view shows."""
    topics = chosen.topics
    head = "".join(_head(number, topic, matrix["read"][topic], chosen) for number, topic in enumerate(topics))
    corner = f'<th scope="col" class="wj-mx-first">{both("report")}</th>'
    body, left = "", chosen.rows
    for name, members in groups(wanted, chosen):
        if left <= 0:
            break
        body += f"<tbody>{_group(name, members, chosen)}{''.join(_row(row, chosen) for row in members[:left])}</tbody>"
        left -= len(members)
    more = ""
    if len(wanted) > chosen.rows:
        hidden = len(wanted) - chosen.rows
        said = pair(
            f"再显示 {min(hidden, 2 * ROWS)} 份（还有 {hidden} 份）",
            f"Show {min(hidden, 2 * ROWS)} more ({hidden} left)",
        )
        more = f'<button type="button" class="wj-more-rows" data-rows="{chosen.rows + 2 * ROWS}">{said}</button>'
    return (
        f'<div class="wj-mx-scroll" tabindex="0" role="region" aria-labelledby="wj-mx-caption"><table class="wj-mx">'
        f'<caption class="wj-quiet" id="wj-mx-caption">{both("caption")}</caption>'
        f"<thead><tr>{corner}{head}</tr></thead><tbody>{_totals(rows, topics)}</tbody>{body}</table></div>{more}"
    )


def _head(number: int, topic: str, read: str, chosen: View) -> str:
    on = topic == chosen.sort
    order = ' aria-sort="descending"' if on else ""
    sign = '<span class="wj-mx-sign" aria-hidden="true">▾</span>'
    button = (
        f'<button type="button" class="wj-mx-sort" id="wj-mx-sort-{number}" data-sort="{escape("" if on else topic)}" '
        f'aria-pressed="{"true" if on else "false"}">{escape(topic)}{sign}{quiet("sort")}</button>'
    )
    return f'<th scope="col"{order}>{button}{english(topic)}{taken_for(topic, read)}</th>'


def _totals(rows: Sequence[Line], topics: Sequence[str]) -> str:
    cells = ""
    for number, topic in enumerate(topics):
        counts = Counter(cell["status"] for row in rows if (cell := row.cells[number]))
        parts = "".join(
            f"<li>{shape(status)}{counts[status]}<span class='wj-quiet'>{state(status)}</span></li>"
            for status in STATES
            if counts[status]
        )
        cells += f'<td data-t="{escape(topic)}"><ul>{parts or "—"}</ul></td>'
    name = f"{both('total')} {pair(f'{len(rows)} 份', f'{len(rows)} reports')}"
    return f'<tr class="wj-mx-total"><th scope="row" class="wj-mx-first">{name}</th>{cells}</tr>'


def _group(name: str, members: Sequence[Line], chosen: View) -> str:
    if not name:
        return ""
    if chosen.sort:
        title = shape(name) + state(name)
    elif chosen.group == "level":
        title = pair(*LEVEL[name])
    else:
        title = both("unknown_year") if name == "0" else pair(f"{name} 年度", name)
    count = pair(f"{len(members)} 份", str(len(members)))
    return (
        f'<tr class="wj-mx-group"><th colspan="{len(chosen.topics) + 1}" scope="rowgroup"><span>{title} · {count}'
        "</span></th></tr>"
    )


def _row(row: Line, chosen: View) -> str:
    report = row.report
    year = f"<small>{report['year']}</small>" if report["year"] else f"<small>{both('unknown_year')}</small>"
    address = f"#report={quoted(report['report'], safe='')}"
    name = f'<a class="wj-open" href="{address}">{escape(report["agency"])}</a>{year}'
    cells = "".join(
        _cell(number, topic, cell, chosen)
        for number, (topic, cell) in enumerate(zip(chosen.topics, row.cells, strict=True))
    )
    return f'<tr data-r="{escape(report["report"])}"><th scope="row" class="wj-mx-first">{name}</th>{cells}</tr>'


def _cell(number: int, topic: str, cell: Mapping[str, Any] | None, chosen: View) -> str:
    if cell is None:
        return f'<td data-t="{escape(topic)}">—</td>'
    status = cell["status"]
    faint = " wj-faint" if chosen.statuses and status not in chosen.statuses else ""
    other = ""
    if cell.get("otherwise"):
        other = f'<i aria-hidden="true" class="wj-mx-other">≈</i><span>{both("otherwise")}</span>'
    return (
        f'<td data-t="{escape(topic)}"><button type="button" class="wj-x{faint}" data-x="{number}" '
        f'aria-expanded="false">'
        f"{shape(status)}<span>{state(status)}</span>{other}</button></td>"
    )
