"""Render the reports as a table that can be ordered by every column; the order asked for is told to readers of it."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.page.safe import escape
from assistant.page.tabs.reports.columns import COLUMNS, SORTABLE, WITHIN, Column, Row, ordered
from assistant.page.tabs.reports.words import WORDS, both
from assistant.page.words import Language, pair

MOST_ROWS = 2000
"""Rows of one table: 2 MB of HTML; of a larger library the rest is reached by the facets."""


def table(made: list[Row], asked: Mapping[str, str]) -> str:
    """Return the table in the order asked for; without a good order in the usual one."""
    key = asked.get("sort", "")
    falling = asked.get("order") == "falling"
    known = key in SORTABLE
    shown = ordered(made, SORTABLE[key], falling) if known else made
    head = "".join(_head(column, key if known else "agency", known and falling) for column in COLUMNS)
    body = "".join(row.html for row in shown[:MOST_ROWS])
    cut = ""
    if len(shown) > MOST_ROWS:
        cut = pair(
            f"只列出前 {MOST_ROWS} 份；请用筛选缩小范围。", f"The first {MOST_ROWS} are listed; narrow them by filters."
        )
        cut = f'<p class="wj-count-line">{cut}</p>'
    return (
        f'{_phone(key if known else "", known and falling)}<div class="wj-table"><table class="wj-reports">'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
        f'<p class="wj-none-found" role="status" hidden>{both("none_found")}</p>{cut}'
        f'<p class="wj-foot-line">{both("derived")}</p>'
    )


def _head(column: Column, key: str, falling: bool) -> str:
    """Return a header cell; what stands in the same cell has a button of its own beside it."""
    inside = (column, *WITHIN.get(column.key, ()))
    told = ""
    if key in {one.key for one in inside}:
        told = f' aria-sort="{"descending" if falling else "ascending"}"'
    buttons = "".join(_button(one, key, falling) for one in inside)
    return f'<th scope="col" class="wj-c-{column.key}"{told}>{buttons}</th>'


def _button(column: Column, key: str, falling: bool) -> str:
    on = column.key == key
    following = (not falling) if on else column.falling
    mark = f'<i aria-hidden="true">{"↓" if falling else "↑"}</i>' if on else ""
    return (
        f'<button type="button" id="wj-sort-{column.key}" data-sort="{column.key}" '
        f'data-order="{"falling" if following else "rising"}">{both(column.key)}{mark}</button>'
    )


def _phone(key: str, falling: bool) -> str:
    """Return the choice of order for a narrow page, where the table has no head."""
    order = "rising" if falling else "falling"
    selects = _choice("zh", key or "agency") + _choice("en", key or "agency")
    return (
        f'<p class="wj-order">{selects}'
        f'<button type="button" id="wj-turn" data-sort="{key or "agency"}" data-order="{order}">{both("turn")}'
        f'<i aria-hidden="true">{"↓" if falling else "↑"}</i></button></p>'
    )


def _choice(language: Language, key: str) -> str:
    """Return the choice in one language: an option holds plain words only."""
    place = 0 if language == "zh" else 1
    options = "".join(
        f'<option value="{column.key}" data-order="{"falling" if column.falling else "rising"}"'
        f"{' selected' if column.key == key else ''}>{escape(WORDS[column.key][place])}</option>"
        for column in SORTABLE.values()
    )
    name = escape(WORDS["sort"][place])
    select = f'<select class="wj-order-by" id="wj-order-{language}">{options}</select>'
    return f'<label class="{language}">{name} {select}</label>'
