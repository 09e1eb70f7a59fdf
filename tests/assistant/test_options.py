import argparse

import pytest

from assistant import facet_words as words
from assistant.commands import options
from corpus.report import LEVELS, ROLES, STATUSES
from index.records import Facets
from tests.assistant.test_catalogue import REPORT


def facets(*argv):
    parser = argparse.ArgumentParser(exit_on_error=False)
    options.add_facets(parser)
    return options.facets(parser.parse_args(argv), [REPORT])


def test_no_option_is_no_restriction():
    assert facets() == Facets()


def test_values_may_be_repeated_or_separated_by_commas_of_either_width():
    expected = Facets(years=(2023, 2024), levels=("county", "city"))
    assert facets("--year", "2023", "--year", "2024", "--level", "county,city") == expected
    assert facets("--year", "2023，2024年", "--level", "县级、市") == expected


def test_a_range_of_years_is_every_year_in_it():
    assert facets("--year", "2022-2024").years == (2022, 2023, 2024)
    assert facets("--year", "2024至2022").years == (2022, 2023, 2024)


def test_a_value_given_twice_counts_once():
    assert facets("--role", "计划", "--role", "plan").roles == ("plan",)


@pytest.mark.parametrize("typed", ["青禾县信访局", "青禾县", "青禾"])
def test_a_part_of_an_agency_name_stands_for_the_agency(typed):
    assert facets("--agency", typed).agencies == ("青禾县信访局",)


def test_an_agency_that_is_not_held_stays_and_matches_nothing():
    found = facets("--agency", "北岭县信访局")
    assert found.agencies == ("北岭县信访局",)
    assert not found.admit(REPORT)


@pytest.mark.parametrize(
    ("table", "values"),
    [(words.LEVEL_WORDS, LEVELS), (words.ROLE_WORDS, ROLES), (words.STATUS_WORDS, STATUSES)],
)
def test_every_value_has_its_own_name_and_a_chinese_word(table, values):
    assert set(table.values()) == set(values)
    for value in values:
        assert table[value] == value
        assert any(not word.isascii() for word, meaning in table.items() if meaning == value)


@pytest.mark.parametrize("argv", [("--level", "国"), ("--year", "去年"), ("--role", "x"), ("--status", "silent")])
def test_an_unknown_word_is_refused_and_the_known_ones_named(argv):
    with pytest.raises(argparse.ArgumentError, match="不认识"):
        facets(*argv)


@pytest.mark.parametrize("word", ["0", "-1", "1.5", "十", ""])
def test_only_whole_numbers_above_zero_count(word):
    with pytest.raises(argparse.ArgumentTypeError):
        options.positive(word)
