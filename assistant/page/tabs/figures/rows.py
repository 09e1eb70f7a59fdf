"""Render the figures one by one: the number large, what it counts, its sentence, who, and what the clause claims."""

from __future__ import annotations

from urllib.parse import quote as quoted

from assistant.figure_list import Listed, Looked
from assistant.page.place import mark, place
from assistant.page.safe import escape
from assistant.page.tabs.figures.words import both, status
from assistant.page.words import ROLE, pair

ROWS = 60
"""Figures shown at first, and with each further step twice as many: thousands would make the page slow."""
AROUND = 60
"""Characters of the sentence shown on either side of a number."""


def rows(found: Looked, count: int) -> str:
    """Return the first figures as a table, and the button that brings more."""
    if not found.rows:
        return f'<p class="wj-mx-none" role="status">{both("nothing")}</p>'
    body = "".join(_row(one, number) for number, one in enumerate(found.rows[: min(count, found.named)], 1))
    if count > found.named and found.named < len(found.rows):
        body += f'<tr class="wj-fg-beyond"><th colspan="4" scope="rowgroup">{both("beyond")}</th></tr>'
        after = found.rows[found.named : count]
        body += "".join(_row(one, number) for number, one in enumerate(after, found.named + 1))
    head = "".join(f'<th scope="col">{both(name)}</th>' for name in ("value", "counts", "who", "where"))
    more = ""
    if len(found.rows) > count:
        left = len(found.rows) - count
        said = pair(
            f"再显示 {min(left, 2 * ROWS)} 条（还有 {left} 条）", f"Show {min(left, 2 * ROWS)} more ({left} left)"
        )
        more = f'<button type="button" class="wj-more-rows" data-rows="{count + 2 * ROWS}">{said}</button>'
    caption = f'<caption class="wj-quiet">{both("caption")}</caption>'
    inner = f"{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    return f'<div class="wj-fg-table"><table class="wj-fg">{inner}</table></div>{more}'


def value(one: Listed) -> str:
    """Return the figure as written: the number apart from its unit, and whether it is approximate."""
    figure = one.figure
    number = figure.text.removesuffix(figure.unit)
    unit = figure.text[len(number) :]
    about = f"<small>{both('about')}</small>" if figure.approximate else ""
    return f'<span class="wj-fg-value"><b>{escape(number)}</b>{escape(unit)}{about}</span>'


def cite(one: Listed, label: str) -> str:
    """Return the link that opens the reader at the sentence of a figure."""
    address = f"#report={quoted(one.report.id, safe='')}&amp;start={one.statement.start}&amp;end={one.statement.end}"
    return f'<a class="cite" href="{address}">{label}</a>'


def sentence(one: Listed) -> str:
    """Return the words round the figure as they stand, the figure marked."""
    text, figure, statement = one.report.text, one.figure, one.statement
    first, last = max(statement.start, figure.start - AROUND), min(statement.end, figure.end + AROUND)
    before, after = text[first : figure.start], text[figure.end : last]
    left = "……" if first > statement.start else ""
    right = "……" if last < statement.end else ""
    return f"{left}{escape(before)}<mark>{escape(text[figure.start : figure.end])}</mark>{escape(after)}{right}"


def _row(one: Listed, number: int) -> str:
    year = str(one.report.year) if one.report.year else both("unknown_year")
    target = f"<small>{both('target')}</small>" if one.status == "planned" else ""
    chinese, english = ROLE[one.section.role]
    inner = "".join(shown for heading in one.section.path if (shown := mark(heading)).startswith("（"))
    where = pair(f"{chinese} {place(one.section.path)}", f"{english}, {inner}" if inner else english)
    return (
        f'<tr><td class="wj-fg-n">{value(one)}</td><td class="wj-fg-what"><b>{escape(one.figure.counts)}</b>'
        f'<p lang="zh-CN">{sentence(one)}{cite(one, str(number))}</p></td>'
        f'<td class="wj-fg-who">{escape(one.report.agency)}<small>{year}</small></td>'
        f'<td class="wj-fg-where">{status(one.status)}{target}<small>{where}</small></td></tr>'
    )
