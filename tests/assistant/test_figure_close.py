"""The figures of one agency read closely: everyday words find them, targets and other kinds of number do not answer."""

import pytest

from assistant import Assistant
from assistant.asked_kind import KINDS, MONEY
from assistant.figure_fit import states

REPORT = """柳川县信访局2024年度法治政府建设工作报告
一、工作情况
派8名年轻干部到市局跟班学习。全年受理来信196封，其中建议类占12%。
对拖了三年以上没有了结的12件老案，由县领导包案，已经了结10件。县财政挤出3.6万元聘请法律顾问2名。
信访代理员由上年的86名增加到102名。赶集日摆摊讲法27场次，来听的群众900人次。
接待大厅每周有律师坐班，全年接受咨询640人次。办结后群众满意的占来访总量的92%。
二、下一步打算
网上信访占比达到55%。力争办业务培训班4期。
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    folder = tmp_path_factory.mktemp("reports")
    (folder / "柳川县信访局2024.txt").write_text(REPORT, "utf-8")
    return Assistant.open(folder, tmp_path_factory.mktemp("data"))


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        ("柳川县派了几个小年轻去市里学手艺", "8名"), ("柳川县请律师花了县里多少钱", "3.6万元"), ("柳川县老案了结了几件", "10件"),
        ("柳川县有多少名信访代理员", "102名"), ("柳川县收到多少封信", "196封"), ("柳川县来信里提建议的占几成", "12%"),
        ("柳川县趁赶集摆摊子讲法律，去了几趟", "27场次"), ("柳川县赶集讲法有几个人来听", "900人次"),
    ],
)  # fmt: skip
def test_a_figure_is_found_in_everyday_words(question: str, shown: str, library: Assistant) -> None:
    answer = library.ask(question)
    assert [one.figure.text for one in answer.findings if one.figure][:1] == [shown]


@pytest.mark.parametrize(
    "question",
    [
        "柳川县法律顾问开了几次会",
        "柳川县2024年真正办了几期业务培训班",
        "柳川县花了多少钱印材料",
        "柳川县接待大厅坐班的律师一共几名",
        "柳川县全年来访总量多少件次",
    ],
)
def test_a_number_that_is_not_stated_is_not_answered_by_another(question: str, library: Assistant) -> None:
    assert library.ask(question).outcome == "not_in_reports"


@pytest.mark.parametrize(
    ("before", "message", "shown"),
    [
        ("柳川县2024年受理来信多少封", "建议类占几成", "12%"), ("柳川县2024年受理来信多少封", "建议类占比呢", "12%"),
        ("柳川县由县领导包案的老案有几件", "了结了多少", "10件"), ("柳川县由县领导包案的老案有几件", "已经了结的呢", "10件"), ("柳川县由县领导包案的老案有几件", "搞定几件", "10件"),
        ("柳川县聘请法律顾问花了多少钱", "请了几名", "2名"),
    ],
)  # fmt: skip
def test_a_number_of_what_was_just_answered_is_looked_for_there(
    before: str, message: str, shown: str, library: Assistant
) -> None:
    answer = library.ask(message, [{"role": "user", "content": before}])
    assert [one.figure.text for one in answer.findings if one.figure][:1] == [shown]


@pytest.mark.parametrize("message", ["花了多少钱", "一共几场", "占几成"])
def test_a_number_that_does_not_stand_beside_the_answer_is_not_answered_by_another(
    message: str, library: Assistant
) -> None:
    before = [{"role": "user", "content": "柳川县派了几名年轻干部到市局跟班"}]
    assert library.ask(message, before).outcome == "not_in_reports"


@pytest.mark.parametrize(
    ("message", "figure", "stated"),
    [
        ("48件里办结了几件", "48件", True), ("有多少人一次培训也没参加", "一次", True), ("148件里有几件", "48件", False),
        ("办结率是96%吗", "96%", False), ("开了几场听证", "12场", False),
    ],
)  # fmt: skip
def test_a_figure_that_the_question_states_is_not_its_answer(message: str, figure: str, stated: bool) -> None:
    assert states(message, figure) is stated


@pytest.mark.parametrize(
    ("message", "money"), [("公开栏有几块", False), ("罚了几块", True), ("要几块钱", True), ("换了多少块牌子", False)]
)
def test_pieces_are_money_only_where_money_is_spoken_of(message: str, money: bool) -> None:
    assert any(rule.meaning is MONEY for rule in KINDS if rule.regex.search(message)) is money
