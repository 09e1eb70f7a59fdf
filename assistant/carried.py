"""Of which reports a message asks: agencies, levels and years that it names, points at, takes back or leaves alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.details import detail_asked
from assistant.pointing import item_named
from assistant.question import Question
from assistant.reading import Reading
from assistant.released import released
from assistant.subjects import ACTOR, ASKS_WHO, SILENT, asks_within
from assistant.turns import Sign
from assistant.years import PLANS
from corpus.report import LEVELS, Level, Report
from index.records import Facets

Listed = Callable[[Question], tuple[Report, ...]]
"""The reports that the answer to a question names, in the order of the answer."""

_LEVELS: tuple[tuple[str, Level], ...] = (
    (r"[县区]|county|district", "county"), (r"市|city", "city"), (r"省|provinc", "province"), (r"[镇乡]|town", "town"),
)  # fmt: skip
_SEVERAL = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}


def nothing_listed(question: Question) -> tuple[Report, ...]:
    """Name no report: for messages read without a library that can answer."""
    return ()


def of_which(
    reading: Reading, earlier: Question, found: frozenset[Sign], reports: Sequence[Report], listed: Listed
) -> tuple[Facets, tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the facets on reports, the names not held, the agencies asked about before, and notes to the asker."""
    question = reading.question
    moved = _moved(reading, earlier, found)
    own = (*question.facets.years, *question.absent_years)
    notes = list(interpreted(reading, moved if moved != own else ()))
    beside = tuple(dict.fromkeys((*earlier.beside, *earlier.facets.agencies)))
    agencies, pointed = _agencies(reading, earlier, found, reports, listed, notes)
    levels: tuple[Level, ...] = ()
    if not agencies and not question.absent and not found & {"all levels", "all agencies"}:
        levels = question.facets.levels or earlier.facets.levels
        if "without" in found and question.facets.levels:
            some = earlier.facets.levels if set(earlier.facets.levels) - set(levels) else LEVELS
            levels = tuple(level for level in some if level not in levels)
    years = _years(reading, earlier, found, agencies, reports, notes) or pointed
    facets = Facets(agencies=agencies, levels=levels, years=years, regions=question.facets.regions)
    return facets, () if "same" in found else question.absent, beside, tuple(notes)


def _agencies(
    reading: Reading,
    earlier: Question,
    found: frozenset[Sign],
    reports: Sequence[Report],
    listed: Listed,
    notes: list[str],
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the agencies asked about, and the years of a report that is pointed at."""
    question, before = reading.question, earlier.facets.agencies
    own = question.facets.agencies
    every = tuple(dict.fromkeys(report.agency for report in reports))
    if "beside" in found and (own or question.facets.levels):
        own = own or _of_levels(question, reports)
        return tuple(dict.fromkeys((*before, *own))), ()
    if "same" in found:
        return own or before, ()
    if own and "without" in found:
        return tuple(agency for agency in (before if len(before) > 1 else every) if agency not in own), ()
    if own or question.absent:
        return own, ()
    if "others" in found:
        some = _of_levels(question, reports) if question.facets.levels else every
        return (tuple(agency for agency in some if agency not in before) if before else ()), ()
    if "all agencies" in found or question.facets.levels:
        return (), ()
    if (item := item_named(question.message)) is not None:
        return _pointed(item, earlier, listed, notes, question.language == "en")
    return _kept(reading, earlier, found, reports, listed, notes), ()


def _kept(
    reading: Reading,
    earlier: Question,
    found: frozenset[Sign],
    reports: Sequence[Report],
    listed: Listed,
    notes: list[str],
) -> tuple[str, ...]:
    """Return the agencies of a message that names none: those pointed at, all, or those asked about before."""
    question, before = reading.question, earlier.facets.agencies
    everybody = _asks_everybody(reading, earlier, found)
    if found & {"it", "these", "among"} and not (everybody and found & {"it", "these"} == {"it"}):
        return _meant(question, earlier, found, reports, listed, notes)
    if "beside" in found and len(before) < 2 and not question.facets.years:
        spoken = tuple(dict.fromkeys((*earlier.beside, *before)))
        count = next((_SEVERAL[char] for char in question.message if char in _SEVERAL), 0)
        return spoken[-count:] if count else spoken
    return before if len(before) > 1 or not everybody else ()


def _asks_everybody(reading: Reading, earlier: Question, found: frozenset[Sign]) -> bool:
    """Tell whether a message asks who did or did not, out of all agencies."""
    message, before = reading.question.message, earlier.facets.agencies
    if SILENT.search(message) and not reading.topical():
        return True
    if len(before) == 1 and (detail_asked(message) is not None or asks_within(message, earlier.message)):
        return False
    if not ASKS_WHO.search(message) or "all years" in found or reading.asked not in ("census", None):
        return False
    return len(before) != 1 or not ACTOR.search(message)


def _of_levels(question: Question, reports: Sequence[Report]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(report.agency for report in reports if report.level in question.facets.levels))


def _pointed(
    item: int, earlier: Question, listed: Listed, notes: list[str], english: bool
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return the agency and year of one report of the answer before, by its place there."""
    before = listed(earlier)
    if len(before) < 2 or not -len(before) <= item < len(before):
        return earlier.facets.agencies, ()
    report = before[item]
    name = (
        f"{report.agency}{f' ({report.year})' if english else f'（{report.year}年）'}" if report.year else report.agency
    )
    notes.append(f"Taken from the list before: {name}." if english else f"按上一个回答里的次序，取{name}。")
    return (report.agency,), ((report.year,) if report.year else ())


def _meant(
    question: Question,
    earlier: Question,
    found: frozenset[Sign],
    reports: Sequence[Report],
    listed: Listed,
    notes: list[str],
) -> tuple[str, ...]:
    """Return the agencies that 他们 or 那个县 stand for: those asked about, else those that the answer before names."""
    before = earlier.facets.agencies or tuple(dict.fromkeys(report.agency for report in listed(earlier)))
    if "it" not in found:
        return before
    meant = re.search(
        r"[这那该此本](?:一)?(?:个|家)?([县区市省镇乡])|that (county|city|province|town)", question.message
    )
    kinds = [level for pattern, level in _LEVELS if meant and re.search(pattern, meant.group(0))]
    level = {report.agency: report.level for report in reports}
    fitting = tuple(name for name in before if not kinds or level.get(name) in kinds)
    if len(fitting) > 1:
        notes.append(
            f"This may mean any of: {', '.join(fitting)}; all are shown."
            if question.language == "en"
            else f"所指可能是：{'、'.join(fitting)}；都列出。"
        )
    return fitting or _only_one(kinds, reports) or before


def _only_one(kinds: Sequence[Level], reports: Sequence[Report]) -> tuple[str, ...]:
    """Return the only agency of some levels that is held: 那个镇 where one town has reports; nothing where several do."""
    names = tuple(dict.fromkeys(report.agency for report in reports if report.level in kinds))
    return names if len(names) == 1 else ()


def _years(
    reading: Reading,
    earlier: Question,
    found: frozenset[Sign],
    agencies: Sequence[str],
    reports: Sequence[Report],
    notes: list[str],
) -> tuple[int, ...]:
    """Return the covered years asked about; those before stay where the agencies have a report of them."""
    question, before = reading.question, earlier.facets.years
    own = (*question.facets.years, *question.absent_years)
    if "all years" in released(question.message):
        return ()
    if own:
        moved = _moved(reading, earlier, found)
        if "without" in found and not question.facets.agencies:
            scope = [report for report in reports if not agencies or report.agency in agencies]
            every = before or sorted({report.year for report in scope if report.year})
            return tuple(year for year in every if year not in moved)
        return tuple(sorted({*before, *moved})) if "beside" in found else moved
    if "all years" in found:
        return ()
    if not before or tuple(agencies) == earlier.facets.agencies:
        return before
    held = {report.agency for report in reports if report.year in before}
    if not agencies or all(agency in held for agency in agencies) or ("others" in found and held & set(agencies)):
        return before
    lacking = [agency for agency in agencies if agency not in held]
    years = "、".join(map(str, before))
    notes.append(
        f"No report of {', '.join(lacking)} for {years.replace('、', ', ')}; the year held is taken."
        if question.language == "en"
        else f"报告库中没有{'、'.join(lacking)}{years}年的报告，取其已有年度。"
    )
    return ()


def _moved(reading: Reading, earlier: Question, found: frozenset[Sign]) -> tuple[int, ...]:
    """Return the years named; 去年 beside a year, or where it would name the year just asked about, is the one before it.

    The plans for the year after (第二年的打算) stand in the report of the year before.
    """
    question, before = reading.question, earlier.facets.years
    own = (*question.facets.years, *question.absent_years)
    if reading.relative and before and PLANS.search(question.message) and set(own) == {max(before) + 1}:
        return before
    if (
        "beside" in found
        and before
        and {word for word, _ in reading.relative} & {"去年", "last year"}
        and len(own) == 1
    ):
        return (min(before) - 1,)
    same_scope = not question.facets.agencies and not question.absent
    if (
        reading.relative
        and same_scope
        and before
        and set(own) == set(before)
        and not re.search(r"[那同]", reading.relative[0][0])
    ):
        return tuple(year - 1 for year in before)
    return own


def interpreted(reading: Reading, years: Sequence[int] = ()) -> tuple[str, ...]:
    """Say which agencies were taken for a name that fits several, and which years for words like 去年.

    :param years: the years taken; those that the words name by themselves unless told.
    """
    question = reading.question
    english = question.language == "en"
    notes = [
        f"“{name}” may mean {', '.join(meant)}; all are shown."
        if english
        else f"“{name}”可指{'、'.join(meant)}，都列出。"
        for name, meant in reading.unsure
    ]
    taken = years or [year for _, named in reading.relative for year in named]
    if reading.relative:
        words = (", " if english else "、").join(f"“{word}”" for word, _ in reading.relative)
        shown = (", " if english else "、").join(map(str, sorted(set(taken))))
        notes.append(f"{words} is read as {shown}." if english else f"{words}按{shown}年理解。")
    return tuple(notes)
