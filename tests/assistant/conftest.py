"""Two libraries with nothing stood in for: four of the bundled samples, and the real reports beside the checkout."""

import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.service import Assistant
from assistant.settings import SAMPLES
from corpus.parse import parse, read_report
from corpus.report import Report
from tests.browser.conftest import run
from tests.samples import FOUR, four_samples

REAL = Path(__file__).parents[3] / "shared" / "reports"


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    home = tmp_path_factory.mktemp("samples")
    with Assistant.open(four_samples(home / "reports"), home / "data") as assistant:
        yield assistant


@dataclass(frozen=True)
class Served:
    """A running server over four samples: where it is, and the options by which a command reads the same library."""

    address: str
    library: tuple[str, ...]


@pytest.fixture(scope="module")
def sample_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    home = tmp_path_factory.mktemp("served")
    library = ("--reports", str(four_samples(home / "reports")), "--data", str(home / "data"))
    with run([sys.executable, "serve.py", "--port", "0", *library]) as address:
        yield Served(address, library)


@pytest.fixture(scope="session")
def years_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """Three years of one county, and two counties whose reports are near-copies."""
    home = tmp_path_factory.mktemp("years")
    (home / "reports").mkdir()
    for name in ("hedu_2023.txt", "hedu_2024.docx", "hedu_2025.html", "changxi_2024.txt", "liaowan_2024.pdf"):
        shutil.copy(SAMPLES / name, home / "reports" / name)
    with Assistant.open(home / "reports", home / "data") as assistant:
        yield assistant


@pytest.fixture(scope="session")
def real_library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    if not REAL.is_dir():
        pytest.skip("the real reports are not beside this checkout: answers over them are not checked")
    home = tmp_path_factory.mktemp("real")
    shutil.copytree(REAL, home / "reports")
    with Assistant.open(home / "reports", home / "data") as assistant:
        yield assistant


@pytest.fixture(scope="session")
def samples() -> tuple[Report, ...]:
    return tuple(read_report(SAMPLES / name, SAMPLES) for name in FOUR)


def _invented(agency: str, year: int) -> Report:
    text = f"{agency}{year}年度法治政府建设工作报告\n一、工作情况\n全年举行听证会3场。\n二、存在的问题\n人手偏少。"
    return parse(text, f"{agency}{year}.txt", f"{agency}{year}")


@pytest.fixture(scope="session")
def county_reports() -> tuple[Report, ...]:
    """Two counties, a district, a city and a province, one of them with two years."""
    named = (
        ("柳川县信访局", 2023),
        ("柳川县信访局", 2024),
        ("云坪区信访办公室", 2024),
        ("青屏市信访局", 2024),
        ("南岭省信访局", 2025),
    )
    return tuple(_invented(agency, year) for agency, year in named)
