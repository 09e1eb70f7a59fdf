"""What was understood of a question as chips, the editor behind each, and the question that a change asks anew."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from assistant.answer import Answer, Understood
from assistant.lexicon import WEAK_WORDS
from assistant.page.safe import chat, escape
from assistant.page.words import LEVEL, ROLE, STATUS, WORDS, Language, both, level_word, pair, role_word, status_word
from assistant.restated import Restated, taken_apart
from corpus.report import LEVELS, ROLES, STATUSES, Report

NAMES = {
    "topic": "topic", "agencies": "agency", "regions": "region", "levels": "level", "years": "year", "roles": "role",
    "statuses": "status", "terms": "terms",
}  # fmt: skip
"""Every chip by the field of the reading that it shows, and its word."""

TICKED = ("years", "agencies", "levels", "roles", "statuses")
"""Chips with values to tick; the others hold words of their own."""

TERMS_SHOWN = 4
AGENCIES_SHOWN = 3
"""Synonyms and names in a chip: the first ones say what was searched; all of them would be longer than the answer."""

SEARCHED_FROM = 9
"""From this many values on, a field narrows them by name."""

Read = Callable[[str], Understood]


def chips(answer: Answer, changing: bool) -> str:
    """Render the chips; a refused question has none, as nothing was looked for.

    :param changing: whether they can be changed, which needs the answer to be kept.
    """
    if answer.outcome == "out_of_scope":
        return ""
    html = "".join(
        _chip(key, f"{chat(name)} <b>{chat(value)}</b>", changing)
        for key, name, value in shown(answer.understood, answer.language)
    )
    more = chat(WORDS["add_condition"][answer.language == "en"])
    return html + (_chip("more", f"＋ {more}", changing) if changing else "")


def shown(read: Understood, language: Language) -> list[tuple[str, str, str]]:
    """Return field, name and value of every chip."""
    english = language == "en"
    gap = ", " if english else "、"
    names = list(read.agencies[:AGENCIES_SHOWN])
    rest = len(read.agencies) - len(names)
    more = (f" +{rest}" if english else f"等 {len(read.agencies)} 家") if rest else ""
    values = {
        "topic": read.topic,
        "agencies": gap.join(names) + more,
        "regions": gap.join(read.regions),
        "levels": gap.join(level_word(level, language) for level in read.levels),
        "years": gap.join(str(year) for year in read.years) or WORDS["all"][english],
        "roles": gap.join(role_word(role, language) for role in read.roles),
        "statuses": gap.join(status_word(status, language) for status in read.statuses),
        "terms": gap.join(_synonyms(read)[:TERMS_SHOWN]),
    }
    return [(key, WORDS[NAMES[key]][english], value) for key, value in values.items() if value]


def _synonyms(read: Understood) -> list[str]:
    """Return the words looked for beside the topic, without those of the question that say nothing by themselves."""
    return [term for term in read.terms if term not in (read.topic, *read.topic.split("、")) and term not in WEAK_WORDS]


def editor(key: str, answer: Answer, reports: Sequence[Report]) -> str:
    """Return the editor of a chip in both languages: words to type, values to tick, or what can be added.

    :param key: the chip's field, or ``more`` for those that the answer does not show yet.
    """
    read = answer.understood
    if key == "more":
        open_ = [one for one in ("topic", *TICKED) if not getattr(read, one)]
        inner = "".join(
            f'<button type="button" class="wj-chip" data-edit="{one}">{both(NAMES[one])}</button>' for one in open_
        )
        return _editor(key, "add_condition", f'<p class="wj-chips">{inner}</p>', asks=False)
    if key == "terms":
        terms = "、".join(escape(term) for term in read.terms)
        return _editor(key, "terms", f"<p>{both('terms_searched')}</p><p>{terms}</p>", asks=False)
    value = getattr(read, key)
    if key in TICKED:
        inner = _ticks(key, {str(one) for one in value}, values(key, reports))
    else:
        text = value if isinstance(value, str) else "、".join(value)
        inner = f'<p class="wj-chip-edit-word"><input type="text" maxlength="60" value="{escape(text)}"></p>'
    return _editor(key, NAMES[key], inner, drops=bool(value))


def values(key: str, reports: Sequence[Report]) -> list[tuple[str, str, int]]:
    """Return value, label and number of reports of everything that can be ticked; a status has no number."""
    if key == "years":
        years = Counter(report.year for report in reports if report.year)
        return [(str(year), str(year), years[year]) for year in sorted(years, reverse=True)]
    if key == "agencies":
        agencies = Counter(report.agency for report in reports)
        return [(agency, escape(agency), agencies[agency]) for agency in sorted(agencies)]
    if key == "levels":
        levels = Counter(report.level for report in reports)
        return [(level, pair(*LEVEL[level]), levels[level]) for level in LEVELS if levels[level]]
    if key == "roles":
        roles = Counter(role for report in reports for role in {section.role for section in report.sections})
        return [
            (role, pair(*ROLE[role]), roles[role]) for role in ROLES if roles[role] and role not in ("front", "back")
        ]
    return [(status, pair(*STATUS[status][1:]), 0) for status in STATUSES]


def change(key: str, chosen: Sequence[str]) -> Restated | None:
    """Return what an editor's values spell out; None where they are none of that chip."""
    if key in ("topic", "regions"):
        word = " ".join(" ".join(chosen).split())
        return Restated(topic=word) if key == "topic" else Restated(regions=tuple(filter(None, word.split("、"))))
    allowed: Mapping[str, Sequence[str]] = {"levels": LEVELS, "roles": ROLES, "statuses": STATUSES}
    if key == "years":
        return (
            Restated(years=tuple(map(int, chosen)))
            if all(one.isdecimal() and len(one) == 4 for one in chosen)
            else None
        )
    if key == "agencies":
        return Restated(agencies=tuple(chosen))
    if key not in allowed or not set(chosen) <= set(allowed[key]):
        return None
    kept: Any = tuple(one for one in allowed[key] if one in chosen)
    return replace(Restated(), **{key: kept})


def asked_again(question: str, answer: Answer, changed: Restated, read: Read) -> str:
    """Return a question that reads as an answer's did but for what was changed.

    The change is spelled out behind the question's own words, and so is every other chip that would not stay.

    :param read: reads a message as it would be read now.
    """
    words, out = taken_apart(question)
    out = replace(out, **changed.named())  # type: ignore[arg-type]
    before: Any = {one.name: getattr(answer.understood, one.name) for one in fields(Restated)}
    for _ in fields(Restated):
        message = words + out.written(answer.language)
        now = read(message)
        moved = [name for name in before if name not in out.named() and getattr(now, name) != before[name]]
        if not moved or changed.topic == "":
            break
        out = replace(out, **{name: before[name] for name in moved})
    return message


def _chip(key: str, inner: str, changing: bool) -> str:
    if not changing:
        return f'<span class="wj-chip">{inner}</span>'
    return f'<a class="wj-chip" role="button" href="#chip={key}">{inner}</a>'


def _ticks(key: str, ticked: set[str], rows: Sequence[tuple[str, str, int]]) -> str:
    boxes = "".join(
        f'<label class="wj-opt"><input type="checkbox" value="{escape(value)}"{" checked" if value in ticked else ""}>'
        f'<span class="wj-name">{label}</span>{f"<span class=wj-n>{count}</span>" if count else ""}</label>'
        for value, label, count in rows
    )
    field = '<input type="text" class="wj-chip-edit-find" maxlength="60">' if len(rows) >= SEARCHED_FROM else ""
    return f'{field}<div class="wj-opts wj-of-{key}">{boxes}</div>'


def _editor(key: str, name: str, inner: str, asks: bool = True, drops: bool = False) -> str:
    again = f'<button type="button" class="wj-again" data-edit="ask">{both("ask_again")}</button>' if asks else ""
    drop = f'<button type="button" data-edit="drop">✕ {both("drop")}</button>' if drops else ""
    close = f'<button type="button" data-edit="close">{both("cancel" if asks else "close")}</button>'
    return (
        f'<div class="wj-chip-edit" role="group" data-chip="{key}"><h4>{both(name)}</h4>{inner}'
        f'<p class="wj-chip-edit-do">{again}{drop}{close}</p></div>'
    )
