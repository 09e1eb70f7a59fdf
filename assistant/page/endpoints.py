"""Named endpoints for the framework's own clients: plain functions, the JSON of the API, no component of the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import gradio as gr
from pydantic import ValidationError

from assistant.api import replies, service
from assistant.api.requests import HITS, MOST_HITS, AskPart, FacetsPart, MatrixPart
from assistant.api.service import Refused
from assistant.page.desk import Desk
from assistant.typed import language_of

Result = TypeVar("Result")

AT_ONCE = 12
"""Requests of clients carried out at the same time; askers at the page do not wait for them."""


def endpoints(desk: Desk) -> None:
    """Add the endpoints to the blocks that are being built."""

    def ask(
        question: str,
        history: list[dict[str, str]] | None = None,
        facets: dict[str, list[str | int]] | None = None,
        language: str | None = None,
    ) -> dict[str, Any]:
        """Answer a question; history is a list of {"role", "content"}, oldest first; facets as in /api/ask."""
        given = {"question": question, "history": history or [], "facets": facets or {}, "language": language}
        return _told(question, lambda: service.ask(desk, AskPart.model_validate(given)).to_dict())

    def search(query: str, k: int = HITS, facets: dict[str, list[str | int]] | None = None) -> dict[str, Any]:
        """Find passages, the best first."""
        most = min(max(k, 1), MOST_HITS) if isinstance(k, int) else HITS
        return _told(query, lambda: service.search(desk, query, FacetsPart.model_validate(facets or {}), most))

    def catalogue(facets: dict[str, list[str | int]] | None = None) -> dict[str, Any]:
        """List the reports held and the files that could not be read."""
        return _told("", lambda: service.catalogue(desk, FacetsPart.model_validate(facets or {})))

    def matrix(topics: list[str], facets: dict[str, list[str | int]] | None = None) -> dict[str, Any]:
        """Return topics × reports with status and citation in each cell."""
        given = {"topics": topics, "facets": facets or {}}
        return _told("", lambda: service.matrix(desk, MatrixPart.model_validate(given)))

    for one in (ask, search, catalogue, matrix):
        gr.api(one, api_name=one.__name__, concurrency_limit=AT_ONCE, concurrency_id="api")


def _told(said: object, act: Callable[[], Result]) -> Result:
    """Act, and tell in one sentence what stood in the way."""
    language = (language_of(said) if isinstance(said, str) else None) or "zh"
    try:
        return act()
    except Refused as error:
        raise gr.Error(error.sentence, print_exception=False) from error
    except ValidationError as error:
        raise gr.Error(replies.invalid(error.errors(), language), print_exception=False) from error
