"""Keep the collector of garbage away from what is loaded once and stays: it would look through millions of objects."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def loading() -> Iterator[None]:
    """Load without looking for garbage; what is there afterwards is never looked through again.

    Reports, statements and figures hold no circles, so they go with their last reference all the same.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()
