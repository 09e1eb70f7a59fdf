"""Example questions that the library can answer: topics that several reports speak of, and figures they state."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.agency_names import aliases
from assistant.question import Language
from assistant.terms import glossary
from corpus.report import Report
from index.census import census
from index.records import Facets
from index.topic import Topic

TRIED = ("信访听证", "法律顾问", "枫桥经验", "领导接访", "社会稳定风险评估", "信访积案", "人民调解", "谁执法谁普法")
FIGURES = ("法律咨询", "培训", "社会稳定风险评估", "信访听证", "宣传资料发放")
SHOWN = 5


def examples(reports: Sequence[Report], language: Language) -> tuple[str, ...]:
    """Return up to five questions: two censuses, a figure, a section, the catalogue; none for an empty library."""
    if not reports:
        return ()
    concepts = {concept.term: concept for concept in glossary()}
    sample = reports[:200]
    spoken = [
        term
        for term in TRIED
        if any(row.matches for row in census(sample, Topic(term, (concepts[term].group(),)), Facets()))
    ]
    first = reports[0]
    place = aliases(first.agency)[-1] if len(aliases(first.agency)) > 1 else first.agency
    figure = _figure(sample, concepts.keys())
    if language == "en":
        names = [concepts[term].english[0] for term in spoken[:2]]
        found = [f"Which agencies carried out {name}?" for name in names]
        return (*found, "Which reports state a document number?", "Which reports have a section on problems?")[:SHOWN]
    found = [f"哪些机关举行过{term}？" if term == "信访听证" else f"哪些机关写到{term}？" for term in spoken[:2]]
    if figure:
        found.append(figure)
    return (*found, f"{place}的报告存在哪些问题？", "库里有哪些报告，文号和印发日期是什么？")[:SHOWN]


def _figure(reports: Sequence[Report], known: object) -> str | None:
    """Return a question for a figure that a report states of a common subject."""
    from assistant.terms import find_concepts
    from corpus.folding import fold

    for report in reports:
        for statement in report.statements:
            for figure in statement.figures:
                terms = [found.concept.term for found in find_concepts(fold(figure.counts))]
                wanted = next((term for term in FIGURES if term in terms), None)
                if wanted and report.year and not figure.text.startswith("第") and figure.unit != "%":
                    return f"{report.agency}{report.year}年{wanted}有多少{figure.unit}？"
    return None
