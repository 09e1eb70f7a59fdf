"""Render the start screen: how far the library is, what an empty one needs, and questions to begin with."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.page.safe import escape
from assistant.page.words import both, pair

EXAMPLES_SHOWN = 6
"""Example questions on the start screen: what fits a phone above the input."""


def loading(progress: tuple[int, int, str] | None) -> str:
    """Return how far reading has come, with the file at hand."""
    if progress is None or not progress[1]:
        return f'<p class="wj-loading">{both("loading")}</p>'
    done, total, file = progress
    said = pair(
        f"正在读取第 {min(done + 1, total)} / {total} 份报告：", f"Reading report {min(done + 1, total)} of {total}: "
    )
    return f'<p class="wj-loading">{said}{escape(file)}</p>'


def empty(place: str = "") -> str:
    """Return what the page says while the library holds nothing: what to put where, and a button for the samples.

    :param place: the folder of reports, if it is to be named.
    """
    folder = f'<p class="wj-place"><code>{escape(place)}</code></p>' if place else ""
    show = f'<button type="button" class="wj-samples" data-show="yes">{both("samples")}</button>'
    return (
        f'<div class="wj-empty"><h2>{both("empty_title")}</h2><p>{both("empty_body")}</p>{folder}'
        f'<p class="wj-offer">{show} <small>{both("samples_said")}</small></p></div>'
    )


def start(chinese: Sequence[str], english: Sequence[str]) -> str:
    """Return the example questions of both languages as buttons."""
    html = ""
    for language, questions in (("zh", chinese), ("en", english)):
        for text in questions[:EXAMPLES_SHOWN]:
            html += f'<button type="button" class="wj-ask {language}">{escape(text)}</button>'
    return f'<h2>{both("examples")}</h2><div class="wj-asks">{html}</div>' if html else ""
