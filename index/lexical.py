"""The words of the passages in tantivy, as character 1- and 2-grams of the folded text: the only file that knows it.

Two fields: the passage's own text, and its place (agency and heading path) with a smaller weight, because headings help
a question that names them and hurt one in other words. BM25 with tantivy's fixed k1 = 1.2 and b = 0.75. A writer adds
and removes; a reader is one moment of the index and may be used from any thread.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from corpus.folding import fold
from index.errors import StoreError, translated

if TYPE_CHECKING:
    import tantivy

FOLDER = "lexical"
PLACE_WEIGHT = 0.1
"""Of the place beside the text. On 27 reworded queries MRR fell from 84 without it to 82, 81 and 75 at 0.15, 0.3 and
0.6; questions that name a heading gain 4 to 5."""
HEAP_BYTES = 50_000_000
"""tantivy refuses less than 15 MB a thread; more than 50 gained nothing at 100,000 passages."""

_EVERY = "1"
"""What the field ``all`` of each passage holds."""

Keys = NDArray[np.uint64]
Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Entry:
    """A passage as it is indexed: its id, its report, its text, and agency with heading path."""

    id: str
    report: str
    text: str
    place: str


def key_of(passage: str) -> int:
    """Return the number that stands for a passage id: 63 bits, so that a million ids do not meet by chance."""
    return int.from_bytes(hashlib.blake2b(passage.encode(), digest_size=8).digest(), "big") >> 1


class LexicalReader:
    """One moment of the index."""

    def __init__(self, index: tantivy.Index, folder: Path | None) -> None:
        self._folder = folder
        self._schema = index.schema
        self._searcher = index.searcher()

    @property
    def count(self) -> int:
        """How many passages are held."""
        return int(self._searcher.num_docs)

    @property
    def remains(self) -> int:
        """How many removed passages still count in the frequencies, until tantivy merges them away."""
        return int(self._searcher.doc_freq("all", _EVERY)) - self.count

    def keys(self) -> Keys:
        """Return the keys of all passages held."""
        import tantivy

        return self._run(tantivy.Query.all_query(), self.count)[0]

    def frequency(self, gram: str) -> int:
        """Return how many passages' texts hold a gram."""
        with _translated(self._folder):
            return int(self._searcher.doc_freq("text", gram))

    def best(self, grams: Sequence[str], limit: int, reports: Sequence[str] | None = None) -> tuple[Keys, Scores]:
        """Find the best passages by BM25.

        :param grams: what is looked for; any of them may be found.
        :param limit: how many to return at most.
        :param reports: ids of the only reports to look in, or None for all.
        :return: their keys and scores, best first.
        """
        if reports is None:
            return self._run(self._words(grams), limit)
        return self._run(self._within("report", reports, grams, whether_found=False), limit)

    def scores(self, grams: Sequence[str], keys: Sequence[int]) -> tuple[Keys, Scores]:
        """Return keys and BM25 scores of given passages; one that is not held is left out."""
        return self._run(self._within("key", keys, grams, whether_found=True), len(keys))

    def _words(self, grams: Sequence[str]) -> tantivy.Query:
        from tantivy import Occur, Query

        parts = []
        for gram in grams:
            parts.append((Occur.Should, Query.term_query(self._schema, "text", gram, "freq")))
            place = Query.term_query(self._schema, "place", gram, "freq")
            parts.append((Occur.Should, Query.boost_query(place, PLACE_WEIGHT)))
        return Query.boolean_query(parts)

    def _within(self, field: str, only: Sequence[Any], grams: Sequence[str], *, whether_found: bool) -> tantivy.Query:
        """Restrict to some values of a field; ``whether_found``: also what holds no gram, with score 0."""
        from tantivy import Occur, Query

        within = Query.const_score_query(Query.term_set_query(self._schema, field, list(only)), 0.0)
        return Query.boolean_query(
            [(Occur.Must, within), (Occur.Should if whether_found else Occur.Must, self._words(grams))]
        )

    def _run(self, query: tantivy.Query, limit: int) -> tuple[Keys, Scores]:
        with _translated(self._folder):
            hits = self._searcher.search(query, limit=max(limit, 1), count=False).hits if limit else []
            keys = self._searcher.fast_field_values("key", [address for _, address in hits])
        return np.array(keys, dtype=np.uint64), np.array([score for score, _ in hits], dtype=np.float32)


class LexicalIndex:
    """Write the index and open moments of it.

    :param folder: where tantivy keeps its files, or None to hold everything in memory.
    :param create: whether to make the index where there is none.
    """

    def __init__(self, folder: Path | None, *, create: bool = True) -> None:
        import tantivy

        self._folder = folder
        with _translated(folder):
            if folder is None:
                self._index = tantivy.Index(_schema())
            elif not create:
                self._index = tantivy.Index.open(str(folder))
            else:
                folder.mkdir(parents=True, exist_ok=True)
                self._index = tantivy.Index(_schema(), path=str(folder))
            grams = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.ngram(1, 2)).build()
            self._index.register_tokenizer("grams", grams)

    def reader(self) -> LexicalReader:
        """Return the index as it is now."""
        with _translated(self._folder):
            self._index.reload()
            return LexicalReader(self._index, self._folder)

    def write(self, entries: Sequence[Entry], *, remove: Sequence[str] = ()) -> None:
        """Remove and add passages in one step that is there or not there after a crash.

        :param entries: the passages to add; one that is there already is replaced.
        :param remove: ids of passages to remove.
        """
        self._write([key_of(one) for one in remove], entries)

    def remove_keys(self, keys: Sequence[int]) -> None:
        """Remove passages of which only the keys are known."""
        self._write(keys, ())

    def replace_all(self, entries: Sequence[Entry]) -> None:
        """Put passages in the place of everything, in one step: nothing removed counts in the frequencies any more."""
        self._write(None, entries)

    def _write(self, keys: Sequence[int] | None, entries: Sequence[Entry]) -> None:
        """Remove the passages of given keys, or all, and add others."""
        from tantivy import Query

        with _translated(self._folder):
            writer = self._index.writer(heap_size=HEAP_BYTES, num_threads=1)
            try:
                # By query: deleting by the term of an unsigned field finds nothing (tantivy 0.27).
                replaced = [*(keys or ()), *(key_of(entry.id) for entry in entries)]
                some = Query.term_set_query(self._index.schema, "key", replaced)
                writer.delete_documents_by_query(Query.all_query() if keys is None else some)
                for entry in entries:
                    writer.add_document(_document(entry))
                writer.commit()
            finally:
                writer.wait_merging_threads()


def _schema() -> tantivy.Schema:
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("key", indexed=True, fast=True)
    builder.add_text_field("all", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("report", tokenizer_name="raw", index_option="basic")
    builder.add_text_field("text", tokenizer_name="grams", index_option="freq")
    builder.add_text_field("place", tokenizer_name="grams", index_option="freq")
    return builder.build()


def _document(entry: Entry) -> tantivy.Document:
    import tantivy

    document = tantivy.Document()
    document.add_unsigned("key", key_of(entry.id))
    document.add_text("all", _EVERY)
    document.add_text("report", entry.report)
    document.add_text("text", fold(entry.text))
    document.add_text("place", fold(entry.place))
    return document


@contextmanager
def _translated(folder: Path | None) -> Iterator[None]:
    try:
        yield
    except (StoreError, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:  # tantivy raises ValueError for a bad file and panics with a BaseException
        raise translated(f"{FOLDER}/", error, folder) from error
