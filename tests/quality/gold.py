"""Gold folders as records: where reports, checked facts and questions stand, in the shapes of their files."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
PROJECT = HERE.parents[1]
SHARED = PROJECT.parent / "shared"


@dataclass(frozen=True, slots=True)
class Gold:
    """One library with what is right about it; a file that a folder lacks leaves its list empty.

    ``questions`` are two phrasings of a census for each topic, ``figure_questions`` one question for each figure.
    """

    name: str
    reports: Path
    identities: list[dict[str, Any]]
    topics: list[dict[str, Any]]
    figures: list[dict[str, Any]]
    searches: list[dict[str, Any]]
    questions: dict[str, list[str]]
    figure_questions: list[str]


def load(name: str, reports: Path, folder: Path, phrasings: Path | None = None) -> Gold:
    """Read a gold folder.

    :param phrasings: a folder with ``phrasings.json`` and ``figure_questions.json`` where the gold has no questions.
    """
    topics = _json(folder / "topics.json")
    figures = _json(folder / "figures.json")
    extra = (_json(phrasings / "phrasings.json") if phrasings else {}) or {}
    asked = _json(phrasings / "figure_questions.json") if phrasings else []
    identities = {one["file"]: one for one in _json(folder / "reports.json")}
    searches = folder / "search.jsonl"
    return Gold(
        name=name,
        reports=reports,
        identities=_json(folder / "reports.json"),
        topics=topics,
        figures=figures,
        searches=[json.loads(line) for line in searches.read_text("utf-8").splitlines()] if searches.exists() else [],
        questions={
            one["topic"]: one.get("questions") or extra.get(one["topic"]) or plain(one["topic"]) for one in topics
        },
        figure_questions=asked or [one.get("question") or plain_figure(one, identities) for one in figures],
    )


def plain(topic: str) -> list[str]:
    """Return two plain census questions for a topic that comes without any."""
    return [f"哪些机关开展了{topic}？", f"各单位{topic}的情况如何？"]


def plain_figure(figure: dict[str, Any], identities: dict[str, dict[str, Any]]) -> str:
    """Return a plain question for a figure that comes without one."""
    about = identities.get(figure["file"], {})
    return f"{about.get('agency', '')}{about.get('year', '')}年{figure['counts']}有多少{figure['unit']}？"


def bundled() -> list[Gold]:
    """Return every gold that is there: the real reports beside the project, the seen and the unseen invented ones."""
    found = []
    if (SHARED / "gold").is_dir() and (SHARED / "reports").is_dir():
        found.append(load("real", SHARED / "reports", SHARED / "gold", HERE / "shared"))
    found.append(load("seen", PROJECT / "corpus" / "samples", HERE / "seen"))
    found.append(load("unseen", HERE / "unseen" / "reports", HERE / "unseen"))
    return found


def _json(path: Path) -> Any:  # noqa: ANN401 - shapes differ by file
    return json.loads(path.read_text("utf-8")) if path.exists() else []
