"""What the tools give back beside their text, for the schema that an agent sees."""

from __future__ import annotations

from typing import Annotated, Any, get_type_hints

from pydantic import BaseModel, Field, create_model

from assistant.answer import Answer
from assistant.api.shapes import End, Id, Start

_KEYS: dict[str, Any] = {name: (kind, ...) for name, kind in get_type_hints(Answer).items()}
AnswerShape = create_model("AnswerShape", __doc__="An answer with its findings and citations.", **_KEYS)
"""The record of an answer, every key always there; the framework cannot read the record itself."""


class ReportPart(BaseModel):
    """A part of a report's text."""

    report: Id
    file: str
    title: str | None
    agency: str
    year: int | None
    document_number: str | None
    issue_date: str | None
    section: str | None
    start: Start
    end: End
    length: Annotated[int, Field(description="全文长度，按字符计。 Characters of the whole report.")]
    next: Annotated[int | None, Field(description="从这里接着读；已读完为 null。 Where to read on; null at the end.")]
    text: str
