"""What a message takes back of the question before: 年份不限了, 县级这个条件去掉, any year. Each row is one facet."""

from __future__ import annotations

import re
from typing import Literal

from corpus.rule import Rule

Released = Literal["all years", "all levels", "all agencies"]

_NOT = r"(?:不|别|甭|不用|不要|无须|无需|不必)(?:再)?(?:卡|限|限定|限制|限于|局限|框|拘|分|管|论|看|挑|设|筛)(?:死|定)?(?:在|于)?(?:是)?(?:哪)?(?:一)?(?:个|家)?"
_OFF = (
    r"(?:这|那)?(?:个|一?条|道|点)?(?:条件|限制|限定|要求|框框|口子|范围|筛选)?(?:先|就|也|都|给我|帮我)?"
    r"(?:不(?:卡|限|框|拘|管|分|论|挑|设|要)(?:了|死)?|去掉|拿掉|取消|放开|放宽|打开|撤掉|撤了|删掉|删了|免了|解除|松开|别卡|别限)"
)
_TAKE = r"(?:去掉|拿掉|取消|放开|撤掉|删掉|解除|松开|放宽)(?:了)?(?:这|那)?(?:个)?(?:关于|对)?"
_LIMIT = r"(?:的)?(?:这|那)?(?:个|一?条)?(?:条件|限制|限定|要求|框框|口子|筛选)"
_DROP = (
    r"\b(?:drop|remove|lift|ignore|forget|skip|clear|regardless of|no matter|without|irrespective of)\b "
    r"(?:the |that |any )?"
)
_FILTER = r" ?(?:filters?|limits?|restrictions?|conditions?)?\b"


def _taken_back(names: str, english: str) -> str:
    """Return the pattern of a facet that is taken back, by its names."""
    return (
        rf"{_NOT}(?:{names})|(?:{names})(?:的)?{_OFF}|{_TAKE}(?:{names}){_LIMIT}|{_DROP}(?:{english}){_FILTER}|"
        rf"\b(?:any|all|every) (?:{english})s?\b"
    )


RELEASED: tuple[Rule[Released], ...] = (
    Rule("all years", _taken_back(r"年份|年度|时间|哪年|年(?![轻内底初])|(?<!\d)20\d\d年?", r"years?|dates?|time"), "年份不卡了", "2024年的呢"),
    Rule(
        "all levels",
        _taken_back(
            r"级别|层级|(?:县|市|省|乡镇|县区|区县)(?:级|里)|级", r"levels?|tier|count(?:y|ies)|cit(?:y|ies)|provinces?|provincial|towns?"
        ),
        "县级这个条件去掉",
        "去掉县级的",
    ),
    Rule(
        "all agencies",
        _taken_back(
            r"单位|机关|部门|地区|地方|地域|区域|哪家|哪个局|县里|县级|市里|省里|本县|一家|范围", r"agenc(?:y|ies)|bureaus?|offices?|places?|regions?"
        ),
        "不限单位",
        "这家单位呢",
    ),
)  # fmt: skip
"""A facet that a message takes back; all rows that match count."""


def released(message: str) -> frozenset[Released]:
    """Return the facets that a message takes back.

    >>> sorted(released("年份不卡了，全都要")), sorted(released("只看县级的")), sorted(released("drop the year filter"))
    (['all years'], [], ['all years'])
    """
    return frozenset(rule.meaning for rule in RELEASED if re.search(rule.pattern, message, re.IGNORECASE))
