"""Render what one report says of one topic: every status with its quotes, each leading to its place in the report."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from assistant.answer import Citation, Finding
from assistant.matrix import Cell
from assistant.page.desk import Library
from assistant.page.findings import because
from assistant.page.markdown import link
from assistant.page.place import beside
from assistant.page.safe import escape
from assistant.page.tabs.matrix.view import LONGEST_TOPIC
from assistant.page.tabs.matrix.words import both, shape, state
from assistant.page.words import pair
from index.records import Facets


def quotes(held: Library, facets: Facets, asked: Mapping[str, str]) -> str:
    """Return the quotes of the cell asked for; nothing where there is no such cell."""
    topic = asked.get("topic", "")[:LONGEST_TOPIC]
    found = held.cell(topic, asked.get("report", ""), facets) if topic else None
    return "" if found is None else cell(topic, found)


def cell(topic: str, found: Cell) -> str:
    """Return all that a report says of a topic as HTML."""
    cited = {one.number: one for one in found.citations}
    report = found.report
    year = pair(f"（{report.year}）", f" ({report.year})") if report.year else ""
    close = f'<button type="button" class="wj-mx-close">{both("close")}</button>'
    html = f'<p class="wj-mx-who"><b>{escape(report.agency)}{year}</b><span>{escape(topic)}</span>{close}</p>'
    if found.status in ("silent", "elsewhere"):
        html += f'<p class="wj-mx-said">{shape(found.status)} {both(found.status)}</p>'
    for status, members in groupby(found.findings, key=lambda one: one.status):
        html += f'<h3 class="wj-s-{escape(status)}">{shape(status)}{state(status)}</h3>'
        html += "".join(_quote(one, cited) for one in members)
    return html


def _quote(one: Finding, cited: Mapping[int, Citation]) -> str:
    citation = cited[one.citation]
    where = pair(beside([citation], "zh"), beside([citation], "en"))
    tag = f"<span>{both('otherwise')}</span>" if one.otherwise else ""
    return (
        f'<p class="wj-mx-quote"><span lang="zh-CN">{because(one.quote, one.because)}</span>{link(citation)}</p>'
        f'<p class="wj-mx-where">{where}{tag}</p>'
    )
