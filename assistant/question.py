"""The record a message becomes: what is asked, of which reports, about which topic."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from assistant.answer import Kind
from assistant.conditions import Condition
from assistant.documents import Documents
from assistant.parts import Parts
from corpus.report import Role, Status
from index.records import Facets
from index.topic import Topic

if TYPE_CHECKING:
    from assistant.restated import Restated

Language = Literal["zh", "en"]
Grouping = Literal["status", "level", "region", "year"]


@dataclass(frozen=True, slots=True)
class Question:
    """A message as understood.

    ``message`` holds all words that ask, those left out of a follow-up too, misspelt words mended; ``typed`` the
    follow-up alone. ``rest`` is the message without places and years, ``content`` its words without those of asking,
    for ranking. ``named`` tells that the topic is a term of the glossary, ``meant`` that it was read as one by its
    meaning.

    ``facets`` restrict reports, ``roles`` statements. ``absent`` are agencies, ``absent_years`` years that are asked
    about and not held; ``respelt`` are names as typed, with those they were taken for. ``beside`` are the agencies of
    the questions before.

    ``focus`` is the status asked about, None for all; ``limit`` are the statuses that are wanted and no others, none
    for all; ``strictly`` wants reports that got no further than the statuses of ``facets``. ``complement`` asks for
    the silent reports. ``unit`` is the measure word asked for. ``conditions`` are several things asked for together
    (A but not B), ``grouping`` is what a census is sorted by, ``precedent`` asks how others do or word it.
    ``documents`` is what is asked of reports as documents, ``parts`` which parts of reports it is about. ``source``
    wants to see where the answer stands, ``item`` only that finding of it.

    ``before`` is the question of whose answer a particular is asked, in words that say nothing of the subject.

    ``restated`` is what the message spells out of its own reading.

    ``out_of_scope`` names the kind of question not answered. ``notes`` tell the asker how the message was read where
    it could be read otherwise.
    """

    message: str
    language: Language
    kind: Kind
    content: str
    topic: Topic
    facets: Facets = field(default=Facets())
    roles: tuple[Role, ...] = ()
    focus: Status | None = None
    limit: tuple[Status, ...] = ()
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
    documents: Documents = field(default=Documents())
    parts: Parts = field(default=Parts())
    conditions: tuple[Condition, ...] = ()
    grouping: Grouping | None = None
    precedent: bool = False
    typed: str = ""
    source: bool = False
    item: int | None = None
    before: Question | None = None
    strictly: bool = False
    notes: tuple[str, ...] = ()
    restated: Restated | None = None

    def said(self) -> str:
        """Return the message as typed; ``message`` may add what it leaves out from the question before."""
        return self.typed or self.message
