"""Each peer over four sample reports; skipped, with the reason, where its packages are not installed."""

import builtins

import pytest

from corpus.parse import read_report
from tests.quality.gold import PROJECT
from tests.quality.peers import PeerMissing, packages_of, peers
from tests.quality.peers.chunks import OVERLAP, SIZE, chunks
from tests.quality.peers.measure import squeezed

SAMPLES = PROJECT / "corpus" / "samples"
SENTENCES = {
    "hedu_2023.txt": "至今没有聘请法律顾问",
    "lanjiang_2025.md": "公开举行信访听证",
    "qiwu_2024.txt": "信访听证工作规程",
    "yunting_2024.txt": "全年举行信访听证会23场",
}


@pytest.fixture(scope="module")
def texts():
    return {file: read_report(SAMPLES / file, SAMPLES).text for file in SENTENCES}


@pytest.fixture(scope="module", params=peers(), ids=lambda peer: peer.name)
def peer(request, texts):
    try:
        request.param.index(texts)
    except PeerMissing as missing:
        pytest.skip(str(missing))
    return request.param


@pytest.mark.parametrize("file", SENTENCES)
def test_a_sentence_asked_for_word_by_word_comes_first(peer, texts, file):
    line = next(line for line in texts[file].splitlines() if SENTENCES[file] in line)
    sentence = next(one for one in line.split("。") if SENTENCES[file] in one)
    (found, text), *_ = peer.search(sentence, 5)
    assert found == file
    assert squeezed(SENTENCES[file]) in squeezed(text)


def test_a_smaller_k_is_the_beginning_of_a_larger_one(peer):
    hits = peer.search("哪些单位举行过听证会", 10)
    assert len(hits) == 10
    assert peer.search("哪些单位举行过听证会", 3) == hits[:3]


def test_indexing_again_forgets_what_was_held(texts):
    for one in peers():
        try:
            one.index(texts)
        except PeerMissing as missing:
            pytest.skip(str(missing))
        one.index({"x.txt": "全年接待来访三十批次。"})
        assert one.search("接待来访", 10) == [("x.txt", "全年接待来访三十批次。")], one.name


def test_chunks_are_short_overlap_and_lose_nothing(texts):
    for file, text in texts.items():
        pieces = [piece for name, piece in chunks({file: text}) if name == file]
        assert max(map(len, pieces)) <= SIZE
        assert all(squeezed(piece) in squeezed(text) for piece in pieces)
        assert len(squeezed(text)) <= sum(len(squeezed(piece)) for piece in pieces) <= len(text) + OVERLAP * len(pieces)


@pytest.mark.parametrize("peer", peers(), ids=lambda peer: peer.name)
def test_a_missing_package_is_said_in_one_sentence(peer, monkeypatch):
    real = builtins.__import__

    def without(name, *rest):
        if name.split(".")[0] in ("langchain_chroma", "rank_bm25", "llama_index"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(PeerMissing, match=r": \w+(\.\w+)* is not installed; install with make peers$"):
        peer.index({"a": "b"})


def test_other_errors_pass():
    with pytest.raises(ZeroDivisionError), packages_of("x"):
        raise ZeroDivisionError


def test_every_peer_is_measured_by_what_chunks_can_answer(texts):
    from tests.quality.gold import Gold
    from tests.quality.peers.table import EVERYONE, against

    files = tuple(SENTENCES)
    gold = Gold(
        name="x", reports=SAMPLES, files=files, identities=[], figures=[], figure_questions=[], lines=[], floors={},
        floors_file=None, phrasings={"听证": ["哪里举行过听证？"]},
        topics=[{"topic": "听证", "reports": {file: [{"status": "done"}] * (file == files[0]) for file in files}}],
        searches=[{"query": SENTENCES[files[0]], "gold": [{"file": files[0], "contains": SENTENCES[files[0]]}]}],
    )  # fmt: skip
    try:
        found = against(gold)
    except PeerMissing as missing:
        pytest.skip(str(missing))
    assert list(found) == [*(one.name for one in peers()), EVERYONE]
    assert found[EVERYONE]["census F1"].value == pytest.approx(2 / 5)
    for one in peers():
        assert found[one.name]["R@10"].value == 1.0
        assert found[one.name]["census F1"].value >= 2 / 5
