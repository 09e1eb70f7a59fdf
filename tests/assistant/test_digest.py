"""A digest: within the length asked for, every line a quotation, nothing between."""

import re

import pytest

from assistant.compose.cutting import visible
from assistant.service import Assistant
from tests.assistant.asked import ask


def test_a_digest_of_a_report_goes_through_its_parts(sample_library: Assistant) -> None:
    answer = ask(sample_library, "用几句话概括一下禾渡县信访局2023年的报告")

    assert (answer.kind, answer.outcome) == ("digest", "answered")
    assert {citation.role for citation in answer.citations} >= {"work", "problem", "plan"}
    assert {citation.file for citation in answer.citations} == {"hedu_2023.txt"}


def test_a_digest_keeps_to_the_length_and_the_number_asked_for(sample_library: Assistant) -> None:
    short = ask(sample_library, "用100字概括一下禾渡县信访局2023年的报告")
    three = ask(sample_library, "三句话概括一下禾渡县信访局2023年的报告")

    assert visible(short.text) <= 100
    assert len(short.findings) >= 2
    assert len(three.findings) == 3


def test_every_line_of_a_digest_is_cited(sample_library: Assistant) -> None:
    answer = ask(sample_library, "概括各单位信访听证的情况")
    lines = [line for line in answer.text.splitlines() if line.startswith("- ")]

    assert lines
    assert all(re.search(r"\[\d+\]$", line) for line in lines)


def test_a_digest_of_a_named_report_is_a_new_question_in_a_conversation(sample_library: Assistant) -> None:
    answer = ask(sample_library, "三句话概括禾渡县2023年的报告", "哪几家聘了法律顾问？")

    assert (answer.kind, len(answer.findings)) == ("digest", 3)
    assert {citation.file for citation in answer.citations} == {"hedu_2023.txt"}


@pytest.mark.parametrize("length", [60, 120, 200, 300])
@pytest.mark.parametrize("what", ["禾渡县2023年的报告", "各单位的信访听证", "法律顾问的情况"])
def test_a_digest_is_never_longer_than_asked_for_and_breaks_no_clause(
    length: int, what: str, sample_library: Assistant
) -> None:
    answer = ask(sample_library, f"{length}字以内概括{what}")
    quotes = {citation.number: citation.quote for citation in answer.citations}

    assert answer.findings and visible(answer.text) <= length
    for words, mark in re.findall(r"“(.+)”\[(\d+)\]$", answer.text, re.MULTILINE):
        quote, told = quotes[int(mark)], words.strip("…").replace("\\", "")
        assert told in re.sub(r"\s*\n\s*", " ", quote)
        after = quote[quote.find(told) + len(told) :][:1]
        assert after == "" or after in "，；：、。" or told[-1] in "，；：。”"


def test_a_digest_tells_how_many_it_leaves_out(sample_library: Assistant) -> None:
    answer = ask(sample_library, "80字以内概括各单位的信访听证")
    assert "份写到" in answer.text and "未提及" in answer.text
