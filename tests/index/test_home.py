from __future__ import annotations

from pathlib import Path

from index.home import Home


def test_the_highest_number_is_in_use(tmp_path: Path) -> None:
    home = Home(tmp_path / "data")
    assert home.current() is None
    first = home.first()
    assert home.current() == first
    building = home.begin()
    assert home.current() == first
    final = home.finish(building)
    assert home.current() == final and final.name == "index-2"


def test_what_a_crash_left_is_swept_and_nothing_else(tmp_path: Path) -> None:
    home = Home(tmp_path)
    first = home.first()
    (home.begin() / "half").write_text("half")
    (tmp_path / "index-9.txt").write_text("someone's file")
    (tmp_path / "notes").mkdir()
    home.sweep()
    assert sorted(path.name for path in tmp_path.iterdir()) == [first.name, "index-9.txt", "notes"]


def test_a_half_built_index_is_begun_anew(tmp_path: Path) -> None:
    home = Home(tmp_path)
    (home.begin() / "half").write_text("half")
    assert list(home.begin().iterdir()) == []
