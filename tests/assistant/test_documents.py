"""Fields and conditions are read out of messages about documents; messages about contents are left alone."""

from datetime import date

import pytest

from assistant.documents import documents_asked
from assistant.identity_fields import FIELDS, Field
from assistant.understand import understand
from corpus.report import Report

Reports = tuple[Report, ...]
TODAY = date(2026, 3, 1)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.key)
def test_a_field_is_asked_for_in_its_example_and_not_in_its_counter_example(field: Field) -> None:
    assert field.asked.search(field.asks)
    assert not field.asked.search(field.not_so)


@pytest.mark.parametrize(
    ("message", "fields"),
    [
        ("文号多少，哪天印的", ("document_number", "issue_date")), ("发文自号给我", ("document_number",)), ("抄送了哪些单位", ("copies",)),
        ("报告是打给谁的", ("addressee",)), ("doc number pls", ("document_number",)), ("when was the report issued", ("issue_date",)),
    ],
)  # fmt: skip
def test_fields_are_read(message: str, fields: tuple[str, ...]) -> None:
    assert documents_asked(message, (), TODAY).fields == fields


@pytest.mark.parametrize(
    "message",
    [
        "最新的是哪份报告", "谁以党组名义发的", "2026年印发的报告有哪些", "哪份没有文号", "省级的报告有吗", "报告都报给了谁", "除了信访局还有哪些单位的报告", "how many reports cover 2025, and whose are they",
        "Which reports were issued in 2026?", "列个表：机关、年度、文号、印发日期", "库里有没有乡镇的报告", "哪家交了不止一份报告",
    ],
)  # fmt: skip
def test_a_message_about_documents_wants_the_catalogue(message: str, county_reports: Reports) -> None:
    assert understand(message, [], county_reports, TODAY).kind == "catalogue"


@pytest.mark.parametrize(
    "message",
    [
        "哪些机关提到了听证",
        "2025年哪些单位印发了听证规程",
        "报告里最新的做法有哪些",
        "联席会议章程什么时候印的",
        "有几份报告提到枫桥经验",
        "柳川县印发了多少份督办函",
    ],
)
def test_a_message_about_contents_does_not(message: str, county_reports: Reports) -> None:
    assert understand(message, [], county_reports, TODAY).kind != "catalogue"


def test_the_year_of_issue_is_a_condition_and_no_covered_year(county_reports: Reports) -> None:
    question = understand("2025年1月以后印发的报告有几份", [], county_reports, TODAY)
    assert question.facets.years == () and question.absent_years == ()
    (condition,) = question.documents.conditions
    dated = [report for report in county_reports if report.issue_date]
    assert [condition.holds(report) for report in dated] == [report.issue_date >= "2025-01" for report in dated]


def test_what_is_missing_and_what_is_there_are_opposites(county_reports: Reports) -> None:
    (lacks,) = documents_asked("哪份没有文号", county_reports, TODAY).conditions
    (has,) = documents_asked("哪几份带文号", county_reports, TODAY).conditions
    assert all(lacks.holds(report) != has.holds(report) for report in county_reports)
