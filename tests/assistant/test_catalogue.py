from dataclasses import replace

from assistant.catalogue import catalogue
from corpus.report import Report, Section, Statement

HEADING = "一、主要工作"
TEXT = f"{HEADING}\n开展了普法宣传。"
REPORT = Report(
    id="r1",
    file="乙.txt",
    text=TEXT,
    title=None,
    agency="青禾县信访局",
    issuer=None,
    level="county",
    region=None,
    region_inferred=False,
    year=2024,
    document_number=None,
    issue_date="2025-01-20",
    sections=(
        Section("", (), "front", 0, 0, 0, 0),
        Section(HEADING, (HEADING,), "work", 1, 0, len(TEXT), len(TEXT)),
    ),
    statements=(Statement(0, len(HEADING), 1, True, (), ()), Statement(len(HEADING) + 1, len(TEXT), 1, False, (), ())),
)


def test_an_entry_has_every_key_and_none_for_what_the_report_does_not_say():
    (entry,) = catalogue([REPORT], [], {"r1": 3})["reports"]
    assert entry == {
        "report": "r1",
        "file": "乙.txt",
        "title": None,
        "agency": "青禾县信访局",
        "issuer": None,
        "level": "county",
        "region": None,
        "region_inferred": False,
        "year": 2024,
        "document_number": None,
        "issue_date": "2025-01-20",
        "sections": [{"heading": HEADING, "role": "work", "level": 1, "start": 0, "end": len(TEXT)}],
        "statements": 2,
        "passages": 3,
    }


def test_front_and_back_matter_have_no_heading_and_are_not_listed():
    (entry,) = catalogue([REPORT], [], {})["reports"]
    assert all(section["heading"] for section in entry["sections"])


def test_reports_come_in_the_order_of_their_files_whatever_the_order_they_are_given_in():
    other = replace(REPORT, id="r0", file="甲.txt")
    found = [catalogue(reports, [], {}) for reports in ([REPORT, other], [other, REPORT])]
    assert found[0] == found[1]
    assert [entry["file"] for entry in found[0]["reports"]] == sorted(["乙.txt", "甲.txt"])


def test_a_report_without_passages_counts_none():
    assert catalogue([REPORT], [], {})["reports"][0]["passages"] == 0


def test_unreadable_files_carry_their_reason():
    found = catalogue([], [("z.pdf", "没有文字层"), ("a.doc", "需要 LibreOffice")], {})
    assert found == {
        "reports": [],
        "unreadable": [{"file": "a.doc", "reason": "需要 LibreOffice"}, {"file": "z.pdf", "reason": "没有文字层"}],
    }
