"""The original file of a report: the one in the folder, nothing that a link leads to outside of it."""

import os
from dataclasses import replace

from assistant.originals import original
from tests.assistant.page_library import report


def test_the_file_in_the_folder_is_given_and_nothing_outside_it(tmp_path):
    folder = tmp_path / "reports"
    (folder / "inner").mkdir(parents=True)
    (folder / "inner" / "甲.txt").write_text("甲", "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    os.symlink(tmp_path / "secret.txt", folder / "out.txt")
    os.symlink(folder / "inner" / "甲.txt", folder / "in.txt")
    os.symlink(folder / "round.txt", folder / "round.txt")
    held = {
        name: original(folder, replace(report(), file=name))
        for name in ("inner/甲.txt", "in.txt", "out.txt", "../secret.txt", "inner", "gone.txt", "round.txt", "a\0b")
    }
    assert {name for name, file in held.items() if file} == {"inner/甲.txt", "in.txt"}
    assert held["in.txt"] == held["inner/甲.txt"] == (folder / "inner" / "甲.txt").resolve()
    assert original(tmp_path / "none", report()) is None
