"""A gold through the real assistant: every question asked once, every answer judged; cases come out."""

from __future__ import annotations

from collections.abc import Iterator
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from tests.quality.case import Case
from tests.quality.gold import Gold, library
from tests.quality.judge import census, clauses, figures, guard, identity, lines, retrieval
from tests.quality.line import Line, language

if TYPE_CHECKING:
    from assistant import Assistant
    from assistant.answer import Answer


def run(gold: Gold) -> list[Case]:
    """Judge a gold over a fresh index of its own."""
    from assistant import Assistant

    with library(gold) as reports, TemporaryDirectory() as data, Assistant.open(reports, data) as assistant:
        return judged(assistant, gold)


def judged(assistant: Assistant, gold: Gold) -> list[Case]:
    """Judge a gold over an assistant that holds its reports."""
    catalogue = assistant.catalogue()["reports"]
    texts = {report.id: report.text for report in assistant.reports}
    facts = guard.facts(catalogue)
    cases = [*identity.judge(catalogue, gold.identities)] if gold.identities else []
    cases += clauses.judge(assistant.reports, gold.topics)
    for answer, named, found in asked(assistant, gold):
        cases += [*found, *guard.judge(answer, texts, facts, named)]
    if gold.searches:
        hits = [assistant.search(one["query"], None, retrieval.DEPTH) for one in gold.searches]
        cases += retrieval.judge(gold.searches, [[(hit["file"], hit["text"]) for hit in found] for found in hits])
    return cases


def asked(assistant: Assistant, gold: Gold) -> Iterator[tuple[Answer, dict[str, Any], list[Case]]]:
    """Yield every answer with the fields that name its question and the cases of what it should hold."""
    for topic in gold.topics:
        for number, question in enumerate(gold.phrasings[topic["topic"]], 1):
            answer = assistant.ask(question)
            named = _named(f"topic {topic['topic']} {number}", question, "census")
            right = {file: [one["status"] for one in shown] for file, shown in topic["reports"].items()}
            yield answer, named, census.judge(answer, right, topic.get("optional", ()), named)
    for number, (figure, question) in enumerate(zip(gold.figures, gold.figure_questions, strict=True), 1):
        answer = assistant.ask(question)
        named = _named(f"figure {number} {question}", question, "figure")
        ok = figures.same(figures.first_figure(answer), figure)
        case = Case("figures", score=float(ok), expected=figure["text"], came=figures.shown(answer), **named)
        yield answer, named, [case]
    for line in gold.lines:
        answer = assistant.ask(line.question, played(assistant, line), line.facets)
        yield answer, lines.about(line), lines.judge(answer, line)


def played(assistant: Assistant, line: Line) -> list[dict[str, str]]:
    """Return the history of a line as messages: what it gives as plain questions is asked, and the answer goes along."""
    messages: list[dict[str, str]] = []
    for one in line.history:
        if isinstance(one, str):
            answer = assistant.ask(one, messages, line.facets)
            messages = [
                *messages, {"role": "user", "content": one}, {"role": "assistant", "content": answer.text},
            ]  # fmt: skip
        else:
            messages = [*messages, one]
    return messages


def _named(identifier: str, question: str, kind: str) -> dict[str, Any]:
    return {"id": identifier, "question": question, "kind": kind, "language": language(question), "tags": ()}
