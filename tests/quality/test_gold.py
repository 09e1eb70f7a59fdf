"""The bars of the suite, held on the real reports; skipped with a reason where they are not beside the project."""

from __future__ import annotations

import pytest

from tests.quality.gold import SHARED, bundled
from tests.quality.suite import run, undercut


def test_the_samples_reach_every_bar() -> None:
    gold = next(one for one in bundled() if one.name == "seen")

    assert undercut("seen", run(gold)) == []


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the real reports and their gold are not beside the project")
def test_the_real_reports_reach_every_bar() -> None:
    gold = next(one for one in bundled() if one.name == "real")

    assert undercut("real", run(gold)) == []
