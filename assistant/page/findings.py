"""Render what an answer found: one block per report, grouped by its strongest status, strongest first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from urllib.parse import quote as quoted

from assistant.answer import Answer, Finding, FoundFigure, Near, Silent
from assistant.page.markdown import Citations, link
from assistant.page.place import beside, path
from assistant.page.safe import chat
from assistant.page.words import STATUS, WORDS, Language, status_word

ROWS_SHOWN = 6
"""Rows of a group before it folds: what fits a screen beside the lead sentence."""

NAMES_SHOWN = 3
"""Names in the folded line of silent reports: what fits one line of the narrowest centre column."""


def by_report(findings: Sequence[Finding]) -> list[list[Finding]]:
    """Put the findings of one report together, in order of first appearance; the first one is its strongest."""
    rows: dict[str, list[Finding]] = {}
    for finding in findings:
        rows.setdefault(finding.report, []).append(finding)
    return list(rows.values())


def grouped(answer: Answer, citations: Citations) -> str:
    """Render the findings of a census under a heading for each status."""
    reports = by_report(answer.findings)
    html = ""
    for status in STATUS:
        members = [rows for rows in reports if rows[0].status == status]
        if members:
            html += group_heading(status, members, answer.language) + folded(members, citations, answer.language)
    return html


def group_heading(status: str, members: Sequence[Sequence[Finding]], language: Language) -> str:
    """Render shape, word and count of one status."""
    count = counted([rows[0].agency for rows in members], language)
    return f'<h3 class="wj-group wj-{chat(status)}">{shape(status)}{chat(status_word(status, language))} · {count}</h3>'


def folded(
    members: Sequence[Sequence[Finding]],
    citations: Citations,
    language: Language,
    tags: bool = True,
    paths: bool = False,
) -> str:
    """Render the rows, the ones past the sixth behind a fold.

    :param tags: whether a weaker status is named beside its quote.
    :param paths: whether the headings that lead to the quotes stand beside the agency.
    """
    rows = [row(findings, citations, language, tags, paths) for findings in members]
    html = "".join(rows[:ROWS_SHOWN])
    if len(rows) > ROWS_SHOWN:
        rest = counted([findings[0].agency for findings in members[ROWS_SHOWN:]], language)
        label = f"展开其余 {rest}" if language == "zh" else f"Show the other {rest}"
        html += f'<details class="wj-more"><summary>{label}</summary>{"".join(rows[ROWS_SHOWN:])}</details>'
    return html


def row(
    findings: Sequence[Finding], citations: Citations, language: Language, tags: bool = True, paths: bool = False
) -> str:
    """Render one report: who and where, then every quote once, below the figures that stand in it."""
    first = findings[0]
    same_status = [finding for finding in findings if not tags or finding.status == first.status]
    cited = [citations[finding.citation] for finding in same_status if finding.citation in citations]
    where = path([one.section for one in cited]) if paths else ""
    html = who(first.agency, first.year, where or beside(cited, language), language)
    for _, group in groupby(findings, key=lambda finding: finding.citation):
        same = list(group)
        figures = dict.fromkeys(finding.figure for finding in same if finding.figure)
        html += f'<p class="wj-figures">{"".join(figure(one, language) for one in figures)}</p>' if figures else ""
        html += _quote(same, citations, language, tags and same[0].status != first.status)
    return f'<div class="wj-row">{html}</div>'


def who(agency: str, year: int | None, where: str, language: Language) -> str:
    """Render agency, covered year and section."""
    return f'<p class="wj-who"><b>{chat(agency)}</b>{year_text(year, language)}<span>{chat(where)}</span></p>'


def figure(found: FoundFigure, language: Language = "zh") -> str:
    """Render a figure: the number large, its unit, whether it is approximate, and what it counts beside it.

    >>> figure(FoundFigure(12.0, "12场", "场", False, "听证"))
    '<span class="wj-figure"><b>12</b>场<small>听证</small></span>'
    """
    number = found.text.removesuffix(found.unit) if found.unit else found.text
    unit = found.unit if number != found.text else ""
    rough = f"<i>{chat(WORDS['approximate'][language == 'en'])}</i>" if found.approximate else ""
    counts = f"<small>{chat(found.counts)}</small>"
    return f'<span class="wj-figure"><b>{chat(number)}</b>{chat(unit)}{rough}{counts}</span>'


def because(quote: str, words: str) -> str:
    """Escape a quote and mark the words that decided its status.

    >>> because("印发办法", "印发")
    '<mark>印发</mark>办法'
    """
    wanted = [words] if words and words in quote else [word for word in words.split("、") if word and word in quote]
    if not wanted:
        return chat(quote)
    pattern = re.compile("|".join(re.escape(word) for word in sorted(set(wanted), key=len, reverse=True)))
    html, last, left = "", 0, set(wanted)
    for found in pattern.finditer(quote):
        if found[0] in left:
            left.discard(found[0])
            html += chat(quote[last : found.start()]) + f"<mark>{chat(found[0])}</mark>"
            last = found.end()
    return html + chat(quote[last:])


def silent(reports: Sequence[Silent], language: Language) -> str:
    """Render the reports that do not mention the topic as one line that unfolds."""
    if not reports:
        return ""
    gap, more = ("、", "……") if language == "zh" else (", ", "…")
    colon = "：" if language == "zh" else ": "
    names = list(dict.fromkeys(entry.agency for entry in reports))
    line = gap.join(chat(name) for name in names[:NAMES_SHOWN]) + (more if len(names) > NAMES_SHOWN else "")
    count = counted([entry.agency for entry in reports], language)
    items = "".join(f"<li>{_name(entry)}{year_text(entry.year, language)}</li>" for entry in reports)
    word = chat(status_word("silent", language))
    head = f"{shape('silent')}<span>{word} · {count}{colon}{line}</span>"
    return f'<details class="wj-silent"><summary>{head}</summary><ul>{items}</ul></details>'


def _name(entry: Silent) -> str:
    """Return a silent report's agency, which opens it; one that is no longer held opens nothing."""
    if not entry.report:
        return chat(entry.agency)
    return f'<a class="wj-open" href="#report={quoted(entry.report, safe="")}">{chat(entry.agency)}</a>'


def near(rows: Sequence[Near], citations: Citations, language: Language) -> str:
    """Render the passages that may speak of the topic, apart from what was counted."""
    html = ""
    for entry in rows:
        if citation := citations.get(entry.citation):
            quote = f'<p class="wj-quote">{chat(citation.quote)}{link(citation)}</p>'
            head = who(entry.agency, entry.year, beside([citation], language), language)
            html += f'<div class="wj-row">{head}{quote}</div>'
    title = chat(WORDS["near"][0 if language == "zh" else 1])
    return f'<section class="wj-near"><h3>{title}</h3>{html}</section>' if html else ""


def counted(agencies: Sequence[str], language: Language) -> str:
    """Count agencies, or reports where one agency stands twice."""
    if language == "en":
        return str(len(agencies))
    return f"{len(agencies)} {'家' if len(set(agencies)) == len(agencies) else '份'}"


def year_text(year: int | None, language: Language) -> str:
    """Render a covered year; nothing where the report states none."""
    if year is None:
        return ""
    return f"<span>{year} 年</span>" if language == "zh" else f"<span>{year}</span>"


def shape(status: str) -> str:
    """Render the shape of a status."""
    return f'<span class="wj-shape">{STATUS[status][0] if status in STATUS else "·"}</span>'


def _quote(same: Sequence[Finding], citations: Citations, language: Language, tagged: bool) -> str:
    finding = same[0]
    word = chat(status_word(finding.status, language))
    tag = f'<span class="wj-tag wj-{chat(finding.status)}">{shape(finding.status)}{word}</span>' if tagged else ""
    if finding.otherwise:
        tag += f'<span class="wj-tag">{chat(WORDS["otherwise"][0 if language == "zh" else 1])}</span>'
    quote = because(finding.quote, finding.because)
    if finding.figure:
        quote = because(
            finding.quote, "、".join(_written(one.figure.text, finding.quote) for one in same if one.figure)
        )
    return f'<p class="wj-quote">{tag}{quote}{_mark(finding.citation, citations)}</p>'


def _written(figure: str, quote: str) -> str:
    """Return a figure as its quote writes it, spaces and all (75 次)."""
    found = re.search(r"\s*".join(map(re.escape, figure)), quote)
    return found[0] if found else figure


def _mark(number: int, citations: Citations) -> str:
    citation = citations.get(number)
    return link(citation) if citation else ""
