"""A digest: within the length asked for, every line a quotation, nothing between."""

import re

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

    assert sum(len(quote) for quote in re.findall("“(.+?)”\\[", short.text)) <= 180
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
