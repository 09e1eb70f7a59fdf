"""Let an asker stop waiting: the work goes on in a thread of its own, and what it brings is then thrown away."""

from __future__ import annotations

import re
import threading
from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, TypeVar

from fastapi import FastAPI, Response

T = TypeVar("T")
TOKEN = re.compile(r"[A-Za-z0-9]{16,40}")
"""What a page names one asking by; it cannot be guessed, so nobody stops another's."""

AT_ONCE = 12
"""Questions answered at the same time, stopped ones among them: 50 askers at once wait 1 s instead of 15 with one."""

LOOK_SECONDS = 0.05
"""Between two looks whether the asker has stopped."""

REMEMBERED = 4000
"""Stops that are known: one may come before its question has left the queue."""


class Stopped(Exception):
    """Tell that the asker did not want to wait."""


class Stops:
    """Hold, for every asking by its token, whether it was stopped."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, threading.Event] = OrderedDict()
        self._lock = threading.Lock()

    def of(self, token: str) -> threading.Event:
        """Return what is set once the asking of a token is stopped."""
        with self._lock:
            event = self._held.setdefault(token, threading.Event())
            while len(self._held) > REMEMBERED:
                self._held.popitem(last=False)
            return event


class _Work(Generic[T]):
    """One piece of work with its result, or its error."""

    def __init__(self, task: Callable[[], T], free: threading.Semaphore) -> None:
        self._task, self._free = task, free
        self.done = threading.Event()
        self.result: list[T] = []
        self.error: Exception | None = None

    def run(self) -> None:
        """Do the work; called in a thread of its own."""
        try:
            self.result.append(self._task())
        except Exception as error:  # raised again for the one who waits
            self.error = error
        finally:
            self._free.release()
            self.done.set()


class Bench:
    """Carry out a limited number of tasks at once."""

    def __init__(self, most: int = AT_ONCE) -> None:
        self._free = threading.Semaphore(most)

    def carry_out(self, task: Callable[[], T], stop: threading.Event) -> T:
        """Return what a task returns.

        :param task: what to do; its own error is raised.
        :param stop: set when nobody waits any longer.
        :raises Stopped: as soon as it is.
        """
        while not self._free.acquire(timeout=LOOK_SECONDS):
            if stop.is_set():
                raise Stopped
        if stop.is_set():
            self._free.release()
            raise Stopped
        work = _Work(task, self._free)
        threading.Thread(target=work.run, name="wenju-ask", daemon=True).start()
        while not work.done.wait(LOOK_SECONDS):
            if stop.is_set():
                raise Stopped
        if work.error is not None:
            raise work.error
        return work.result[0]


def routes(app: FastAPI, stops: Stops) -> None:
    """Add the private route by which a page stops an asking of its own."""

    @app.post("/wenju/stop/{token}", include_in_schema=False)
    def stop(token: str) -> Response:
        if not TOKEN.fullmatch(token):
            return Response(status_code=404)
        stops.of(token).set()
        return Response(status_code=204)
