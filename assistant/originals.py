"""The file that a report was read from, for who wants to see it as it is; nothing beside the folder of reports."""

from __future__ import annotations

from pathlib import Path

from corpus.report import Report


def original(folder: Path, report: Report) -> Path | None:
    """Return where a report's file lies; None where it is gone, is no plain file, or a link leads out of the folder."""
    try:
        root = folder.resolve(strict=True)
        file = (root / report.file).resolve(strict=True)
    except (OSError, RuntimeError, ValueError):
        return None
    return file if file.is_relative_to(root) and file.is_file() else None
