"""No file outgrows its idea, names a machine, or holds a passage of a real report."""

import re

import pytest

from tests.shape import sources

LONGEST = 260
"""Lines; past it a file is no longer one idea."""

WIDEST = 120
WIDEST_ROW = 200
"""Characters of a line of code, and of a row of a table about Chinese text, which is better whole than wrapped."""

MACHINE = re.compile(
    r"/(?:work|farm|root|home/\w+|tmp/bash_jobs)/|/[.]library/|index-url\s*=?\s*https?:|://[^ /@]*:[^ /@]*@"
)
"""Paths of one machine, addresses of a package registry, and passwords in an address."""

WINDOW = 24
"""Characters: a shorter agreement between two texts of this kind is chance."""

FORMULAS = ("习近平", "中国特色社会主义", "党的二十", "法治政府建设实施纲要", "信访工作条例")
"""Words of set phrases that every such report uses."""

REAL_REPORTS = sources.ROOT.parent / "shared" / "reports"


def test_no_file_outgrows_its_idea():
    lengths = {sources.name(path): path.read_text("utf-8").count("\n") for path in sources.modules()}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_no_line_is_wider_than_a_screen():
    wrong = [
        f"{sources.name(path)}:{number} has {len(line)} characters"
        for path in sources.modules()
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if len(line) > (WIDEST_ROW if re.search("[一-鿿]", line) else WIDEST)
    ]
    assert wrong == []


def test_no_file_names_a_machine():
    wrong = [
        f"{name}:{number}: {line.strip()[:80]}"
        for name, text in sources.texts()
        for number, line in enumerate(text.splitlines(), 1)
        if MACHINE.search(line) and name != "tests/shape/test_files.py"
    ]
    assert wrong == []


def test_no_file_holds_a_passage_of_a_real_report():
    if not REAL_REPORTS.is_dir():
        pytest.skip("the real reports are not beside this checkout: nothing to compare with")
    known = {
        window for path in REAL_REPORTS.glob("*.txt") for window in _windows(path.read_text("utf-8", errors="replace"))
    }
    copied = {name: sorted(found)[0] for name, text in sources.texts() if (found := known.intersection(_windows(text)))}
    assert copied == {}


def _windows(text):
    squashed = re.sub(r"[\s#*>\-_`|]+", "", text)
    windows = (squashed[start : start + WINDOW] for start in range(len(squashed) - WINDOW))
    return {window for window in windows if not any(words in window for words in FORMULAS)}
