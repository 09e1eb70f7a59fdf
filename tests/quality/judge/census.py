"""Census answers: who is named (set F1), with which strongest status, and whether every report is accounted for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from assistant.answer import Answer
from tests.quality.case import Case, f1


def strongest(answer: Answer) -> dict[str, str]:
    """Return file → the first status among its findings."""
    files = {citation.number: citation.file for citation in answer.citations}
    said: dict[str, str] = {}
    for finding in answer.findings:
        said.setdefault(files[finding.citation], finding.status)
    return said


def accounts(answer: Answer) -> bool:
    """Tell whether findings and silent reports together are the reports searched, each on one side."""
    spoken = {finding.report for finding in answer.findings}
    quiet = {one.report for one in answer.silent}
    return not spoken & quiet and len(spoken | quiet) == answer.searched.reports


def judge(
    answer: Answer, right: Mapping[str, list[str]], optional: Iterable[str], about: dict[str, object]
) -> list[Case]:
    """Judge one census.

    :param right: file → the statuses accepted as its strongest, empty for silent.
    :param optional: files that are not scored.
    :param about: the fields of a case that name the question.
    """
    said = strongest(answer)
    scored = {file: statuses for file, statuses in right.items() if file not in set(optional)}
    wanted = {file for file, statuses in scored.items() if statuses}
    found = {file for file in said if file in scored}
    both = wanted & found
    expected = "; ".join(f"{file} {'/'.join(scored[file])}" for file in sorted(wanted)) or "all silent"
    came = "; ".join(f"{file} {said[file]}" for file in sorted(found)) or "all silent"
    cases = [
        Case(
            measure="census F1", score=f1(len(wanted), len(found), len(both)), expected=expected, came=came,
            wanted=len(wanted), found=len(found), both=len(both), **about,
        )
    ]  # fmt: skip
    cases += [
        Case(
            measure="census status", score=float(said[file] in scored[file]), expected="/".join(scored[file]),
            came=said[file], **{**about, "id": f"{about['id']} {file}"},
        )
        for file in sorted(both)
    ]  # fmt: skip
    if answer.kind == "census":
        right_sum, wrong_sum = "every report once", f"{len(answer.findings)} rows, {len(answer.silent)} silent"
        ok = accounts(answer)
        shown = right_sum if ok else f"{wrong_sum} of {answer.searched.reports}"
        cases.append(Case(measure="census accounting", score=float(ok), expected=right_sum, came=shown, **about))
    return cases


def same_set(answer: Answer, right: Mapping[str, list[str]], optional: Iterable[str]) -> bool:
    """Tell whether exactly the right reports are named, each with an accepted strongest status."""
    said, left_out = strongest(answer), set(optional)
    return (
        all(
            (said[file] in statuses if file in said else not statuses)
            for file, statuses in right.items()
            if file not in left_out
        )
        and set(said) <= set(right) | left_out
    )
