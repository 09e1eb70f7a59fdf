"""Every row of the tables of asking is a test case, and its example is decided by its own row."""

import re

import pytest

from assistant import levels, lexicon
from assistant.levels import LEVEL_RULES
from assistant.lexicon import ASKING, COMPLEMENT, FOCUS_RULES, KIND_RULES, OUT_OF_SCOPE, ROLE_RULES
from corpus.rule import Rule

TABLES = {
    name: value
    for name, value in (vars(lexicon) | vars(levels)).items()
    if isinstance(value, tuple) and isinstance(value[0], Rule)
}
ROWS = [
    pytest.param(name, rule, id=f"{name}[{index}]")
    for name, rules in TABLES.items()
    for index, rule in enumerate(rules)
]


@pytest.mark.parametrize(("table", "rule"), ROWS)
def test_a_rule_matches_its_example_and_not_its_counter_example(table: str, rule: Rule) -> None:
    assert re.search(rule.pattern, rule.matches, re.IGNORECASE)
    assert not re.search(rule.pattern, rule.rejects, re.IGNORECASE)


def test_every_table_is_found() -> None:
    assert set(TABLES.values()) >= {OUT_OF_SCOPE, KIND_RULES, FOCUS_RULES, ROLE_RULES, LEVEL_RULES}


@pytest.mark.parametrize("index", range(len(KIND_RULES)))
def test_the_first_row_that_matches_an_example_of_a_kind_has_its_meaning(index: int) -> None:
    message = KIND_RULES[index].matches
    first = next(rule.meaning for rule in KIND_RULES if re.search(rule.pattern, message, re.IGNORECASE))
    assert first == KIND_RULES[index].meaning


@pytest.mark.parametrize("index", range(len(LEVEL_RULES)))
def test_an_example_of_a_level_names_that_level_only(index: int) -> None:
    message = LEVEL_RULES[index].matches
    assert [rule.meaning for rule in LEVEL_RULES if rule.regex.search(message)] == [LEVEL_RULES[index].meaning]


def test_no_example_of_a_kind_is_out_of_scope() -> None:
    refused = [rule.matches for rule in KIND_RULES if any(re.search(out.pattern, rule.matches) for out in OUT_OF_SCOPE)]
    assert refused == []


@pytest.mark.parametrize(
    "message",
    [
        "柳川县聘请了几名法律顾问", "哪些机关写到群众评价最高的做法", "重复信访最多的原因写了吗", "各县矛盾纠纷排查情况", "哪些机关给信访人提供法律援助",
        "信访干部翻译手语服务", "信访人的房屋拆迁补偿诉求怎么办理", "哪些机关评了优秀案例",
    ],
)  # fmt: skip
def test_questions_about_reports_are_in_scope(message: str) -> None:
    assert not any(re.search(rule.pattern, message, re.IGNORECASE) for rule in OUT_OF_SCOPE)


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        ("给各信访局排名", "ranking"), ("谁最好？", "ranking"), ("rank the bureaus", "ranking"), ("which bureau is the best?", "ranking"),
        ("我想上访怎么办", "advice"), ("我的工资被拖欠去哪里投诉", "advice"), ("帮我投诉", "advice"), ("what about my case", "advice"),
        ("明天天气如何", "other"), ("讲个笑话", "other"), ("你是谁", "other"), ("写一首诗", "other"),
    ],
)  # fmt: skip
def test_questions_for_someone_else_are_out_of_scope_with_their_reason(message: str, reason: str) -> None:
    assert next(rule.meaning for rule in OUT_OF_SCOPE if re.search(rule.pattern, message, re.IGNORECASE)) == reason


@pytest.mark.parametrize("word", ["哪些机关", "有没有", "多少", "怎么样", "举行过", "提到了", "请问", "分别", "没有"])
def test_words_of_asking_are_words_of_asking(word: str) -> None:
    assert ASKING.fullmatch(word)


@pytest.mark.parametrize("word", ["听证", "法律顾问", "枫桥经验", "排查", "普法", "包案", "复核"])
def test_no_term_of_the_field_is_a_word_of_asking(word: str) -> None:
    assert not ASKING.search(word)


@pytest.mark.parametrize(
    "message",
    ["哪些没写听证", "没有提到普法的有哪些", "which reports do not mention hearings", "reports without a plan"],
)
def test_asking_for_the_silent_is_seen(message: str) -> None:
    assert COMPLEMENT.search(message)
