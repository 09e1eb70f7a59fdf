"""Chips, their editors, and the private routes behind an answer."""

import json
from dataclasses import replace
from types import SimpleNamespace

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant.page import after
from assistant.page.chips import change, chips, editor
from assistant.page.kept import Kept
from assistant.restated import Restated
from tests.assistant.page_library import Held, census, report

PAYLOAD = "<img src=x onerror=alert(1)>"


def test_chips_can_be_changed_only_where_the_answer_is_kept():
    assert 'href="#chip=topic"' in chips(census(), True) and 'href="#chip=more"' in chips(census(), True)
    assert "href" not in chips(census(), False) and "听证" in chips(census(), False)


def test_words_that_say_nothing_by_themselves_are_not_shown_as_synonyms():
    answer = census()
    read = replace(answer.understood, topic="法律顾问", terms=("法律顾问", "常年法律顾问", "工作"))
    html = chips(replace(answer, understood=read), True)
    assert "常年法律顾问" in html and "工作" not in html


def test_many_agencies_are_counted_and_a_refused_question_has_no_chip():
    answer = census()
    many = replace(answer, understood=replace(answer.understood, agencies=("甲", "乙", "丙", "丁")))
    assert "甲、乙、丙等 4 家" in chips(many, True)
    assert chips(replace(answer, outcome="out_of_scope"), True) == ""


def test_an_editor_ticks_what_was_understood_among_what_is_held():
    html = editor("years", census(), (report(), report(1, year=2023)))
    assert 'value="2024" checked' in html and 'value="2023">' in html and 'data-edit="drop"' in html
    assert html.index("2024") < html.index("2023")
    assert 'value="听证"' in editor("topic", census(), ())
    assert 'data-edit="ask"' not in editor("terms", census(), ())
    more = editor("more", census(), ())
    assert 'data-edit="levels"' in more and 'data-edit="years"' not in more


def test_names_in_an_editor_are_text():
    answer = replace(census(), understood=replace(census().understood, topic=PAYLOAD, terms=(PAYLOAD,)))
    for key in ("topic", "agencies", "terms"):
        assert "<img" not in editor(key, answer, (report(agency=PAYLOAD),))


@pytest.mark.parametrize(
    ("key", "chosen", "out"),
    [("years", ["2024"], Restated(years=(2024,))), ("years", ["二四"], None), ("levels", ["city", "x"], None), ("other", [], None),
     ("statuses", ["planned", "done"], Restated(statuses=("done", "planned"))), ("topic", ["  人民\n调解 "], Restated(topic="人民 调解")),
     ("topic", [], Restated(topic=""))],
)  # fmt: skip
def test_only_values_of_the_chip_change_it(key, chosen, out):
    assert change(key, chosen) == out


@pytest.fixture
def client(tmp_path):
    kept, library = Kept(), Held()
    kept.keep("key", 1, "哪些机关举行过听证？", census())
    file = tmp_path / "青禾县\"2024';.html"
    file.write_text("<script>alert(1)</script>", "utf-8")
    library.original = lambda name: file if name == "r000" else None
    app = FastAPI()
    after.routes(app, SimpleNamespace(kept=kept, library=lambda: library, state="ready"))
    return TestClient(app)


def test_an_original_is_a_download_under_its_own_name_and_only_by_a_known_id(client):
    got = client.get("/wenju/original/r000")
    assert got.status_code == 200 and got.text == "<script>alert(1)</script>"
    assert got.headers["content-type"] == "application/octet-stream"
    assert got.headers["content-disposition"].startswith(
        "attachment; filename=\"report.html\"; filename*=UTF-8''%E9%9D"
    )
    assert [client.get(f"/wenju/original/{name}").status_code for name in ("r001", "..%2Fr000", "%2e%2e")] == [404] * 3


def test_a_changed_chip_becomes_a_question_and_odd_requests_do_not(client):
    def again(body, key="key/1"):
        return client.post(f"/wenju/again/{key}", content=body)

    made = again(json.dumps({"name": "years", "values": ["2023"], "controls": "{}"}))
    assert made.json() == {"question": "哪些机关举行过听证？〔年度：2023〕"}
    assert again(json.dumps({"name": "agencies", "values": ["很长的机关名称" * 9] * 60})).status_code == 413
    for body in (b"", b"[]", b'{"name": "years", "values": ["x"]}', b'{"name": ["a"]}'):
        assert again(body).status_code == 422
    assert again(b"{}", "other/1").status_code == 404


def test_next_questions_and_editors_come_for_a_kept_answer_alone(client):
    assert "&lt;b&gt;听证" in client.get("/wenju/next/key/1").text
    assert "接着可以问" in client.get("/wenju/next/key/1").text
    assert client.get("/wenju/next/key/2").status_code == 404
    assert "wj-chip-edit" in client.get("/wenju/chip/key/1/topic").text
    assert client.get("/wenju/chip/key/1/kind").status_code == 404
