"""Build a whole new index beside the one in use; if it fails half-way, nothing has happened."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from index.home import Home
from index.indexes import Encoder
from index.library import Library
from index.opened import Opened
from index.sync import Progress, SyncResult, synchronise


def build(
    home: Home,
    reports: Path,
    encoder: Callable[[], Encoder],
    server: str | None,
    earlier: Library | None,
    progress: Progress | None,
) -> tuple[Path, SyncResult]:
    """Read a folder of reports into a new index.

    :param home: the data folder.
    :param reports: the folder of reports.
    :param encoder: gives the embedding model.
    :param server: ``host:port`` of a Chroma server, or None.
    :param earlier: a library whose readings still hold, so that no file is read twice; None to read all files.
    :param progress: told about each file.
    :return: its folder, closed and ready to be put in use, and what was read.
    """
    building = home.begin()
    try:
        opened = Opened(building, encoder, server, owner=True)
        try:
            result = synchronise(reports, opened.library, opened.indexes, earlier=earlier, progress=progress)
            opened.view(opened.shelf())
        except BaseException:
            opened.retire()
            raise
        opened.close()
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise
    return building, result
