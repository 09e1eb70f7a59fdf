"""The errors of this folder, one tree.

CorpusError
├── UnreadableFile   a file that holds no text we can vouch for
└── NoReports        a folder that is missing or holds nothing readable

Every message says what happened, to which file and what to do. ``message(language)`` gives it in the page's language.
"""

from __future__ import annotations

from corpus.spoken import Spoken


class CorpusError(Spoken):
    """Say what went wrong with a report file or their folder."""


class UnreadableFile(CorpusError):
    """Say that one file cannot be read and why; the other files go on."""


class NoReports(CorpusError):
    """Say that a folder of reports is missing or cannot be listed."""
