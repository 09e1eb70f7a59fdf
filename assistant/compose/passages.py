"""The best passages for a question that is not a census: ranked by words and meaning, each quoted as it stands."""

from __future__ import annotations

from collections import OrderedDict

from assistant.answer import Answer, ReasonKind
from assistant.citing import Citations
from assistant.compose.answering import answer
from assistant.compose.wording import bullet
from assistant.evidence import Evidence, first_statement
from corpus.folding import fold
from corpus.report import Clause, Report, Statement
from index.records import Hit
from index.topic import spans

SHOWN = 6
"""Quotes of an answer; the reader shows the rest."""
CANDIDATES = 12
ENOUGH_WORDS = 0.34
"""Least share of a question's character pairs in a passage that proves it by words alone."""
SURE = 0.4
ENOUGH_MEANING = 0.45
"""Least cosine that lets a passage answer in other words."""


def in_passages(evidence: Evidence) -> Answer | None:
    """Answer a question in words that no report uses by the passages nearest in meaning; None where none is near."""
    question = evidence.question
    if question.named or question.meant or question.complement:
        return None
    found = compose_passages(evidence, SURE)
    return found if found.outcome == "answered" else None


def compose_passages(evidence: Evidence, enough: float = ENOUGH_MEANING) -> Answer:
    """Quote the passages that speak of the question; say so where none does well enough."""
    question = evidence.question
    query = question.content or question.message
    citations = Citations()
    near = {hit.passage.id: hit.score for hit in evidence.index.nearest(query, evidence.facets, 50)}
    hits = [hit for hit in evidence.hits(query, CANDIDATES) if _speaks(query, hit, near, enough)]
    if not hits:
        return _weak(evidence, citations)
    quoted: OrderedDict[tuple[str, int], tuple[Report, Statement, Clause]] = OrderedDict()
    for hit in hits:
        report = evidence.report(hit.passage.report)
        statement, clause = _best_statement(evidence, report, hit, query)
        quoted.setdefault((report.id, statement.start), (report, statement, clause))
    findings = [citations.finding(*found) for found in list(quoted.values())[:SHOWN]]
    marks = "".join(f"[{found.citation}]" for found in findings)
    lead = (
        f"The reports say this, closest first{marks}:"
        if question.language == "en"
        else f"报告中与此有关的表述，按相关程度排列{marks}："
    )
    lines = "\n".join(
        bullet(evidence.report(found.report), found, question.language, question.topic.terms()) for found in findings
    )
    return answer(evidence, "passages", f"{lead}\n\n{lines}", citations, findings=findings)


def _speaks(query: str, hit: Hit, near: dict[str, float], enough: float) -> bool:
    pairs = _pairs(query)
    text = fold(hit.passage.text)
    share = sum(pair in text for pair in pairs) / len(pairs) if pairs else 0.0
    return share >= ENOUGH_WORDS or near.get(hit.passage.id, 0.0) >= enough


def _best_statement(evidence: Evidence, report: Report, hit: Hit, query: str) -> tuple[Statement, Clause]:
    """Choose the statement of a passage that shares most with the question, and its clause that does."""
    inside = [
        statement
        for statement in report.statements
        if statement.start < hit.passage.end and statement.end > hit.passage.start and not statement.heading
    ]
    if not inside:
        return first_statement(report, hit.passage.start, hit.passage.end)
    groups = evidence.question.topic.groups
    pairs = _pairs(query)

    def shared(start: int, end: int) -> float:
        text = fold(report.text[start:end])
        named = sum(group.weight for group in groups if next(spans(group, text), None) is not None)
        return named * len(pairs) + sum(pair in text for pair in pairs)

    statement = max(inside, key=lambda one: (shared(one.start, one.end), -one.start))
    clause = max(statement.clauses, key=lambda one: (shared(one.start, one.end), -one.start))
    return statement, clause


def _pairs(query: str) -> list[str]:
    words = fold(query) if " " not in query else query
    return [part[i : i + 2] for part in words.split() for i in range(len(part) - 1)]


def _weak(evidence: Evidence, citations: Citations) -> Answer:
    """Say that nothing proves an answer, naming passages that may come near."""
    question = evidence.question
    near = evidence.near(evidence.scope, citations)
    english = question.language == "en"
    reason = "Nothing in the reports answers this." if english else "报告里没有能够回答这个问题的表述。"
    text = reason
    if near:
        marks = "".join(f"[{found.citation}]" for found in near)
        text += f" Passages that may come near: {marks}." if english else f"可能相关的片段：{marks}。"
    kind: ReasonKind = "weak" if near else "topic_absent"
    return answer(
        evidence, "passages", text, citations, outcome="not_in_reports", reason_kind=kind, reason=reason, near=near
    )
