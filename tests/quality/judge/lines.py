"""Plain question lines: outcome, kind of silence, figures, census, quotes, and whether the whole answer is right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from assistant.answer import Answer
from tests.quality.case import Case
from tests.quality.judge import census, figures
from tests.quality.line import Line

_REFUSED = frozenset({"not_in_reports", "out_of_scope"})


def judge(answer: Answer, line: Line) -> list[Case]:
    """Return the cases of one question; ``answers right`` and ``follow-ups`` ask for everything at once."""
    named = about(line)
    cases = outcome(answer, line, named)
    if line.census is not None:
        cases += census.judge(answer, line.census, line.optional, named)
    if line.figures:
        wanted = line.figures[0]
        ok = figures.same(figures.first_figure(answer), wanted)
        cases.append(_case("figures", ok, f"{wanted['value']:g}{wanted['unit']}", figures.shown(answer), named))
    wrong = what_is_wrong(answer, line)
    for measure in ("answers right", *(["follow-ups"] if line.history else [])):
        cases.append(_case(measure, not wrong, _expected(line), "; ".join(wrong) or "right", named))
    return cases


def about(line: Line) -> dict[str, Any]:
    """Return the fields of a case that name a question."""
    said = [one if isinstance(one, str) else one["content"] for one in line.history if _by_user(one)]
    question = " → ".join([*said, line.question])
    return {"id": line.id, "question": question, "kind": line.kind, "language": line.language, "tags": line.tags}


def outcome(answer: Answer, line: Line, named: dict[str, Any]) -> list[Case]:
    """Judge whether the assistant spoke where it should and was silent where it should, and of which kind."""
    refused = answer.outcome in _REFUSED
    came = f"{answer.outcome} {answer.reason_kind or ''}".strip()
    if not line.refuses:
        if set(line.outcomes) & _REFUSED:
            return []
        return [_case("no false refusal", not refused, "/".join(line.outcomes), came, named)]
    cases = [_case("no false answer", refused, "/".join(line.reasons), came, named)]
    if refused:
        cases.append(_case("kind of silence", answer.reason_kind in line.reasons, "/".join(line.reasons), came, named))
    return cases


def what_is_wrong(answer: Answer, line: Line) -> list[str]:
    """Return one short phrase for each thing expected that the answer lacks."""
    checks: list[tuple[str, Callable[[], bool]]] = [
        (f"outcome {answer.outcome}", lambda: answer.outcome in line.outcomes),
        (
            f"reason {answer.reason_kind}",
            lambda: not line.reasons or answer.outcome not in _REFUSED or answer.reason_kind in line.reasons,
        ),
        (
            f"census {census.strongest(answer)}",
            lambda: line.census is None or census.same_set(answer, line.census, line.optional),
        ),
        (f"figure {figures.shown(answer)}", lambda: _all_figures(answer, line)),
    ]
    wrong = [what for what, holds in checks if not holds()]
    quoted = [(one.file, figures.squeezed(one.quote)) for one in answer.citations]
    for one in line.quotes:
        if not any(file == one["file"] and figures.squeezed(one["contains"]) in quote for file, quote in quoted):
            wrong.append(f"no quote “{one['contains']}”")
    cited = {file for file, _ in quoted} | {one.file for one in answer.silent}
    return wrong + [f"{file} not cited" for file in line.files if file not in cited]


def _all_figures(answer: Answer, line: Line) -> bool:
    if not line.figures:
        return True
    shown = [finding for finding in answer.findings if finding.figure is not None]
    return figures.same(figures.first_figure(answer), line.figures[0]) and all(
        any(figures.same(finding, wanted) for finding in shown) for wanted in line.figures[1:]
    )


def _expected(line: Line) -> str:
    parts = ["/".join(line.outcomes)]
    parts += ["/".join(line.reasons)] if line.reasons else []
    if line.census is not None:
        parts.append("; ".join(f"{file} {'/'.join(s)}" for file, s in line.census.items() if s) or "all silent")
    parts += [f"{one['value']:g}{one['unit']}" for one in line.figures]
    parts += [f"“{one['contains']}”" for one in line.quotes]
    return ", ".join([*parts, *line.files])


def _by_user(message: Any) -> bool:  # noqa: ANN401 - a string or a message
    return isinstance(message, str) or message["role"] == "user"


def _case(measure: str, ok: bool, expected: str, came: str, named: dict[str, Any]) -> Case:
    return Case(measure=measure, score=float(ok), expected=expected, came=came, **named)
