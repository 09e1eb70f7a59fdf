"""Render an answer: the lead sentence, what was found, who is silent, and what was understood."""

from __future__ import annotations

import re

from assistant.answer import Answer, Silent, Understood
from assistant.page import findings
from assistant.page.markdown import Citations, blocks, inline, split_lead
from assistant.page.place import source
from assistant.page.safe import chat
from assistant.page.words import WORDS, Language, level_word, role_word, status_word

LEAD_LENGTH = 160
"""Characters of a first paragraph that is still a lead sentence; a longer one is set as body text."""

STRUCTURED = frozenset({"census", "figure", "passages", "section", "digest"})
"""Kinds whose findings are set as rows: quote, agency, year, section; of the text the lead and the notes remain."""

SILENCE = ("未提及", "Silent")
_REPEATED = re.compile(r"(\[\d+\])\1+")
_QUOTED = re.compile(r"\s*[—–-]{1,2}\s*“.*”(?=\[\d)")
"""The quote in a sentence about one figure: its row shows it whole."""

TERMS_SHOWN = 4
"""Synonyms in the chip: the first ones say what was searched; all of them would be longer than the answer."""


def lead(answer: Answer) -> str:
    """Render the lead sentence alone: the first piece of a streamed answer."""
    return _frame(_lead(answer, _by_number(answer)))


def whole(answer: Answer, links: str = "") -> str:
    """Render the answer with everything below its lead sentence; ``links`` lead to it as a document."""
    citations = _by_number(answer)
    parts = [_lead(answer, citations), body(answer, citations), findings.silent(_unmentioned(answer), answer.language)]
    parts += [notes(answer, citations), findings.near(answer.near, citations, answer.language), foot(answer, links)]
    return _frame("".join(parts))


def body(answer: Answer, citations: Citations) -> str:
    """Render what was found: the findings where they carry the answer, else the rest of the text."""
    if not structured(answer):
        rest = split_lead(answer.text)[1] if has_lead(answer.text) else answer.text
        rest = "\n".join(line for line in rest.split("\n") if not (answer.silent and line.startswith(SILENCE)))
        return _text(blocks(rest, citations)) if rest.strip() else ""
    if answer.kind == "census":
        return findings.grouped(answer, citations)
    one_each = answer.kind == "passages"
    members = [[finding] for finding in answer.findings] if one_each else findings.by_report(answer.findings)
    return findings.folded(members, citations, answer.language, tags=answer.kind == "figure")


def structured(answer: Answer) -> bool:
    """Tell whether the findings carry the answer; else its text does, as it is arranged."""
    return answer.kind in STRUCTURED and bool(answer.findings) and not answer.arranged


def notes(answer: Answer, citations: Citations) -> str:
    """Render what the text says beside the findings: a year that is not held, a section that is not there."""
    if not structured(answer):
        return ""
    rest = split_lead(answer.text)[1] if has_lead(answer.text) else answer.text
    lines = [line for line in rest.split("\n") if is_prose(line) and not (answer.silent and line.startswith(SILENCE))]
    return _text(blocks("\n\n".join(lines), citations)) if lines else ""


def _unmentioned(answer: Answer) -> tuple[Silent, ...]:
    """Return the silent reports; those that have a part of what was asked for stand in the text with what they lack."""
    return tuple(one for one in answer.silent if not one.lacks)


def has_lead(text: str) -> bool:
    """Tell whether a text begins with a sentence, and not with a list or a bare heading."""
    first = split_lead(text)[0]
    return bool(first) and is_prose(first)


def is_prose(line: str) -> bool:
    """Tell whether a line says something of its own.

    >>> is_prose("**已开展**"), is_prose("- 甲"), is_prose("报告库中没有2023年的报告。")
    (False, False, True)
    """
    bare = line.strip()
    return bool(bare) and not (
        bare.startswith(("- ", "|", "#", ">")) or (bare.startswith("**") and bare.endswith("**"))
    )


def foot(answer: Answer, links: str = "") -> str:
    """Render what was understood, how much was searched, the copy link with the text it copies, and ``links``."""
    chips = "".join(
        f'<span class="wj-chip">{chat(name)} <b>{chat(value)}</b></span>'
        for name, value in understood(answer.understood, answer.language)
    )
    done, held = answer.searched.reports, answer.searched.of
    searched = f"已检索 {done} / {held} 份" if answer.language == "zh" else f"Searched {done} of {held} reports"
    copy = f'<a class="wj-copy" href="#copy">{chat(_word("copy", answer.language))}</a>'
    plain = "<br>".join(chat(line) for line in plain_text(answer).split("\n"))
    return (
        f'<div class="wj-foot"><div class="wj-chips">{chips}</div>'
        f'<p class="wj-done-line"><span>{searched}</span><span class="wj-does">{copy}{links}</span></p></div>'
        f'<div class="wj-plain">{plain}</div>'
    )


def understood(read: Understood, language: Language) -> list[tuple[str, str]]:
    """Return name and value of every chip."""
    gap = "、" if language == "zh" else ", "
    terms = [term for term in read.terms if term != read.topic][:TERMS_SHOWN]
    rows = [
        ("topic", read.topic),
        ("agency", gap.join(read.agencies)),
        ("region", gap.join(read.regions)),
        ("level", gap.join(level_word(level, language) for level in read.levels)),
        ("year", gap.join(str(year) for year in read.years) or _word("all", language)),
        ("role", gap.join(role_word(role, language) for role in read.roles)),
        ("status", gap.join(status_word(status, language) for status in read.statuses)),
        ("terms", gap.join(terms)),
    ]
    return [(_word(key, language), value) for key, value in rows if value]


def plain_text(answer: Answer) -> str:
    """Return what the copy link copies: the text and the source of every mark."""
    lines = [answer.text.replace("**", "").strip()]
    if answer.citations:
        lines.append("")
        lines += [f"[{citation.number}] {citation.quote}{source(citation)}" for citation in answer.citations]
    return "\n".join(lines)


def question(text: str) -> str:
    """Render what the asker wrote."""
    return f'<div class="wj-q">{"<br>".join(chat(line) for line in text.strip().splitlines())}</div>'


def sentence(text: str) -> str:
    """Render one sentence of the page itself in the place of an answer."""
    return _frame(f'<p class="wj-lead">{chat(text)}</p>')


def waiting(language: Language) -> str:
    """Render the line that stands until the first piece arrives."""
    return _frame(f'<p class="wj-wait">{chat(_word("working", language))}</p>')


def _lead(answer: Answer, citations: Citations) -> str:
    if not has_lead(answer.text):
        return ""
    first = _REPEATED.sub(r"\1", split_lead(answer.text)[0])
    if answer.kind == "figure" and answer.findings:
        first = _QUOTED.sub("", first)
    kind = "wj-lead" if len(first) <= LEAD_LENGTH else "wj-body"
    lines = "<br>".join(inline(line.strip(), citations) for line in first.split("\n"))
    return f'<p class="{kind}">{lines}</p>'


def _text(parts: list[str]) -> str:
    return f'<div class="wj-text">{"".join(parts)}</div>'


def _frame(html: str) -> str:
    return f'<div class="wj-answer">{html}</div>'


def _by_number(answer: Answer) -> Citations:
    return {citation.number: citation for citation in answer.citations}


def _word(key: str, language: Language) -> str:
    return WORDS[key][0 if language == "zh" else 1]
