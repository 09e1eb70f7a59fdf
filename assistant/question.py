"""The record a message becomes: what is asked, of which reports, about which topic."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from assistant.answer import Kind
from corpus.report import Role, Status
from index.records import Facets
from index.topic import Topic

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Question:
    """A message as understood.

    ``rest`` is the message without places and years, ``content`` its words without those of asking, for ranking.
    ``facets`` restrict reports;
    ``roles`` restrict statements. ``focus`` is the status asked about, None for all. ``unit`` is the measure word
    asked for. ``absent`` are agencies, ``absent_years`` years that are asked about and not held. ``complement`` asks
    for the reports that are silent. ``out_of_scope`` names the kind of question not answered. ``beside`` are the
    agencies of the questions before. ``named`` tells that
    the topic is a term of the glossary, ``meant`` that it was read as one by its meaning. ``respelt`` are names
    of agencies as typed, with the names they were taken for. ``message`` has misspelt words mended.
    """

    message: str
    language: Language
    kind: Kind
    content: str
    topic: Topic
    facets: Facets = field(default=Facets())
    roles: tuple[Role, ...] = ()
    focus: Status | None = None
    unit: str | None = None
    absent: tuple[str, ...] = ()
    absent_years: tuple[int, ...] = ()
    complement: bool = False
    out_of_scope: str | None = None
    rest: str = ""
    beside: tuple[str, ...] = ()
    named: bool = False
    meant: bool = False
    respelt: tuple[tuple[str, str], ...] = ()
