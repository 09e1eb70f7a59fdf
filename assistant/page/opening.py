"""Open the library behind the page, and give the collector of garbage back its work once the imports are done."""

from __future__ import annotations

import gc
from collections.abc import Mapping

from assistant.feedback.errors import NotKept
from assistant.feedback.store import Store
from assistant.page.desk import Library, Opener, Progress
from assistant.settings import SAMPLES, Settings, default_data


def misplaced(settings: Settings, language: str) -> str:
    """Return why the file of feedback cannot be where it is named; empty where it can."""
    try:
        Store(settings.feedback, settings.reports).refuse_reports()
    except NotKept as error:
        return error.message(language)
    return ""


def opener(settings: Settings) -> Opener:
    """Return what opens the library of some settings.

    The imports before it make a million objects that all stay: looking for garbage among them costs 1 to 2 s of a
    start, so the start does without, and what stays is never looked at again.
    """

    def open_library(progress: Progress) -> Library:
        from assistant import Assistant

        try:
            return Assistant.open(settings.reports, settings.data, progress=progress, feedback=settings.feedback)
        finally:
            gc.freeze()
            gc.enable()

    return open_library


def samples(environ: Mapping[str, str]) -> Opener:
    """Return what opens the bundled samples, with an index of their own."""

    def open_library(progress: Progress) -> Library:
        from assistant import Assistant

        return Assistant.open(SAMPLES, default_data(SAMPLES, environ), progress=progress)

    return open_library
