"""A message that spells out its reading: what it names holds, everything else stays as it was read."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.page.chips import TICKED, asked_again, change, values
from assistant.restated import Restated, taken_apart
from assistant.service import Assistant
from corpus.report import LEVELS, ROLES, STATUSES
from index.records import Facets
from tests.assistant.asked import ask

NAMES = st.lists(st.text("甲乙丙县局信访", min_size=1, max_size=6), max_size=4, unique=True).map(tuple)


def some(values):
    return st.none() | st.lists(st.sampled_from(values), max_size=4, unique=True).map(tuple)


@given(
    st.builds(
        Restated, topic=st.none() | st.text("听证调解 ", max_size=8).map(lambda text: " ".join(text.split())), agencies=st.none() | NAMES,
        regions=st.none() | NAMES, levels=some(LEVELS), years=some((2019, 2023, 2024)), roles=some(ROLES),
        statuses=some(STATUSES),
    ),
    st.sampled_from(["zh", "en"]),
)  # fmt: skip
def test_what_is_written_reads_back(out, language):
    words, read = taken_apart(f"谁做了？{out.written(language)}")
    assert (words, read) == ("谁做了？", out)


@pytest.mark.parametrize(
    "text", ["青信发〔2025〕3号", "印发〔2025〕", "谁做了〔随便：什么〕", "谁做了〔年度：去年〕", "谁〔层级：天〕"]
)
def test_other_brackets_are_words_of_the_question(text):
    assert taken_apart(text) == (text, Restated())


def test_what_a_message_spells_out_holds_against_its_words_and_what_is_set_beside_it(years_library):
    beside = Facets(years=(2024,), levels=("city",))
    answer = ask(years_library, "2023年哪些机关写到信访听证？〔年度：2025；层级：不限〕", facets=beside)
    assert (answer.understood.years, answer.understood.levels, answer.searched.reports) == ((2025,), (), 1)
    assert answer.question.endswith("〔年度：2025；层级：不限〕")


def test_a_topic_spelled_out_is_taken_at_its_word(years_library: Assistant) -> None:
    answer = ask(years_library, "哪些机关写到信访听证？〔主题：量子通信〕")
    assert (answer.understood.topic, answer.reason_kind) == ("量子通信", "topic_absent")
    assert ask(years_library, "哪家做得最好？〔主题：信访听证〕").kind == "census"
    assert ask(years_library, "哪些机关写到信访听证？〔主题：不限〕").kind == "catalogue"


def test_an_agency_or_year_spelled_out_and_not_held_is_said_to_be_so(years_library: Assistant) -> None:
    asked = "哪些机关写到信访听证？"
    assert ask(years_library, f"{asked}〔年度：2011〕").reason_kind == "year_not_held"
    assert ask(years_library, f"{asked}〔机关：远山县信访局〕").reason_kind == "agency_not_held"


def test_a_message_after_it_leans_on_the_reading_spelled_out(years_library: Assistant) -> None:
    read = ask(years_library, "那法律顾问呢？", "哪些机关写到信访听证？〔年度：2024；层级：县级〕").understood
    assert (read.topic, read.years, read.levels) == ("法律顾问", (2024,), ("county",))


QUESTIONS = [
    ("哪些机关写到信访听证？",), ("2024年县级机关哪些写到法律顾问",), ("各机关信访听证有多少场",), ("禾渡县的报告存在哪些问题",),
    ("哪些机关只打算搞听证、没有真做",), ("库里有哪些报告",), ("2019年谁开过听证",), ("Which agencies held petition hearings in 2024?",),
    ("哪些机关写到信访听证？", "那2023年呢"), ("哪些机关写到信访听证？", "第二家的原文"),
]  # fmt: skip


@pytest.mark.parametrize("asked", QUESTIONS)
def test_every_chip_that_is_changed_is_what_is_then_understood_and_the_others_stay(
    asked, years_library: Assistant
) -> None:
    check(years_library, *asked)


@pytest.mark.parametrize("asked", [QUESTIONS[0], QUESTIONS[2]])
def test_every_chip_over_the_real_reports(asked, real_library: Assistant) -> None:
    check(real_library, *asked)


def check(library: Assistant, *asked: str) -> None:
    *before, question = asked
    answer = ask(library, question, *before)
    said = [
        turn for text in asked for turn in ({"role": "user", "content": text}, {"role": "assistant", "content": "好"})
    ]
    offered = {key: [value for value, _, _ in values(key, library.reports)] for key in TICKED}
    changes = [("topic", ["人民调解"])]
    changes += [(key, chosen) for key in TICKED for chosen in (offered[key][:1], offered[key][-2:], [])]
    for key, chosen in changes:
        changed = change(key, chosen)
        assert changed is not None
        text = asked_again(question, answer, changed, lambda message: library.understood(message, said))
        read = library.ask(text, said).understood
        wanted = {one.name: getattr(answer.understood, one.name) for one in fields(Restated)} | changed.named()
        assert {name: getattr(read, name) for name in wanted} == wanted, text
