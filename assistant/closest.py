"""The statements of a few reports that come closest to a question, by its words: what a refusal quotes and reads.

Whether the subject is there at all is told here; whether what was asked of it is stated, elsewhere.
"""

from __future__ import annotations

from assistant import figure_fit as fit
from assistant.english import translate
from assistant.evidence import Evidence
from assistant.likeness import partners, telling, weights
from assistant.terms import respell
from corpus.folding import fold
from corpus.report import Clause, Report, Statement
from index.census import Match, Row

REPORTS = 4
"""Most reports that are read statement by statement."""
SPOKEN = 0.6
"""Share of a question's words, by weight, in a statement that speaks of its subject."""
LEVEL = 0.12
"""A statement this little below the best one speaks of the subject too."""
FEWEST = 2
"""Words of a question that can tell a subject; one stands in too much."""

Close = tuple[float, Report, Statement, Clause]


def closest(evidence: Evidence) -> tuple[Close, ...]:
    """Return the statements that speak of what is asked about, best first; empty where none does.

    Of more than ``REPORTS`` reports in scope nothing is read.
    """
    if len(evidence.scope) > REPORTS:
        return ()
    words = telling(fit.naming(respell(translate(evidence.question.rest))))
    if len(words) < FEWEST:
        return ()
    told = weights(words, evidence.held)
    total = float(told.sum()) or 1.0
    read = [(report, one) for report in evidence.scope for one in report.statements if not one.heading]
    held = partners(words, [fold(report.quote(statement)) for report, statement in read], evidence.index)
    shares = (held @ told / total).tolist()
    found: list[Close] = [
        (share, report, statement, _clause(report, statement, words))
        for share, (report, statement) in zip(shares, read, strict=True)
    ]
    found.sort(key=lambda one: (-one[0], one[1].file, one[2].start))
    best = found[0][0] if found else 0.0
    return tuple(one for one in found[:6] if one[0] >= max(SPOKEN, best - LEVEL))


def closest_rows(evidence: Evidence) -> list[Row]:
    """Return the closest statements of the scope as rows of a census, one report each."""
    found: dict[str, list[Match]] = {}
    reports = {report.id: report for report in evidence.scope}
    for _, report, statement, clause in closest(evidence):
        match = Match(statement, clause, 0.0, clause.start, clause.end)
        found.setdefault(report.id, []).append(match)
    return [Row(reports[identifier], tuple(matches)) for identifier, matches in found.items()]


def _clause(report: Report, statement: Statement, words: tuple[str, ...]) -> Clause:
    """Return the clause of a statement that holds most of the words."""
    return max(
        statement.clauses,
        key=lambda one: (sum(word in report.text[one.start : one.end] for word in words), -one.start),
    )
