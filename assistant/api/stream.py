"""An answer as server-sent events: what was understood with the lead, the findings in large pieces, the whole.

The answer is made before the first event, in a moment, so that a refusal still has its HTTP status; the pieces let a
reader show a census over thousands of reports before all of it is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from assistant.answer import Answer
from assistant.api.replies import text_of
from assistant.page.answer import has_lead
from assistant.page.markdown import split_lead

PIECE = 100
"""Findings of an event, some 100 kB with their citations."""

KIND = "text/event-stream"


def events(answer: Answer) -> Iterator[str]:
    """Yield the events ``understood``, ``findings`` (none or several) and ``answer``, in this order."""
    whole = answer.to_dict()
    first = {key: whole[key] for key in ("question", "understood", "kind", "outcome", "searched", "language")}
    yield _event("understood", first | {"lead": split_lead(answer.text)[0] if has_lead(answer.text) else ""})
    citations = {one["number"]: one for one in whole["citations"]}
    for start in range(0, len(answer.findings), PIECE):
        piece = whole["findings"][start : start + PIECE]
        named = dict.fromkeys(row["citation"] for row in piece)
        cited = [citations[number] for number in named if number in citations]
        yield _event("findings", {"findings": piece, "citations": cited})
    yield _event("answer", whole)


def _event(name: str, value: dict[str, Any]) -> str:
    return f"event: {name}\ndata: {text_of(value)}\n\n"
