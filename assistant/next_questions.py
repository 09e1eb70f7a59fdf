"""What can be asked after an answer: its figure, its silent, two of its agencies side by side, another year, a section.

The questions are worded from the answer alone and each is asked before it is offered, so that none ends in silence.
After an abstention they lead to what the library holds nearby.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from time import monotonic

from assistant.answer import Answer, Finding, Kind
from assistant.restated import taken_apart
from assistant.terms import glossary
from corpus.folding import fold
from corpus.report import Report

OFFERED = 4
NEARBY = 6
"""Questions offered below an answer, and below an abstention, where they are the only way on."""
ENOUGH = 3
"""Questions from which on nothing is offered that has nothing to do with the answer."""
TRIED = 12
SECONDS = 3.0
"""Questions that are tried, and how long: what is offered may be fewer, the page must not be slower for it."""

Ask = Callable[[str], Answer]


@dataclass(frozen=True, slots=True)
class Next:
    """A question that may follow, and the kinds of answer that are meant by it; none where it follows from nothing."""

    text: str
    kinds: tuple[Kind, ...] = ()


def next_questions(answer: Answer, reports: Sequence[Report], others: Sequence[str], ask: Ask) -> tuple[str, ...]:
    """Return questions to go on with, each answered by the library.

    :param others: questions that the library can answer, for an answer that leads to none.
    :param ask: answers a question as it would be answered after this one.
    """
    most = NEARBY if answer.outcome == "not_in_reports" else OFFERED
    found: list[str] = []
    until = monotonic() + SECONDS
    tried = {taken_apart(answer.question)[0]}
    for number, one in enumerate((*_candidates(answer, reports, ask), *(Next(text) for text in others))):
        late = number >= TRIED or monotonic() > until
        if len(found) >= most or (found and late) or (not one.kinds and len(found) >= ENOUGH):
            break
        if one.text in tried:
            continue
        tried.add(one.text)
        got = ask(one.text)
        if got.outcome == "answered" and got.findings and got.citations and got.language == answer.language:
            found += [one.text] if not one.kinds or got.kind in one.kinds else []
    return tuple(found)


def _candidates(answer: Answer, reports: Sequence[Report], ask: Ask) -> Iterator[Next]:
    if answer.outcome == "out_of_scope":
        return
    held = {report.id: report for report in reports}
    words = _ENGLISH if answer.language == "en" else _CHINESE
    topic = _topic(answer)
    if answer.outcome == "not_in_reports":
        yield from _nearby(answer, reports, topic, words, ask)
        return
    rows = list({(one.agency, one.year): one for one in reversed(answer.findings)}.values())[::-1]
    agencies = list(dict.fromkeys(one.agency for one in rows))
    if topic:
        yield from _on_topic(answer, rows, agencies, held, topic, words)
    role = answer.understood.roles[:1]
    for agency in agencies[:2]:
        for asked in ("problem", "plan"):
            if role != (asked,):
                yield Next(words[asked].format(agency=agency), ("section",))
    if role and role[0] in ("problem", "plan"):
        for agency in [report.agency for report in reports if report.agency not in agencies][:2]:
            yield Next(words[role[0]].format(agency=agency), ("section",))
    for first, second in zip(agencies, agencies[1:2], strict=False):
        yield Next(words["both"].format(agency=first, other=second), ("compare",))


def _on_topic(
    answer: Answer, rows: Sequence[Finding], agencies: Sequence[str], held: dict[str, Report], topic: str,
    words: dict[str, str],
) -> Iterator[Next]:  # fmt: skip
    """Yield questions about the topic: in turn the figure, two agencies, the silent, another year, who did it."""
    if answer.kind == "figure":
        unit = next((one.figure.unit for one in rows if one.figure), "")
        if len(agencies) == 1 and unit:
            yield Next(words["figures"].format(topic=topic, unit=unit), ("figure",))
        yield Next(words["who"].format(topic=topic), ("census",))
    elif row := next((row for row in rows if row.status == "done" and _unit(row, answer, held)), None):
        unit = _unit(row, answer, held)
        yield Next(words["figure"].format(agency=row.agency, year=row.year, topic=topic, unit=unit), ("figure",))
    if answer.kind != "compare":
        for first, second in zip(agencies, agencies[1:2], strict=False):
            yield Next(words["compare"].format(agency=first, other=second, topic=topic), ("compare",))
    elif len(held) > len(rows):
        yield Next(words["who"].format(topic=topic), ("census",))
    if answer.kind == "census" and answer.silent and "silent" not in answer.understood.statuses:
        yield Next(words["silent"].format(topic=topic), ("census",))
    yield from _other_year(rows, agencies[:3], held, topic, words)


def _other_year(
    rows: Sequence[Finding], agencies: Sequence[str], held: dict[str, Report], topic: str, words: dict[str, str]
) -> Iterator[Next]:
    """Yield the topic in a year of which one of the agencies has a report too."""
    seen = {(one.agency, one.year) for one in rows} if len(agencies) == 1 else set()
    several = {one for one in agencies if sum(report.agency == one for report in held.values()) > 1}
    for report in held.values():
        if report.agency in several and report.year and (report.agency, report.year) not in seen:
            yield Next(words["year"].format(agency=report.agency, year=report.year, topic=topic), ("census",))
            return


def _nearby(answer: Answer, reports: Sequence[Report], topic: str, words: dict[str, str], ask: Ask) -> Iterator[Next]:
    """Yield what the library holds beside what was asked: other years, other agencies on the topic, other parts."""
    read = answer.understood
    asked = taken_apart(answer.question)[0]
    own = [report for report in reports if report.agency in read.agencies]
    years = sorted({one.year for one in own or reports if one.year and one.year not in read.years}, reverse=True)
    kinds: tuple[Kind, ...] = ("census", "figure", "section", "compare", "digest", "catalogue", "passages")
    for year in years[:3]:
        changed = asked
        for before in read.years[:1]:
            changed = re.sub(rf"(?<!\d){before}(?!\d)", str(year), asked)
        if changed != asked:
            yield Next(changed, kinds)
        elif own and topic:
            yield Next(words["year"].format(agency=own[0].agency, year=year, topic=topic), ("census",))
    if topic:
        who = words["who"].format(topic=topic)
        speaking = ask(who).findings
        yield Next(who, ("census",))
        places = {name[:2] for name in read.agencies}
        near = sorted(speaking, key=lambda one: one.agency[:2] not in places)
        for agency in list(dict.fromkeys(one.agency for one in near if one.agency not in read.agencies))[:4]:
            yield Next(words["how"].format(agency=agency, topic=topic), ("census",))
    for report in own[:1]:
        yield Next(words["problem"].format(agency=report.agency), ("section",))
        yield Next(words["plan"].format(agency=report.agency), ("section",))


def _topic(answer: Answer) -> str:
    """Return the topic as the asker would write it; of several the first, in English the glossary's name for it."""
    text = answer.understood.topic.split("、")[0]
    if answer.language == "zh" or not text:
        return text
    return next((one.english[0] for one in glossary() if one.term == text and one.english), text)


def _unit(row: Finding, answer: Answer, held: dict[str, Report]) -> str:
    """Return the unit of the first number in the quote of a row that counts the topic; nothing where there is none."""
    cited = next((one for one in answer.citations if one.number == row.citation), None)
    report = held.get(row.report)
    if cited is None or report is None or row.year is None:
        return ""
    names = [fold(name) for name in (answer.understood.topic, *answer.understood.terms) if len(name) > 1]
    inside = (one for one in report.statements if cited.start <= one.start < cited.end)
    figures = (figure for one in inside for figure in one.figures if any(name in fold(figure.counts) for name in names))
    return next((one.unit for one in figures if one.unit not in ("", "%") and not one.text.startswith("第")), "")


_CHINESE = {
    "figure": "{agency}{year}年{topic}有多少{unit}？",
    "figures": "各机关{topic}有多少{unit}？",
    "compare": "{agency}和{other}的{topic}有什么不同？",
    "both": "比较{agency}和{other}的报告",
    "silent": "哪些机关没有提到{topic}？",
    "who": "哪些机关写到{topic}？",
    "year": "{agency}{year}年写到{topic}了吗？",
    "how": "{agency}写到{topic}了吗？",
    "problem": "{agency}的报告存在哪些问题？",
    "plan": "{agency}的下步计划是什么？",
}
_ENGLISH = {
    "figure": "How many {unit} of {topic} does {agency} report for {year}?",
    "figures": "How many {unit} of {topic} do the agencies report?",
    "compare": "Compare {agency} and {other} on {topic}",
    "both": "Compare the reports of {agency} and {other}",
    "silent": "Which agencies do not mention {topic}?",
    "who": "Which agencies mention {topic}?",
    "year": "What did {agency} do about {topic} in {year}?",
    "how": "What did {agency} do about {topic}?",
    "problem": "Which problems does the report of {agency} name?",
    "plan": "What does {agency} plan for next year?",
}
