"""The two promises of every answer, checked without the program's own checker: exact quotes, proven numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from assistant.answer import Answer, Citation
from tests.quality.case import Case

_MARK = re.compile(r"\[(\d+)\]")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_TERM = r"\d+(?:\.\d+)?\[\d+\]"
_RECKONED = re.compile(rf"(?:算得：|computed: )({_TERM}(?:\s?[＋－+-]\s?{_TERM})+)\s?[＝=]\s?(-?\d+(?:\.\d+)?)")
"""A sum or difference that is marked as computed, each of its terms with its citation."""
_COUNTED = re.compile(r"\d+ (?=份|家|个|of |reports?|agenc|done|rules|planned|named|suggested|stated|only|silent|more)")
"""A count of reports: a blank stands between the number and its measure word, as in no report."""


def judge(answer: Answer, texts: Mapping[str, str], facts: str, about: dict[str, object]) -> list[Case]:
    """Judge one answer by both promises.

    :param texts: report id → the text of the report.
    :param facts: the catalogue as text, whose numbers an answer may show.
    """
    wrong = [one.quote for one in answer.citations if not _exact(one, texts)]
    loose = unproven(answer, facts)
    return [
        _case("verbatim", not wrong, "; ".join(wrong), about),
        _case("numbers proven", not loose, ", ".join(loose), about),
    ]


def unproven(answer: Answer, facts: str) -> list[str]:
    """Return the numbers of an answer's text that stand in no quote, not in the catalogue and not in the question."""
    proofs = " ".join([facts, answer.question, answer.understood.topic, *(one.quote for one in answer.citations)])
    proven = set(_NUMBER.findall(_plain(proofs)))
    said = _RECKONED.sub(lambda found: found[1] if _reckons(found[1], found[2]) else found[0], answer.text)
    said = _COUNTED.sub("", _MARK.sub("", said))
    shown = [*_NUMBER.findall(_plain(said))]
    shown += [n for one in answer.findings if one.figure for n in _NUMBER.findall(_plain(one.figure.text))]
    return [number for number in shown if number not in proven]


def _reckons(terms: str, result: str) -> bool:
    """Tell whether a result follows from its terms; that these stand in quotes is asked of every number."""
    signed = re.findall(r"([＋－+-]?)\s?(\d+(?:\.\d+)?)\[\d+\]", terms)
    total = sum(-float(number) if sign in ("－", "-") else float(number) for sign, number in signed)
    return abs(total - float(result)) < 1e-9


def facts(catalogue: list[dict[str, Any]]) -> str:
    """Return the catalogue as one text."""
    keys = ("agency", "issuer", "title", "year", "document_number", "issue_date", "file")
    fields = [str(entry[key]) for entry in catalogue for key in keys]
    dates = [str(int(part)) for entry in catalogue for part in (entry["issue_date"] or "").split("-") if part]
    return " ".join([*fields, *dates, *(section["heading"] for entry in catalogue for section in entry["sections"])])


def _exact(citation: Citation, texts: Mapping[str, str]) -> bool:
    return bool(citation.quote) and texts[citation.report][citation.start : citation.end] == citation.quote


def _plain(text: str) -> str:
    digits = text.translate(str.maketrans("０１２３４５６７８９．％", "0123456789.%"))
    return re.sub(r"(?<=\d)[,，](?=\d{3})|(?<=\d)\s+(?=[.\d])", "", digits)


def _case(measure: str, ok: bool, came: str, about: dict[str, Any]) -> Case:
    return Case(measure=measure, score=float(ok), expected="none wrong", came=came or "none wrong", **about)
