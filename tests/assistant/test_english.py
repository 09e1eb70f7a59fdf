"""Everyday English becomes Chinese words that reports use; agencies are known by any spelling of their pinyin."""

import pytest

from assistant.english import translate
from assistant.latin_names import latin_agencies

STEMS = {"珩浦市交通运输局": ("珩浦",), "禾渡县信访局": ("禾渡",), "霁川市信访局": ("霁川",)}


@pytest.mark.parametrize(
    ("english", "chinese"),
    [("lawyers on duty", "律师值班"), ("sat in on trials", "旁听庭审"), ("how many days", "多少天"), ("repeat petitions", "重复信访"), ("legal counsel", "法律顾问"), ("revoked", "撤销")],
)  # fmt: skip
def test_a_phrase_goes_before_its_words(english: str, chinese: str) -> None:
    assert chinese in translate(f"In 2024 {english} in the county?")


def test_chinese_is_left_alone() -> None:
    assert translate("哪些机关举行过听证") == "哪些机关举行过听证"


@pytest.mark.parametrize(
    ("message", "agency"),
    [
        ("the Hengpu transport bureau", "珩浦市交通运输局"), ("Hangpu City", "珩浦市交通运输局"), ("He Du county", "禾渡县信访局"), ("heduxian", "禾渡县信访局"),
        ("Jichaun's plans", "霁川市信访局"), ("Jichuan Petition Bureau", "霁川市信访局"),
    ],
)  # fmt: skip
def test_an_agency_is_known_by_its_pinyin(message: str, agency: str) -> None:
    assert latin_agencies(message, STEMS)[0] == (agency,)


def test_other_places_are_not_taken_for_it() -> None:
    assert latin_agencies("Did Chengdu or Hefei hold hearings?", STEMS)[0] == ()
