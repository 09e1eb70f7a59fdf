"""A message that leans on the one before: what it changes, what it keeps, and when it is a question of its own."""

from datetime import date

import pytest

from assistant.pointing import item_named
from assistant.question import Question
from assistant.turns import STATES, TURNS, signs, state_named
from assistant.understand import understand
from corpus.report import Report

Reports = tuple[Report, ...]
TODAY = date(2025, 6, 1)
LIU, YUN, QING, NAN = "柳川县信访局", "云坪区信访办公室", "青屏市信访局", "南岭省信访局"
ONE, ALL = "柳川县2024年举行过多少场信访听证？", "哪些机关举行过信访听证？"


def _ask(reports: Reports, *messages: str) -> Question:
    """Read the last message after the others; the answers before name all reports, in their order."""
    history = [{"role": "user", "content": text} for text in messages[:-1]]
    return understand(messages[-1], history, reports, TODAY, lambda asked: tuple(filter(asked.facets.admit, reports)))


@pytest.mark.parametrize("rule", [pytest.param(rule, id=rule.matches) for rule in (*TURNS, *STATES)])
def test_a_row_matches_its_example_and_not_its_counter_example(rule: object) -> None:
    found = [signs(text) if rule in TURNS else {state_named(text)} for text in (rule.matches, rule.rejects)]
    assert rule.meaning in found[0] and rule.meaning not in found[1]


@pytest.mark.parametrize(
    "message",
    [
        "那云坪呢", "云坪区呢？", "那云坪区信访办呢", "换成云坪区", "云坪", "改看云坪区的", "云坪区也查一下", "再看看云坪", "那么云坪区信访办公室呢？", "云坪那边呢", "同样的问题，云坪区", "云坪 too", "what about Yunping?",
        "and Yunping?", "how about Yunping then", "哪云坪区呢", "云坪区捏", "那云平区呢", "轮到云坪区了", "至于云坪区呢",
    ],
)  # fmt: skip
def test_another_agency_is_asked_the_same(message: str, county_reports: Reports) -> None:
    question = _ask(county_reports, ONE, message)
    assert (question.kind, question.topic.text, question.unit) == ("figure", "信访听证", "场")
    assert question.facets.agencies == (YUN,) and question.facets.years == (2024,)
    assert question.said() == message


@pytest.mark.parametrize(
    ("message", "years"),
    [
        ("那2023年呢", (2023,)), ("2023年的", (2023,)), ("上一年呢", (2023,)), ("前一年的呢", (2023,)), ("往前一年", (2023,)), ("换成23年", (2023,)), ("前年呢", (2023,)), ("the year before?", (2023,)),
        ("and in 2023?", (2023,)), ("去年呢", (2023,)), ("近两年呢", (2023, 2024)), ("last two years", (2023, 2024)), ("不限年份", ()), ("所有年份的", ()), ("历年的呢", ()),
    ],
)  # fmt: skip
def test_another_year_is_asked_the_same(message: str, years: tuple[int, ...], county_reports: Reports) -> None:
    question = _ask(county_reports[:2], ONE, message)
    assert (question.kind, question.topic.text, question.facets.agencies) == ("figure", "信访听证", (LIU,))
    assert question.facets.years == years


def test_words_for_years_are_told_how_they_were_read(county_reports: Reports) -> None:
    assert any("上一年" in note and "2023" in note for note in _ask(county_reports, ONE, "上一年呢").notes)
    english = _ask(county_reports, "Which bureaus held petition hearings last year?").notes
    assert any("last year" in note and "2024" in note for note in english)
    assert _ask(county_reports, ONE, "2023年呢").notes == ()


def test_a_year_that_the_next_agency_has_no_report_of_is_let_go_and_told(county_reports: Reports) -> None:
    question = _ask(county_reports, "柳川县2023年举行过听证吗？", "那云坪区呢")
    assert question.facets.years == () and any("2023" in note for note in question.notes)


@pytest.mark.parametrize(
    ("message", "levels"),
    [
        ("只看县级的", ("county",)), ("县级的呢", ("county",)), ("县里的", ("county",)), ("光看市里的呢", ("city",)), ("省里呢", ("province",)), ("省局呢？", ("province",)), ("市一级的", ("city",)), ("只要各县的", ("county",)),
        ("乡镇一级呢", ("town",)), ("镇里呢", ("town",)), ("区县的有哪些", ("county",)), ("only the counties", ("county",)), ("just the provincial ones", ("province",)), ("里头县级的有哪些？", ("county",)),
    ],
)  # fmt: skip
def test_a_level_narrows_the_same_question(message: str, levels: tuple[str, ...], county_reports: Reports) -> None:
    question = _ask(county_reports, ALL, message)
    assert (question.kind, question.topic.text, question.facets.levels) == ("census", "信访听证", levels)
    assert question.absent == ()


@pytest.mark.parametrize(
    "message",
    [
        "不限级别",
        "不限县里了",
        "所有单位都算上",
        "不限单位",
        "全部机关",
        "各家都算",
        "五份报告都看",
        "all the reports please",
        "不管哪个单位",
    ],
)
def test_a_level_is_taken_back(message: str, county_reports: Reports) -> None:
    question = _ask(county_reports, ALL, "只看县级的", message)
    assert question.topic.text == "信访听证" and question.facets.levels == () and question.facets.agencies == ()


@pytest.mark.parametrize(
    ("message", "status"),
    [
        ("只要已经做了的", "done"), ("光看计划的", "planned"), ("只列打算做的", "planned"), ("哪些是真做了的", "done"), ("只把承认有问题的列出来", "problem"), ("光是提建议的有谁", "suggested"),
        ("只看定了制度的", "rules"), ("only those that actually did it", "done"), ("just the planned ones", "planned"), ("写明没有的有哪些", "nil"),
    ],
)  # fmt: skip
def test_a_status_narrows_the_same_question(message: str, status: str, county_reports: Reports) -> None:
    question = _ask(county_reports, ALL, message)
    assert (question.kind, question.topic.text, question.facets.statuses) == ("census", "信访听证", (status,))


@pytest.mark.parametrize(
    "message",
    ["哪些没提？", "谁没写", "哪些压根没提", "没提的呢", "没写的有哪些", "哪家没写到", "who didn't?", "which ones do not mention it", "一个字没写的是谁", "只字未提的有谁", "哪些空白", "剩下几家呢", "其余的呢", "and the others?"],
)  # fmt: skip
def test_the_silent_are_asked_for(message: str, county_reports: Reports) -> None:
    question = _ask(county_reports, ALL, message)
    assert (question.kind, question.topic.text, question.complement, question.facets.agencies) == (
        "census",
        "信访听证",
        True,
        (),
    )


@pytest.mark.parametrize(
    "message",
    ["其他几家呢", "其余的呢", "剩下的单位呢", "别的县局呢", "and the others?", "what about the rest", "另外几家"],
)
def test_all_but_those_asked_about_are_asked_the_same(message: str, county_reports: Reports) -> None:
    question = _ask(county_reports, "柳川县和云坪区举行过听证吗", message)
    assert set(question.facets.agencies) == {QING, NAN} and question.topic.text == "信访听证"


@pytest.mark.parametrize(
    "message",
    [
        "出处", "出处给我", "原文呢", "原话怎么说的", "哪一段写的", "在报告第几部分", "写在哪里", "show me the quote", "what's the source?", "原文贴出来", "引一下原文", "依据是什么", "这个数是全县的还是局里的", "这个数怎么来的", "这3场是全县的吗",
        "真的吗", "再说一遍", "are you sure?", "where is that from",
    ],
)  # fmt: skip
def test_a_figure_is_shown_again_with_its_sentence(message: str, county_reports: Reports) -> None:
    question = _ask(county_reports, ONE, message)
    assert (question.kind, question.topic.text, question.unit, question.facets.agencies) == (
        "figure",
        "信访听证",
        "场",
        (LIU,),
    )


@pytest.mark.parametrize("message", ["原文呢", "出处", "怎么写的，贴原话", "show me the quote", "原文贴出来看看"])
def test_the_words_of_a_census_are_quoted(message: str, county_reports: Reports) -> None:
    question = _ask(county_reports, ALL, message)
    assert (question.kind, question.topic.text) == ("section", "信访听证")


@pytest.mark.parametrize(
    "message",
    ["有数字吗", "具体多少场", "多少场", "几场？", "数量呢", "how many?", "办了几场", "一共多少场", "场次是多少"],
)
def test_a_number_is_asked_of_the_same(message: str, county_reports: Reports) -> None:
    question = _ask(county_reports, "柳川县举行过信访听证吗？", message)
    assert (question.kind, question.topic.text, question.facets.agencies) == ("figure", "信访听证", (LIU,))


@pytest.mark.parametrize(
    "message",
    [
        "和云坪区比呢",
        "跟云坪放一起",
        "把云坪的也摆旁边",
        "与云坪区比一比",
        "拿云坪对照",
        "compare with Yunping",
        "Yunping side by side",
    ],
)
def test_another_agency_is_set_beside(message: str, county_reports: Reports) -> None:
    question = _ask(county_reports, ONE, message)
    assert question.facets.agencies == (LIU, YUN) and question.topic.text == "信访听证"


def test_what_was_asked_one_after_the_other_is_set_side_by_side(county_reports: Reports) -> None:
    assert _ask(county_reports, ONE, "那云坪呢", "青屏呢", "两家并排列").facets.agencies == (YUN, QING)
    assert _ask(county_reports, ONE, "那云坪呢", "青屏呢", "三家放一起").facets.agencies == (LIU, YUN, QING)
    assert _ask(county_reports, ONE, "跟2023年的比").facets.years == (2023, 2024)


@pytest.mark.parametrize(
    "message",
    [
        "那法律顾问呢",
        "法律顾问呢？",
        "换成法律顾问",
        "what about legal advisers?",
        "那法律顾问几名",
        "再查查法律顾问呢",
        "法律顾问聘了几名",
        "同样的，换成法律顾问再来一遍",
    ],
)
def test_another_topic_is_asked_of_the_same_agency(message: str, county_reports: Reports) -> None:
    question = _ask(county_reports, ONE, message)
    assert (question.kind, question.topic.text) == ("figure", "法律顾问")
    assert question.facets.agencies == (LIU,) and question.facets.years == (2024,) and question.unit != "场"


@pytest.mark.parametrize(
    "message", ["他们聘了法律顾问没有", "该局聘法律顾问了吗", "那个县有法律顾问吗", "这家聘法律顾问了吗", "聘没聘法律顾问", "有没有聘法律顾问", "did they hire a legal adviser?", "本局聘了法律顾问吗"]
)  # fmt: skip
def test_a_question_without_a_subject_is_about_the_agency_before(message: str, county_reports: Reports) -> None:
    question = _ask(county_reports, ONE, message)
    assert (question.kind, question.topic.text, question.facets.agencies) == ("census", "法律顾问", (LIU,))


@pytest.mark.parametrize(
    "message",
    ["哪些机关聘了法律顾问", "谁聘了法律顾问？", "各家法律顾问情况", "有几份报告提到法律顾问", "法律顾问", "换个话题，哪些单位有法律顾问", "which bureaus have legal advisers?", "云坪区聘了法律顾问吗", "青屏市2024年法律顾问几名"],
)  # fmt: skip
def test_a_whole_question_takes_nothing_along(message: str, county_reports: Reports) -> None:
    question = _ask(county_reports, ONE, message)
    assert question.topic.text == "法律顾问" and LIU not in question.facets.agencies
    assert "柳川" not in question.message


@pytest.mark.parametrize(
    ("message", "agency"),
    [
        ("第二个呢", LIU),
        ("第三家的原文", YUN),
        ("最后那家呢", NAN),
        ("头一家", LIU),
        ("the last one", NAN),
        ("the third one?", YUN),
        ("倒数第二家呢", QING),
    ],
)
def test_an_item_of_the_answer_before_is_meant(message: str, agency: str, county_reports: Reports) -> None:
    question = _ask(county_reports, ALL, message)
    assert (
        question.facets.agencies == (agency,)
        and question.topic.text == "信访听证"
        and any(agency in note for note in question.notes)
    )


@pytest.mark.parametrize(
    ("message", "place"),
    [
        ("第二个呢", 1),
        ("最后一条", -1),
        ("第二季度呢", None),
        ("第三部分讲什么", None),
        ("第几个", None),
        ("the last one", -1),
        ("倒数第三家", -3),
    ],
)
def test_places_in_a_list_are_read(message: str, place: int | None) -> None:
    assert item_named(message) == place


@pytest.mark.parametrize(
    "message",
    [
        "谢谢",
        "好的",
        "知道了",
        "ok",
        "Thanks!",
        "收到，辛苦了",
        "明白了，谢谢",
        "好的 谢谢你",
        "嗯嗯",
        "got it, thank you",
        "没事了",
    ],
)
def test_thanks_are_no_question_and_are_not_leaned_on(message: str, county_reports: Reports) -> None:
    assert _ask(county_reports, ONE, message).out_of_scope == "courtesy"
    assert _ask(county_reports, ONE, message, "那云坪呢").topic.text == "信访听证"


@pytest.mark.parametrize(
    "message",
    ["你好", "您好！", "你能干什么", "问据能回答哪些问题？", "这个怎么用", "请问怎么提问", "hello", "What can you do?"],
)
def test_a_greeting_and_what_can_be_asked_are_told_apart_from_thanks(message: str, county_reports: Reports) -> None:
    assert _ask(county_reports, ONE, message).out_of_scope == "greeting"


@pytest.mark.parametrize("message", ["你好，刘湾区聘了几名法律顾问", "这个办法怎么用", "云坪能提供哪些服务"])
def test_a_question_behind_a_greeting_is_answered(message: str, county_reports: Reports) -> None:
    assert _ask(county_reports, message).out_of_scope is None


@pytest.mark.parametrize(
    "message", ["为什么", "什么时候开的", "花了多少钱", "在哪里开的", "是什么原因", "why?", "when?"]
)
def test_a_particular_is_asked_of_the_same(message: str, county_reports: Reports) -> None:
    question = _ask(county_reports, ONE, message)
    assert (question.topic.text, question.facets.agencies) == ("信访听证", (LIU,))


def test_several_turns_each_change_another_facet(county_reports: Reports) -> None:
    turns = (ALL, "只看县级的", "2024年的", "只要已经做了的", "那法律顾问呢", "不限年份", "云坪区呢", "有几名", "原文")
    read = [_ask(county_reports, *turns[: index + 1]) for index in range(len(turns))]
    assert [one.topic.text for one in read] == ["信访听证"] * 4 + ["法律顾问"] * 5
    assert [one.facets.levels for one in read] == [(), *[("county",)] * 5, (), (), ()]
    assert [one.facets.years for one in read] == [(), (), (2024,), (2024,), (2024,), (), (), (), ()]
    assert [one.facets.statuses for one in read] == [(), (), (), ("done",), (), (), (), (), ()]
    assert [one.facets.agencies for one in read[-3:]] == [(YUN,)] * 3
    assert [one.kind for one in read[-3:]] == ["census", "figure", "figure"]


def test_a_qualifier_of_the_topic_is_kept(county_reports: Reports) -> None:
    question = _ask(county_reports, "柳川县用方言普法的有几场？", "那云坪呢")
    assert question.topic == _ask(county_reports, "柳川县用方言普法的有几场？").topic and question.facets.agencies == (
        YUN,
    )


def test_a_part_of_the_report_is_asked_of_the_same_agency(county_reports: Reports) -> None:
    for message in ("下一步打算呢", "那计划部分呢", "打算那节给我", "and its plans?", "问题不用看了，把打算那部分给我"):
        question = _ask(county_reports, "柳川县存在哪些问题", message)
        assert (question.kind, question.roles, question.facets.agencies) == ("section", ("plan",), (LIU,)), message
    filtered = _ask(county_reports, ALL, "计划里有吗")
    assert (filtered.topic.text, filtered.roles) == ("信访听证", ("plan",))


def test_a_name_of_two_agencies_is_told(county_reports: Reports) -> None:
    from corpus.parse import parse

    twin = parse("柳川市信访局2024年度法治政府建设工作报告\n一、工作情况\n办结来信。", "b.txt", "b")
    question = _ask((*county_reports, twin), "云坪区开过听证吗", "那柳川呢")
    assert set(question.facets.agencies) == {LIU, "柳川市信访局"} and any("柳川" in note for note in question.notes)


@pytest.mark.parametrize("message", ["那柳川县司法局呢", "柳川县交通局呢", "柳川县人民检察院呢"])
def test_another_office_of_a_place_is_not_the_one_held(message: str, county_reports: Reports) -> None:
    question = _ask(county_reports, ONE, message)
    assert question.facets.agencies == () and question.absent


@pytest.mark.parametrize(
    ("message", "unit", "label"),
    [
        ("对责任单位的呢", "场", "信访听证"),
        ("最后成了的呢", "场", "信访听证"),
        ("多少人听", "人", "信访听证"),
        ("成了几场", "场", "信访听证"),
    ],
)
def test_a_number_of_something_else_keeps_the_topic_as_its_context(
    message: str, unit: str, label: str, county_reports: Reports
) -> None:
    question = _ask(county_reports, ONE, message)
    assert (question.kind, question.unit, question.facets.agencies) == ("figure", unit, (LIU,))
    assert question.before is not None and label in question.before.topic.text and question.message == message


@pytest.mark.parametrize(
    "message",
    [
        "哪些领域的",
        "哪几个村",
        "which day of the week",
        "which court was it",
        "什么时候开的",
        "在哪里开的",
    ],
)
def test_things_and_persons_within_are_asked_of_the_same_agency(message: str, county_reports: Reports) -> None:
    question = _ask(county_reports, ONE, message)
    assert question.facets.agencies == (LIU,) and question.kind != "figure"


@pytest.mark.parametrize("message", ["哪些单位还开过", "还有谁开过", "which counties did", "who else", "谁没开过"])
def test_others_who_did_it_are_asked_of_all(message: str, county_reports: Reports) -> None:
    assert _ask(county_reports, ONE, message).facets.agencies == ()


def test_a_number_to_be_confirmed_is_followed_by_a_number(county_reports: Reports) -> None:
    question = _ask(county_reports, "柳川县2024年群众满意率97.8%对吧", "对责任单位的呢")
    assert (question.kind, question.unit) == ("figure", "%")


@pytest.mark.parametrize("message", ["云坪跟它一样吗", "和云坪区差不多吗"])
def test_sameness_is_asked_of_both(message: str, county_reports: Reports) -> None:
    assert _ask(county_reports, ONE, message).facets.agencies == (LIU, YUN)


@pytest.mark.parametrize("message", ["把柳川县和青屏市的信访听证放一起比", "柳川县跟青屏市的听证对照一下"])
def test_a_comparison_that_names_all_its_agencies_leans_on_none(message: str, county_reports: Reports) -> None:
    alone, after = _ask(county_reports, message), _ask(county_reports, "南岭省的法律顾问有几名", message)
    assert after.facets.agencies == alone.facets.agencies
    assert after.topic == alone.topic
