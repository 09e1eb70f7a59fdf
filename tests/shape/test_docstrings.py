"""A docstring may leave out what the signature says, but it must not speak of what the signature does not have."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]

CONTRADICTS = re.compile(r"DOC(?:102|104|105|107|501|502)|Arguments in the docstring but not in the function signature")
"""Of pydoclint's findings, those that are an error and not an omission."""


def test_no_docstring_names_a_parameter_that_the_function_does_not_have():
    folders = [name for name in ("corpus", "index", "assistant", "serve.py") if (ROOT / name).exists()]
    command = [sys.executable, "-m", "pydoclint.main", "--config", "pyproject.toml", *folders]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120)
    report = done.stdout + done.stderr
    assert done.returncode == 0 or "DOC" in report, report
    assert [line.strip() for line in report.splitlines() if CONTRADICTS.search(line)] == []
