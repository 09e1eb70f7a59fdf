"""Questions in, checked answers out; ``Assistant`` is the way in for Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from assistant.service import Assistant

__all__ = ["Assistant"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - the attribute decides
    """Import the assistant when it is asked for: the command line answers ``--help`` without it."""
    if name == "Assistant":
        from assistant.service import Assistant

        return Assistant
    raise AttributeError(name)
