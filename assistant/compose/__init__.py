"""One composer per kind of answer: evidence in, ``Answer`` out. This file chooses among them, nothing else."""

from __future__ import annotations

from collections.abc import Callable

from assistant.answer import Answer, Kind
from assistant.compose.catalogue import compose_catalogue
from assistant.compose.census import compose_census
from assistant.compose.combined import compose_combined
from assistant.compose.compare import compose_compare
from assistant.compose.detail import lacking_detail
from assistant.compose.digest import compose_digest
from assistant.compose.figure import compose_figure
from assistant.compose.passages import compose_passages
from assistant.compose.precedent import compose_precedent
from assistant.compose.section import compose_section
from assistant.compose.several_figures import compose_several_figures, named_choices
from assistant.compose.silence import not_held, out_of_scope
from assistant.evidence import Evidence

COMPOSERS: dict[Kind, Callable[[Evidence], Answer]] = {
    "census": compose_census,
    "compare": compose_compare,
    "figure": compose_figure,
    "catalogue": compose_catalogue,
    "section": compose_section,
    "passages": compose_passages,
    "digest": compose_digest,
    "none": out_of_scope,
}


def compose(evidence: Evidence) -> Answer:
    """Answer a question from its evidence; what is not held is said first."""
    if evidence.question.out_of_scope:
        return out_of_scope(evidence)
    if not evidence.scope:
        return not_held(evidence)
    return lacking_detail(evidence) or _composer(evidence)(evidence)


def _composer(evidence: Evidence) -> Callable[[Evidence], Answer]:
    """Return the composer of a question's kind, or of the shape it asks for."""
    question = evidence.question
    if question.conditions and any(one.wanted for one in question.conditions):
        return compose_combined
    if question.kind == "figure" and len(evidence.scope) > 1 and len(named_choices(question.topic)) > 1:
        return compose_several_figures
    if question.precedent and question.kind in ("census", "passages"):
        return compose_precedent
    return COMPOSERS[question.kind]
