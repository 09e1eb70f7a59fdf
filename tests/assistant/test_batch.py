import json

import pytest

from assistant.commands import batch


def test_every_line_is_a_question_in_order_and_blank_lines_are_none(tmp_path):
    path = tmp_path / "questions.txt"
    path.write_text("一问\n\n  二问  \r\n{\"question\": \"三问\"}\n\n", "utf-8")
    assert [line.question for line in batch.read(str(path))] == ["一问", "二问", "三问"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_files_from_windows_editors_are_read(tmp_path, encoding):
    path = tmp_path / "questions.txt"
    path.write_bytes("哪些单位开过听证？".encode(encoding))
    assert [line.question for line in batch.read(str(path))] == ["哪些单位开过听证？"]


def test_an_unknown_encoding_is_refused_with_what_to_do(tmp_path):
    path = tmp_path / "questions.txt"
    path.write_bytes(b"\xff\xff\xff")
    with pytest.raises(ValueError, match="另存为 UTF-8"):
        batch.read(str(path))


def test_a_history_is_kept_in_its_order():
    history = [{"role": "user", "content": "甲"}, {"role": "assistant", "content": "乙"}]
    line = batch.parse(json.dumps({"question": "丙", "history": history}), 1)
    assert list(line.history) == history


def test_a_missing_or_null_history_is_an_empty_one():
    assert batch.parse('{"question": "甲", "history": null}', 1).history == ()


@pytest.mark.parametrize(
    "line",
    ['{"question": 3}', '{"q": "甲"}', '{"question": "甲"', '{"question": "甲", "history": [{"role": "system"}]}'],
)
def test_a_line_that_cannot_be_asked_says_why_with_its_number(line):
    found = batch.parse(line, 7)
    assert found.error is not None
    assert "第 7 行" in found.error


def test_a_search_batch_names_its_own_key():
    assert batch.parse('{"query": "甲"}', 1, "query").question == "甲"
