"""Several things asked for together: read as conditions in many wordings, and never read into a plain question."""

import pytest

from assistant.conditions import Condition, conditions_of
from assistant.service import Assistant
from assistant.topics import topic_of
from tests.assistant.asked import ask

HEARINGS, COUNSEL, REVIEW, RISK = "信访听证", "法律顾问", "案件评查", "社会稳定风险评估"
BOTH = [
    "哪些单位既有法律顾问又有风险评估",
    "法律顾问和风险评估都有的单位有哪些",
    "同时有法律顾问和风险评估的是谁",
    "不仅有法律顾问，还有风险评估的机关有哪些",
    "除了法律顾问，还有风险评估的单位是哪几家",
    "which offices have both legal counsel and risk assessment",
]
ONE_WITHOUT_THE_OTHER = [
    "做了听证没做案件评查的有哪些",
    "哪些单位听证做了、案件评查没做",
    "哪些单位听证做了案件评查没做",
    "哪些机关开展了听证但没有开展案件评查",
    "哪几家搞过听证却没搞案件评查",
    "哪些单位未开展案件评查但举行了听证",
    "Which bureaus held hearings but did not carry out case review?",
]
PLAIN = [
    "哪些机关举行过听证",
    "有没有单位没提听证",
    "哪些机关开展了听证和案件评查",
    "听证或者案件评查，哪些单位做过",
    "谁举行了听证，谁没举行",
    "听证做了没有，哪些单位做了",
    "哪些单位开展无人机巡查",
    "听证是办了，还是只定了规矩，有哪些单位",
    "听证和案件评查各家都有哪些做法",
    "哪些未成年人保护工作做了",
    "听证该办没办的毛病，哪些单位承认了",
    "哪些单位的法律顾问没到过会场",
    "哪些地方有老人行动不便、没人替他们跑腿",
]


def _read(question: str) -> list[tuple[str, tuple[str, ...], bool]]:
    return [(one.topic.text, one.statuses, one.wanted) for one in conditions_of(question, topic_of)]


@pytest.mark.parametrize("question", BOTH)
def test_both_are_wanted(question: str) -> None:
    found = _read(question)
    assert {(topic, wanted) for topic, _, wanted in found} == {(COUNSEL, True), (RISK, True)}
    assert all("done" in statuses and "planned" not in statuses for _, statuses, _ in found)


@pytest.mark.parametrize("question", ONE_WITHOUT_THE_OTHER)
def test_one_is_wanted_and_the_other_is_not(question: str) -> None:
    assert sorted(_read(question)) == sorted([(HEARINGS, ("done",), True), (REVIEW, ("done",), False)])


@pytest.mark.parametrize("question", PLAIN)
def test_a_plain_question_has_no_conditions(question: str) -> None:
    assert _read(question) == []


@pytest.mark.parametrize("question", ["听证发了文但没开展的有哪些", "哪些单位听证印发了文件却没有举行"])
def test_one_topic_may_be_wanted_with_one_status_and_not_another(question: str) -> None:
    assert _read(question) == [(HEARINGS, ("rules",), True), (HEARINGS, ("done",), False)]


def test_only_planned_means_not_done() -> None:
    assert _read("听证只有打算的是哪些单位") == [(HEARINGS, ("planned",), True), (HEARINGS, ("done",), False)]


def test_to_speak_of_a_thing_is_less_than_to_do_it() -> None:
    spoken = Condition(topic_of("听证"), (), True)
    done = Condition(topic_of("听证"), ("done",), True)
    assert spoken.met(["planned"]) and not done.met(["planned"]) and not spoken.met([])


def test_a_report_meets_all_conditions_with_a_quote_for_each(sample_library: Assistant) -> None:
    answer = ask(sample_library, "哪些单位既写到听证又写到枫桥经验")
    files = {citation.number: citation.file for citation in answer.citations}
    meeting = {files[found.citation] for found in answer.findings}
    assert (answer.kind, answer.outcome) == ("census", "answered")
    assert meeting == {"lanjiang_2025.md", "yunting_2024.txt"}
    for file in meeting:
        assert {found.topic for found in answer.findings if files[found.citation] == file} == {HEARINGS, "枫桥经验"}


def test_those_that_lack_something_are_told_with_what_they_have(sample_library: Assistant) -> None:
    answer = ask(sample_library, "哪些单位既写到听证又写到枫桥经验")
    assert {one.file: one.lacks for one in answer.silent} == {
        "hedu_2023.txt": ("未写到“信访听证”",),
        "qiwu_2024.txt": ("未写到“枫桥经验”",),
    }
    assert "核查 4 份报告" in answer.text and "2 份全部满足" in answer.text and "2 份不全满足" in answer.text


def test_a_combination_is_counted_by_level_where_asked(sample_library: Assistant) -> None:
    answer = ask(sample_library, "哪些单位既写到听证又写到枫桥经验，按级别分")
    rows = [line for line in answer.text.splitlines() if line.startswith("| ")]
    assert rows[-1] == "| 合计 | 2 份 | 2 份 | 0 份 | 4 份 |"


def test_a_plan_is_no_deed_in_a_combination(sample_library: Assistant) -> None:
    answer = ask(sample_library, "哪些单位聘了法律顾问但没举行听证")
    assert answer.outcome == "answered" and not answer.findings
    assert "没有一份全部满足" in answer.text
    assert len(answer.silent) == 4


def test_silence_on_all_of_it_leads_with_the_silent(sample_library: Assistant) -> None:
    answer = ask(sample_library, "听证和案件评查都没提的有哪些单位")
    assert "hedu_2023.txt" in {one.file for one in answer.silent}
    assert "未提及" in answer.text.split("\n")[0]
