"""Render the tab as it was asked for, and hand the figures that it shows out as CSV."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.export.figures import figures_csv
from assistant.export.printable import file_name
from assistant.figure_list import ORDERS, Wanted, look, one_unit
from assistant.over_years import over_years
from assistant.page.desk import Library
from assistant.page.start import empty
from assistant.page.tabs.figures.filters import filters, views
from assistant.page.tabs.figures.rows import ROWS, rows
from assistant.page.tabs.figures.years import fitting, years
from assistant.page.tabs.saved import Saved
from assistant.page.words import Language
from corpus.report import STATUSES
from index.records import Facets

LONGEST_SEARCH = 100


def render(held: Library, facets: Facets, asked: Mapping[str, str]) -> str:
    """Return the tab over the reports that the facets admit."""
    if not held.reports:
        return empty()
    wanted = _wanted(asked)
    found = look(held.reports, facets, wanted)
    compared = fitting(over_years(held.reports), facets, wanted)
    side_by_side = asked.get("view") == "years"
    head = views(len(found.rows), len(compared.series), side_by_side)
    body = years(compared) if side_by_side else rows(found, _count(asked.get("rows", "")))
    return f"{head}{filters(found, wanted, side_by_side)}{body}"


def save(held: Library, facets: Facets, asked: Mapping[str, str], kind: str, language: Language) -> Saved:
    """Return every figure that fits, in the order shown, as CSV; no other kind is written."""
    wanted = _wanted(asked)
    if asked.get("view") == "years":
        series = fitting(over_years(held.reports), facets, wanted).series
        chosen = [one for row in series for one in row.figures]
    else:
        chosen = list(look(held.reports, facets, wanted).rows)
    return Saved(figures_csv(chosen, language), file_name(f"数字-{wanted.words}-{wanted.unit}"), "csv")


def _wanted(asked: Mapping[str, str]) -> Wanted:
    chosen = asked.get("status", "").split(",")
    order = asked.get("order", "")
    return one_unit(
        Wanted(
            words=" ".join(asked.get("words", "").split())[:LONGEST_SEARCH],
            unit=asked.get("unit", "")[:10],
            statuses=tuple(status for status in STATUSES if status in chosen),
            order=order if order in ORDERS else ORDERS[0],
        )
    )


def _count(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 7 else ROWS
