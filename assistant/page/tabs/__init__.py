"""The tabs beside the conversation: each renders what it shows as one piece of HTML, which the script fetches.

A tab is a file or a folder here with a ``render`` of its own, a row of ``TABS``, and where it needs them a script and a
style sheet of its name in ``static/``. The script is told when the tab is shown or filled (``wenju:shown``,
``wenju:filled``), and brings the tab again by ``window.wenjuTabs.bring``. A tab with a ``save`` hands out documents of
what it shows (``bringing``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assistant.page.desk import Library
from assistant.page.tabs import figures, matrix, quality, reports
from assistant.page.tabs.saved import Saved
from assistant.page.words import WORDS, Language
from index.records import Facets

Asked = Mapping[str, str]
"""What the script asked for beside the facets."""


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab: ``title`` in Chinese and English; ``save`` is given the kind of document and its language."""

    name: str
    title: tuple[str, str]
    render: Callable[[Library, Facets, Asked], str]
    save: Callable[[Library, Facets, Asked, str, Language], Saved] | None = None


TABS = (
    Tab("reports", WORDS["tab_reports"], reports.render),
    Tab("matrix", matrix.TITLE, matrix.render, matrix.save),
    Tab("figures", figures.TITLE, figures.render, figures.save),
    Tab("quality", quality.TITLE, quality.render),
)
"""In the order of the bar, after the conversation itself."""
