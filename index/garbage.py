"""Keep the collector of garbage away from what stays: it would look through thousands or millions of objects."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def pausing() -> Iterator[None]:
    """Answer without looking for garbage: a long answer makes thousands of objects that stay till it is shown.

    They hold no circles. Where several are answered at once, the first that is done lets the collector go on.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


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
