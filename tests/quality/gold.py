"""Gold as records: a library of reports with what is right about them, read from the files of one folder.

A folder holds any of ``reports.json`` (identity, sections), ``topics.json`` (topic × report), ``figures.json``,
``search.jsonl``, ``questions.jsonl`` (plain lines, see ``line.py``) and ``floors.json``. GUIDE.md shows how to add to it.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tests.quality.line import BadGold, Line, read_lines

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
SHARED = PROJECT.parent / "shared"
FILES = ("reports.json", "topics.json", "figures.json", "search.jsonl", "questions.jsonl")


@dataclass(frozen=True, slots=True)
class Gold:
    """One library with what is right about it; a file that a folder lacks leaves its part empty.

    ``files`` are the reports of the library among those in ``reports``; empty for all of them. ``phrasings`` are the
    census questions of each topic, ``figure_questions`` one question for each figure. ``open`` counts the lines that
    expect nothing yet: they are not among ``lines``.
    """

    name: str
    reports: Path
    files: tuple[str, ...]
    identities: list[dict[str, Any]]
    topics: list[dict[str, Any]]
    figures: list[dict[str, Any]]
    searches: list[dict[str, Any]]
    phrasings: dict[str, list[str]]
    figure_questions: list[str]
    lines: list[Line]
    floors: dict[str, float]
    floors_file: Path | None
    open: int = 0


def bundled() -> list[Gold]:
    """Return every gold that is there: real reports beside the project, then the seen and the unseen invented ones."""
    found = []
    if (SHARED / "gold").is_dir() and (SHARED / "reports").is_dir():
        found.append(load("real", SHARED / "reports", SHARED / "gold", HERE / "shared"))
    for name in ("seen", "unseen"):
        gold = load(name, PROJECT / "corpus" / "samples", HERE / name)
        found.append(replace(gold, files=tuple(one["file"] for one in gold.identities)))
    return found


def load(name: str, reports: Path, folder: Path, asked: Path | None = None, questions: Path | None = None) -> Gold:
    """Read a gold folder, or one file of question lines.

    :param asked: a folder with ``phrasings.json``, ``figure_questions.json`` and the floors of a gold kept elsewhere.
    :param questions: a file of question lines that is the whole gold.
    :raises BadGold: if a file is no JSON or a line lacks what it needs.
    """
    if questions:
        filled, left_open = _filled(questions)
        return Gold(name, reports, (), [], [], [], [], {}, [], filled, {}, None, left_open)
    topics = _json(folder / "topics.json", [])
    figures = _json(folder / "figures.json", [])
    identities = _json(folder / "reports.json", [])
    extra = _json(asked / "phrasings.json", {}) if asked else {}
    figure_questions = _json(asked / "figure_questions.json", []) if asked else []
    by_file = {one["file"]: one for one in identities}
    filled, left_open = _filled(folder / "questions.jsonl")
    return Gold(
        name=name,
        reports=reports,
        files=(),
        identities=identities,
        topics=topics,
        figures=figures,
        searches=_records(folder / "search.jsonl"),
        phrasings={one["topic"]: one.get("questions") or extra.get(one["topic"]) or _plain(one) for one in topics},
        figure_questions=figure_questions or [one.get("question") or _plain_figure(one, by_file) for one in figures],
        lines=filled,
        floors=_json((asked or folder) / "floors.json", {}),
        floors_file=(asked or folder) / "floors.json",
        open=left_open,
    )


@contextmanager
def library(gold: Gold) -> Iterator[Path]:
    """Yield a folder that holds the reports of a gold and no others."""
    if not gold.files:
        yield gold.reports
        return
    with TemporaryDirectory() as folder:
        for file in gold.files:
            shutil.copy(gold.reports / file, Path(folder, file))
        yield Path(folder)


def _filled(questions: Path) -> tuple[list[Line], int]:
    """Return the lines that say what they expect, and how many do not yet."""
    lines = read_lines(questions)
    filled = [line for line in lines if not line.open]
    return filled, len(lines) - len(filled)


def _plain(topic: dict[str, Any]) -> list[str]:
    return [f"哪些机关开展了{topic['topic']}？", f"各单位{topic['topic']}的情况如何？"]


def _plain_figure(figure: dict[str, Any], identities: dict[str, dict[str, Any]]) -> str:
    about = identities.get(figure["file"], {})
    return f"{about.get('agency', '')}{about.get('year', '')}年{figure['counts']}有多少{figure['unit']}？"


def _json(path: Path, empty: Any) -> Any:  # noqa: ANN401 - shapes differ by file
    if not path.exists():
        return empty
    try:
        return json.loads(path.read_text("utf-8"))
    except ValueError as error:
        raise BadGold(f"{path.name}: not JSON ({error}); mend it and run again") from error


def _records(path: Path) -> list[dict[str, Any]]:
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
