"""The record that every answer is, and its fixed JSON form; page, API and command line show nothing else."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any, Literal, Self

from assistant.from_json import Misshapen, record
from corpus.report import Level, Role, Status

Kind = Literal["census", "figure", "catalogue", "section", "compare", "passages", "digest", "none"]
Outcome = Literal["answered", "partial", "not_in_reports", "out_of_scope"]
ReasonKind = Literal["agency_not_held", "year_not_held", "topic_absent", "not_stated", "weak", "out_of_scope"]


@dataclass(frozen=True, slots=True)
class Understood:
    """What was read out of the question; shown to the asker as chips."""

    kind: Kind
    topic: str
    agencies: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    years: tuple[int, ...] = ()
    roles: tuple[Role, ...] = ()
    statuses: tuple[Status, ...] = ()
    terms: tuple[str, ...] = ()
    """The words and synonyms that were searched for."""


@dataclass(frozen=True, slots=True)
class FoundFigure:
    """A figure as an answer shows it; ``text`` is number and unit as written."""

    value: float | None
    text: str
    unit: str
    approximate: bool
    counts: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of an answer; ``citation`` is the number of its citation, ``because`` the words that decided.

    ``otherwise`` tells that the report says the topic's thing in other words than its own. ``topic`` names what the
    row is about where an answer speaks of several things. ``alike`` tells that its figure counts the same thing in the
    same unit as every other one marked so, and may be drawn beside them.
    """

    agency: str
    year: int | None
    report: str
    status: Status
    because: str
    quote: str
    citation: int
    figure: FoundFigure | None = None
    otherwise: bool = False
    topic: str = ""
    alike: bool = False


@dataclass(frozen=True, slots=True)
class Silent:
    """A report that was searched and does not mention the topic.

    ``lacks`` is filled where several things are asked for together and the report has some of them: those it lacks.
    """

    agency: str
    year: int | None
    report: str
    file: str
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Near:
    """A passage that may speak of the topic in other words: shown apart, never counted."""

    agency: str
    year: int | None
    report: str
    citation: int


@dataclass(frozen=True, slots=True)
class Searched:
    """How many reports were in scope, of how many held."""

    reports: int
    of: int


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a quote stands: ``report.text[start:end] == quote``; ``page`` is None where the file has no pages."""

    number: int
    report: str
    file: str
    agency: str
    year: int | None
    title: str | None
    section: tuple[str, ...]
    role: Role
    status: Status
    quote: str
    start: int
    end: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """Everything that is said in reply to one message; ``text`` is Markdown whose marks [1] refer to citations.

    ``arranged`` tells that the text's own order (a table, groups, a length kept to) answers, not the list of findings.
    """

    question: str
    understood: Understood
    kind: Kind
    outcome: Outcome
    reason_kind: ReasonKind | None
    reason: str | None
    text: str
    findings: tuple[Finding, ...] = ()
    silent: tuple[Silent, ...] = ()
    near: tuple[Near, ...] = ()
    searched: Searched = field(default=Searched(0, 0))
    citations: tuple[Citation, ...] = ()
    language: Literal["zh", "en"] = "zh"
    arranged: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form: plain dictionaries and lists, every key always there."""
        form: dict[str, Any] = _listed(asdict(self))
        return form

    @classmethod
    def from_dict(cls, form: object) -> Self:
        """Return the answer that has this JSON form; its quotes are not held against any report here.

        :raises Misshapen: if it is no answer's form, or a row stands on a citation that is not there.
        """
        made = record(cls, form)
        numbers = {one.number for one in made.citations}
        if len(numbers) != len(made.citations) or any(one.number < 1 or one.start < 0 for one in made.citations):
            raise Misshapen("citations")
        if not {one.citation for one in made.findings} | {one.citation for one in made.near} <= numbers:
            raise Misshapen("rows")
        return made


def _listed(value: Any) -> Any:  # noqa: ANN401 - JSON has no narrower type
    if isinstance(value, dict):
        return {key: _listed(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_listed(item) for item in value]
    return value
