"""Render the files that are in the folder and not in the library, each with its reason and what to do."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from assistant.page.safe import escape
from assistant.page.tabs.reports.words import both
from assistant.page.words import pair

OPEN_UP_TO = 3
"""Files up to which the list stands open: more would push the reports off the page."""


def unread(chinese: Sequence[tuple[str, str]], english: Sequence[tuple[str, str]], alone: bool = False) -> str:
    """Return the files with their reasons in both languages; nothing where there is none.

    :param chinese: file and reason.
    :param english: the same files with their reasons in English.
    :param alone: whether there is nothing else to be seen.
    :return: the list, folded if it is long.
    """
    if not chinese:
        return ""
    told = dict(english)
    items = "".join(
        f'<tr><th scope="row">{escape(file)}</th>'
        f"<td>{pair(_alone(file, reason), _alone(file, told.get(file, reason)))}</td></tr>"
        for file, reason in chinese
    )
    count = len(chinese)
    title = pair(
        f"{count} 个文件没有收入，看原因和办法",
        f"{count} {'file was' if count == 1 else 'files were'} not taken in: why",
    )
    opened = " open" if alone or count <= OPEN_UP_TO else ""
    head = f'<th scope="col">{both("file")}</th><th scope="col">{both("reason")}</th>'
    return (
        f'<details class="wj-unread"{opened}><summary>{title}</summary>'
        f"<table><thead><tr>{head}</tr></thead><tbody>{items}</tbody></table></details>"
    )


def _alone(file: str, reason: str) -> str:
    """Return a reason without the file's name, which stands beside it.

    >>> _alone("县/甲.pdf", "甲.pdf：文件是空的。"), _alone("b.pdf", "b.pdf: the file is empty.")
    ('文件是空的。', 'The file is empty.')
    """
    for name in (file, PurePosixPath(file).name):
        for mark in ("：", ": "):
            reason = reason.removeprefix(name + mark)
    return reason[:1].upper() + reason[1:]
