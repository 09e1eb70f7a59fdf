"""The tab of quality and the verdicts below answers: what is taken, what is refused, and that all of it is only data."""

import json
from dataclasses import replace

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from assistant.measured import KEPT, Failing, Part, Run, Value, runs
from assistant.page import judging
from assistant.page.desk import Desk
from assistant.page.tabs import quality
from assistant.page.tabs.quality.measured import measured
from index.records import Facets
from tests.assistant.page_library import Held, census

BAD = "<img src=x onerror=alert(1)>"


@pytest.fixture
def held(tmp_path):
    made = Held()
    made.data = tmp_path / "data"
    made.feedback = replace(made.feedback, file=made.data / "feedback.jsonl")
    return made


@pytest.fixture
def client(held):
    desk = Desk(lambda progress: held)
    desk.start()
    desk.library(wait=5)
    desk.kept.keep("k", 1, "哪些机关举行过听证？", census())
    desk.kept.keep("k", 2, f"那近水县呢？{BAD}", census(), Facets(years=(2024,)))
    app = FastAPI()
    judging.routes(app, desk)
    quality.routes(app, desk)
    with TestClient(app) as made:
        yield made
    desk.close()


def send(client, **said):
    return client.post("/wenju/feedback", json={"key": "k", "number": 2, **said})


def test_a_verdict_is_kept_with_the_answer_from_memory(client, held):
    assert send(client, verdict="wrong", reason="status_wrong", note=BAD).json()["said"][0] == "谢谢，已记下"
    (line,) = held.feedback.read().lines
    assert (line.question, line.facets) == (f"那近水县呢？{BAD}", {"years": [2024]})
    assert [one["role"] for one in line.history] == ["user", "assistant"]
    assert line.outcome == "answered" and len(line.citations) == 3


def test_an_answer_of_an_earlier_turn_can_be_judged_and_taken_back(client, held):
    assert send(client, number=1, verdict="useful").status_code == 200
    assert held.feedback.read().lines[0].history == ()
    assert send(client, number=1, verdict="withdrawn").status_code == 200
    assert held.feedback.read().lines == ()


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"key": "other", "verdict": "useful"}, 404),
        ({"number": 3, "verdict": "useful"}, 404),
        ({"number": True, "verdict": "useful"}, 404),
        ({"number": "1", "verdict": "useful"}, 404),
        ({"key": ["k"], "verdict": "useful"}, 404),
        ({"verdict": "wrong"}, 400),
        ({"verdict": "wrong", "reason": "because"}, 400),
        ({"verdict": "useful", "note": "长" * 501}, 400),
        ({"verdict": "useful", "note": "长" * 20_000}, 400),
    ],
)
def test_what_cannot_be_taken_is_told_in_both_languages_and_not_kept(client, held, said, status):
    reply = send(client, **said)
    assert reply.status_code == status
    assert all(reply.json()["said"])
    assert not held.feedback.file.exists()


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"{" * 9000, b"\xff\xfe"])
def test_a_body_that_is_no_verdict_is_refused(client, body):
    assert client.post("/wenju/feedback", content=body, headers={"content-type": "application/json"}).status_code == 400


def test_the_form_of_another_site_cannot_send_a_verdict(client, held):
    text = json.dumps({"key": "k", "number": 1, "verdict": "useful"})
    assert client.post("/wenju/feedback", content=text, headers={"content-type": "text/plain"}).status_code == 400
    assert not held.feedback.file.exists()


def test_a_place_that_cannot_be_written_gives_one_sentence(client, held):
    held.data.write_text("a file, no folder", "utf-8")
    reply = send(client, verdict="useful")
    assert reply.status_code == 507
    assert "回答不受影响" in reply.json()["said"][0]


def test_the_tab_shows_what_was_said_escaped_and_asks_the_questions_again(client, held):
    assert "还没有评价" in quality.render(held, Facets(), {})
    send(client, verdict="wrong", reason="status_wrong", note=BAD)
    send(client, number=1, verdict="useful")
    html = quality.render(held, Facets(), {})
    assert "<img" not in html
    assert html.count("&lt;img src=x onerror=alert(1)&gt;") == 2
    assert 'data-before="[&quot;哪些机关举行过听证？&quot;]"' in html
    assert "状态判错" in html and "A status is wrong" in html


def test_a_line_that_somebody_edited_cannot_break_the_tab(client, held):
    send(client, verdict="wrong", reason="other", note="好")
    raw = json.loads(held.feedback.file.read_text("utf-8"))
    raw |= {"time": BAD, "history": [{"role": "user", "content": {"a": BAD}}], "findings": [{"figure": 3}]}
    with held.feedback.file.open("a", encoding="utf-8") as file:
        file.write(json.dumps({**raw, "id": "x", "kind": "figure"}) + '\n{"broken\n')
    html = quality.render(held, Facets(), {})
    assert "<img" not in html
    assert "1 行读不出" in html
    assert client.get("/wenju/feedback/export/candidates.jsonl").status_code == 200


def test_both_exports_are_lines_of_json(client):
    send(client, verdict="wrong", reason="other")
    for name, key in (("feedback.jsonl", "verdict"), ("candidates.jsonl", "expect")):
        reply = client.get(f"/wenju/feedback/export/{name}")
        assert "attachment" in reply.headers["content-disposition"]
        assert [key in json.loads(line) for line in reply.text.splitlines()] == [True]
    assert client.get("/wenju/feedback/export/settings.py").status_code == 404


FAILED = (Failing("figures", BAD, "12件 in “x”", "9件"),)


def run(own=False, failing=FAILED, value=0.5):
    part = {"floors": {"figures": 0.8}, "by": {"kind": {"figure": Value(0.5, 4)}}, "open": 2}
    parts = (
        Part("seen", {"figures": Value(value, 4), "own<b>": Value(1.0, 1)}, failing=failing, **part),
        Part("unseen", {"figures": Value(0.7, 4)}, failing=None, **part),
    )
    return Run("0.1.0", "2026-03-04", 44.0, parts, own)


def test_the_table_shows_value_and_floor_and_names_what_lies_below():
    html = measured([run()], "")
    assert "<b>0.500</b>" in html and "下限</span>" in html and "0.800" in html
    assert html.count("低于下限") == 2
    assert measured([run(value=0.9)], "").count("低于下限") == 1
    assert "<img" not in html and "own<b>" not in html
    assert "2 题还没填标准答案" in html


def test_what_came_is_told_in_the_page_s_words_and_quotes_stay():
    html = measured([run(failing=(Failing("census F1", "问", "a.txt done; b.txt planned", "all silent “done”"),))], "")
    assert "a.txt 已开展; b.txt 计划开展" in html
    assert "都未提及 “done”" in html


def test_it_says_which_run_is_shown_and_changes_to_the_other():
    both = [run(own=True), run()]
    assert "本机测量" in measured(both, "") and 'data-run="bundled"' in measured(both, "")
    assert "随程序附带" in measured(both, "bundled") and 'data-run="own"' in measured(both, "bundled")
    assert "data-run" not in measured([run()], "")


def test_a_missing_run_says_how_to_make_one():
    assert "make quality" in measured([], "")


def test_a_run_that_cannot_be_read_is_left_out(tmp_path):
    for text in ("[]", "{", '{"parts": 3}', '{"parts": {"seen": {"failing": 3}}, "version": "1"}'):
        (tmp_path / KEPT).write_text(text, "utf-8")
        assert [one.own for one in runs(tmp_path)] == [False]


def test_the_bundled_run_lists_no_question_of_the_unseen_part(tmp_path):
    (bundled,) = runs(tmp_path)
    parts = {part.name: part for part in bundled.parts}
    assert set(parts) >= {"seen", "unseen"}
    assert parts["unseen"].failing is None
    assert parts["seen"].failing
