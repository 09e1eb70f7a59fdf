"""A detail asked of a subject that is there: found where it stands, said to be missing where it does not."""

import pytest

from assistant.details import detail_asked
from assistant.service import Assistant
from tests.assistant.asked import ask


@pytest.mark.parametrize(
    ("question", "detail"),
    [
        ("云汀市的听证会是几月几号开的？", "日期"),
        ("岚江省聘法律顾问花了多少钱？", "金额"),
        ("为什么重复信访下降了？", "原因"),
        ("云汀市的法律顾问叫什么名字？", "姓名"),
        ("信访局的联系电话是多少？", "联系方式"),
        ("What did the legal counsel cost?", "金额"),
    ],
)
def test_what_is_asked_beyond_the_subject_is_recognised(question: str, detail: str) -> None:
    assert detail_asked(question).chinese == detail


@pytest.mark.parametrize("question", ["哪些机关举行过信访听证？", "云汀市举行了多少场听证？", "2024年的听证情况如何"])
def test_a_plain_question_asks_for_no_detail(question: str) -> None:
    assert detail_asked(question) is None


def test_a_name_that_no_report_gives_is_not_stated(sample_library: Assistant) -> None:
    answer = ask(sample_library, "云汀市信访局的法律顾问叫什么名字？")

    assert (answer.outcome, answer.reason_kind) == ("not_in_reports", "not_stated")
    assert "姓名" in answer.text
    assert any("法律顾问" in citation.quote for citation in answer.citations)


def test_a_date_that_stands_in_the_report_is_quoted(sample_library: Assistant) -> None:
    answer = ask(sample_library, "栖梧区的信访听证工作规程是什么时候印发的？")

    assert answer.outcome == "answered"
    assert any("8 月" in citation.quote or "8月" in citation.quote for citation in answer.citations)
