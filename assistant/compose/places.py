"""Where an answer's quotes stand: the section of each, shown to who asks for the source of what was just said."""

from __future__ import annotations

from dataclasses import replace

from assistant.answer import Answer, Citation
from assistant.compose.wording import escape, excerpt
from assistant.question import Question

MOST = 6
"""Places that are named; every citation holds its own anyway."""


def with_places(answer: Answer, question: Question) -> Answer:
    """Add the sections in which the quotes stand, where they are asked for; keep one finding where only it is meant."""
    if question.item is not None:
        answer = _one(answer, question.item)
    if not question.source or answer.kind == "section" or not answer.findings:
        return answer
    cited = list(dict.fromkeys(found.citation for found in answer.findings))[:MOST]
    held = {citation.number: citation for citation in answer.citations}
    lines = [_place(held[number], answer.language == "en") for number in cited]
    head = "Where it stands:" if answer.language == "en" else "出处："
    return replace(answer, text="\n\n".join([answer.text, head, *lines]))


def _place(citation: Citation, english: bool) -> str:
    path = " › ".join(escape(excerpt(heading)) for heading in citation.section) or ("front" if english else "首部")
    year = f"（{citation.year}年）" if citation.year and not english else f" ({citation.year})" if citation.year else ""
    colon = ": " if english else "："
    return f"{escape(citation.agency)}{year} {path}{colon}“{escape(citation.quote)}”[{citation.number}]"


def _one(answer: Answer, item: int) -> Answer:
    """Keep one finding of an answer over a single report; the answer as it is where it has no such finding."""
    if len({found.report for found in answer.findings}) != 1 or not -len(answer.findings) <= item < len(
        answer.findings
    ):
        return answer
    found = answer.findings[item]
    cited = next(citation for citation in answer.citations if citation.number == found.citation)
    return replace(answer, text=_place(cited, answer.language == "en"), findings=(found,), citations=(cited,))
