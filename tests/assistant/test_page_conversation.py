"""One turn: what is refused, what arrives in which order, what an error may say."""

import json
import threading
import time

import pytest

from assistant.page.controls import controls
from assistant.page.conversation import FORGOTTEN, Order, order
from assistant.page.conversation import turn as one_turn
from assistant.page.desk import Desk
from assistant.page.start import loading
from assistant.page.talk import Talk
from assistant.typed import LONGEST, cleaned, refusal
from index.records import Facets
from tests.assistant.page_library import Held


@pytest.fixture
def held():
    return Held()


@pytest.fixture
def desk(held):
    made = Desk(lambda progress: held)
    made.start()
    made.library(wait=5)
    return made


def turn(desk, message, panel, talk, number=0, token=""):
    return one_turn(desk, Order(message, number, token), panel, talk)


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("", "没有看到问题"),
        (" \n\t　", "没有看到问题"),
        ("\u200b\u2060", "没有看到问题"),
        ("甲\x00乙", "控制字符"),
        ("\x1b[31m", "控制字符"),
        ("\ud800", "控制字符"),
        ("长" * (LONGEST + 1), "2,001"),
        ("😀" * 100_000, "100,000"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_sentence(message, said):
    sentence = refusal(message, "zh")
    assert said in sentence
    assert sentence.endswith("。")
    assert refusal(message, "en").isascii()


def test_ten_million_characters_are_refused_at_once(desk, held):
    began = time.perf_counter()
    ((talk, notice),) = turn(desk, "长" * 10_000_000, None, Talk())
    assert time.perf_counter() - began < 1
    assert "10,000,000" in notice
    assert not held.asked
    assert not talk.messages


def test_the_longest_question_and_line_breaks_are_accepted():
    assert refusal("问" * LONGEST, "zh") == ""
    assert refusal("第一行\n第二行", "zh") == ""
    assert cleaned("\u200b听证 ") == "听证"


def test_the_lead_comes_before_the_rest(desk):
    pieces = [talk.messages[-1]["content"] for talk, _ in turn(desk, "听证？", None, Talk())]
    assert "正在核对" in pieces[0]
    assert "wj-lead" in pieces[1]
    assert "wj-foot" not in pieces[1]
    assert "wj-foot" in pieces[2]


def test_history_holds_texts_not_markup(desk, held):
    *_, (talk, _) = turn(desk, "听证？", None, Talk())
    list(turn(desk, "那临澜市呢？", None, talk))
    question, history, facets = held.asked[1]
    assert question == "那临澜市呢？"
    assert [message["role"] for message in history] == ["user", "assistant"]
    assert "<" not in history[1]["content"]
    assert facets is None


def test_an_error_shows_a_sentence_and_no_trace(desk, caplog):
    *_, (talk, _) = turn(desk, "炸", None, Talk())
    assert "secret" not in talk.messages[-1]["content"]
    assert "没有答成" in talk.messages[-1]["content"]
    assert "wj-redo" in talk.messages[-1]["content"]
    assert not talk.history
    assert "secret" in caplog.text


def test_a_library_that_fails_to_open_says_why():
    class Broken(Exception):
        def message(self, language="zh"):
            return "报告文件夹不存在。" if language == "zh" else "No such folder."

    def opener(progress):
        raise Broken

    desk = Desk(opener)
    desk.start()
    *_, (talk, _) = turn(desk, "听证？", None, Talk())
    assert "报告文件夹不存在" in talk.messages[-1]["content"]
    assert desk.state == "failed"


def test_ticked_boxes_become_facets():
    ticked = json.dumps(
        {"language": "en", "years": ["2024", "x"], "levels": ["county", "odd"], "agencies": ["甲局"], "roles": ["work"]}
    )
    assert controls(ticked) == ("en", Facets(agencies=("甲局",), levels=("county",), years=(2024,), roles=("work",)))


@pytest.mark.parametrize("text", [None, "", "[1]", "{", '{"years": 3}', "x" * 30_000, 7])
def test_odd_controls_mean_no_facets(text):
    assert controls(text) == ("zh", None)


def test_a_question_that_comes_too_early_is_told_so(monkeypatch):
    monkeypatch.setattr("assistant.page.conversation.OPENING_WAIT", 0.05)
    release = threading.Event()

    def opener(progress):
        progress(1, 3, "坏<b>名.txt")
        release.wait(5)
        return Held()

    desk = Desk(opener)
    desk.start()
    *_, (talk, _) = turn(desk, "听证？", None, Talk())
    assert "仍在载入" in talk.messages[-1]["content"]
    assert "第 2 / 3 份报告" in loading(desk.progress)
    assert "<b>" not in loading(desk.progress)
    release.set()
    desk.library(wait=5)
    assert desk.state == "ready"


def test_every_conversation_keeps_its_answers_under_a_key_of_its_own(desk):
    first, second = (list(turn(desk, "哪些机关举行过听证？", None, Talk()))[-1][0] for _ in range(2))
    first = list(turn(desk, "那别处呢？", None, first))[-1][0]
    assert first.key != second.key and len(first.key) >= 20
    assert [question for question, _ in desk.kept.all(first.key)] == ["哪些机关举行过听证？", "那别处呢？"]
    assert len(desk.kept.all(second.key)) == 1
    assert f"#export={first.key}/2.docx" in first.messages[-1]["content"]


def test_a_question_that_fails_leaves_the_numbers_in_step(desk):
    talk = Talk()
    for message in ("哪些机关举行过听证？", "炸", "那别处呢？"):
        talk = list(turn(desk, message, None, talk))[-1][0]
    assert len(desk.kept.all(talk.key)) == talk.asked == 2


def conversation(desk, *questions):
    talk = Talk()
    for question in questions:
        talk = list(turn(desk, question, None, talk))[-1][0]
    return talk


def test_asking_a_turn_again_takes_the_later_ones_away(desk, held):
    talk = conversation(desk, "甲听证？", "乙听证？", "丙听证？")
    *_, (talk, _) = turn(desk, "丁听证？", None, talk, 2)
    assert [one.question for one in talk.turns] == ["甲听证？", "丁听证？"]
    assert [question for question, _ in desk.kept.all(talk.key)] == ["甲听证？", "丁听证？"]
    assert [message["content"] for message in held.asked[-1][1] if message["role"] == "user"] == ["甲听证？"]
    assert talk.asked == talk.last == 2


def test_what_cannot_be_asked_replaces_nothing(desk):
    talk = conversation(desk, "甲听证？", "乙听证？")
    ((after, notice),) = turn(desk, "  ", None, talk, 1)
    assert after == talk and notice
    assert len(desk.kept.all(talk.key)) == 2


def test_a_turn_after_ones_the_service_does_not_know_is_not_asked(desk, held):
    ((talk, notice),) = turn(desk, "听证？", None, Talk(), 3)
    assert (talk, notice) == (Talk(), FORGOTTEN)
    assert not held.asked


def test_a_stopped_question_stays_with_a_way_to_ask_it_again(desk):
    token = "t" * 32
    pieces = turn(desk, "慢听证？", None, Talk(), 1, token)
    talk, _ = next(pieces)
    assert "wj-coming" in talk.messages[-1]["content"]
    desk.stops.of(token).set()
    began = time.perf_counter()
    talk, _ = next(pieces)
    assert time.perf_counter() - began < 1
    assert "已停止" in talk.messages[-1]["content"]
    assert "wj-redo" in talk.messages[-1]["content"]
    assert "慢听证？" in talk.messages[0]["content"]
    assert not list(pieces) and not talk.history and desk.kept.all(talk.key) is None
    *_, (talk, _) = turn(desk, "听证？", None, talk, 1, "u" * 32)
    assert len(talk.turns) == 1 and talk.asked == 1


def test_a_stop_that_comes_before_its_question_holds(desk):
    desk.stops.of("s" * 32).set()
    *_, (talk, _) = turn(desk, "听证？", None, Talk(), 1, "s" * 32)
    assert "已停止" in talk.messages[-1]["content"]


def test_a_link_carries_the_questions_that_its_own_leans_on(desk):
    talk = conversation(desk, "甲听证？", "乙听证？", "那丙呢？", "那丁呢？")
    found = [message["content"] for message in talk.messages[1::2]]
    assert [html.split("#link=")[1].split('"')[0] for html in found] == ["1-1", "2-2", "2-3", "2-4"]


@pytest.mark.parametrize(
    "text", [None, "[", "[1]", '{"question": 3, "turn": true}', '{"turn": -1, "token": "<b>"}', "[" * 9999]
)
def test_an_odd_order_asks_nothing(text):
    found = order(text)
    assert found.question == "" and found.token == "" and found.turn in (0, 1)
