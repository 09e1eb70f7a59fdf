"""Answers that a browser kept: back from their JSON, held against the reports now, hostile ones refused whole."""

import copy
import json

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from assistant.answer import Answer
from assistant.export import export
from assistant.from_json import Misshapen
from assistant.page.answer import plain_text
from assistant.page.desk import Desk
from assistant.page.reopening import LARGEST, compared, lent, reopened, routes
from tests.assistant.page_library import Held, census, report

EVIL = '<img src=x onerror=alert(1)>**x**](javascript:1)"'


@pytest.fixture
def desk():
    made = Desk(lambda progress: Held())
    made.start()
    made.library(wait=5)
    return made


@pytest.fixture
def client(desk):
    app = FastAPI()
    routes(app, desk)
    return TestClient(app)


def held():
    """An answer whose first two citations stand in the reports held, whose third does not."""
    return compared(census(), Held())


def form(**changes):
    made = json.loads(json.dumps(census().to_dict()))
    made.update(changes)
    return made


def changed(path, value):
    made = copy.deepcopy(form())
    place = made
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return made


def test_an_answer_comes_back_from_its_json_as_it_was():
    for language, rows in (("zh", 1), ("en", 9)):
        answer = census(rows, language)
        assert Answer.from_dict(json.loads(json.dumps(answer.to_dict()))) == answer


@pytest.mark.parametrize(
    "wrong",
    [
        None, [], "", 3, {}, {"question": "听证"}, form(extra=1), form(kind="odd"), form(kind=["census"]), form(text=None),
        form(text=3), form(findings={}), form(findings=[1]), form(silent=None), form(arranged="yes"), form(citations=[]),
        form(language="zh' onclick='"), form(question="\ud800"),
        changed(["findings", 0, "status"], "done' onmouseover='alert(1)"), changed(["findings", 0, "citation"], 99),
        changed(["findings", 0, "citation"], True), changed(["findings", 0, "figure", "value"], float("nan")),
        changed(["citations", 0, "start"], -1), changed(["citations", 0, "start"], 10**20),
        changed(["citations", 0, "start"], "0"), changed(["citations", 0, "number"], 2),
        changed(["citations", 0, "section"], "一"), changed(["searched"], [1, 2]),
    ],
)  # fmt: skip
def test_another_shape_is_refused(wrong):
    with pytest.raises(Misshapen):
        Answer.from_dict(wrong)


def test_a_citation_that_no_longer_stands_leads_nowhere_and_says_so(desk):
    key, number, _ = lent(desk, {"question": "哪些机关举行过听证？", "answer": form()})
    talk, _ = reopened(
        desk, json.dumps({"key": key, "turns": [{"question": "哪些机关举行过听证？", "number": number}]}), "zh"
    )
    html = talk.messages[1]["content"]
    assert "引文&#91;3&#93;：报告已更新或移出，引文未能核对。" in html
    assert 'class="wj-stale"' in html and ">3</a>" not in html
    assert "report=r000" in html and "report=r090" not in html
    for kind in ("md", "csv", "docx"):
        assert export(desk.kept.one(key, 1), kind)
    assert "引文未能核对" in export(desk.kept.one(key, 1), "md").decode()
    assert plain_text(desk.kept.one(key, 1)[0][1]).count("引文未能核对") == 1


def test_a_report_that_changed_under_its_quote_is_noticed():
    class Changed(Held):
        def report(self, report_id):
            return report(0, text=report(0).text.replace("12场", "13场"))

    assert [bool(one.report) for one in compared(census(), Changed()).citations] == [False, True, True]


def test_a_finding_that_does_not_repeat_its_quote_is_refused():
    with pytest.raises(Misshapen):
        compared(Answer.from_dict(changed(["findings", 0, "quote"], "全年举行公开听证99场。")), Held())


@pytest.mark.parametrize(
    "path",
    [["text"], ["question"], ["reason"], ["understood", "topic"], ["findings", 0, "agency"], ["findings", 0, "because"],
     ["findings", 0, "figure", "text"], ["silent", 0, "agency"], ["silent", 0, "report"], ["citations", 2, "title"],
     ["citations", 2, "quote"], ["citations", 2, "file"], ["citations", 2, "report"], ["citations", 2, "section"]],
)  # fmt: skip
def test_markup_in_a_kept_answer_stays_text(desk, path):
    value = [EVIL, EVIL] if path[-1] == "section" else EVIL
    key, number, _ = lent(desk, {"question": EVIL, "answer": changed(path, value)})
    asked = {"key": key, "token": EVIL, "turns": [{"question": EVIL, "number": number, "state": EVIL}]}
    talk, token = reopened(desk, json.dumps(asked), "zh")
    html = "".join(message["content"] for message in talk.messages)
    assert token == ""
    assert "<img" not in html and 'href="javascript' not in html and "**" not in html and "\n" not in html


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("", 422), ("[1]", 422), ("{", 422), ("[" * 100_000, 422), ("9" * 5000, 422), ('{"question": "听证"}', 200),
        ('{"question": "", "answer": null}', 422), ('{"question": "听证", "answer": {}}', 422),
        ('{"question": "听证", "key": "nobody"}', 404), ('{"question": "听证", "key": 3}', 422),
        (json.dumps({"question": "听证", "answer": form()}), 200), ("9" * (LARGEST + 1), 413),
    ],
)  # fmt: skip
def test_what_is_lent_is_taken_or_refused_in_one_sentence(client, body, status):
    reply = client.post("/wenju/talk", content=body)
    assert reply.status_code == status
    assert status == 200 or reply.text == "这份回答无法读取。"


def test_the_browser_gets_what_it_lends_again_and_nobody_else_does(client, desk):
    key = client.post("/wenju/talk", json={"question": "哪些机关举行过听证？", "answer": form()}).json()["key"]
    assert Answer.from_dict(client.get(f"/wenju/talk/{key}/1").json()) == held()
    assert client.get(f"/wenju/talk/{key}/2").status_code == 404
    assert client.get("/wenju/talk/nobody/1").status_code == 404
    second = client.post("/wenju/talk", json={"question": "哪些机关举行过听证？", "answer": form()}).json()["key"]
    assert second != key and len(desk.kept.all(key)) == 1


def test_an_opened_conversation_goes_on_where_it_was(desk):
    key, one, _ = lent(desk, {"question": "甲听证？", "answer": form()})
    _, two, leans = lent(desk, {"question": "那乙呢？", "answer": form(), "key": key})
    turns = [
        {"question": "甲听证？", "number": one}, {"question": "停下的？", "state": "stopped"},
        {"question": "那乙呢？", "number": two, "leans": leans}, {"question": "坏的？", "state": "unread"},
    ]  # fmt: skip
    talk, token = reopened(desk, json.dumps({"key": key, "token": "a" * 32, "turns": turns}), "zh")
    assert (talk.last, talk.asked, talk.key, token) == (4, 2, key, "a" * 32)
    assert [message["content"] for message in talk.history if message["role"] == "user"] == ["甲听证？", "那乙呢？"]
    assert "已停止" in talk.messages[3]["content"] and "无法读取" in talk.messages[7]["content"]
    assert f"#export={key}/2.docx" in talk.messages[5]["content"]


def test_an_answer_too_large_to_keep_is_made_anew_and_says_so(desk):
    ticked = json.dumps({"years": ["2024"]})
    key, number, _ = lent(desk, {"question": "听证？", "answer": None, "controls": ticked})
    assert desk.library().asked[-1][2].years == (2024,)
    turns = [{"question": "听证？", "number": number, "state": "large"}]
    talk, _ = reopened(desk, json.dumps({"key": key, "turns": turns}), "zh")
    assert "重新核查" in talk.messages[1]["content"]


@pytest.mark.parametrize(
    "text", [None, "", "[", "{}", '{"turns": 3}', '{"turns": [3, null, {"question": 3}]}', '{"key": []}']
)
def test_an_odd_order_opens_nothing(desk, text):
    assert reopened(desk, text, "zh")[0].turns == ()
