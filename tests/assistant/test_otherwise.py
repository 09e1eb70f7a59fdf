"""Terms in everyday words, in questions and in reports: read by meaning, counted only where the proof is strong."""

from pathlib import Path

import pytest

from assistant.meaning import concept_meant, only_concept
from assistant.service import Assistant
from assistant.terms import asked_as, glossary
from assistant.topics import topic_of
from tests.assistant.asked import ask, statuses

HEAD = "2024年度法治政府建设工作报告\n一、工作情况\n"


@pytest.fixture(scope="module")
def two_counties(tmp_path_factory: pytest.TempPathFactory):
    """One county that held a hearing without the word, one that only cleaned its hall."""
    home = tmp_path_factory.mktemp("otherwise")
    (home / "reports").mkdir()
    texts = {
        "柳川县": "对各执一词的事项，请人大代表、律师坐到一起，听双方当面说理、当场评议，共6场。",
        "青屏县": "接访大厅新添了饮水机和老花镜，台阶改成坡道。",
    }
    for place, text in texts.items():
        Path(home, "reports", f"{place}.txt").write_text(f"{place}信访局{HEAD}{text}\n", "utf-8")
    with Assistant.open(home / "reports", home / "data") as assistant:
        yield assistant


def test_a_hearing_told_without_the_word_is_counted_and_the_other_county_is_silent(two_counties: Assistant) -> None:
    answer = ask(two_counties, "哪些机关举行过信访听证？")

    assert statuses(answer) == {"柳川县.txt": "done", "青屏县.txt": "silent"}
    assert "当面说理" in answer.citations[0].quote
    assert answer.findings[0].otherwise
    assert "柳川县信访局（2024年）（说法不同）：" in answer.text


@pytest.mark.parametrize(
    ("words", "term"),
    [("头头坐班见老百姓", "领导接访"), ("翻旧案卷挑毛病", "案件评查"), ("给困难的上访户发救助钱", "救助资金")],
)
def test_everyday_words_name_their_term(sample_library: Assistant, words: str, term: str) -> None:
    meant = concept_meant(words, sample_library.index)

    assert meant is not None and meant.plausible
    assert meant.concept.term == term


def test_words_of_something_else_name_no_term_surely(sample_library: Assistant) -> None:
    meant = concept_meant("今晚吃什么火锅", sample_library.index)

    assert meant is None or not meant.sure


def test_a_topic_with_a_qualifier_is_not_read_as_its_term_alone() -> None:
    assert only_concept(topic_of("信访听证")).term == "信访听证"
    assert only_concept(topic_of("用皮影普法", stands=lambda word: word == "皮影")) is None


def test_every_term_is_asked_for_in_many_ways() -> None:
    few = [concept.term for concept in glossary() if len(asked_as(concept)) < 10]

    assert few == []
