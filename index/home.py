"""Where an index lives in its data folder: one numbered folder each, so that a new one is built beside and swapped in.

``index-3`` is in use, ``index-4.building`` is on its way; renaming it is the swap, and the highest number wins. A crash
leaves at most a folder that the next owner sweeps away.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from index.errors import NotWritable

BUILDING = ".building"
_NUMBERED = re.compile(r"index-(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Home:
    """A data folder."""

    folder: Path

    def current(self) -> Path | None:
        """Return the folder of the index in use, or None where there is none yet."""
        numbered = self._numbered()
        return numbered[max(numbered)] if numbered else None

    def first(self) -> Path:
        """Make and return the folder of the first index: filled in place, there is nothing to go on answering."""
        return self._make(self.folder / f"index-{self._next()}")

    def begin(self) -> Path:
        """Make and return the folder in which the next index is built."""
        place = self.folder / f"index-{self._next()}{BUILDING}"
        shutil.rmtree(place, ignore_errors=True)
        return self._make(place)

    def finish(self, building: Path) -> Path:
        """Put a complete index in use and return its folder; nothing may hold its files open."""
        final = building.with_name(building.name.removesuffix(BUILDING))
        building.rename(final)
        return final

    def sweep(self) -> None:
        """Delete every index that is not in use; what cannot be deleted stays for the next owner."""
        current = self.current()
        for place in self.folder.glob("index-*"):
            if place != current and place.is_dir():
                shutil.rmtree(place, ignore_errors=True)

    def _numbered(self) -> dict[int, Path]:
        if not self.folder.is_dir():
            return {}
        matches = ((_NUMBERED.fullmatch(place.name), place) for place in self.folder.iterdir())
        return {int(match[1]): place for match, place in matches if match and place.is_dir()}

    def _next(self) -> int:
        return max(self._numbered(), default=0) + 1

    def _make(self, place: Path) -> Path:
        try:
            place.mkdir(parents=True)
        except OSError as error:
            raise NotWritable(self.folder, error.strerror or error) from error
        return place
