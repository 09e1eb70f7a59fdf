"""Make a line of feedback of an answer and a verdict: cut to a size, with nothing of who asked or from where."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version

from assistant.answer import Answer, Citation, Finding
from assistant.export.printable import printable
from assistant.feedback.errors import NotUnderstood
from assistant.feedback.record import Feedback, Row, known
from index.records import Facets

NOTE = 500
"""Characters of the free line."""

ROWS = 400
"""Findings, silent reports and citations of an answer that a line keeps, of each; a census of thousands is cut."""

HISTORY = 20
HISTORY_CHARACTERS = 2000
"""Messages before the question, and characters of each: what a follow-up leans on."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a person said of an answer, as it arrived: nothing of it is trusted."""

    verdict: object
    reason: object = None
    note: object = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """One question as it was asked, and its answer."""

    question: str
    history: Sequence[Mapping[str, str]]
    facets: Facets
    answer: Answer


def told(turn: Turn, said: Said, name: str, now: datetime) -> Feedback:
    """Return the line.

    :param name: stands for the answer in the page's memory; only its hash is written, as it opens the answer.
    :raises NotUnderstood: if the verdict, the reason or the free line is none that can be taken.
    """
    verdict, reason, note = said.verdict, said.reason, said.note
    if not known(verdict, reason) or not isinstance(note, str):
        raise NotUnderstood("没有看懂这条评价，请刷新页面后再试。", "This was not understood; please reload the page.")
    if len(note) > NOTE:
        raise NotUnderstood(
            f"说明有 {len(note):,} 个字，最多 {NOTE} 个，请缩短。",
            f"The note has {len(note):,} characters; the limit is {NOTE}.",
        )
    answer = turn.answer
    files = {citation.report: citation.file for citation in answer.citations}
    rows = max(len(answer.findings), len(answer.citations), len(answer.silent))
    return Feedback(
        id=hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:16],
        time=now.astimezone().isoformat(timespec="seconds"),
        version=_version(),
        verdict=str(verdict),
        reason=reason if isinstance(reason, str) else None,
        note=" ".join(printable(note).split()),
        question=printable(turn.question),
        history=tuple(
            {"role": one["role"], "content": printable(one["content"])[:HISTORY_CHARACTERS]}
            for one in turn.history[-HISTORY:]
        ),
        facets={key: list(value) for key, value in asdict(turn.facets).items() if value},
        language=answer.language,
        kind=answer.kind,
        outcome=answer.outcome,
        reason_kind=answer.reason_kind,
        understood=asdict(answer.understood),
        searched=asdict(answer.searched),
        findings=tuple(_finding(one, files) for one in answer.findings[:ROWS]),
        silent=tuple({"report": one.report, "file": one.file} for one in answer.silent[:ROWS]),
        citations=tuple(_citation(one) for one in answer.citations[:ROWS]),
        cut=max(0, rows - ROWS),
    )


def shortened(line: Feedback) -> Feedback:
    """Return a line with half of its answer's rows, for one that is still too long."""
    most = max(len(line.findings), len(line.silent), len(line.citations))
    kept = most // 2
    return replace(
        line,
        findings=line.findings[:kept],
        silent=line.silent[:kept],
        citations=line.citations[:kept],
        history=line.history[-max(1, len(line.history) // 2) :],
        cut=line.cut + most - kept,
    )


def _finding(one: Finding, files: Mapping[str, str]) -> Row:
    row = {"report": one.report, "file": files.get(one.report, ""), "status": one.status, "citation": one.citation}
    return {**row, "figure": asdict(one.figure)} if one.figure else row


def _citation(one: Citation) -> Row:
    place = {"number": one.number, "report": one.report, "file": one.file, "start": one.start, "end": one.end}
    return {**place, "quote": one.quote}


def _version() -> str:
    try:
        return version("wenju")
    except PackageNotFoundError:
        return "0"
