"""What every answer owes, whatever was asked: exact quotes, marks that lead somewhere, accounts that add up."""

import re

from assistant.answer import Answer
from assistant.service import Assistant
from corpus.report import STATUSES


def ask(library: Assistant, question: str, *earlier: str, **options: object) -> Answer:
    """Ask and hold every promise about the answer."""
    history = [
        turn
        for text in earlier
        for turn in ({"role": "user", "content": text}, {"role": "assistant", "content": "好。"})
    ]
    answer = library.ask(question, history, **options)
    hold(library, answer)
    return answer


def hold(library: Assistant, answer: Answer) -> None:
    numbers = [citation.number for citation in answer.citations]
    assert numbers == sorted(set(numbers))
    for citation in answer.citations:
        report = library.report(citation.report)
        assert report is not None
        assert report.text[citation.start : citation.end] == citation.quote != ""
        assert (citation.file, citation.agency, citation.year) == (report.file, report.agency, report.year)
        assert _path_at(report, citation.start) == citation.section
    marks = {int(mark) for mark in re.findall(r"(?<!\\)\[(\d+)\]", answer.text)}
    assert marks <= set(numbers)
    for found in answer.findings:
        citation = answer.citations[numbers.index(found.citation)]
        assert (found.quote, found.report) == (citation.quote, citation.report)
        assert found.because in found.quote
        if found.figure is not None:
            assert found.figure.text in "".join(found.quote.split())
    assert {found.citation for found in answer.near} <= set(numbers)
    assert answer.searched.of == len(library.reports)
    if answer.outcome in ("not_in_reports", "out_of_scope"):
        assert answer.reason_kind and answer.reason and answer.text
    if answer.outcome == "answered":
        assert answer.text.strip() and answer.reason_kind is None
    if answer.kind == "census" and answer.outcome in ("answered", "partial"):
        _accounts(answer)


def _path_at(report: object, start: int) -> tuple[str, ...]:
    inside = [
        section for section in report.sections if section.start <= start < max(section.own_end, section.start + 1)
    ]
    return inside[-1].path


def _accounts(answer: Answer) -> None:
    """Every report in scope is a finding or silent, never both, strongest status first."""
    spoken = [found.report for found in answer.findings]
    quiet = [one.report for one in answer.silent]
    assert not set(spoken) & set(quiet)
    assert len(quiet) == len(set(quiet))
    assert len(set(spoken)) + len(quiet) == answer.searched.reports
    assert {one.report for one in answer.near} <= set(quiet)
    for report in set(spoken):
        ranks = [STATUSES.index(found.status) for found in answer.findings if found.report == report]
        assert ranks[0] == min(ranks)


def statuses(answer: Answer) -> dict[str, str]:
    """Return file → the strongest status, ``silent`` for the silent."""
    files = {citation.report: citation.file for citation in answer.citations}
    found = {one.file: "silent" for one in answer.silent}
    for row in reversed(answer.findings):
        found[files[row.report]] = row.status
    for row in answer.findings:
        held = found[files[row.report]]
        if STATUSES.index(row.status) < STATUSES.index(held):
            found[files[row.report]] = row.status
    return found
