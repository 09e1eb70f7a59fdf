"""The reports that the tests of this folder read: the bundled samples and the real ones beside the checkout."""

from pathlib import Path

import pytest

from assistant.settings import SAMPLES
from corpus.parse import read_report, report_files
from corpus.report import Report

REAL = Path(__file__).parents[3] / "shared" / "reports"


def _all(folder: Path) -> dict[str, tuple[Path, Report]]:
    return {path.name: (path, read_report(path, folder)) for path in report_files(folder)}


@pytest.fixture(scope="session")
def samples() -> dict[str, tuple[Path, Report]]:
    return _all(SAMPLES)


@pytest.fixture(scope="session")
def real_reports() -> dict[str, tuple[Path, Report]]:
    if not REAL.is_dir():
        pytest.skip("the real reports are not beside this checkout: their invariants are not checked")
    return _all(REAL)
