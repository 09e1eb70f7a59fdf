"""The topics that most reports speak of: really spread, none a part of another, the same while the reports are."""

from assistant.service import Assistant
from assistant.spread import OFFERED, SHORTEST, spread
from assistant.terms import is_term


def test_the_most_spread_terms_come_first(sample_library: Assistant) -> None:
    found = spread(sample_library.reports)
    counts = [one.reports for one in found]
    assert counts == sorted(counts, reverse=True) and counts[0] == len(sample_library.reports)
    assert 8 <= len(found) <= OFFERED
    assert all(is_term(one.term) and len(one.term) >= SHORTEST for one in found)


def test_no_topic_is_a_part_of_another(sample_library: Assistant) -> None:
    terms = [one.term for one in spread(sample_library.reports)]
    assert [(one, other) for one in terms for other in terms if one != other and one in other] == []


def test_what_is_chosen_is_spoken_of_in_the_matrix(sample_library: Assistant) -> None:
    first = [one.term for one in spread(sample_library.reports)[:8]]
    cells = sample_library.matrix(first)["cells"]
    for topic in first:
        spoken = [cell for cell in cells if cell["topic"] == topic and cell["status"] != "silent"]
        assert 2 * len(spoken) >= len(sample_library.reports)


def test_an_empty_library_has_no_topics_and_the_same_reports_are_counted_once(sample_library: Assistant) -> None:
    assert spread(()) == ()
    assert spread(sample_library.reports) is spread(sample_library.reports)
