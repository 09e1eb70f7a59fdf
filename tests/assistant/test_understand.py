"""A message, with what was said before it, becomes a question; what cannot be asked is refused with what to do."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import AssistantError, BadQuestion
from assistant.question import Question
from assistant.understand import MAX_LENGTH, checked, understand
from corpus.report import Report

Reports = tuple[Report, ...]
TODAY = date(2026, 3, 1)


def _ask(message: str, reports: Reports, *earlier: str) -> Question:
    history = [
        turn
        for text in earlier
        for turn in ({"role": "user", "content": text}, {"role": "assistant", "content": "好的。"})
    ]
    return understand(message, history, reports, TODAY)


@pytest.mark.parametrize(
    ("message", "kind"),
    [
        ("哪些机关举行过信访听证？", "census"), ("有没有机关聘了法律顾问", "census"), ("谁写到了枫桥经验", "census"), ("柳川县开过听证吗", "census"),
        ("Which bureaus held petition hearings?", "census"), ("柳川县2024年举行了多少场听证", "figure"), ("听证开了几次", "figure"), ("办结率是百分之几", "figure"),
        ("How many hearings did Liuchuan hold?", "figure"), ("库里有多少份报告", "catalogue"), ("柳川县的文号是多少", "catalogue"), ("什么时候印发的", "catalogue"),
        ("听证的原文怎么说", "section"), ("听证写在哪一部分", "section"), ("柳川县存在哪些问题", "section"), ("听证是怎么开展的", "passages"),
        ("列出2024年的报告", "catalogue"), ("为什么要开听证", "passages"), ("比较柳川县和云坪县的法律顾问工作", "compare"),
        ("请比较柳川、云坪两地的普法", "compare"), ("信访总量比较大的县和市有哪些", "figure"), ("给各局排名", "none"), ("我家拆迁怎么上访", "none"), ("明天天气怎么样", "none"),
    ],
)  # fmt: skip
def test_the_kind_of_answer_wanted(message: str, kind: str, county_reports: Reports) -> None:
    assert _ask(message, county_reports).kind == kind


def test_facets_topic_and_unit_are_read_from_one_message(county_reports: Reports) -> None:
    question = _ask("柳川县2024年举行了多少场信访听证？", county_reports)
    assert question.facets.agencies == ("柳川县信访局",)
    assert question.facets.years == (2024,)
    assert question.topic.text == "信访听证"
    assert question.unit == "场"
    assert question.message == "柳川县2024年举行了多少场信访听证？"


@pytest.mark.parametrize(
    ("message", "levels"),
    [
        ("各县听证情况", ("county",)),
        ("省级机关怎么写听证", ("province",)),
        ("哪些市开过听证", ("city",)),
        ("哪些乡镇开过听证", ("town",)),
        ("谁开过听证", ()),
    ],
)
def test_levels_are_read(message: str, levels: tuple[str, ...], county_reports: Reports) -> None:
    assert _ask(message, county_reports).facets.levels == levels


@pytest.mark.parametrize(
    ("message", "focus"),
    [
        ("哪些机关举行过听证", "done"),
        ("哪些机关打算明年开展听证", "planned"),
        ("谁出台了听证办法", "rules"),
        ("哪些机关承认听证有不足", "problem"),
    ],
)
def test_the_status_asked_about_is_read(message: str, focus: str, county_reports: Reports) -> None:
    assert _ask(message, county_reports).focus == focus


def test_sections_asked_about_are_read(county_reports: Reports) -> None:
    assert _ask("问题部分提到听证了吗", county_reports).roles == ("problem",)
    assert _ask("计划部分提到听证的有哪些", county_reports).roles == ("plan",)


def test_years_and_agencies_that_are_not_held_are_set_apart(county_reports: Reports) -> None:
    question = _ask("芷水县2019年开过听证吗", county_reports)
    assert question.absent == ("芷水县",) and question.facets.agencies == ()
    assert question.absent_years == (2019,) and question.facets.years == ()


def test_next_years_plan_is_looked_for_in_the_report_that_plans_it(county_reports: Reports) -> None:
    question = _ask("南岭省2026年计划开展什么", county_reports)
    assert question.facets.years == (2025,) and question.absent_years == ()


def test_language_follows_the_message(county_reports: Reports) -> None:
    assert _ask("哪些机关举行过听证", county_reports).language == "zh"
    assert _ask("Which bureaus held hearings?", county_reports).language == "en"
    assert _ask("List every report that mentions review and re-examination (复查复核)", county_reports).language == "en"


def test_asking_for_the_silent_is_read(county_reports: Reports) -> None:
    assert _ask("哪些机关没有提到听证", county_reports).complement
    assert not _ask("哪些机关提到听证", county_reports).complement


@pytest.mark.parametrize(
    "follow_up",
    ["那云坪区呢？", "云坪区呢", "那云坪呢", "云坪区信访办公室呢？", "what about Yunping?", "那2024年呢？"],
)
def test_a_follow_up_takes_the_topic_of_the_question_before(follow_up: str, county_reports: Reports) -> None:
    question = _ask(follow_up, county_reports, "柳川县举行过多少场信访听证？")
    assert question.topic.text == "信访听证"
    assert question.kind == "figure"
    assert question.unit == "场"


def test_a_follow_up_takes_its_own_agency_and_drops_the_one_before(county_reports: Reports) -> None:
    question = _ask("那云坪区呢？", county_reports, "柳川县2023年举行过听证吗？")
    assert question.facets.agencies == ("云坪区信访办公室",)
    assert question.facets.years == ()


def test_a_follow_up_about_another_year_keeps_the_agency(county_reports: Reports) -> None:
    question = _ask("那2024年呢？", county_reports, "柳川县2023年举行过听证吗？")
    assert question.facets.agencies == ("柳川县信访局",) and question.facets.years == (2024,)


def test_a_follow_up_about_a_place_not_held_names_it_and_asks_nobody_else(county_reports: Reports) -> None:
    question = _ask("那芷水县呢？", county_reports, "柳川县举行过听证吗？")
    assert question.absent == ("芷水县",) and question.facets.agencies == ()


def test_a_chain_of_follow_ups_keeps_the_topic(county_reports: Reports) -> None:
    question = _ask("那青屏市呢？", county_reports, "柳川县举行过信访听证吗？", "那云坪区呢？")
    assert question.topic.text == "信访听证" and question.facets.agencies == ("青屏市信访局",)


def test_a_whole_question_takes_nothing_from_the_one_before(county_reports: Reports) -> None:
    question = _ask("哪些机关聘了法律顾问？", county_reports, "柳川县2023年举行过听证吗？")
    assert question.topic.text == "法律顾问" and question.facets.agencies == () and question.facets.years == ()


def test_a_history_without_questions_changes_nothing(county_reports: Reports) -> None:
    history = [{"role": "assistant", "content": "你好"}, {"role": "user", "content": " "}]
    assert understand("那云坪区呢？", history, county_reports, TODAY).facets.agencies == ("云坪区信访办公室",)


@pytest.mark.parametrize("message", ["", "   ", "\n\t", "？？？", "……", "\x00\x01", "😀😀😀", "\u200b\u200b"])
def test_a_message_without_a_question_is_refused_with_what_to_do(message: str) -> None:
    with pytest.raises(BadQuestion) as refused:
        checked(message)
    assert "请" in refused.value.message("zh")
    assert "type" in refused.value.message("en")


@pytest.mark.parametrize("message", ["听" * (MAX_LENGTH + 1), "😀" * 100_000])
def test_a_message_that_is_too_long_is_refused_with_its_length(message: str) -> None:
    with pytest.raises(AssistantError, match=str(len(message))):
        checked(message)


def test_the_longest_message_allowed_is_read(county_reports: Reports) -> None:
    assert _ask("听" * MAX_LENGTH, county_reports).message


def test_control_characters_go_and_the_words_stay(county_reports: Reports) -> None:
    assert _ask("柳川县\x00举行过\x07听证吗", county_reports).topic.text == "信访听证"


def test_full_width_digits_and_spaces_are_read(county_reports: Reports) -> None:
    assert _ask("柳川县 ２０２４ 年举行过多少场听证", county_reports).facets.years == (2024,)


@settings(deadline=None, max_examples=60, derandomize=True, database=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "柳川县",
                "2024年",
                "听证",
                "多少场",
                "哪些",
                "吗",
                "？",
                "那",
                "呢",
                "没有",
                "、",
                "和",
                " ",
                "A",
                "“",
                "《",
                "12",
            ]
        ),
        min_size=1,
        max_size=14,
    )
)
def test_any_message_is_read_or_refused(words: list[str]) -> None:
    try:
        question = understand("".join(words), [], (), TODAY)
    except BadQuestion:
        return
    assert question.topic.weights() == () or sum(question.topic.weights()) == pytest.approx(1)
