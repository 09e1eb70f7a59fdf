"""In every tab and state of the page: nothing that axe calls serious or critical."""

import pytest

from tests.browser.conftest import served
from tests.browser.states import every

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    with served(None, tmp_path_factory.mktemp("data")) as address:
        yield address


@pytest.fixture(scope="module")
def axe():
    module = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    return module.Axe()


def findings(axe, page):
    """Return what axe calls serious or critical; its source is evaluated, as the page admits no inline script."""
    found = axe.run(page).response["violations"]
    return [
        f"{one['id']}: {node['html'][:160]} {node['target']}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"][:4]
    ]


@pytest.mark.parametrize(
    ("width", "scheme", "language"), [(1280, "light", "zh"), (390, "dark", "zh"), (1280, "dark", "en")]
)
def test_every_state_is_accessible(address, visit, axe, width, scheme, language):
    page = visit(address, width, 844, scheme, locale="en-GB" if language == "en" else "zh-CN")
    if page.get_attribute("html", "data-language") != language:
        page.click("[data-do=language]")
    wrong = [f"{state}: {one}" for state in every(page, language) for one in findings(axe, page)]
    assert not wrong, "\n".join(dict.fromkeys(wrong))
