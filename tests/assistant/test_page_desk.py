"""The desk follows the folder while it answers, and lends the samples to a library that holds nothing."""

import threading
import time

import pytest

from assistant.page import desk as desks
from assistant.page.desk import Desk
from assistant.page.upload.area import note
from tests.assistant.page_library import Held


class Following(Held):
    """A library whose next look at the folder takes as long as the test says, and then changes what is held."""

    def __init__(self, *later):
        super().__init__()
        self.reports = ()
        self.later = later
        self.changed, self.go = threading.Event(), threading.Event()
        self.looks = 0

    def sync(self, progress=None):
        self.looks += 1
        if self.changed.is_set():
            self.changed.clear()
            progress(0, 2, "<县>/甲.txt")
            assert self.go.wait(10)
            self.reports = self.later


def until(tell):
    end = time.monotonic() + 10
    while not tell() and time.monotonic() < end:
        time.sleep(0.01)
    assert tell()


@pytest.fixture
def opened():
    desks_open = []

    def make(library, samples=None):
        desk = Desk(lambda progress: library, samples)
        desks_open.append(desk)
        desk.start()
        until(lambda: desk.state == "ready")
        return desk

    yield make
    for desk in desks_open:
        desk.close()
        desk._thread.join(10)


def test_a_look_that_is_asked_for_comes_at_once(opened):
    library = Following()
    desk = opened(library)
    began = time.monotonic()
    desk.look()
    until(lambda: library.looks == 1)
    assert time.monotonic() - began < desks.WATCH_SECONDS


def test_while_the_index_follows_the_page_says_so_and_answers(opened):
    library = Following(*Held().reports)
    desk = opened(library)
    library.changed.set()
    desk.look()
    until(lambda: desk.syncing)
    assert desk.library().ask("听证？").citations
    said = note("syncing", desk.progress)
    assert "索引更新中" in said
    assert "第 1 / 2 份" in said
    assert "&lt;县&gt;/甲.txt" in said
    before = desk.revision
    library.go.set()
    until(lambda: not desk.syncing)
    assert desk.revision == before + 1
    assert len(desk.library().reports) == 2


def test_samples_are_lent_to_an_empty_library_until_it_holds_a_report(opened):
    library, samples = Following(*Held().reports[:1]), Held()
    desk = opened(library, lambda progress: samples)
    assert not desk.lent
    desk.lend(True)
    until(lambda: desk.lent)
    assert desk.library() is samples
    assert desk.own() is library
    library.changed.set()
    library.go.set()
    desk.look()
    until(lambda: not desk.lent)
    assert desk.library() is library


def test_samples_are_never_lent_to_a_library_that_holds_reports(opened):
    desk = opened(Held(), lambda progress: Held())
    desk.lend(True)
    until(lambda: not desk._wanted)
    assert not desk.lent


def test_samples_that_cannot_be_opened_leave_the_page_as_it_is(opened):
    library = Following()

    def broken(progress):
        raise OSError("no room")

    desk = opened(library, broken)
    desk.lend(True)
    until(lambda: library.looks >= 1 and not desk._wanted)
    assert desk.library() is library
