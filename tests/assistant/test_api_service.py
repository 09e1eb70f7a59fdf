"""What the API does while the library opens, where it cannot be opened, when something breaks, and in a crowd."""

import asyncio
import threading
import time

import httpx
import pytest

from assistant.api import application, service
from assistant.api.requests import AskPart
from assistant.api.service import Refused
from assistant.api.stream import PIECE, events
from assistant.page.desk import Desk
from tests.assistant.page_library import Held, census


@pytest.fixture
def desk():
    made = Desk(lambda progress: Held())
    made.start()
    made.library(wait=5)
    return made


def asked(desk, *requests):
    """Send requests to the API alone, all at once."""

    async def send():
        transport = httpx.ASGITransport(application.create(desk, docs=False))
        async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
            return await asyncio.gather(*(client.post("/ask", json=one) for one in requests))

    return asyncio.run(send())


def test_a_question_that_comes_too_early_is_told_so():
    release = threading.Event()

    def opener(progress):
        release.wait(5)
        return Held()

    desk = Desk(opener)
    desk.start()
    chinese, english = asked(desk, {"question": "听证"}, {"question": "hearings"})
    release.set()
    assert (chinese.status_code, english.status_code) == (503, 503)
    assert chinese.json() == {"error": "索引仍在载入，请稍后再问一次。"}
    assert english.json() == {"error": "The index is still loading; please ask again in a moment."}
    assert chinese.headers["retry-after"]


def test_a_library_that_cannot_be_opened_says_why_without_a_trace():
    def opener(progress):
        raise RuntimeError("the secret of the trace")

    desk = Desk(opener)
    desk.start()
    desk._opened.wait(5)
    (answer,) = asked(desk, {"question": "听证"})
    assert answer.status_code == 503
    assert "secret" not in answer.text


def test_what_breaks_inside_is_one_sentence_and_in_the_log(desk, caplog):
    (answer,) = asked(desk, {"question": "炸"})
    assert answer.status_code == 500
    assert list(answer.json()) == ["error"]
    assert "secret" not in answer.text
    assert "secret" in caplog.text


def test_who_would_wait_too_long_is_told_so(desk, monkeypatch):
    monkeypatch.setattr(application, "AT_ONCE", 1)
    monkeypatch.setattr(application, "WAITING", 2)
    held = desk.library()
    ask = held.ask
    monkeypatch.setattr(held, "ask", lambda *given: (time.sleep(0.5), ask(*given))[1])
    statuses = sorted(answer.status_code for answer in asked(desk, *[{"question": "听证"}] * 6))
    assert statuses == [200] * 3 + [503] * 3


def test_a_language_is_read_from_the_question_unless_it_is_named(desk):
    for given, fallback, english in (
        ({"question": "\x00 听证"}, "en", False),
        ({"question": "\x00 hearings"}, "zh", True),
        ({"question": "\x00"}, "en", True),
        ({"question": "\x00 hearings", "language": "zh"}, "en", False),
    ):
        with pytest.raises(Refused) as refused:
            service.ask(desk, AskPart(**given), fallback)
        assert refused.value.sentence.isascii() is english


def test_many_findings_are_streamed_in_pieces():
    told = list(events(census(rows=2 * PIECE)))
    assert [event.split("\n")[0] for event in told] == ["event: understood", *["event: findings"] * 3, "event: answer"]
