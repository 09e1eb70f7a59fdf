"""Where the reports and the index are: options first, then ``WENJU_*`` variables, then defaults.

Nothing here reads argv or the environment by itself: the command line and ``serve.py`` pass them in. Options of the
page alone (host, port, login) live in ``serve.py``.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SAMPLES = Path(__file__).parents[1] / "corpus" / "samples"
"""The bundled invented reports: what a newcomer sees before saying where the own reports are."""

VARIABLES: dict[str, str] = {
    "WENJU_REPORTS": "the folder of report files",
    "WENJU_DATA": "the folder of the index",
    "WENJU_FEEDBACK": "the file that keeps what people said of answers",
    "WENJU_LANGUAGE": "zh or en: the language of messages",
    "WENJU_DEBUG": "1: show the trace of an unexpected error",
}
"""Every variable that the command line reads; the page adds its own."""

FEEDBACK = "feedback.jsonl"
"""The file of feedback where none is named: beside the index, which sync and rebuild leave alone."""

FOLDER_KEY_LENGTH = 8
"""Hexadecimal characters of a report folder's key: a user has a few folders, 2^32 keys never collide."""


@dataclass(frozen=True, slots=True)
class Settings:
    """The two folders of a library and the file of feedback, all absolute.

    ``samples`` tells that nobody named a folder of reports.
    """

    reports: Path
    data: Path
    samples: bool
    feedback: Path


def resolve(
    reports: Path | str | None,
    data: Path | str | None,
    environ: Mapping[str, str] | None = None,
    feedback: Path | str | None = None,
) -> Settings:
    """Return the folders and the file to use; none has to exist yet.

    An empty option or variable counts as not given.
    """
    environ = {} if environ is None else environ
    named = reports or environ.get("WENJU_REPORTS") or None
    folder = _absolute(named if named is not None else SAMPLES)
    place = data or environ.get("WENJU_DATA") or None
    beside = _absolute(place) if place is not None else default_data(folder, environ)
    kept = feedback or environ.get("WENJU_FEEDBACK") or None
    return Settings(folder, beside, named is None, _absolute(kept) if kept is not None else beside / FEEDBACK)


def default_data(reports: Path, environ: Mapping[str, str]) -> Path:
    """Return the data folder of a folder of reports: one each, so that two libraries never share an index.

    The folder's name leads, for the person who looks; a key of its whole path keeps namesakes apart.
    """
    key = hashlib.sha256(os.fsencode(reports)).hexdigest()[:FOLDER_KEY_LENGTH]
    return _data_home(environ) / "wenju" / f"{reports.name or 'root'}-{key}"


def language(environ: Mapping[str, str]) -> str:
    """Return the language of messages, ``zh`` or ``en``; the locale does not decide, offices' servers often say en_US.

    >>> language({"LANG": "en_US.UTF-8"}), language({"WENJU_LANGUAGE": "en"})
    ('zh', 'en')
    """
    return "en" if environ.get("WENJU_LANGUAGE", "").lower().startswith("en") else "zh"


def _data_home(environ: Mapping[str, str]) -> Path:
    for name in ("XDG_DATA_HOME", "LOCALAPPDATA"):
        if environ.get(name) and Path(environ[name]).is_absolute():
            return Path(environ[name])
    return Path.home() / ".local" / "share"


def _absolute(path: Path | str) -> Path:
    return Path(os.path.abspath(Path(path).expanduser()))
