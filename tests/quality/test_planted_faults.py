"""Faults planted into the program turn the verdict red; without them it is green."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from assistant import retrieval, service, terms, topics
from assistant.answer import Answer
from corpus import judging
from index import fusion
from index.topic import Group
from tests.quality.case import measured, undercut
from tests.quality.floors import raised
from tests.quality.gold import Gold, bundled
from tests.quality.run import run


@pytest.fixture(scope="module")
def gold() -> Gold:
    """Return topics and searches of the seen part, with floors just below what they reach now."""
    seen = next(one for one in bundled() if one.name == "seen")
    part = replace(seen, identities=[], figures=[], figure_questions=[], lines=[])
    return replace(part, floors=raised({}, measured(run(part))))


def test_nothing_planted_is_green(gold: Gold) -> None:
    assert undercut(run(gold), gold.floors) == []
    assert {"R@5", "RR@10", "nDCG@10", "clause status", "census F1", "census status", "verbatim"} <= set(gold.floors)


def test_without_the_synonyms_of_terms_it_is_red(gold: Gold, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terms.Concept, "group", lambda one: Group(one.term, (one.term,)))

    assert undercut(run(gold), gold.floors)


def test_without_the_everyday_synonyms_it_is_red(gold: Gold, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = next(one for one in bundled() if one.name == "seen").lines
    plain = run(replace(gold, topics=[], searches=[], lines=lines))
    for owner in (terms, topics, retrieval):
        monkeypatch.setattr(owner, "synonyms", dict)

    short = undercut(run(replace(gold, topics=[], searches=[], lines=lines)), raised({}, measured(plain)))
    assert short


@pytest.mark.parametrize(("rules", "number"), [("RULES_RULES", 1), ("PROBLEM_RULES", 3), ("NIL_RULES", 0)])
def test_without_a_status_rule_it_is_red(gold: Gold, monkeypatch: pytest.MonkeyPatch, rules: str, number: int) -> None:
    off, plain = getattr(judging, rules)[number], judging.first.__wrapped__
    monkeypatch.setattr(judging, "first", lambda held, clause: plain(tuple(r for r in held if r is not off), clause))

    assert undercut(run(gold), gold.floors)


def test_with_the_weights_of_words_and_vectors_swapped_it_is_red(gold: Gold, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = fusion.fuse
    monkeypatch.setattr(fusion, "fuse", lambda lexical, cosine, covered: plain(cosine, lexical, covered))

    assert undercut(run(gold), gold.floors)


def test_with_one_quote_shifted_by_a_character_it_is_red(gold: Gold, monkeypatch: pytest.MonkeyPatch) -> None:
    plain = service.compose
    shifted: list[str] = []

    def shift(*arguments: Any, **named: Any) -> Answer:
        made = plain(*arguments, **named)
        if shifted or not made.citations:
            return made
        first = made.citations[0]
        shifted.append(first.quote)
        return replace(made, citations=(replace(first, start=first.start + 1), *made.citations[1:]))

    monkeypatch.setattr(service, "compose", shift)
    monkeypatch.setattr(service, "verify", lambda made, *_: made)
    short = undercut(run(gold), gold.floors)

    assert len(shifted) == 1
    assert any(line.startswith("verbatim") for line in short)
