"""The JSON of a search, of the catalogue and of a report, as command line, API and agents give it out.

The JSON of an answer is ``Answer.to_dict``, that of a matrix ``assistant.matrix``.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from corpus.report import Report

if TYPE_CHECKING:
    from index.records import Facets


class Library(Protocol):
    """What is read of an assistant."""

    @property
    def reports(self) -> tuple[Report, ...]:
        """Return the reports held."""

    def search(self, query: str, facets: Facets | None = None, k: int = 10) -> tuple[dict[str, Any], ...]:
        """Return the best passages, best first."""

    def catalogue(self) -> dict[str, Any]:
        """Return what is in the library."""

    def matrix(self, topics: Sequence[str], facets: Facets | None = None) -> dict[str, Any]:
        """Return topics × reports."""

    def report(self, name: str, /) -> Report | None:
        """Return a report by its id or its file."""


def search(library: Library, query: str, facets: Facets, k: int) -> dict[str, Any]:
    """Return ``{"query", "hits"}``."""
    return {"query": query, "hits": list(library.search(query, facets, k))}


def catalogue(library: Library, facets: Facets) -> dict[str, Any]:
    """Return the catalogue of the reports in scope, and every file that could not be read."""
    admitted = {report.id for report in library.reports if facets.admit(report)}
    found = library.catalogue()
    return found | {"reports": [entry for entry in found["reports"] if entry["report"] in admitted]}


def report(library: Library, name: str) -> dict[str, Any] | None:
    """Return a report's entry with its pages and its text, to which every offset refers; None where it is not held."""
    held = library.report(name)
    if held is None:
        return None
    entry = next(entry for entry in library.catalogue()["reports"] if entry["report"] == held.id)
    return {**entry, "pages": list(held.pages), "text": held.text}
