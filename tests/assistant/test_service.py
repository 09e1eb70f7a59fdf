"""Questions over the bundled samples, through the whole of it: every kind of answer and every kind of silence."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.errors import BadQuestion
from assistant.service import Assistant
from index.errors import NotWritable
from index.records import Facets
from tests.assistant.asked import ask, statuses
from tests.corpus.known import defect
from tests.samples import four_samples

HEDU, LANJIANG, QIWU, YUNTING = "hedu_2023.txt", "lanjiang_2025.md", "qiwu_2024.txt", "yunting_2024.txt"
HEARINGS = {YUNTING: "done", QIWU: "rules", LANJIANG: "planned", HEDU: "silent"}

CENSUS = [
    ("哪些机关举行过信访听证？", HEARINGS),
    ("有没有单位开过听证会", HEARINGS),
    ("Which bureaus held petition hearings?", HEARINGS),
    ("哪些机关聘请了法律顾问？", {YUNTING: "done", LANJIANG: "planned", HEDU: "problem", QIWU: "silent"}),
    ("哪些机关写到枫桥经验？", {LANJIANG: "done", YUNTING: "planned", HEDU: "suggested", QIWU: "silent"}),
    ("哪些机关开展了社会稳定风险评估？", {YUNTING: "done", LANJIANG: "rules", QIWU: "planned", HEDU: "done"}),
    ("哪些机关有信访代理员？", {HEDU: "done", YUNTING: "planned", QIWU: "silent", LANJIANG: "silent"}),
    ("哪些机关开展心理疏导？", {QIWU: "done", YUNTING: "planned", HEDU: "suggested", LANJIANG: "silent"}),
    ("哪些机关有人民调解员？", {HEDU: "done", QIWU: "done", LANJIANG: "planned", YUNTING: "silent"}),
    ("哪些机关旁听过庭审？", {YUNTING: "done", HEDU: "planned", QIWU: "silent", LANJIANG: "silent"}),
    ("哪些机关写到重复信访？", {LANJIANG: "done", YUNTING: "problem", HEDU: "problem", QIWU: "silent"}),
    ("哪些机关写到复查复核？", {LANJIANG: "done", YUNTING: "rules", QIWU: "planned", HEDU: "silent"}),
]
OPEN_TO_DOUBT = {"哪些机关开展了社会稳定风险评估？": {HEDU}, "哪些机关写到重复信访？": {HEDU}}
"""Reports on which careful readers differ; what the answer says of them is not judged."""


@pytest.mark.parametrize(("question", "expected"), CENSUS)
def test_a_census_gives_every_report_its_strongest_status(
    question: str, expected: dict[str, str], sample_library: Assistant
) -> None:
    answer = ask(sample_library, question)
    assert (answer.kind, answer.outcome) == ("census", "answered")
    skipped = OPEN_TO_DOUBT.get(question, set())
    found = {file: status for file, status in statuses(answer).items() if file not in skipped}
    assert found == {file: status for file, status in expected.items() if file not in skipped}


def test_the_answer_on_hearings_leads_with_the_one_that_held_them_and_its_number(sample_library: Assistant) -> None:
    answer = ask(sample_library, "哪些机关举行过信访听证？")
    assert answer.citations[0].file == YUNTING
    assert "23场" in answer.citations[0].quote
    assert answer.findings[0].citation == 1
    assert "[1]" in answer.text
    assert [one.file for one in answer.silent] == [HEDU]


def test_the_counts_of_the_leading_sentence_add_up_to_the_reports_searched(sample_library: Assistant) -> None:
    lead = ask(sample_library, "哪些机关举行过信访听证？").text.split("\n")[0]
    assert "4 份报告" in lead
    assert lead.count("1 份") == 4


@pytest.mark.parametrize(
    ("question", "file", "text", "value"),
    [
        ("云汀市2024年举行了多少场信访听证会？", YUNTING, "23场", 23), ("云汀市聘了几名法律顾问？", YUNTING, "2名", 2), ("栖梧区发出督办函多少份？", QIWU, "73份", 73),
        ("禾渡县选聘了多少名信访代理员？", HEDU, "86名", 86), ("禾渡县排查纠纷多少起？", HEDU, "736起", 736), ("岚江省发放口袋书多少册？", LANJIANG, "28万余册", 280000),
        ("岚江省复查复核审结多少件？", LANJIANG, "121件", 121), ("栖梧区调解成功率是多少？", QIWU, "88.9%", 88.9), ("云汀市积案化解率多少？", YUNTING, "90.7%", 90.7),
        ("栖梧区人民调解员有几名？", QIWU, "6名", 6), ("How many hearings did Yunting hold in 2024?", YUNTING, "23场", 23),
    ],
)  # fmt: skip
def test_a_figure_question_is_answered_with_the_figure_and_its_sentence(
    question: str, file: str, text: str, value: float, sample_library: Assistant
) -> None:
    answer = ask(sample_library, question)
    assert (answer.kind, answer.outcome) == ("figure", "answered")
    first = answer.findings[0]
    assert first.figure is not None
    assert (first.figure.text, first.figure.value) == (text, value)
    assert answer.citations[0].file == file and text in "".join(answer.citations[0].quote.split())
    assert text in answer.text


def test_an_approximate_figure_is_said_to_be_approximate(sample_library: Assistant) -> None:
    answer = ask(sample_library, "岚江省发放口袋书多少册？")
    assert answer.findings[0].figure.approximate
    assert "约数" in answer.text


def test_a_planned_number_is_not_given_as_a_deed(sample_library: Assistant) -> None:
    answer = ask(sample_library, "禾渡县举办了几期业务培训班？")
    assert all(found.status == "planned" for found in answer.findings if found.figure is not None)


def test_figures_of_several_reports_are_listed_and_not_added_up(sample_library: Assistant) -> None:
    answer = ask(sample_library, "各地一共培训了多少人次，能加总吗？")
    assert "不相加" in answer.text
    assert answer.outcome in ("answered", "partial")


@pytest.mark.parametrize(
    ("question", "outcome", "reason"),
    [
        ("芷水县信访局开过听证吗？", "not_in_reports", "agency_not_held"),
        ("云汀市2019年举行过听证吗？", "not_in_reports", "year_not_held"),
        ("哪些机关写到直升机？", "not_in_reports", "topic_absent"),
        ("栖梧区举行了多少场信访听证会？", "not_in_reports", "not_stated"),
        ("云汀市信访总量是多少？", "not_in_reports", "not_stated"),
        ("云汀市培训了多少人？", "not_in_reports", "not_stated"),
        ("哪家信访局工作做得最好，排个名", "out_of_scope", "out_of_scope"),
        ("我家房子被拆了该怎么上访", "out_of_scope", "out_of_scope"),
        ("今天天气怎么样", "out_of_scope", "out_of_scope"),
        ("量子计算机是怎么纠错的", "not_in_reports", "topic_absent"),
        ("Did Chengdu hold hearings in 2024?", "not_in_reports", "agency_not_held"),
    ],
)  # fmt: skip
def test_every_kind_of_silence_has_its_reason(
    question: str, outcome: str, reason: str, sample_library: Assistant
) -> None:
    answer = ask(sample_library, question)
    assert (answer.outcome, answer.reason_kind) == (outcome, reason)
    assert not any(found.status == "done" and found.figure for found in answer.findings)


def test_what_is_held_and_what_is_not_are_answered_apart(sample_library: Assistant) -> None:
    answer = ask(sample_library, "云汀市和芷水县举行过听证吗？")
    assert (answer.outcome, answer.reason_kind) == ("partial", "agency_not_held")
    assert "芷水县" in answer.text and answer.findings[0].agency == "云汀市信访局"


def test_a_topic_without_mention_lists_every_report_as_silent(sample_library: Assistant) -> None:
    answer = ask(sample_library, "哪些机关写到直升机？")
    assert len(answer.silent) == answer.searched.reports == 4
    assert answer.findings == ()


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("库里有哪些报告？", ("禾渡县信访局", "岚江省信访局", "栖梧区信访局", "云汀市信访局", "2023", "2025")),
        ("云汀市的文号是多少，什么时候印发的？", ("云信发〔2025〕11号", "2025-02-08")),
        ("栖梧区的文号是多少？", ("栖信字【2025】4号",)),
        ("有几份报告写了文号？", ("2 份载明文号",)),
        ("云汀市的报告抄送给谁？", ("市委依法治市办",)),
    ],
)
def test_the_catalogue_is_answered_from_the_reports_identity(
    question: str, words: tuple[str, ...], sample_library: Assistant
) -> None:
    answer = ask(sample_library, question)
    assert (answer.kind, answer.outcome) == ("catalogue", "answered")
    plain = answer.text.replace("\\", "")
    assert [word for word in words if word not in plain] == []


def test_a_question_for_the_silent_leads_with_them(sample_library: Assistant) -> None:
    lead = ask(sample_library, "哪些机关没有提到听证？").text.split("\n")[0]
    assert "禾渡县" in lead


@defect(
    "two general words (制度, 文件) must stand in one statement, and 印发 is dropped: everyone is said to be silent"
)
def test_general_words_are_not_claimed_to_be_absent(sample_library: Assistant) -> None:
    answer = ask(sample_library, "哪些机关印发了制度文件？")
    assert answer.outcome == "answered"
    assert {QIWU, YUNTING} <= {file for file, status in statuses(answer).items() if status == "rules"}


def test_what_a_report_does_not_state_is_said_so(sample_library: Assistant) -> None:
    assert "未载明" in ask(sample_library, "禾渡县的文号是多少？").text


@pytest.mark.parametrize(
    ("question", "file", "quotes"),
    [
        ("禾渡县的报告存在哪些问题？", HEDU, ("法律专业支撑", "接访安排", "诉与访", "老户老案", "普法办法")),
        ("云汀市存在哪些不足？", YUNTING, ("业务培训", "网上信访", "政务公开", "重复信访")),
        ("云汀市明年有哪些打算？", YUNTING, ("枫桥经验", "领导包案", "信访代理", "心理疏导", "群众评价")),
        ("岚江省的困难和短板部分写了什么？", LANJIANG, ("说理答复", "专业力量")),
        ("省级机关写了哪些问题？", LANJIANG, ("说理答复", "专业力量")),
    ],
)  # fmt: skip
def test_a_part_of_a_report_is_listed_point_by_point(
    question: str, file: str, quotes: tuple[str, ...], sample_library: Assistant
) -> None:
    answer = ask(sample_library, question)
    assert (answer.kind, answer.outcome) == ("section", "answered")
    assert {citation.file for citation in answer.citations} == {file}
    said = "".join(citation.quote for citation in answer.citations)
    assert [quote for quote in quotes if quote not in said] == []


def test_a_report_without_such_a_part_is_named(sample_library: Assistant) -> None:
    answer = ask(sample_library, "栖梧区存在哪些问题？")
    assert not any(found.status == "done" for found in answer.findings)
    assert "栖梧区信访局" in answer.text


def test_exact_words_come_with_the_path_of_their_section(sample_library: Assistant) -> None:
    answer = ask(sample_library, "引原文：“板凳说事点”是怎么说的？")
    assert answer.kind == "section"
    assert "板凳说事点" in answer.citations[0].quote
    assert answer.citations[0].section[1].startswith("（二）")


def test_a_report_that_answers_with_none_is_quoted_with_its_heading(sample_library: Assistant) -> None:
    answer = ask(sample_library, "禾渡县履行法院生效裁判情况怎么样，有没有？")
    quoted = [found for found in answer.findings if found.status == "nil"]
    assert quoted and "生效裁判" in quoted[0].quote and quoted[0].quote.endswith("无。")


def test_a_follow_up_asks_the_same_of_another_place(sample_library: Assistant) -> None:
    answer = ask(sample_library, "那栖梧区呢？", "云汀市举行过信访听证吗？")
    assert statuses(answer) == {QIWU: "rules"}


def test_a_follow_up_about_a_place_not_held_answers_for_nobody_else(sample_library: Assistant) -> None:
    answer = ask(sample_library, "那芷水县呢？", "云汀市举行过信访听证吗？")
    assert (answer.outcome, answer.findings) == ("not_in_reports", ())


@pytest.mark.parametrize(
    ("facets", "reports"),
    [
        (Facets(levels=("city",)), 1), (Facets(years=(2024,)), 2), (Facets(agencies=("栖梧区信访局",)), 1), (Facets(regions=("岚江省",)), 1),
        (Facets(levels=("county",), years=(2023,)), 1), (Facets(), 4),
    ],
)  # fmt: skip
def test_facets_set_beside_the_question_narrow_it(facets: Facets, reports: int, sample_library: Assistant) -> None:
    answer = ask(sample_library, "哪些机关举行过信访听证？", facets=facets)
    assert answer.searched.reports == reports


@pytest.mark.parametrize(
    "facets",
    [
        Facets(levels=("town",)),
        Facets(years=(2010,)),
        Facets(agencies=("芷水县信访局",)),
        Facets(regions=("芷水县",)),
        Facets(levels=("city",), years=(2023,)),
    ],
)
@pytest.mark.parametrize(
    "question",
    ["哪些机关举行过信访听证？", "举行了多少场听证？", "听证是怎么开展的？", "库里有哪些报告？", "存在哪些问题？"],
)
def test_facets_that_match_nothing_return_nothing_and_say_so(
    question: str, facets: Facets, sample_library: Assistant
) -> None:
    answer = ask(sample_library, question, facets=facets)
    assert (answer.outcome, answer.searched.reports) == ("not_in_reports", 0)
    assert answer.findings == answer.citations == answer.silent == answer.near == ()
    assert answer.text
    assert sample_library.search("听证", facets) == ()


def test_facets_that_exclude_the_question_return_nothing(sample_library: Assistant) -> None:
    answer = ask(sample_library, "云汀市举行过听证吗？", facets=Facets(agencies=("栖梧区信访局",)))
    assert (answer.outcome, answer.searched.reports, answer.findings) == ("not_in_reports", 0, ())


def test_a_status_facet_keeps_only_that_status(sample_library: Assistant) -> None:
    answer = ask(sample_library, "哪些机关举行过信访听证？", facets=Facets(statuses=("planned",)))
    assert {found.status for found in answer.findings} == {"planned"}


def test_a_message_that_cannot_be_asked_is_refused(sample_library: Assistant) -> None:
    with pytest.raises(BadQuestion):
        sample_library.ask("   ")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_example_question_is_answered(language: str, sample_library: Assistant) -> None:
    questions = sample_library.examples(language)
    assert len(questions) >= 3
    for question in questions:
        answer = ask(sample_library, question)
        assert answer.outcome == "answered", question
        assert answer.citations, question


def test_an_answer_in_english_is_in_english(sample_library: Assistant) -> None:
    answer = ask(sample_library, "Which bureaus held petition hearings?")
    assert answer.language == "en"
    assert answer.text.startswith("Checked 4 reports")


def test_the_matrix_agrees_with_the_census(sample_library: Assistant) -> None:
    found = sample_library.matrix(["信访听证", "法律顾问"])
    files = {one["report"]: one["file"] for one in found["reports"]}
    cells = {(cell["topic"], files[cell["report"]]): cell["status"] for cell in found["cells"]}
    assert {file: cells["信访听证", file] for file in files.values()} == HEARINGS
    assert len(found["cells"]) == 8


def test_the_same_files_give_the_same_answers_after_reopening(sample_library: Assistant, tmp_path: Path) -> None:
    four_samples(tmp_path / "reports")
    questions = ["哪些机关举行过信访听证？", "云汀市举行了多少场听证？", "信访代理员是怎么管理的？", "库里有哪些报告？"]
    expected = [sample_library.ask(question).to_dict() for question in questions]
    for _ in range(2):
        with Assistant.open(tmp_path / "reports", tmp_path / "data") as again:
            assert [again.ask(question).to_dict() for question in questions] == expected
            assert again.catalogue() == sample_library.catalogue()


def test_asking_twice_gives_the_same_answer(sample_library: Assistant) -> None:
    first = sample_library.ask("信访代理员是怎么管理的？")
    assert sample_library.ask("信访代理员是怎么管理的？") == replace(first)


def test_a_data_folder_that_is_a_file_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(NotWritable, match="file"):
        Assistant.open(four_samples(tmp_path / "reports"), tmp_path / "file")
