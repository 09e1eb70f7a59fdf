"""Names written wrongly are read as the one held name they can mean; other names and other offices are not held."""

import pytest

from assistant.places import find_places
from corpus.report import Report

Reports = tuple[Report, ...]


@pytest.mark.parametrize(
    ("text", "typed"), [("柳船县的听证", "柳船县"), ("青平市开了几场", "青平市"), ("请问刘川的听证", "刘川")]
)
def test_a_slip_of_a_name_is_read_as_it_and_told(text: str, typed: str, county_reports: Reports) -> None:
    found = find_places(text, county_reports)
    assert len(found.agencies) == 1 and found.absent == ()
    assert [one for one, _ in found.respelt] == [typed]


@pytest.mark.parametrize("text", ["柳林县信访局的听证", "青山市信访局的听证", "柳溪县开了几场"])
def test_another_character_is_another_place(text: str, county_reports: Reports) -> None:
    found = find_places(text, county_reports)
    assert found.agencies == () and found.absent and found.respelt == ()


@pytest.mark.parametrize("text", ["柳川县司法局立了多少件", "柳川县交通运输局的听证", "南岭省司法厅的听证"])
def test_another_office_of_a_place_is_not_held(text: str, county_reports: Reports) -> None:
    found = find_places(text, county_reports)
    assert found.agencies == () and len(found.absent) == 1
