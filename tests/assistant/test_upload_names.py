"""The name of a file that somebody sends: one plain name, or a refusal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.page.upload.names import KINDS, LONGEST, cleaned
from assistant.page.upload.refused import Refused
from corpus.parse import report_files
from corpus.read import READERS


def test_the_kinds_are_those_that_are_read():
    assert set(KINDS) == set(READERS)


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../甲.txt", "甲.txt"),
        ("/etc/passwd.txt", "passwd.txt"),
        ("C:\\Windows\\乙.DOCX", "乙.docx"),
        ("CON.txt", "报告-CON.txt"),
        ("com1.pdf", "报告-com1.pdf"),
        ("甲\0乙.txt", "甲乙.txt"),
        ("甲\u202etxt.exe.pdf", "甲txt.exe.pdf"),
        ('a<b>:"|?*.md', "a_b______.md"),
        ("~$锁.docx", "锁.docx"),
        ("__内部.txt", "内部.txt"),
        (". 甲 .txt", "甲.txt"),
        ("甲.txt. ", "甲.txt"),
    ],
)
def test_a_name_is_made_plain(sent, kept):
    assert cleaned(sent) == kept


def test_a_long_name_is_cut_and_keeps_its_kind():
    kept = cleaned("长" * 300 + ".docx")
    assert kept.endswith(".docx")
    assert len(kept.encode()) <= LONGEST


@pytest.mark.parametrize(
    "sent", ["", ".", "..", "a.exe", "a.txt/", ".txt", "甲", "a.docm", "..txt", "a" * 2000 + ".txt"]
)
def test_what_is_no_name_of_a_report_is_refused(sent):
    with pytest.raises(Refused):
        cleaned(sent)


@given(st.text(max_size=300), st.sampled_from(KINDS))
def test_whatever_is_sent_is_one_name_in_the_folder_that_the_library_reads(tmp_path_factory, stem, suffix):
    try:
        name = cleaned(stem + suffix)
    except Refused:
        return
    folder = tmp_path_factory.mktemp("names", numbered=True)
    path = folder / name
    assert path.parent == folder
    assert path.resolve().parent == folder.resolve()
    path.write_text("字")
    assert report_files(folder) == (path,)
    assert cleaned(name) == name
