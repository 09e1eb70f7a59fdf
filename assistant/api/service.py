"""Carry out what the API is asked for: check it, ask the library, and tell in one sentence what stood in the way."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from assistant import forms, scope
from assistant.answer import Answer
from assistant.api.requests import AskPart, FacetsPart, MatrixPart
from assistant.errors import AssistantError
from assistant.page.desk import Desk, Library, NotReady
from assistant.page.words import word
from assistant.question import Language
from assistant.typed import cleaned, controls, language_of, refusal
from index.records import Facets

Result = TypeVar("Result")
_LOG = logging.getLogger("wenju.api")


class Refused(Exception):
    """Carry why something was not done: an HTTP status and one sentence in the asker's language."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status
        self.sentence = sentence


def ask(desk: Desk, asked: AskPart, fallback: Language = "zh") -> Answer:
    """Answer a question.

    :param desk: holds the library.
    :param asked: the request, its shape already checked.
    :param fallback: the language of a refusal where the question does not tell it.
    :raises Refused: where it cannot be answered.
    """
    language = asked.language or language_of(asked.question) or fallback
    question = _question(asked.question, language)
    history = [message.model_dump() for message in asked.history]

    def act(library: Library) -> Answer:
        return library.ask(question, history, facets(library, asked.facets, language), asked.language)

    return _done(desk, language, act)


def search(desk: Desk, query: str, scoped: FacetsPart, k: int, fallback: Language = "zh") -> dict[str, Any]:
    """Return the JSON of a search.

    :raises Refused: where it cannot be carried out.
    """
    language = language_of(query) or fallback
    wanted = _question(query, language)
    return _done(
        desk, language, lambda library: forms.search(library, wanted, facets(library, scoped, language), k)
    )  # fmt: skip


def catalogue(desk: Desk, scoped: FacetsPart, language: Language = "zh") -> dict[str, Any]:
    """Return the JSON of the catalogue.

    :raises Refused: where it cannot be given.
    """
    return _done(desk, language, lambda library: forms.catalogue(library, facets(library, scoped, language)))


def matrix(desk: Desk, asked: MatrixPart, fallback: Language = "zh") -> dict[str, Any]:
    """Return the JSON of a matrix.

    :raises Refused: where it cannot be carried out.
    """
    language = language_of("".join(asked.topics)) or fallback
    topics = [_question(topic, language) for topic in asked.topics]
    return _done(desk, language, lambda library: library.matrix(topics, facets(library, asked.facets, language)))


def report(desk: Desk, name: str, language: Language = "zh") -> dict[str, Any]:
    """Return the JSON of one report, by its id or its file.

    :raises Refused: where it is not held.
    """
    shown = _done(desk, language, lambda library: forms.report(library, name))
    if shown is None:
        raise Refused(404, _pick(NOT_HELD, language))
    return shown


def facets(library: Library, scoped: FacetsPart, language: Language) -> Facets:
    """Return the facets that a request names.

    :raises Refused: where a word names none.
    """
    named: Mapping[str, Sequence[str]] = scoped.named()
    if any(controls(value) for values in named.values() for value in values):
        raise Refused(400, _pick(UNREADABLE, language))
    return scope.read(named, library.reports)


NOT_HELD = (
    "库中没有这份报告，报告编号与文件名见目录。",
    "The library holds no such report; the catalogue lists ids and file names.",
)
UNREADABLE = (
    "限定范围里有无法显示的控制字符，请删去后再试。",
    "A facet holds control characters that cannot be shown; please remove them.",
)


def _question(typed: str, language: Language) -> str:
    if said := refusal(typed, language):
        raise Refused(400, said)
    return cleaned(typed)


def _done(desk: Desk, language: Language, act: Callable[[Library], Result]) -> Result:
    """Act on the library; whatever goes wrong becomes one sentence, and a trace in the log alone."""
    try:
        return act(desk.library(language))
    except Refused:
        raise
    except NotReady as error:
        raise Refused(503, str(error)) from error
    except AssistantError as error:
        raise Refused(400, error.message(language)) from error
    except Exception as error:  # one request must not tell what went wrong inside
        _LOG.exception("A request could not be carried out")
        raise Refused(500, word("error", language)) from error


def _pick(pair: tuple[str, str], language: Language) -> str:
    return pair[language == "en"]
