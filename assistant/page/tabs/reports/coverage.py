"""Render the coverage map: which agency has a report of which covered year, by level, with the gaps to be seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from assistant.page.safe import escape
from assistant.page.tabs.reports.columns import Row
from assistant.page.tabs.reports.words import both
from assistant.page.words import LEVEL, pair
from corpus.report import LEVELS, Level

WHOLE = 60
"""Agencies up to which every level stands open; beyond, the reader opens the level that is wanted."""

MOST_YEARS = 16
"""Years in a row; where the library reaches further, only those that it holds stand there."""

MOST_AGENCIES = 400
"""Agencies of one level in the page."""

_BY_YEAR = dict[int | None, list[Row]]


def coverage(rows: Sequence[Row]) -> str:
    """Return the map over some reports, one table for each level."""
    years = _years({row.report.year for row in rows})
    groups: dict[Level, dict[str, _BY_YEAR]] = defaultdict(lambda: defaultdict(lambda: defaultdict(list)))
    for row in rows:
        groups[row.report.level][row.report.agency][row.report.year].append(row)
    open_all = sum(len(agencies) for agencies in groups.values()) <= WHOLE
    levels = [level for level in LEVELS if level in groups]
    parts = "".join(_level(level, groups[level], years, open_all or len(levels) == 1) for level in levels)
    legend = (
        f'<p class="wj-legend"><span><b class="wj-has">■</b> {pair("有报告，点开阅读", "a report; opens it")}</span>'
        f'<span><b class="wj-has">□</b> {pair("有报告，年度为推断", "a report whose year is inferred")}</span>'
        f'<span><b class="wj-gap">{both("gap")}</b> {pair("前后年度都有，独缺这一年", "a year missing between others")}</span>'
        f"<span>{pair('空白：库中没有', 'blank: none in the library')}</span></p>"
    )
    return f'{legend}<div class="wj-map" style="--years:{len(years)}">{parts}</div>'


def _years(found: set[int | None]) -> tuple[int | None, ...]:
    """Return the columns, newest first, those without a year last.

    >>> _years({2022, 2024, None})
    (2024, 2023, 2022, None)
    """
    known = sorted((year for year in found if year is not None), reverse=True)
    if known and known[0] - known[-1] < MOST_YEARS:
        known = list(range(known[0], known[-1] - 1, -1))
    return (*known, None) if None in found else tuple(known)


def _level(level: Level, agencies: dict[str, _BY_YEAR], years: Sequence[int | None], opened: bool) -> str:
    head = "".join(f'<th scope="col">{year or both("unknown_year")}</th>' for year in years)
    body = "".join(_agency(agency, held, years) for agency, held in list(agencies.items())[:MOST_AGENCIES])
    total = "".join(f"<td>{_share(agencies.values(), year)}</td>" for year in years)
    rest = len(agencies) - MOST_AGENCIES
    cut = ""
    if rest > 0:
        said = pair(f"另有 {rest} 家，请用筛选或搜索缩小范围。", f"{rest} more; narrow them by filters.")
        cut = f'<p class="wj-count-line">{said}</p>'
    name = pair(*LEVEL[level])
    count = pair(f"{len(agencies)} 家机关", f"{len(agencies)} {'agency' if len(agencies) == 1 else 'agencies'}")
    held_by = pair("有报告的机关", "Agencies with a report")
    return (
        f'<details class="wj-level"{" open" if opened else ""}><summary>{name} <small>{count}</small></summary>'
        f'<div class="wj-grid"><table><thead><tr><th scope="col">{both("agency")}</th>{head}</tr></thead>'
        f'<tbody><tr class="wj-share"><th scope="row">{held_by}</th>{total}</tr>{body}</tbody></table></div>'
        f"{cut}</details>"
    )


def _share(agencies: Iterable[_BY_YEAR], year: int | None) -> str:
    held = list(agencies)
    return f"{sum(year in one for one in held)}<small>/{len(held)}</small>"


def _agency(agency: str, held: _BY_YEAR, years: Sequence[int | None]) -> str:
    known = [year for year in held if year is not None]
    first, last = (min(known), max(known)) if known else (0, 0)
    cells = ""
    for year in years:
        found = held.get(year, ())
        if found:
            cells += f"<td>{''.join(_report(row) for row in found)}</td>"
        elif year is not None and first < year < last:
            cells += f'<td><span class="wj-gap">{both("gap")}</span></td>'
        else:
            cells += "<td></td>"
    return f'<tr class="wj-has-row"><th scope="row">{escape(agency)}</th>{cells}</tr>'


def _report(row: Row) -> str:
    """Return the button that opens a report; its name is for who does not see the map."""
    report = row.report
    year = str(report.year) if report.year else ""
    name = escape(f"{report.agency} {year} {report.title or report.file}")
    mark = "□" if row.inferred("year") else "■"
    return (
        f'<button type="button" class="wj-has" data-open="{escape(report.id)}">'
        f'{mark}<span class="wj-unseen">{both("open")} {name}</span></button>'
    )
