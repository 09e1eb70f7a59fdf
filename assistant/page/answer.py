"""Render an answer: the lead sentence, what was found, who is silent, and what was understood."""

from __future__ import annotations

import re

from assistant.answer import Answer, Citation, Silent
from assistant.page import findings
from assistant.page.chart import chart
from assistant.page.chips import chips
from assistant.page.markdown import Citations, blocks, inline, link, split_lead
from assistant.page.place import page_mark, path, source
from assistant.page.safe import chat
from assistant.page.words import WORDS, Language
from assistant.restated import taken_apart

LEAD_LENGTH = 160
"""Characters of a first paragraph that is still a lead sentence; a longer one is set as body text."""

STRUCTURED = frozenset({"census", "figure", "passages", "section", "digest"})
"""Kinds whose findings are set as rows: quote, agency, year, section; of the text the lead and the notes remain."""

SILENCES = {
    "agency_not_held": ("库里没有这家机关", "No report of this agency is held"),
    "year_not_held": ("库里没有这个年度", "No report of this year is held"),
    "topic_absent": ("报告没有提到", "The reports do not speak of it"),
    "not_stated": ("提到了，但没有写明", "Spoken of, but not stated"),
    "weak": ("没有足够的依据", "No sufficient proof"),
    "out_of_scope": ("不在回答范围", "Not a question for the reports"),
}
"""How each kind of silence is named above its sentence."""

SILENCE = ("未提及", "Silent")
_REPEATED = re.compile(r"(\[\d+\])\1+")
LEAST_TOLD = 0.01
"""Seconds."""

_MARKS = re.compile(r"(?: ?\[\d+\])+")
_COUNT = re.compile(r"([：:][^0-9]{0,4})(\d+ (?:份|家|(?=done|rules|planned)))")
"""The first count of a census, which its sentence is read for."""

MARKS_SHOWN = 2
"""Marks in a lead sentence: more of them hide it, and each stands beside its quote below."""

_QUOTED = re.compile(r"\s*[—–-]{1,2}\s*“.*”(?=\[\d)")
"""The quote in a sentence about one figure: its row shows it whole."""


def lead(answer: Answer) -> str:
    """Render the lead sentence alone: the first piece of a streamed answer."""
    return _frame(_lead(answer, _by_number(answer)))


def whole(answer: Answer, links: str = "", seconds: float | None = None) -> str:
    """Render the answer with everything below its lead sentence.

    :param links: lead to it as a document; an answer that has them is kept, so its chips can be changed.
    :param seconds: how long it took to find.
    """
    citations = _by_number(answer)
    parts = [_lead(answer, citations), body(answer, citations), findings.silent(_unmentioned(answer), answer.language)]
    parts += [
        notes(answer, citations),
        findings.near(answer.near, citations, answer.language),
        foot(answer, links, seconds),
    ]
    return _frame("".join(parts), answer.kind if answer.outcome == "answered" else answer.outcome)


def body(answer: Answer, citations: Citations) -> str:
    """Render what was found: the findings where they carry the answer, else the rest of the text."""
    if not structured(answer):
        rest = split_lead(answer.text)[1] if has_lead(answer.text) else answer.text
        rest = "\n".join(line for line in rest.split("\n") if not (answer.silent and line.startswith(SILENCE)))
        drawn = chart(answer, citations) if answer.kind == "figure" else ""
        return drawn + (_text(blocks(rest, citations)) if rest.strip() else "")
    if answer.kind == "census":
        return findings.grouped(answer, citations)
    one_each = answer.kind == "passages"
    members = [[finding] for finding in answer.findings] if one_each else findings.by_report(answer.findings)
    figures, section = answer.kind == "figure", answer.kind == "section"
    return findings.folded(members, citations, answer.language, tags=figures, paths=section)


def structured(answer: Answer) -> bool:
    """Tell whether the findings carry the answer; else its text does, as it is arranged."""
    return answer.kind in STRUCTURED and bool(answer.findings) and not answer.arranged


def notes(answer: Answer, citations: Citations) -> str:
    """Render what the text says beside the findings: a year that is not held, a section that is not there."""
    if not structured(answer):
        return ""
    rest = split_lead(answer.text)[1] if has_lead(answer.text) else answer.text
    lines = [line for line in rest.split("\n") if is_prose(line) and not (answer.silent and line.startswith(SILENCE))]
    if answer.kind == "section":
        lines = [line for line in lines if not line.startswith("**")]
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


def foot(answer: Answer, links: str = "", seconds: float | None = None) -> str:
    """Render what was understood, how much was searched, what can be done with the answer, and its sources."""
    read = f'<div class="wj-chips">{read}</div>' if (read := chips(answer, bool(links))) else ""
    english = answer.language == "en"
    done, held = answer.searched.reports, answer.searched.of
    said = []
    if answer.outcome != "out_of_scope":
        said.append(f"Searched {done} of {held} reports" if english else f"已检索 {done} / {held} 份")
        said += [_took(seconds, english)] if seconds is not None else []
    number = len(answer.citations)
    said += [f"{number} {'source' if number == 1 else 'sources'}" if english else f"引文 {number} 条"] if number else []
    does = _only(answer.language) if number else ""
    does += f'<a class="wj-copy" href="#copy">{chat(_word("copy", answer.language))}</a>'
    plain = "<br>".join(chat(line) for line in _bare(answer).split("\n"))
    return (
        f"{_sources(answer)}"
        f'<div class="wj-foot">{read}'
        f'<p class="wj-done-line"><span>{" · ".join(said)}</span><span class="wj-does">{does}{links}</span></p></div>'
        f'<div class="wj-plain">{plain}</div>'
    )


def _took(seconds: float, english: bool) -> str:
    """Say how long it took, to the hundredth; what was quicker is not said to have taken none."""
    if seconds < LEAST_TOLD:
        return f"under {LEAST_TOLD} s" if english else f"不到 {LEAST_TOLD} 秒"
    return f"{seconds:.2f} s" if english else f"{seconds:.2f} 秒"


def _only(language: Language) -> str:
    """Render the switch between the answer and its quotes alone."""
    off, on = chat(_word("quotes_only", language)), chat(_word("whole_answer", language))
    return (
        f'<a class="wj-only" role="button" href="#only"><span class="wj-when-off">{off}</span>'
        f'<span class="wj-when-on">{on}</span></a>'
    )


def _sources(answer: Answer) -> str:
    """Render every quote with its source: shown alone on demand and in print, read by the card of a citation."""
    rows = "".join(
        f'<div class="wj-source"><p class="wj-quote">{chat(one.quote)}{link(one)}</p>'
        f'<p class="wj-from">{_where(one, answer.language)}</p>'
        f'<p class="wj-cited"><span>&#91;{one.number}&#93; </span>{chat(source(one))}</p></div>'
        for one in answer.citations
    )
    return f'<div class="wj-sources">{rows}</div>' if rows else ""


def _where(citation: Citation, language: Language) -> str:
    """Render agency, covered year, section path and page of a quote."""
    english = language == "en"
    year = (str(citation.year) if english else f"{citation.year} 年") if citation.year else ""
    parts = (year, path([citation.section]), page_mark(citation.page, language))
    rest = "".join(f"<span>{chat(part.strip())}</span>" for part in parts if part.strip())
    return f"<b>{chat(citation.agency)}</b>{rest}"


def plain_text(answer: Answer) -> str:
    """Return what the copy link copies: the text and the source of every mark."""
    lines = [_bare(answer)]
    if answer.citations:
        lines.append("")
        lines += [f"[{citation.number}] {citation.quote}{source(citation)}" for citation in answer.citations]
    return "\n".join(lines)


def _bare(answer: Answer) -> str:
    return answer.text.replace("**", "").strip()


def question(text: str) -> str:
    """Render what the asker wrote; what it spells out of its own reading stands below its words."""
    words, out = taken_apart(text)
    lines = "<br>".join(chat(line) for line in (words or text).strip().splitlines())
    spelt = text.strip()[len(words) :].strip("〔〕 ") if out.named() else ""
    below = f'<span class="wj-spelt">{chat(spelt)}</span>' if spelt and words else ""
    return f'<div class="wj-q">{lines}{below}</div>'


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
    marked = first.count("[") > MARKS_SHOWN and (structured(answer) or answer.kind == "figure")
    if marked or (answer.kind == "census" and structured(answer)):
        first = _MARKS.sub("", first)
    if answer.kind == "census" and "**" not in first:
        first = _COUNT.sub(r"\1**\2**", first, count=1)
    if answer.kind == "figure" and answer.findings:
        first = _QUOTED.sub("", first)
    kind = "wj-lead" if len(first) <= LEAD_LENGTH else "wj-body"
    lines = "<br>".join(inline(line.strip(), citations) for line in first.split("\n"))
    return f'{_silence(answer)}<p class="{kind}">{lines}</p>'


def _silence(answer: Answer) -> str:
    """Name the kind of silence that an abstention is; nothing for an answer."""
    if answer.outcome not in ("not_in_reports", "out_of_scope") or answer.reason_kind not in SILENCES:
        return ""
    said = SILENCES[answer.reason_kind][answer.language == "en"]
    return f'<p class="wj-kind-of-silence">{findings.shape("silent")}{chat(said)}</p>'


def _text(parts: list[str]) -> str:
    return f'<div class="wj-text">{"".join(parts)}</div>'


def _frame(html: str, kind: str = "") -> str:
    return f'<div class="wj-answer{f" wj-k-{kind}" if kind else ""}">{html}</div>'


def _by_number(answer: Answer) -> Citations:
    return {citation.number: citation for citation in answer.citations}


def _word(key: str, language: Language) -> str:
    return WORDS[key][0 if language == "zh" else 1]
