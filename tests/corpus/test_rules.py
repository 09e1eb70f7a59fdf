"""Every row of every table is a test case: the pattern matches its one example and not the other."""

import re

import pytest

from corpus import roles, status_lacks, status_making, status_mentions, status_rules
from corpus.headings import ITEM_MARK, MARKS, mark_at
from corpus.roles import bare
from corpus.rule import Rule


def _rows(module: object) -> list[object]:
    tables = {name: value for name, value in vars(module).items() if isinstance(value, tuple)}
    return [
        pytest.param(rule, id=f"{name}[{index}]")
        for name, rules in tables.items()
        for index, rule in enumerate(rules)
        if isinstance(rule, Rule)
    ]


@pytest.mark.parametrize("rule", _rows(roles))
def test_a_rule_of_headings_matches_its_example_and_not_its_counter_example(rule: Rule) -> None:
    assert rule.regex.search(bare(rule.matches))
    assert not rule.regex.search(bare(rule.rejects))


STATUS = [row for module in (status_rules, status_lacks, status_making, status_mentions) for row in _rows(module)]


@pytest.mark.parametrize("rule", STATUS)
def test_a_rule_of_status_matches_its_example_and_not_its_counter_example(rule: Rule) -> None:
    assert rule.regex.search(rule.matches)
    assert not rule.regex.search(rule.rejects)


def test_every_table_is_found() -> None:
    assert len(_rows(roles)) == len(roles.TOP_RULES) + len(roles.INNER_RULES)
    assert len(STATUS) > 40


@pytest.mark.parametrize(("rank", "pattern", "example", "counter"), MARKS, ids=[row[2] for row in MARKS])
def test_a_numbering_mark_matches_its_example_and_not_its_counter_example(
    rank: int, pattern: str, example: str, counter: str
) -> None:
    assert re.match(pattern, example)
    assert not re.match(pattern, counter)
    assert mark_at(example)[0] == rank


@pytest.mark.parametrize("text", ["一是抓学习", "十一是抓考核", "其二，建台账", "第三，强培训", "①登记", "第二是回访"])
def test_an_item_mark_opens_an_item(text: str) -> None:
    assert ITEM_MARK.match(text)
    assert mark_at(text) is None


@pytest.mark.parametrize("text", ["一、情况", "一直坚持", "其中", "其他事项", "第三方评估", "第一责任人", "（一）是"])
def test_other_words_open_no_item(text: str) -> None:
    assert not ITEM_MARK.match(text)
