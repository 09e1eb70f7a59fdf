"""One question with what a right answer holds, as one line of ``questions.jsonl``; wrong lines are named, not skipped."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, get_args

from assistant.answer import Kind, Outcome, ReasonKind
from corpus.report import STATUSES
from index.records import Facets

TAGS = ("reworded", "misspelt", "english", "mixed", "colloquial", "follow-up")
FACETS = ("agencies", "regions", "levels", "years", "roles", "statuses")
EXPECTED = ("outcome", "reason", "census", "optional", "figures", "quotes", "files")
_REFUSALS = frozenset({"not_in_reports", "out_of_scope"})
_LATIN = re.compile(r"[A-Za-z]{2,}")
_CHINESE = re.compile(r"[\u4e00-\u9fff]")


class BadGold(ValueError):
    """A gold file that cannot be used; the message names file and line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A question and what is expected of its answer.

    ``history`` are earlier messages of the asker (they are asked for real, one after the other), or whole messages with
    their roles. ``outcomes`` and ``reasons`` list what is accepted. ``census`` maps every report in scope to the statuses
    that are right as its strongest, none where it is silent; reports under ``optional`` are not scored. ``figures``
    must stand among the findings, the first one first. Each of ``quotes`` must stand in a citation of its file, each of
    ``files`` must be cited. ``facets`` were ticked beside the question. ``open`` lines expect nothing yet (``null``).
    """

    id: str
    question: str
    kind: str
    tags: tuple[str, ...]
    history: tuple[Any, ...]
    outcomes: tuple[str, ...]
    reasons: tuple[str, ...]
    census: dict[str, list[str]] | None
    optional: tuple[str, ...]
    figures: tuple[dict[str, Any], ...]
    quotes: tuple[dict[str, Any], ...]
    files: tuple[str, ...]
    facets: Facets | None = None
    open: bool = False

    @property
    def refuses(self) -> bool:
        """Whether the right answer is that the reports do not say it."""
        return set(self.outcomes) <= _REFUSALS

    @property
    def language(self) -> str:
        """``zh``, ``en`` or ``mixed``, by the characters of the question."""
        return language(self.question)


def language(question: str) -> str:
    """Return ``zh``, ``en`` or ``mixed``.

    >>> language("哪些机关开过听证会？"), language("Who held hearings?"), language("开江 legal counsel 几名")
    ('zh', 'en', 'mixed')
    """
    if not _CHINESE.search(question):
        return "en"
    return "mixed" if _LATIN.search(question) else "zh"


def read_lines(path: Path) -> list[Line]:
    """Read the questions of a file; empty where there is none.

    :raises BadGold: if a line is no JSON, has an unknown word or expects nothing.
    """
    if not path.exists():
        return []
    lines = []
    for number, text in enumerate(path.read_text("utf-8").splitlines(), 1):
        if text.strip():
            try:
                lines.append(parse(json.loads(text), f"{path.stem}-{number}"))
            except (ValueError, KeyError, TypeError) as error:
                raise BadGold(f"{path.name} line {number}: {error}") from error
    seen: dict[str, str] = {}
    for line in lines:
        if line.id in seen:
            raise BadGold(f"{path.name}: two lines have the id {line.id}")
        seen[line.id] = line.question
    return lines


def parse(raw: dict[str, Any], default_id: str) -> Line:
    """Check one line and return it.

    :raises BadGold: if a word is unknown, or the line expects nothing.
    """
    expect = {} if raw["expect"] is None else raw["expect"]
    outcomes, reasons = _many(expect.get("outcome", "answered")), _many(expect.get("reason"))
    _known("kind", [raw["kind"]], get_args(Kind))
    _known("tag", raw.get("tags", []), TAGS)
    _known("expected key", expect, EXPECTED)
    _known("outcome", outcomes, get_args(Outcome))
    _known("reason", reasons, get_args(ReasonKind))
    for statuses in (expect.get("census") or {}).values():
        _known("status", statuses, STATUSES)
    line = Line(
        id=str(raw.get("id", default_id)),
        question=raw["question"],
        kind=raw["kind"],
        tags=tuple(raw.get("tags", ())),
        history=tuple(raw.get("history", ())),
        outcomes=outcomes,
        reasons=reasons,
        census=expect.get("census"),
        optional=tuple(expect.get("optional", ())),
        figures=tuple(expect.get("figures", ())),
        quotes=tuple(expect.get("quotes", ())),
        files=tuple(expect.get("files", ())),
        facets=_facets(raw.get("facets") or {}),
        open=raw["expect"] is None,
    )
    if line.refuses and not line.reasons:
        raise BadGold("a refusal needs its reason")
    if bool(line.history) != ("follow-up" in line.tags):
        raise BadGold("a history goes with the tag follow-up, and the tag with a history")
    return line


def _facets(raw: dict[str, list[Any]]) -> Facets | None:
    _known("facet", raw, FACETS)
    return Facets(**{key: tuple(values) for key, values in raw.items()}) if raw else None


def _many(value: str | list[str] | None) -> tuple[str, ...]:
    return () if value is None else (value,) if isinstance(value, str) else tuple(value)


def _known(what: str, words: Any, known: tuple[str, ...]) -> None:  # noqa: ANN401 - any iterable of words
    for word in words:
        if word not in known:
            raise BadGold(f"{what} {word!r} is none of {', '.join(known)}")
