"""What is left of a question → what must be found: terms, qualifiers, and words that decide nothing."""

import pytest

from assistant.topics import content_of, topic_of
from index.census import census
from index.records import Facets
from index.topic import PROVEN, WEAK


def _strong(text: str) -> list[str]:
    return [group.label for group in topic_of(text).groups if group.weight == 1]


@pytest.mark.parametrize(
    ("text", "strong"),
    [
        ("哪些机关举行过信访听证", ["信访听证"]), ("听证会", ["信访听证"]), ("哪些单位聘了法律顾问", ["法律顾问"]), ("有没有写到无人机", ["无人机"]),
        ("“板凳说事点”是怎么建的", ["板凳说事点"]), ("心理疏导开展得怎么样", ["心理疏导"]), ("which bureaus hired legal advisers", ["法律顾问"]),
    ],
)  # fmt: skip
def test_the_words_that_must_be_found(text: str, strong: list[str]) -> None:
    assert _strong(text) == strong


@pytest.mark.parametrize("text", ["", "哪些机关", "有没有", "怎么样", "请问一下", "那柳川呢", "分别是多少"])
def test_words_of_asking_alone_name_no_topic(text: str) -> None:
    assert not any(group.weight == 1 for group in topic_of(text).groups) or text == "那柳川呢"


@pytest.mark.parametrize(
    ("narrow", "wide"),
    [
        ("法律顾问的述职", "法律顾问"),
        ("听证的录像", "听证"),
        ("“枫桥经验”宣传周", "枫桥经验"),
        ("信访代理员的徽章", "信访代理员"),
    ],
)
def test_a_qualifier_is_required_and_never_lost(narrow: str, wide: str) -> None:
    assert len(_strong(narrow)) > len(_strong(wide))


@pytest.mark.parametrize("text", ["听证或法律顾问", "听证和法律顾问", "路线图、导引图", "听证/调解"])
def test_alternatives_answer_as_well_as_the_first(text: str) -> None:
    topic = topic_of(text)
    assert len(topic.choices()) == 2
    assert "/" in topic.text


@pytest.mark.parametrize("text", ["评查+听证+社会评价", "预防和化解"])
def test_what_belongs_together_is_no_alternative(text: str) -> None:
    assert len(topic_of(text).choices()) == 1


@pytest.mark.parametrize(
    "text", ["信访工作", "依法办事的群众", "法律顾问工作", "听证情况", "重点人员的信访听证", "调解、听证"]
)
def test_the_shares_of_a_topic_make_one_and_weak_words_never_prove_it(text: str) -> None:
    for topic in topic_of(text).choices():
        weights = topic.weights()
        assert sum(weights) == pytest.approx(1)
        strong = sum(share for share, group in zip(weights, topic.groups, strict=True) if group.weight == 1)
        if any(group.weight == 1 for group in topic.groups):
            assert strong >= 0.5
            assert (
                sum(share for share, group in zip(weights, topic.groups, strict=True) if group.weight <= WEAK) < PROVEN
            )


def test_a_word_that_stands_in_most_reports_decides_nothing() -> None:
    topic = topic_of("纠纷台账", lambda word: word == "纠纷")
    assert all(group.weight == WEAK for group in topic.groups if group.label == "纠纷")


def test_a_word_of_the_question_finds_its_everyday_synonyms() -> None:
    assert any("贴出" in group.terms for group in topic_of("张贴标语").groups)


def test_content_leaves_the_words_of_asking_out() -> None:
    assert content_of("请问哪些机关举行过信访听证").replace(" ", "") == "信访听证"


@pytest.mark.parametrize(
    ("topic", "files"),
    [
        ("信访听证", {"yunting_2024.txt", "qiwu_2024.txt", "lanjiang_2025.md"}),
        ("法律顾问", {"yunting_2024.txt", "lanjiang_2025.md", "hedu_2023.txt"}),
        ("山歌", {"hedu_2023.txt"}),
        ("无障碍通道", {"qiwu_2024.txt"}),
        ("板凳说事点", {"lanjiang_2025.md"}),
        ("直升机", set()),
    ],
)
def test_a_topic_is_found_in_the_samples_that_speak_of_it(topic: str, files: set[str], samples: tuple) -> None:
    rows = census(samples, topic_of(topic), Facets())
    assert {row.report.file for row in rows if row.matches} == files
    assert len(rows) == len(samples)
