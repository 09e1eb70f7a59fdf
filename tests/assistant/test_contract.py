"""The JSON that outside checks parse: names and types of every key, as the design fixes them."""

import json

import pytest

from assistant.service import Assistant
from corpus.report import LEVELS, ROLES, STATUSES

KINDS = {"census", "figure", "catalogue", "section", "compare", "passages", "digest", "none"}
OUTCOMES = {"answered", "partial", "not_in_reports", "out_of_scope"}
REASONS = {None, "agency_not_held", "year_not_held", "topic_absent", "not_stated", "weak", "out_of_scope"}
TEXT, COUNT, MAYBE_TEXT, MAYBE_YEAR, NUMBER = (
    (str,),
    (int,),
    (str, type(None)),
    (int, type(None)),
    (int, float, type(None)),
)
FINDING = {
    "agency": TEXT, "year": MAYBE_YEAR, "report": TEXT, "status": TEXT, "because": TEXT, "quote": TEXT, "citation": COUNT,
    "figure": (dict, type(None)),
}  # fmt: skip
FIGURE = {"value": NUMBER, "text": TEXT, "unit": TEXT, "approximate": (bool,), "counts": TEXT}
CITATION = {
    "number": COUNT, "report": TEXT, "file": TEXT, "agency": TEXT, "year": MAYBE_YEAR, "title": MAYBE_TEXT, "section": (list,), "role": TEXT,
    "status": TEXT, "quote": TEXT, "start": COUNT, "end": COUNT, "page": MAYBE_YEAR,
}  # fmt: skip
ANSWER = {
    "question": TEXT, "understood": (dict,), "kind": TEXT, "outcome": TEXT, "reason_kind": MAYBE_TEXT, "reason": MAYBE_TEXT, "text": TEXT,
    "findings": (list,), "silent": (list,), "near": (list,), "searched": (dict,), "citations": (list,), "language": TEXT,
}  # fmt: skip
UNDERSTOOD = {"kind": TEXT, "topic": TEXT} | dict.fromkeys(
    ("agencies", "regions", "levels", "years", "roles", "statuses"), (list,)
)
HIT = {
    "rank": COUNT, "score": (float,), "report": TEXT, "file": TEXT, "agency": TEXT, "year": MAYBE_YEAR, "section": (list,), "role": TEXT,
    "text": TEXT, "start": COUNT, "end": COUNT,
}  # fmt: skip
ENTRY = {
    "report": TEXT, "file": TEXT, "title": MAYBE_TEXT, "agency": TEXT, "issuer": MAYBE_TEXT, "level": TEXT, "region": MAYBE_TEXT,
    "region_inferred": (bool,), "year": MAYBE_YEAR, "document_number": MAYBE_TEXT, "issue_date": MAYBE_TEXT, "sections": (list,),
    "statements": COUNT, "passages": COUNT,
}  # fmt: skip
QUESTIONS = (
    "哪些机关举行过信访听证？", "云汀市举行了多少场听证？", "库里有哪些报告？", "禾渡县存在哪些问题？", "信访代理员是怎么管理的？", "芷水县开过听证吗？", "云汀市2019年的听证",
    "哪些机关写到直升机？", "栖梧区举行了多少场听证？", "给各局排个名", "今天天气怎么样", "Which bureaus held hearings?", "How many hearings did Yunting hold?",
    "比较云汀市和栖梧区的听证", "概括一下各地的普法", "听证", "呢",
)  # fmt: skip


def _shaped(value: dict, shape: dict) -> None:
    assert set(shape) <= set(value)
    for key, types in shape.items():
        assert isinstance(value[key], types), (key, value[key])
        assert not (isinstance(value[key], bool) and bool not in types), key


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_answer_has_every_key_with_its_type(question: str, sample_library: Assistant) -> None:
    answer = sample_library.ask(question).to_dict()
    assert json.loads(json.dumps(answer, ensure_ascii=False)) == answer
    _shaped(answer, ANSWER)
    _shaped(answer["understood"], UNDERSTOOD)
    _shaped(answer["searched"], {"reports": COUNT, "of": COUNT})
    assert answer["question"] == question
    assert answer["kind"] in KINDS and answer["understood"]["kind"] in KINDS
    assert answer["outcome"] in OUTCOMES and answer["reason_kind"] in REASONS
    assert answer["language"] in ("zh", "en")
    for row in answer["findings"]:
        _shaped(row, FINDING)
        assert row["status"] in STATUSES
        if row["figure"] is not None:
            _shaped(row["figure"], FIGURE)
    for row in answer["silent"]:
        _shaped(row, {"agency": TEXT, "year": MAYBE_YEAR, "report": TEXT, "file": TEXT})
    for row in answer["near"]:
        _shaped(row, {"agency": TEXT, "year": MAYBE_YEAR, "report": TEXT, "citation": COUNT})
    for row in answer["citations"]:
        _shaped(row, CITATION)
        assert row["role"] in ROLES and row["status"] in STATUSES
        assert all(isinstance(heading, str) for heading in row["section"])


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_abstention_has_a_reason_and_an_answer_has_none(question: str, sample_library: Assistant) -> None:
    answer = sample_library.ask(question)
    assert (answer.outcome == "answered") == (answer.reason_kind is None) == (answer.reason is None)


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_answer_that_claims_something_cites_something(question: str, sample_library: Assistant) -> None:
    answer = sample_library.ask(question)
    if answer.outcome == "answered":
        assert answer.citations and answer.findings and "[1]" in answer.text


@pytest.mark.parametrize("query", ["信访听证", "请律师给群众出主意", "hearing", "山歌", "2024年", "直升机"])
def test_every_hit_has_every_key_with_its_type(query: str, sample_library: Assistant) -> None:
    hits = sample_library.search(query, k=7)
    assert len(hits) <= 7
    assert [hit["rank"] for hit in hits] == list(range(1, len(hits) + 1))
    assert [hit["score"] for hit in hits] == sorted((hit["score"] for hit in hits), reverse=True)
    for hit in hits:
        _shaped(hit, HIT)
        report = sample_library.report(hit["report"])
        assert report.text[hit["start"] : hit["end"]] == hit["text"]
        assert 0 < len(hit["text"]) <= 400
        assert hit["role"] in ROLES and hit["file"] == report.file


def test_the_catalogue_has_every_key_with_its_type(sample_library: Assistant) -> None:
    found = sample_library.catalogue()
    assert json.loads(json.dumps(found, ensure_ascii=False)) == found
    assert found["unreadable"] == []
    assert len(found["reports"]) == 4
    for entry in found["reports"]:
        _shaped(entry, ENTRY)
        assert entry["level"] in LEVELS
        assert entry["statements"] > entry["passages"] > 0
        for section in entry["sections"]:
            _shaped(section, {"heading": TEXT, "role": TEXT, "level": COUNT, "start": COUNT, "end": COUNT})
            assert section["role"] in ROLES and section["start"] < section["end"]


def test_an_unreadable_file_is_listed_with_its_reason_and_the_others_are_answered_from(tmp_path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "好.txt").write_text("柳川县信访局2024年度工作报告\n一、工作情况\n全年举行听证会3场。\n", "utf-8")
    (folder / "坏.txt").write_bytes(b"\x00\x01" * 99)
    (folder / "图.png").write_bytes(b"\x89PNG")
    with Assistant.open(folder, tmp_path / "data") as assistant:
        found = assistant.catalogue()
        assert {row["file"] for row in found["unreadable"]} == {"坏.txt", "图.png"}
        assert all(row["reason"] for row in found["unreadable"])
        assert assistant.ask("柳川县举行了多少场听证？").findings[0].figure.text == "3场"


def test_a_file_in_a_subfolder_is_named_by_its_path_from_the_folder(tmp_path) -> None:
    folder = tmp_path / "reports" / "县级"
    folder.mkdir(parents=True)
    (folder / "甲.txt").write_text("柳川县信访局2024年度工作报告\n一、工作情况\n全年举行听证会3场。\n", "utf-8")
    with Assistant.open(tmp_path / "reports", tmp_path / "data") as assistant:
        assert assistant.ask("哪些机关举行过听证？").citations[0].file == "县级/甲.txt"
