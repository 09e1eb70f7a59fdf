"""Precedents: sorted by what others made of it, near-copies told once, every report accounted for."""

import re

import pytest

from assistant.asked_shape import PRECEDENT
from assistant.service import Assistant
from tests.assistant.asked import ask

ASKED = [
    "旁听庭审有没有先例", "听证别处怎么写的", "想借鉴一下法律顾问的做法", "其他县是怎么写心理疏导的", "兄弟单位听证怎么搞的", "How do others write about hearings?",
    "各地怎么写听证的", "有没有现成的规矩可以抄", "人家信访代理是怎么办的",
]  # fmt: skip
NOT_ASKED = ["哪些机关举行过听证", "云汀市举行了多少场听证", "听证是怎么开展的"]


@pytest.mark.parametrize("question", ASKED)
def test_a_question_for_a_model_is_one(question: str) -> None:
    assert PRECEDENT.search(question)


@pytest.mark.parametrize("question", NOT_ASKED)
def test_another_question_is_none(question: str) -> None:
    assert not PRECEDENT.search(question)


def test_passages_stand_under_what_was_made_of_the_thing(sample_library: Assistant) -> None:
    answer = ask(sample_library, "信访听证别处怎么写的，想借鉴一下")
    heads = re.findall(r"^\*\*(.+)\*\*$", answer.text, re.MULTILINE)
    assert heads == ["已经这样做的", "写成制度的", "打算这样做的"]
    assert [one.file for one in answer.silent] == ["hedu_2023.txt"]


def test_near_copies_are_told_once_with_every_place(years_library: Assistant) -> None:
    answer = ask(years_library, "矛盾纠纷排查有没有先例可以借鉴")
    folded = [line for line in answer.text.splitlines() if "几乎同文" in line]
    assert len(folded) == 1
    assert "菖溪县" in folded[0] and "蓼湾县" in folded[0]
    files = {citation.number: citation.file for citation in answer.citations}
    marks = {files[int(mark)] for mark in re.findall(r"\[(\d+)\]", folded[0])}
    assert marks == {"changxi_2024.txt", "liaowan_2024.pdf"}


def test_the_asker_is_left_out_where_others_are_asked_about(sample_library: Assistant) -> None:
    answer = ask(sample_library, "栖梧区没写好听证，其他单位怎么写的")
    assert answer.findings
    assert "qiwu_2024.txt" not in {citation.file for citation in answer.citations}
