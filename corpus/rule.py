"""One row of a rule table: a pattern, what it means, an example that matches and one that must not.

Every row is a test case: ``tests/corpus/test_rules.py`` checks both examples of each.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

Meaning = TypeVar("Meaning")


@dataclass(frozen=True)
class Rule(Generic[Meaning]):
    """A pattern with its meaning and its two examples."""

    meaning: Meaning
    pattern: str
    matches: str
    rejects: str

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """Return the compiled pattern; compiling happens once."""
        return re.compile(self.pattern)
