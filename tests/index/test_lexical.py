from __future__ import annotations

from pathlib import Path

import pytest

from index.errors import Damaged
from index.lexical import Entry, LexicalIndex, key_of

ENTRIES = (
    Entry("a:0", "a", "组织开展普法宣传活动", "甲县信访局 主要工作"),
    Entry("a:1", "a", "完善接访制度", "甲县信访局 计划"),
    Entry("b:0", "b", "接访 Ａ１ 场次", "乙县信访局 接访"),
)


@pytest.fixture
def index(tmp_path: Path) -> LexicalIndex:
    index = LexicalIndex(tmp_path / "lexical")
    index.write(ENTRIES)
    return index


def test_texts_are_found_by_characters_and_pairs_in_folded_form(index: LexicalIndex) -> None:
    keys, scores = index.reader().best(["a1"], 10)
    assert keys.tolist() == [key_of("b:0")]
    assert scores[0] > 0


def test_the_place_counts_less_than_the_text(index: LexicalIndex) -> None:
    keys, scores = index.reader().best(["计划", "制度"], 10)
    assert keys.tolist() == [key_of("a:1")]
    _, place = index.reader().best(["计划"], 10)
    assert place[0] < scores[0] - place[0]


def test_scores_of_given_passages_equal_those_of_the_ranking(index: LexicalIndex) -> None:
    reader = index.reader()
    best = dict(zip(*map(list, reader.best(["接访", "接"], 10)), strict=True))
    keys, scores = reader.scores(["接访", "接"], [key_of(entry.id) for entry in ENTRIES] + [5])
    found = dict(zip(keys.tolist(), scores.tolist(), strict=True))
    assert found == {**dict.fromkeys(map(key_of, ("a:0", "a:1", "b:0")), 0.0), **best}


def test_only_given_reports_are_searched(index: LexicalIndex) -> None:
    assert index.reader().best(["接访"], 10, ["a"])[0].tolist() == [key_of("a:1")]
    assert index.reader().best(["接访"], 10, ["c"])[0].tolist() == []


def test_a_reader_keeps_its_moment(index: LexicalIndex) -> None:
    before = index.reader()
    index.write((), remove=["a:0"])
    index.remove_keys([key_of("a:1")])
    assert (before.count, index.reader().count) == (3, 1)
    assert len(before.best(["普法"], 5)[0]) == 1


def test_writing_a_passage_again_replaces_it(index: LexicalIndex) -> None:
    index.write([Entry("a:0", "a", "全新文字", "")])
    assert index.reader().count == 3
    assert index.reader().best(["普法"], 5)[0].tolist() == []


def test_what_was_removed_counts_until_all_is_written_anew(index: LexicalIndex) -> None:
    index.write((), remove=["a:0", "b:0"])
    assert index.reader().remains == 2
    index.replace_all(ENTRIES[1:2])
    fresh = LexicalIndex(None)
    fresh.write(ENTRIES[1:2])
    assert (index.reader().remains, index.reader().count) == (0, 1)
    assert index.reader().best(["接访"], 5)[1].tolist() == fresh.reader().best(["接访"], 5)[1].tolist()


def test_nothing_asked_finds_nothing(index: LexicalIndex) -> None:
    assert index.reader().best([], 5)[0].tolist() == []
    assert index.reader().best(["普法"], 0)[0].tolist() == []


def test_it_can_live_in_memory() -> None:
    index = LexicalIndex(None)
    assert index.reader().keys().tolist() == []
    index.write(ENTRIES)
    assert index.reader().count == 3


@pytest.mark.parametrize("name", ["meta.json", ".managed.json"])
def test_a_damaged_index_is_named(tmp_path: Path, index: LexicalIndex, name: str) -> None:
    del index
    (tmp_path / "lexical" / name).write_bytes(b"\x00")
    with pytest.raises(Damaged, match="lexical/"):
        LexicalIndex(tmp_path / "lexical", create=False)
