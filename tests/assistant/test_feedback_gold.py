"""Feedback on real answers, exported, filled in by a person, and measured by the quality suite."""

import json
from datetime import UTC, datetime

import pytest

from assistant.command import main
from assistant.feedback import gold
from assistant.feedback.store import Store
from assistant.feedback.told import Said, Turn, told
from index.records import Facets
from tests.assistant.page_library import census
from tests.quality import suite
from tests.samples import four_samples

NOW = datetime(2026, 3, 4, tzinfo=UTC)


def said(library, question, verdict="useful", reason=None, history=(), facets=None):
    answer = library.ask(question, history, facets)
    return told(Turn(question, history, facets or Facets(), answer), Said(verdict, reason), question, NOW)


@pytest.fixture(scope="module")
def store(sample_library, tmp_path_factory):
    """Verdicts on answers of every kind that a candidate has a form for."""
    place = tmp_path_factory.mktemp("feedback")
    made = Store(place / "feedback.jsonl", place / "reports")
    first = "哪些单位举行过信访听证？"
    before = [{"role": "user", "content": first}, {"role": "assistant", "content": sample_library.ask(first).text}]
    for line in (
        said(sample_library, first),
        said(sample_library, "Who held hearings?", facets=Facets(years=(2024,))),
        said(sample_library, "栖梧区排查了多少条线索？"),
        said(sample_library, "禾渡县存在哪些问题？"),
        said(sample_library, "哪些单位发射过卫星？"),
        said(sample_library, "只看2024年的呢？", history=before),
        said(sample_library, "云汀市举行了几场听证会？", "wrong", "number_wrong"),
    ):
        made.add(line)
    return made


def test_the_suite_takes_the_export_as_it_stands_and_again_once_it_is_filled_in(store, tmp_path, capsys):
    reports, file, data = four_samples(tmp_path / "reports"), tmp_path / "candidates.jsonl", tmp_path / "data"
    assert main(["feedback", "--feedback", str(store.file), "--candidates", str(file)]) == 0
    run = ["--gold", str(file), "--reports", str(reports), "--data", str(data), "--json"]
    assert suite.main(run) == 0
    (part,) = json.loads(capsys.readouterr().out)["golds"].values()
    assert (part["measures"]["answers right"], part["open"]) == ({"value": 1.0, "cases": 6}, 1)
    assert (data / "quality.json").is_file()

    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    for line in lines:
        if line["expect"] is None:
            assert line["came"]["figures"][0]["value"] == 23 and line["reason"] == "number_wrong"
            line["expect"] = {**line["came"], "figures": [{**line["came"]["figures"][0], "value": 99}]}
    file.write_text("\n".join(json.dumps(line, ensure_ascii=False) for line in lines), "utf-8")
    suite.main(run)
    (part,) = json.loads(capsys.readouterr().out)["golds"].values()
    assert part["open"] == 0
    assert [case["id"] for case in part["cases"] if case["measure"] == "answers right" and case["score"] < 1] == [
        line["id"] for line in lines if "came" in line
    ]


def test_facets_and_earlier_questions_go_along(store):
    _, english, *_, leaning, _ = [gold.candidate(line) for line in store.read().lines]
    assert (english["facets"], english["tags"]) == ({"years": [2024]}, ["english"])
    assert (leaning["history"], leaning["tags"]) == (["哪些单位举行过信访听证？"], ["follow-up"])


def test_a_census_that_was_cut_expects_no_census():
    line = told(Turn("问", [], Facets(), census(5000)), Said("useful"), "a/1", NOW)
    assert "census" not in gold.candidate(line)["expect"]


def test_the_command_lists_the_latest_first_and_nothing_moves_the_cursor(store, tmp_path, capsys):
    own = Store(tmp_path / "feedback.jsonl", tmp_path / "reports")
    for number, note in enumerate(("第一条", "甲\x9b31m乙\x1b[2J")):
        turn = Turn("问\x1b[31m题", [], Facets(), census())
        own.add(told(turn, Said("wrong", "other", note), f"a/{number}", NOW))
    with own.file.open("a", encoding="utf-8") as file:
        text = file.tell() and own.file.read_text("utf-8").splitlines()[0]
        file.write(text.replace("第一条", "\\u001b[2J改").replace('"id": "', '"id": "x') + "\nno line\n")
    assert main(["feedback", "--feedback", str(own.file)]) == 0
    shown = capsys.readouterr()
    assert "\x1b" not in shown.out and "\x9b" not in shown.out
    assert "有误·其他" in shown.out and shown.out.index("改") < shown.out.index("第一条")
    assert "1 行读不出" in shown.err


def test_the_command_exports_what_is_in_force_and_counts_it(store, tmp_path, capsys):
    file = tmp_path / "all.jsonl"
    assert main(["feedback", "--feedback", str(store.file), "--verdict", "wrong", "--export", str(file)]) == 0
    assert [json.loads(line)["reason"] for line in file.read_text("utf-8").splitlines()] == ["number_wrong"]
    capsys.readouterr()
    assert main(["feedback", "--feedback", str(store.file), "--json"]) == 0
    counted = json.loads(capsys.readouterr().out)
    assert (counted["verdicts"], counted["reasons"]) == ({"useful": 6, "wrong": 1}, {"number_wrong": 1})


def test_the_command_says_where_an_export_cannot_go(store, tmp_path, capsys):
    wrong = tmp_path / "missing" / "all.jsonl"
    assert main(["feedback", "--feedback", str(store.file), "--export", str(wrong)]) == 1
    assert "不能写入" in capsys.readouterr().err


def test_without_feedback_the_command_says_how_it_comes(tmp_path, capsys):
    assert main(["feedback", "--feedback", str(tmp_path / "none.jsonl")]) == 0
    assert "有用" in capsys.readouterr().out
