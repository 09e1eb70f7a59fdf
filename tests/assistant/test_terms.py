"""The glossary, found by any exact name, longest first: Chinese, English, or misspelt with the same sound."""

import pytest

from assistant.english import translate
from assistant.terms import find_concepts, glossary, respell, synonyms
from corpus.folding import fold
from tests.corpus.known import marked


def _terms(text: str) -> list[str]:
    return [found.concept.term for found in find_concepts(fold(text))]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("听证会", ["信访听证"]), ("举行听证", ["信访听证"]), ("聘了法律顾问没有", ["法律顾问"]), ("“枫桥经验”", ["枫桥经验"]), ("领导包案", ["领导包案"]),
        ("复查复核", ["复查复核"]), ("风险评估", ["社会稳定风险评估"]), ("宪法宣传日", ["宪法宣传日"]), ("诉访分离", ["诉访分离"]), ("今天吃什么", []),
    ],
)  # fmt: skip
def test_a_term_is_found_by_its_names(text: str, terms: list[str]) -> None:
    assert _terms(text) == terms


def test_the_longest_name_wins_and_none_lies_over_another() -> None:
    found = find_concepts(fold("听证会和法律顾问制度、五个法治化"))
    assert all(one.end <= other.start for one, other in zip(found, found[1:], strict=False))


@pytest.mark.parametrize(
    ("one", "other"),
    [("三项建议", "三项建设"), ("行政复议", "复查复核"), ("初次信访", "重复信访"), ("法律顾问", "法律援助")],
)
def test_look_alikes_are_different_terms(one: str, other: str) -> None:
    assert not set(_terms(one)) & set(_terms(other))


def test_every_concept_is_found_by_its_own_term() -> None:
    lost = [concept.term for concept in glossary() if concept.term not in _terms(concept.term)]
    assert lost == []


def test_every_concept_has_a_term_names_and_english() -> None:
    concepts = glossary()
    assert len({concept.term for concept in concepts}) == len(concepts) > 100
    assert all(
        concept.term and concept.english and concept.english == tuple(n.strip() for n in concept.english)
        for concept in concepts
    )


def test_a_concepts_group_holds_its_term_first_and_no_wider_relative() -> None:
    for concept in glossary():
        group = concept.group()
        assert group.terms[0] == group.label == concept.term
        assert not set(concept.wider) & set(group.terms) - set(concept.same) - {concept.term}


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Which bureaus held petition hearings?", "信访听证"), ("legal advisers hired", "法律顾问"), ("the Fengqiao experience", "枫桥经验"),
        ("social stability risk assessments", "社会稳定风险评估"), ("review and re-examination", "复查复核"),
    ],
)  # fmt: skip
def test_english_names_become_their_terms(text: str, term: str) -> None:
    assert term in translate(text)


def test_english_inside_another_word_is_left_alone() -> None:
    assert translate("sheering") == "sheering"


@pytest.mark.parametrize(
    ("wrong", "right"),
    marked(
        [("枫侨经验", "枫桥经验"), ("法律故问", "法律顾问"), ("人民条解", "人民调解"), ("信访听政", "信访听证")],
        {"人民条解": "a character with two sounds (调) is heard by the wrong one"},
    ),
)
def test_wrong_characters_of_the_same_sound_are_mended(wrong: str, right: str) -> None:
    assert right in respell(wrong)


@pytest.mark.parametrize(
    "text", ["哪些机关举行过听证", "聘请了法律顾问吗", "存在的主要问题", "去年的工作打算", "普法宣传资料发放多少份"]
)
def test_a_question_without_wrong_characters_stays_as_it_is(text: str) -> None:
    assert respell(text) == text


def test_everyday_synonyms_begin_with_the_word_itself_and_go_both_ways() -> None:
    table = synonyms()
    assert all(words[0] == word for word, words in table.items())
    assert all(word in table[other] for word, words in table.items() for other in words)
