"""The floors that stand beside every gold, held on a fresh index."""

from __future__ import annotations

import pytest

from tests.quality.case import undercut
from tests.quality.gold import SHARED, Gold, bundled
from tests.quality.run import run


def gold(name: str) -> Gold:
    return next(one for one in bundled() if one.name == name)


@pytest.mark.parametrize("name", ["seen", "unseen"])
def test_the_invented_reports_reach_every_floor(name: str) -> None:
    assert gold(name).floors
    assert undercut(run(gold(name)), gold(name).floors) == []


@pytest.mark.skipif(not (SHARED / "gold").is_dir(), reason="the real reports and their gold are not beside the project")
def test_the_real_reports_reach_every_floor() -> None:
    assert gold("real").floors
    assert undercut(run(gold("real")), gold("real").floors) == []
