"""What is offered after an answer: questions of its language that the library answers, nearby ones after a silence."""

import pytest

from assistant.service import Assistant


def offered(library: Assistant, question: str) -> tuple[str, ...]:
    answer = library.ask(question)
    said = [{"role": "user", "content": question}, {"role": "assistant", "content": answer.text}]
    found = library.next_questions(answer, said)
    for text in found:
        got = library.ask(text, said)
        assert (got.outcome, got.language) == ("answered", answer.language), text
        assert got.findings, text
    assert question not in found
    return found


@pytest.mark.parametrize(
    "question",
    ["哪些机关写到信访听证？", "各机关信访听证有多少场？", "禾渡县信访局的报告存在哪些问题？", "概述禾渡县信访局2024年的报告", "库里有哪些报告？",
     "Which agencies mention petition hearings?"],
)  # fmt: skip
def test_an_answer_leads_to_three_or_four_questions_with_answers(question: str, years_library: Assistant) -> None:
    assert 3 <= len(offered(years_library, question)) <= 4


def test_a_year_that_is_not_held_leads_to_the_years_that_are(years_library: Assistant) -> None:
    found = offered(years_library, "禾渡县信访局2019年的报告存在哪些问题？")
    assert "禾渡县信访局2024年的报告存在哪些问题？" in found


def test_an_agency_that_is_not_held_leads_to_others_on_the_topic(years_library: Assistant) -> None:
    found = offered(years_library, "远山县信访局聘了法律顾问吗？")
    assert "哪些机关写到法律顾问？" in found
    assert sum("写到法律顾问了吗" in text for text in found) >= 1


def test_a_refusal_leads_to_what_can_be_asked(years_library: Assistant) -> None:
    assert len(offered(years_library, "哪家信访局做得最好？")) >= 2
