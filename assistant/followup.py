"""What a message leaves out, filled from the question before it: the facets it names change, the others stay."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Kind
from assistant.carried import Listed, of_which
from assistant.details import detail_asked
from assistant.particular import done_to_them, other_number, other_of_kind, particular, with_number_confirmed
from assistant.pointing import item_named
from assistant.question import Question
from assistant.reading import Reading
from assistant.released import released
from assistant.subjects import ACTOR, ASKS_WHICH_REPORTS, ASKS_WHO, SILENT, asks_within
from assistant.turns import STILL, YES_OR_NO, Sign, signs, state_named
from corpus.report import STATUSES, Report, Status

_LEANS: frozenset[Sign] = frozenset(
    {"it", "these", "among", "source", "same", "again", "others", "beside", "change", "without"}
)
"""Signs of a message that it speaks of what was asked before, whatever else it names."""
_SHOWS: frozenset[Sign] = frozenset({"source", "same", "again", "others", "beside", "only"})
"""Signs of a message whose other words name no new topic unless they are a term."""


def stands_alone(reading: Reading) -> bool:
    """Tell whether a message is a whole question, whatever was asked before it."""
    question, found = reading.question, signs(reading.question.message)
    placed = bool(question.facets.agencies or question.absent)
    if "new" in found or question.out_of_scope is not None:
        return True
    if found & _LEANS == {"beside"} and len(question.facets.agencies) > 1 and reading.topical():
        return True
    narrows = "only" in found and not reading.named and state_named(question.message) is not None
    if (
        released(question.message)
        or found & _LEANS
        or narrows
        or SILENT.search(question.message)
        and not reading.topical()
    ):
        return False
    if question.kind == "digest":
        return placed
    if question.kind in ("catalogue", "section") and not reading.topical():
        return placed or (question.kind == "catalogue" and bool(ASKS_WHICH_REPORTS.search(question.message)))
    if not reading.topical():
        return False
    who = ASKS_WHO.search(question.message) and (reading.named or not ACTOR.search(question.message))
    return placed or bool(question.facets.levels) or bool(who) or is_bare(reading)


def is_bare(reading: Reading) -> bool:
    """Tell whether a message is nothing but a term, as it is typed into a search box."""
    return reading.asked is None and reading.named and not reading.question.facets.years


def completed(reading: Reading, earlier: Question, reports: Sequence[Report], listed: Listed) -> Question:
    """Fill what a message leaves out from the question before it."""
    found = signs(reading.question.message)
    earlier = with_number_confirmed(reading, earlier, found)
    facets, absent, beside, notes = of_which(reading, earlier, found, reports, listed)
    unnamed = bool(SILENT.search(reading.question.message)) and not reading.named
    silent = (unnamed or reading.question.complement) and reading.asked != "digest"
    state = _narrowed_to(reading, earlier, found) if not silent else None
    question = _about(reading, earlier, found | {"only"} if state else found)
    kind = _kind(reading, earlier, found, question)
    if silent or ("others" in found and not earlier.facets.agencies):
        kind = "census" if question.topic.groups else kind
    statuses = _statuses(state, earlier, found) if not silent and reading.question.roles in ((), earlier.roles) else ()
    pointed = item_named(reading.question.message)
    if state:
        statuses, question = _statuses(state, earlier, found), replace(question, roles=earlier.roles)
    same = question.topic == earlier.topic
    return replace(
        question,
        kind=kind,
        typed=reading.question.said(),
        language="en" if "in English" in found else "zh" if "in Chinese" in found else question.language,
        facets=replace(facets, statuses=statuses if same else ()),
        absent=absent,
        absent_years=reading.question.absent_years,
        complement=silent or ("others" in found and not earlier.facets.agencies),
        beside=beside,
        focus=state if state and "without" not in found else question.focus,
        source="source" in found,
        item=pointed if pointed is not None and len(facets.agencies) == len(earlier.facets.agencies) == 1 else None,
        limit=() if state or silent else question.limit or (earlier.limit if same else ()),
        conditions=question.conditions or (earlier.conditions if same else ()),
        strictly=state is not None and "without" not in found and bool(STILL.search(reading.question.message)),
        notes=notes,
    )  # fmt: skip


def _statuses(state: Status | None, earlier: Question, found: frozenset[Sign]) -> tuple[Status, ...]:
    """Return the statuses wanted: the one named, all but it, or those of the question before."""
    if state and "without" in found:
        return tuple(status for status in earlier.facets.statuses or STATUSES if status != state)
    if state:
        return (state,)
    return () if found & {"all agencies", "others"} else earlier.facets.statuses


def _narrowed_to(reading: Reading, earlier: Question, found: frozenset[Sign]) -> Status | None:
    """Return the status to which a message narrows the answer before; None where it asks something else."""
    message = reading.question.message
    state = state_named(message)
    if (
        state is None
        or reading.named
        or earlier.kind not in ("census", "compare", "passages")
        or found & {"same", "again", "source"}
    ):
        return None
    return state if found & {"only", "without"} or ASKS_WHO.search(message) or "的" in message[-6:] else None


def _about(reading: Reading, earlier: Question, found: frozenset[Sign]) -> Question:
    """Choose the topic: the message's own, the one before, or a particular of the one before in the message's words."""
    question = reading.question
    beside_it = earlier.kind == "figure" and not question.facets.agencies and not question.absent
    if reading.named and not question.facets.agencies and done_to_them(question.message):
        return particular(reading, earlier)
    if reading.named and not _repeats(reading, earlier) and "same" not in found:
        return replace(question, before=earlier if beside_it else None)
    if _is_part(reading, earlier):
        return question
    strong = any(group.weight >= 1 for group in earlier.topic.groups)
    own = (reading.topical() or other_of_kind(reading, earlier, found)) and not found & _SHOWS
    placed = question.facets.agencies or question.absent
    if not own and not placed and not found & _SHOWS and other_number(reading, earlier):
        return particular(reading, earlier)
    own = own and detail_asked(question.message) is None
    if own and not _repeats(reading, earlier):
        another = question.kind != "figure" and "change" in found and not question.facets.agencies
        if not strong or (another and not other_of_kind(reading, earlier, found)):
            return replace(question, topic=reading.own, content=reading.words or question.content)
        return particular(reading, earlier)
    if found & {"same", "again", "source"}:
        return replace(
            earlier, message=earlier.message if not question.facets.agencies else earlier.rest, typed=question.message,
            language=question.language, facets=question.facets, notes=(),
        )  # fmt: skip
    return replace(
        question,
        message=_wording(reading, earlier),
        topic=earlier.topic,
        content=f"{earlier.content} {reading.words}".strip() if question.kind == "passages" else earlier.content,
        rest=earlier.rest if reading.asked is None else f"{earlier.rest} {question.rest}",
        named=earlier.named,
        roles=question.roles or earlier.roles,
        focus=question.focus or earlier.focus,
        unit=question.unit or (earlier.unit if detail_asked(question.message) is None else None),
        before=earlier if _asks_further(question, earlier) else None,
    )


def _asks_further(question: Question, earlier: Question) -> bool:
    """Tell whether a message asks for a further number of the same: in another unit, or as it is planned to be."""
    if question.facets.agencies or question.absent:
        return False
    return bool(question.roles) and question.roles != earlier.roles or question.unit not in (None, earlier.unit)


def _is_part(reading: Reading, earlier: Question) -> bool:
    """Tell whether a message asks for a part of the report (下一步打算呢), not for where the topic stands in it."""
    if reading.asked == "figure" or reading.question.kind not in ("section", "digest") or not reading.question.roles:
        return False
    return not earlier.named or earlier.kind in ("section", "digest")


def _repeats(reading: Reading, earlier: Question) -> bool:
    """Tell whether all that a message names was named before."""
    said = f"{earlier.message} {earlier.content} {' '.join(earlier.topic.terms())}"
    labels = [group for group in reading.own.groups if group.weight >= 1]
    return bool(labels) and all(group.label in said for group in labels)


def _wording(reading: Reading, earlier: Question) -> str:
    """Return the words that ask: those before stay where the message changes only what they are asked of."""
    message = reading.question.message
    if earlier.unit is not None and reading.question.unit not in (None, earlier.unit):
        return message
    if reading.asked is None or reading.asked == earlier.kind or reading.asked == "census":
        return f"{earlier.rest or earlier.message} {reading.question.rest}"
    return message


def _kind(reading: Reading, earlier: Question, found: frozenset[Sign], question: Question) -> Kind:
    """Choose the kind of answer: the one that the message wants, else the one before."""
    asked, same = reading.asked, question.topic == earlier.topic
    one = len(earlier.facets.agencies) == 1 and not reading.question.facets.agencies
    before: Kind = earlier.kind if earlier.kind not in ("catalogue", "none") or same else "census"
    if _is_part(reading, earlier):
        return "digest" if asked == "digest" or (asked is None and earlier.kind == "digest") else "section"
    shown = _kind_shown(asked, before, same, found)
    if shown:
        return shown
    if asked in ("figure", "digest", "section", "compare"):
        return asked
    if asked == "catalogue":
        return before if same and earlier.topic.groups else "catalogue"
    if asked == "census" and not same:
        return "census"
    message = reading.question.message
    of_one = asks_within(message, earlier.message) or detail_asked(message) is not None
    if one and asked != "figure" and of_one and before in ("figure", "census", "passages"):
        return "passages"
    if before == "figure" and (
        asked in ("census", "passages") or "more" in found or detail_asked(message) or YES_OR_NO.search(message)
    ):
        return "census" if question.named else "passages"
    if asked == "census" and before in ("section", "passages", "digest"):
        return "census" if question.topic.groups else before
    return before if same or "change" in found or asked is None else question.kind


def _kind_shown(asked: Kind | None, before: Kind, same: bool, found: frozenset[Sign]) -> Kind | None:
    """Return the kind that a message wants of the answer before: shorter, with its source, beside another, again."""
    if "short" in found and asked is None:
        return "digest"
    if "source" in found:
        return before if before != "census" and same else "section"
    if same and found & {"same", "again"}:
        return "figure" if before == "figure" or asked == "figure" else before
    if "beside" in found:
        return "figure" if before == "figure" else "compare"
    return None
