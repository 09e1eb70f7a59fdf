"""A small chart of figures that count the same thing in the same unit, as bars beside the numbers as written.

Only findings that the answer marks as alike are drawn, in the order of the answer: a chart that sorts would rank. The
numbers and names stand in it as text; the bars say nothing that is not there.
"""

from __future__ import annotations

from assistant.answer import Answer, Finding, FoundFigure
from assistant.page.markdown import Citations, link
from assistant.page.safe import chat
from assistant.page.words import WORDS, Language

MOST = 12
"""Bars of a chart: what fits a screen beside its table."""


def chart(answer: Answer, citations: Citations) -> str:
    """Render the chart of a figure answer; nothing where fewer than two figures may be set side by side."""
    drawn = [(one, one.figure, one.figure.value) for one in answer.findings if one.alike and one.figure]
    bars = [(one, figure, value) for one, figure, value in drawn if value is not None and value >= 0]
    if len(bars) < 2 or len({figure.unit for _, figure, _ in bars}) > 1:
        return ""
    most = max(value for _, _, value in bars)
    most = 100.0 if bars[0][1].unit == "%" and most <= 100 else most
    if most <= 0:
        return ""
    years = len({one.year for one, _, _ in bars}) > 1
    agencies = len({one.agency for one, _, _ in bars}) > 1
    rows = "".join(
        f'<div class="wj-bar-row"><span class="wj-bar-of">{_name(one, agencies, years)}</span>'
        f'<span class="wj-track"><span class="wj-fill{" wj-rough" if figure.approximate else ""}" '
        f'style="width:{100 * value / most:.1f}%"></span></span>'
        f'<span class="wj-bar-value">{_value(figure, answer.language)}{_mark(one, citations)}</span></div>'
        for one, figure, value in bars[:MOST]
    )
    return f'<div class="wj-chart">{rows}<p class="wj-caption">{_caption(answer, bars[0][1].unit, len(bars))}</p></div>'


def _name(one: Finding, agencies: bool, years: bool) -> str:
    year = str(one.year) if one.year else ""
    if not agencies:
        return chat(year or one.agency)
    return chat(f"{one.agency} {year}" if years and year else one.agency)


def _value(figure: FoundFigure, language: Language) -> str:
    rough = f"<small>{chat(WORDS['approximate'][language == 'en'])}</small>" if figure.approximate else ""
    return f"{chat(figure.text)}{rough}"


def _mark(one: Finding, citations: Citations) -> str:
    cited = citations.get(one.citation)
    return link(cited) if cited else ""


def _caption(answer: Answer, unit: str, drawn: int) -> str:
    """Say what is drawn and what is left out, and why."""
    left = len({one.report for one in answer.findings if one.figure and not one.alike}) or 0
    shown = min(drawn, MOST)
    if answer.language == "en":
        more = f"; {drawn - shown} more in the table" if drawn > shown else ""
        out = f"; {left} not drawn, as unit, meaning or status differs" if left else ""
        return chat(f"Unit {unit}, counting the same thing{more}{out}; in the order of the answer, no ranking.")
    more = f"，另有 {drawn - shown} 份见下表" if drawn > shown else ""
    out = f"；另有 {left} 份单位、统计内容或状态不同，未画入" if left else ""
    return chat(f"单位“{unit}”，统计内容相同{more}{out}。按回答的次序，不排名。")
