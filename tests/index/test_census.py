"""A census through the places of character pairs finds what a plain scan of every report finds, and nothing less."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from assistant.settings import SAMPLES
from assistant.terms import glossary
from corpus.parse import read_report, report_files
from corpus.report import Report
from index import census as looking
from index.census import Row, census, holding
from index.positions import Positions
from index.records import Facets
from index.shadow import shadow
from index.topic import Group, Topic
from tests.bench.made import write

NEVER, ALWAYS = 10**9, 0


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> list[Report]:
    """The samples and as many reports put together from their paragraphs."""
    made = tmp_path_factory.mktemp("made")
    write(made, 40)
    return [read_report(file, folder) for folder in (SAMPLES, made) for file in report_files(folder)]


def topics() -> Iterator[Topic]:
    """Yield every term of the glossary alone, and pairs that stand together or for each other."""
    concepts = glossary()
    dice = random.Random(0)
    for concept in concepts:
        yield Topic(concept.term, (concept.group(),))
    for _ in range(60):
        one, other = (concept.group() for concept in dice.sample(concepts, 2))
        yield Topic("both", (one, other))
        yield Topic("either", (one,), (Topic("", (other,)),))
        yield Topic("weak beside", (one, Group("", ("工作",), 0.2)))


def looked_for(reports: list[Report], topic: Topic, many: int, monkeypatch: pytest.MonkeyPatch) -> tuple[Row, ...]:
    monkeypatch.setattr(looking, "MANY", many)
    return census(reports, topic, Facets())


def test_places_lead_to_every_match_of_a_plain_scan(reports: list[Report], monkeypatch: pytest.MonkeyPatch) -> None:
    matches = 0
    for topic in topics():
        plain = looked_for(reports, topic, NEVER, monkeypatch)
        assert looked_for(reports, topic, ALWAYS, monkeypatch) == plain, topic.text
        matches += sum(len(row.matches) for row in plain)
    assert matches > 1000


def test_every_report_has_one_row_in_order(reports: list[Report], monkeypatch: pytest.MonkeyPatch) -> None:
    rows = looked_for(reports, Topic("", (Group("听证", ("听证",)),)), ALWAYS, monkeypatch)
    assert [row.report for row in rows] == reports
    assert 0 < sum(bool(row.matches) for row in rows) < len(rows)


def test_a_piece_has_exactly_the_places_where_it_stands(reports: list[Report]) -> None:
    held = Positions(reports)
    joined = "\n".join(shadow(report).text for report in reports)
    for piece in ("听", "听证", "信访听证", "2024", "的的", "绝不会有的词", "\U00020bb7"):
        found = [at for at in range(len(joined)) if joined.startswith(piece, at)]
        assert held.places(piece).tolist() == found, piece


def test_words_are_counted_alike_with_and_without_places(
    reports: list[Report], monkeypatch: pytest.MonkeyPatch
) -> None:
    for word in ("听证", "法律顾问", "航天员"):
        monkeypatch.setattr(looking, "MANY", NEVER)
        plain = holding(word, reports)
        monkeypatch.setattr(looking, "MANY", ALWAYS)
        assert holding(word, reports) == plain == sum(word in shadow(report).text for report in reports)


def test_reports_that_come_later_are_looked_through_too(reports: list[Report], monkeypatch: pytest.MonkeyPatch) -> None:
    topic = Topic("", (Group("培训", ("培训",)),))
    for upto in range(5, len(reports), 7):
        some = reports[:upto]
        assert looked_for(some, topic, ALWAYS, monkeypatch) == looked_for(some, topic, NEVER, monkeypatch)
