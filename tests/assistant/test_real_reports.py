"""Questions over the five real reports, where they lie beside the checkout: statuses, numbers and short terms only."""

import pytest

from assistant.service import Assistant
from tests.assistant.asked import ask, statuses


def _by_number(answer: object) -> dict[str, str]:
    return {file[:3]: status for file, status in statuses(answer).items()}


CENSUS = [
    ("哪些单位开过信访听证会？", {"000": "planned", "001": "silent", "002": "silent", "003": "rules", "004": "silent"}),
    (
        "哪几家聘了法律顾问，各聘几名",
        {"000": "done", "001": "silent", "002": "done", "003": "planned", "004": "suggested"},
    ),
    (
        "有社会稳定风险评估内容的有哪些",
        {"000": "silent", "001": "silent", "002": "done", "003": "silent", "004": "done"},
    ),
    ("哪些机关写到枫桥经验", {"000": "silent", "001": "done", "002": "silent", "003": "planned", "004": "done"}),
    ("阳成县 枫侨经验 有木有", {"004": "done"}),
    ("哪些报告提到复查复核", {"000": "problem", "001": "done", "002": "silent", "003": "silent", "004": "silent"}),
]


@pytest.mark.parametrize(("question", "expected"), CENSUS)
def test_a_census_gives_every_report_its_strongest_status(
    question: str, expected: dict[str, str], real_library: Assistant
) -> None:
    answer = ask(real_library, question)
    found = _by_number(answer)
    assert {number: found.get(number) for number in expected} == expected


def test_nobody_held_a_hearing_and_the_answer_says_so_with_both_quotes(real_library: Assistant) -> None:
    answer = ask(real_library, "哪些单位举行过信访听证？")
    assert (answer.kind, answer.outcome) == ("census", "answered")
    assert not any(found.status == "done" for found in answer.findings)
    assert "没有一份载明已开展" in answer.text
    assert {citation.file[:3] for citation in answer.citations if "听证" in citation.quote} == {"000", "003"}
    assert {one.file[:3] for one in answer.silent} == {"001", "002", "004"}


FIGURES = [
    ("开江县2024年法律咨询做了多少次？", "000", "75次"),
    ("开江县聘了几名法律顾问？", "000", "1名"),
    ("开江县改进工作建议权行使了几次", "000", "5次"),
    ("城口县社会稳定风险评估做了多少件次", "002", "35件次"),
    ("城口县发放法治宣传手册多少份", "002", "5万余份"),
    ("湖南省局提供法律咨询服务多少件次", "003", "46件次"),
    ("湖南信访法治宣传月2024年是第几个", "003", "第七个"),
    ("阳城县宣传当日发放资料多少份", "004", "6000余份"),
    ("城口县累计受理信访事项多少件", "002", "1058件"),
    ("中站区及时受理率是多少", "001", "100%"),
]


@pytest.mark.parametrize(("question", "file", "text"), FIGURES)
def test_a_figure_is_found_in_its_report(question: str, file: str, text: str, real_library: Assistant) -> None:
    answer = ask(real_library, question)
    assert answer.outcome == "answered"
    assert answer.findings[0].figure is not None
    assert answer.findings[0].figure.text == text
    assert answer.citations[0].file.startswith(file)


@pytest.mark.parametrize(
    ("question", "outcome", "reason"),
    [
        ("开江县2024年信访总量是多少", "not_in_reports", "not_stated"), ("哪家信访局工作做得最好，排个名", "out_of_scope", "out_of_scope"),
        ("开江县2022年法律咨询多少次", "not_in_reports", "year_not_held"), ("成都市信访局法律咨询多少次", "not_in_reports", "agency_not_held"),
        ("哪些机关用无人机巡查", "not_in_reports", "topic_absent"),
    ],
)  # fmt: skip
def test_what_the_reports_do_not_state_is_not_answered(
    question: str, outcome: str, reason: str, real_library: Assistant
) -> None:
    answer = ask(real_library, question)
    assert (answer.outcome, answer.reason_kind) == (outcome, reason)


def test_the_document_number_and_date_of_a_report(real_library: Assistant) -> None:
    text = ask(real_library, "开江的文号多少，啥时候印的").text
    assert "〔2025〕2号" in text and "2025-01-24" in text


def test_two_reports_state_a_document_number(real_library: Assistant) -> None:
    answer = ask(real_library, "有几份报告带发文字号")
    assert "2 份载明" in answer.text
    assert {citation.file[:3] for citation in answer.citations} == {"000", "004"}


def test_one_report_has_no_section_on_problems(real_library: Assistant) -> None:
    answer = ask(real_library, "哪些没写存在的问题")
    assert {one.file[:3] for one in answer.silent} == {"003"} or "湖南省信访局" in answer.text


def test_a_follow_up_takes_the_topic_along(real_library: Assistant) -> None:
    answer = ask(real_library, "那城口呢？", "开江县聘请法律顾问了吗？")
    assert _by_number(answer) == {"002": "done"}


def test_where_something_stands_is_told_by_section(real_library: Assistant) -> None:
    answer = ask(real_library, "社会稳定风险评估写在哪一部分哪一条")
    placed = {citation.file[:3]: citation.section for citation in answer.citations}
    assert set(placed) == {"002", "004"}
    assert placed["002"][1].startswith("（一）") and placed["004"][1].startswith("（四）")


def test_exact_words_are_quoted_from_their_heading(real_library: Assistant) -> None:
    answer = ask(real_library, "引原文：开江“三到位一处理”是怎么说的")
    assert answer.citations[0].file.startswith("000")
    assert answer.citations[0].role == "problem"


def test_look_alike_terms_are_kept_apart(real_library: Assistant) -> None:
    construction = ask(real_library, "哪些报告提到三项建设")
    advice = ask(real_library, "哪些报告提到三项建议")
    assert {number for number, status in _by_number(construction).items() if status != "silent"} == {"004"}
    assert {number for number, status in _by_number(advice).items() if status != "silent"} == {"000"}


def test_unlike_units_are_listed_and_not_added_up(real_library: Assistant) -> None:
    answer = ask(real_library, "一共培训了多少人，能不能加总")
    assert "不相加" in answer.text
    assert {found.figure.text for found in answer.findings if found.figure} >= {"200余人", "100余人次"}


def test_asking_where_something_stands_hides_nothing(real_library: Assistant) -> None:
    answer = ask(real_library, "法律顾问是写在成效里还是计划里")
    assert _by_number(answer)["004"] != "silent"


def test_a_combination_is_not_proven_by_one_of_its_parts(real_library: Assistant) -> None:
    answer = ask(real_library, "有没有把听证、评查和社会评价合在一起用的先例")
    assert not any(found.status == "done" for found in answer.findings)
    assert answer.citations[0].file.startswith("000")


@pytest.mark.parametrize("question", ["信仿局 开江 法律咨询", "开江的报告有几个部分", "省级和县级报告在结构上有啥不同"])
def test_words_of_asking_are_never_said_to_be_absent_from_the_reports(question: str, real_library: Assistant) -> None:
    assert ask(real_library, question).reason_kind != "topic_absent"


FOLLOW_UPS = [
    ("出处给我", "开江县2024年法律咨询做了多少次？", {"000"}),
    ("这个数是全县的还是就局里的？", "城口县发放法治宣传手册多少份", {"002"}),
    ("and the other four?", "Did Kaijiang hire legal advisers?", {"002", "003", "004"}),
]


@pytest.mark.parametrize(
    ("follow_up", "before", "files"),
    FOLLOW_UPS,
)
def test_a_follow_up_without_a_name_is_about_the_answer_before(
    follow_up: str, before: str, files: set[str], real_library: Assistant
) -> None:
    answer = ask(real_library, follow_up, before)
    assert {citation.file[:3] for citation in answer.citations} >= files
