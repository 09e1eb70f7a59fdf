"""Render a whole report for the reader panel: title block, outline, and every statement as an element of its own.

Highlighting is the script's work: each piece carries the span of its statement and the number of its section.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.page.place import place
from assistant.page.safe import escape
from assistant.page.words import ROLE, both, pair
from corpus.report import Report, Section, Statement

TOOLS = {"find": "find_in"}
"""Tools whose word has another key."""

FINDING = (
    '<div class="wj-finding" hidden><input type="text" class="wj-find-field" maxlength="100">'
    '<span class="wj-found" role="status"></span>'
    f'<button type="button" class="wj-tool" data-do="find_previous">{both("previous")}</button>'
    f'<button type="button" class="wj-tool" data-do="find_next">{both("next")}</button></div>'
)
"""The row that finds words in the report; the script opens it and names its field."""


def reader(report: Report) -> str:
    """Return one report as HTML; the text keeps the author's characters and line breaks."""
    year = f"（{report.year}年）" if report.year else ""
    cited = f"《{report.title}》" if report.title else f"{report.agency}报告"
    return (
        f'<article class="wj-report" data-report="{escape(report.id)}" data-cited="{escape(cited + year)}">'
        f'<div class="wj-grip" role="separator" aria-orientation="vertical" tabindex="0"></div>'
        f"{_head(report)}{_outline(report)}"
        f'<div class="wj-doc" lang="zh-CN" tabindex="0">{"".join(_paragraphs(report))}</div></article>'
    )


def _head(report: Report) -> str:
    title = report.title or report.agency
    facts = [escape(report.agency)]
    facts.append(pair(f"{report.year} 年度", str(report.year)) if report.year else both("unknown_year"))
    facts += [escape(report.document_number)] if report.document_number else []
    facts += [pair(f"{report.issue_date} 印发", f"issued {report.issue_date}")] if report.issue_date else []
    original = f'<button type="button" class="wj-original" data-do="original">{both("original")}</button>'
    facts.append(f"{escape(report.file)} {original}")
    tools = "".join(
        f'<button type="button" class="wj-tool" data-do="{name}">{both(TOOLS.get(name, name))}</button>'
        for name in ("previous", "next", "outline", "find", "copy_quote")
    )
    count = f'<span class="wj-count">{both("quote")} <b>0 / 0</b></span>'
    close = '<button type="button" class="wj-close" data-do="close" aria-label="关闭 Close">✕</button>'
    return (
        f'<header class="wj-rh"><h2 lang="zh-CN">{escape(title)}</h2>{close}'
        f'<p class="wj-facts">{"".join(f"<span>{fact}</span>" for fact in facts)}</p>'
        f'<div class="wj-tools">{count}{tools}</div>{FINDING}</header>'
    )


def _outline(report: Report) -> str:
    items = ""
    for number, section in enumerate(report.sections):
        if section.heading:
            items += (
                f'<li class="wj-l{min(section.level, 4)}"><button type="button" data-go="{section.start}" '
                f'data-section="{number}" data-place="{escape(place(section.path))}">{escape(section.heading.strip())}'
                f"</button>{_tag(report, number)}</li>"
            )
    return f'<nav class="wj-outline" hidden><ol>{items}</ol></nav>'


def _tag(report: Report, number: int) -> str:
    """Render a section's role where it begins: on the outermost sections, and inside one where the role changes."""
    section = report.sections[number]
    outer = _around(report, number)
    if section.role not in ROLE or (outer is not None and outer.role == section.role):
        return ""
    return f'<span class="wj-role wj-role-{section.role}">{pair(*ROLE[section.role])}</span>'


def _around(report: Report, number: int) -> Section | None:
    inner = report.sections[number]
    before = report.sections[:number]
    return next(
        (one for one in reversed(before) if one.level < inner.level and one.heading and one.end >= inner.end), None
    )


def _paragraphs(report: Report) -> Iterator[str]:
    """Render line by line, each line cut where its statements begin and end."""
    pieces = _pieces(report)
    piece = next(pieces, None)
    offset = 0
    for line in report.text.split("\n"):
        end = offset + len(line)
        html, tag, heading = "", "", False
        at = offset
        while piece is not None and piece[1] < end:
            number, start, stop, statement = piece
            if max(start, offset) > at:
                html += escape(report.text[at : max(start, offset)])
            shown = min(stop, end)
            html += _span(report, statement, number, max(start, offset), shown)
            if statement.heading and start >= offset:
                tag = _tag(report, statement.section)
                heading = heading or not report.text[shown:end].strip()
            at = shown
            if stop > end:
                break
            piece = next(pieces, None)
        html += escape(report.text[at:end])
        if html.strip():
            kind = f"wj-line{' wj-heading' if heading else ''}"
            yield f'<p class="{kind}"{_page_begun(report, offset, end)}>{html.strip()}{tag if heading else ""}</p>'
        offset = end + 1


def _page_begun(report: Report, start: int, end: int) -> str:
    """Return the attribute of a line on which a page of the file begins; the style sheet shows it."""
    page = report.page(end - 1)
    begun = page is not None and (start == 0 or page != report.page(start - 1))
    return f' data-page="{page}"' if begun else ""


def _pieces(report: Report) -> Iterator[tuple[int, int, int, Statement]]:
    ordered = sorted(report.statements, key=lambda statement: statement.start)
    for number, statement in enumerate(ordered):
        yield number, statement.start, statement.end, statement


def _span(report: Report, statement: Statement, number: int, start: int, end: int) -> str:
    kind = "wj-s wj-h" if statement.heading else "wj-s"
    page = report.page(statement.start)
    paged = f' data-page="{page}"' if page else ""
    return (
        f'<span class="{kind}" id="wj-s{number}" data-start="{statement.start}" data-end="{statement.end}" '
        f'data-section="{statement.section}"{paged}>{escape(report.text[start:end])}</span>'
    )
