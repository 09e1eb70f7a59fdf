"""A computed number: let through only where it is marked so, its terms are cited exact figures, and it is right."""

from dataclasses import replace

import pytest

from assistant.computed import COMPUTED, added, difference, proven
from assistant.verify import verify
from corpus.figures import figures_in
from tests.assistant.test_verify import _answer, _find

TEXTS = {1: "举行听证会23场，化解17件。", 2: "举行听证会5场。", 3: "举办约9场，占90.7%。", 4: "培训两期，占9.3%。"}
QUOTES = {number: figures_in(text, 0, len(text)) for number, text in TEXTS.items()}


def _quoted(number: int):
    return QUOTES.get(number, ())


RIGHT = [
    added([(23.0, 1), (5.0, 2)], False),
    difference((23.0, 1), (5.0, 2), True),
    difference((90.7, 3), (9.3, 4), False),
]
WRONG = {
    "a wrong result": "算得：23[1]＋5[2]＝29",
    "a term that is not in its quote": "算得：23[2]＋5[1]＝28",
    "an approximate term": "算得：23[1]＋9[3]＝32",
    "unlike units": "算得：17[1]＋5[2]＝22",
    "one figure used twice": "算得：23[1]＋23[1]＝46",
    "shares added": "算得：90.7[3]＋9.3[4]＝100",
    "a mark that leads nowhere": "算得：23[1]＋5[9]＝28",
}


@pytest.mark.parametrize("expression", RIGHT)
def test_what_is_reckoned_from_exact_figures_of_one_unit_is_proven(expression: str) -> None:
    assert COMPUTED.fullmatch(expression)
    assert proven(expression, _quoted)


@pytest.mark.parametrize("expression", WRONG.values(), ids=WRONG)
def test_what_does_not_follow_is_not_proven(expression: str) -> None:
    assert COMPUTED.fullmatch(expression)
    assert not proven(expression, _quoted)


def test_the_check_drops_a_line_whose_sum_is_false_or_not_marked_as_computed() -> None:
    first = next(one for one in _answer().citations if "23场" in one.quote)
    mark = f"[{first.number}]"
    lines = (f"算得：23{mark}－17{mark}＝6", f"合计 40 件{mark}", f"算得：23{mark}＋1{mark}＝24", f"原数 23 场{mark}")
    checked = verify(replace(_answer(), text="\n".join(lines)), _find)
    assert checked.text == lines[3]
