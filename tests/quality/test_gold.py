"""The truth about the reports: what it quotes stands there, every topic covers every report, the questions suffice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from corpus.parse import read_report
from corpus.report import STATUSES
from tests.quality.gold import Gold, bundled
from tests.quality.judge.figures import squeezed
from tests.quality.line import Line

PARTS = ("seen", "unseen")


@cache
def gold(name: str) -> Gold:
    return next(one for one in bundled() if one.name == name)


@cache
def texts(name: str) -> dict[str, str]:
    folder = gold(name).reports
    return {file: squeezed(read_report(folder / file, folder).text) for file in gold(name).files}


def lines() -> list[Line]:
    return [line for name in PARTS for line in gold(name).lines]


def quotes(name: str) -> Iterator[tuple[str, str]]:
    for topic in gold(name).topics:
        for file, shown in topic["reports"].items():
            yield from ((file, one["quote"]) for one in shown)
    yield from ((one["file"], one["quote"]) for one in gold(name).figures)
    for search in gold(name).searches:
        yield from ((one["file"], one["contains"]) for one in search["gold"])
    for line in gold(name).lines:
        yield from ((one["file"], one["contains"]) for one in line.quotes)
        yield from ((one["file"], one.get("quote", "")) for one in line.figures if "file" in one)


@pytest.mark.parametrize("name", PARTS)
def test_every_quote_stands_in_its_report(name: str) -> None:
    held = texts(name)

    assert [(file, quote) for file, quote in quotes(name) if squeezed(quote) not in held[file]] == []


@pytest.mark.parametrize("name", PARTS)
def test_every_topic_says_something_about_every_report(name: str) -> None:
    files = set(gold(name).files)

    for topic in gold(name).topics:
        assert set(topic["reports"]) == files, topic["topic"]
        assert {one["status"] for shown in topic["reports"].values() for one in shown} <= set(STATUSES)


def test_there_are_twenty_reports_of_every_kind() -> None:
    entries = [one for name in PARTS for one in gold(name).identities]

    assert (len(gold("seen").files), len(gold("unseen").files)) == (12, 8)
    assert {one["level"] for one in entries} == {"province", "city", "county", "town"}
    assert {one["file"].rsplit(".", 1)[1] for one in entries} == {"md", "txt", "docx", "pdf", "html"}
    assert [one["year"] for one in entries if one["agency"] == "禾渡县信访局"] == [2023, 2024, 2025]


@pytest.mark.parametrize("name", PARTS)
def test_there_are_enough_topics(name: str) -> None:
    topics = {topic["topic"] for topic in gold(name).topics}

    assert len(topics) >= 34
    assert topics >= {"信访听证", "法律顾问", "枫桥经验", "社会稳定风险评估"}


def test_there_are_enough_questions_of_every_manner() -> None:
    tags = Counter(tag for line in lines() for tag in line.tags)

    assert len(lines()) >= 300
    assert sum(line.refuses for line in lines()) >= 70
    assert tags["follow-up"] >= 50
    assert tags["reworded"] >= 60
    assert tags["english"] + tags["mixed"] >= 40
    assert tags["misspelt"] >= 20


@pytest.mark.parametrize("name", PARTS)
def test_every_kind_of_silence_is_asked_for(name: str) -> None:
    reasons = {reason for line in gold(name).lines for reason in line.reasons}

    assert reasons >= {"agency_not_held", "year_not_held", "topic_absent", "not_stated", "out_of_scope"}
    assert 0.4 <= len(gold(name).lines) / len(lines()) <= 0.6


@pytest.mark.parametrize("name", PARTS)
def test_a_line_speaks_of_reports_that_are_held(name: str) -> None:
    files = set(gold(name).files)

    for line in gold(name).lines:
        named = {*line.files, *line.optional, *(line.census or ()), *(one["file"] for one in line.quotes)}
        named |= {one["file"] for one in line.figures if "file" in one}
        assert named <= files, line.id
