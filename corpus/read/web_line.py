"""A line of a web page, with what is needed to tell the document from what surrounds it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class WebLine:
    """A line of a page: ``linked`` of its characters are links; ``depth`` is that of a heading, 0 for none.

    ``furniture`` tells that it stands in a part named like a menu, a foot and so on; ``parent`` is the part of the page
    around it, which a label and its value share.
    """

    text: str
    linked: int
    depth: int
    furniture: bool
    parent: int

    @property
    def link_share(self) -> float:
        """Return the share of its characters that are links."""
        return self.linked / len(self.text) if self.text else 0.0
