"""What of a run is kept for the page: all measures, no failing question of the unseen part, nothing of real reports."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from assistant.measured import BUNDLED, KEPT, runs
from tests.quality import suite
from tests.quality.case import Case
from tests.quality.gold import PROJECT
from tests.quality.kept import PUBLIC, form, keep
from tests.quality.result import Result


def case(question: str, score: float = 0.0) -> Case:
    return Case("figures", question, question, "figure", "zh", (), score, "九" * 400, "十" * 400)


def result() -> Result:
    cases = {name: [case(f"{name}问"), case("对的", 1.0)] for name in ("real", "seen", "unseen")}
    return Result(cases, {"seen": {"figures": 0.4}}, 12.34, open={"seen": 2})


def test_the_run_comes_back_as_the_page_reads_it(tmp_path: Path) -> None:
    keep(result(), tmp_path / "data")
    own, _ = runs(tmp_path / "data")

    assert own.own
    seen = next(part for part in own.parts if part.name == "seen")
    assert (seen.measures["figures"].value, seen.floors, seen.open) == (0.5, {"figures": 0.4}, 2)
    assert [one.question for one in seen.failing or ()] == ["seen问"]


@pytest.mark.parametrize("bundled", [False, True])
def test_no_question_of_the_unseen_part_is_kept(bundled: bool) -> None:
    text = json.dumps(form(result(), bundled=bundled), ensure_ascii=False)

    assert "unseen问" not in text
    assert '"unseen": {"measures"' in text


def test_the_bundled_run_holds_no_passage_of_a_real_report() -> None:
    (failing,) = form(result(), bundled=True)["parts"]["real"]["failing"]

    assert max(map(len, failing.values())) <= PUBLIC
    assert len(form(result())["parts"]["real"]["failing"][0]["came"]) > PUBLIC


def test_the_bundled_run_is_of_this_version() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))

    assert json.loads(BUNDLED.read_text("utf-8"))["version"] == project["project"]["version"]


def test_a_run_that_cannot_be_kept_is_still_a_run(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    suite._keep(result(), tmp_path / "file")

    assert "was not kept" in capsys.readouterr().err


def test_a_run_leaves_nothing_else_in_the_data_folder(tmp_path: Path) -> None:
    keep(result(), tmp_path)
    keep(result(), tmp_path)

    assert [path.name for path in tmp_path.iterdir()] == [KEPT]
