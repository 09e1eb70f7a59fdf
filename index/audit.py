"""Prove that library and indexes agree: the same ids everywhere, and passages that find themselves.

It reports and repairs nothing; ``rebuild`` does. A passage counts as found where it, or one that the index cannot tell
from it, comes first: reports copy whole paragraphs from each other.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from corpus.folding import fold
from index import lexical
from index.errors import Damaged
from index.indexes import Encoder, Indexes
from index.library import Library
from index.records import Facets, Hit, Passage
from index.shelf import Shelf

SAMPLE = 200
"""Passages that must find themselves; all of them where there are fewer."""
FOUND_SHARE = 0.99
SEED = 0
TIE = 1e-3
"""Cosines closer than this are one: a static model gives the same words in another order the same vector."""
NAMED = 3
"""Ids named in a finding; the rest is counted."""

Search = Callable[[str, Facets, int], tuple[Hit, ...]]


@dataclass(frozen=True, slots=True)
class AuditResult:
    """What was counted and everything that was wrong; ``ok`` says that nothing was."""

    ok: bool
    reports: int
    passages: int
    vectors: int
    lexical: int
    model: str
    findings: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {**asdict(self), "findings": list(self.findings)}


def audit(library: Library, indexes: Indexes, encoder: Encoder, shelf: Shelf, search: Search) -> AuditResult:
    """Compare everything with everything.

    :param library: what should be there.
    :param indexes: what is there.
    :param encoder: the embedding model, to ask Chroma's own search.
    :param shelf: what the search goes by.
    :param search: the search that the assistant uses.
    :return: what was counted and what was wrong.
    """
    library.check()
    passages = library.passages()
    ids = {passage.id for passage in passages}
    stored = indexes.vectors.ids()
    reader = indexes.lexical.reader()
    keys = set(reader.keys().tolist())
    findings = _compared("vectors", ids, stored)
    findings += _compared("lexical", {lexical.key_of(one) for one in ids}, keys)
    findings += _counts(indexes.vectors.count(), len(stored), reader.count, len(keys))
    findings += _compared("memory", ids, {passage.id for passage in shelf.passages})
    sample = _sample(passages)
    # The search puts headings alone behind what stands under them: only their vectors are asked for.
    headings = {shelf.passages[row].id for row in shelf.heading_only.nonzero()[0]}
    bodies = [passage for passage in sample if passage.id not in headings]
    findings += _unfound("search", bodies, [_first_by_search(passage, search) for passage in bodies])
    findings += _unfound("vectors", sample, _first_by_vectors(sample, indexes, encoder))
    return AuditResult(
        ok=not findings,
        reports=len(library.sources()),
        passages=len(passages),
        vectors=len(stored),
        lexical=len(keys),
        model=encoder.name,
        findings=tuple(findings),
    )


def failed(detail: str, library: Library | None, model: str) -> AuditResult:
    """Return the result of an audit that could not go on, because a part cannot be opened."""
    try:
        reports = 0 if library is None else len(library.sources())
        passages = 0 if library is None else len(library.passage_ids())
    except Damaged:
        reports = passages = 0
    return AuditResult(False, reports, passages, 0, 0, model, (detail,))


def _compared(part: str, wanted: set[Any], held: set[Any]) -> list[str]:
    findings = []
    for missing, what in ((wanted - held, "missing from"), (held - wanted, "only in")):
        if missing:
            named = ", ".join(map(str, sorted(missing)[:NAMED]))
            findings.append(f"{len(missing)} passages {what} {part}: {named}")
    return findings


def _counts(vectors: int, vector_ids: int, words: int, word_keys: int) -> list[str]:
    findings = []
    if vectors != vector_ids:
        findings.append(f"vectors: {vectors} counted, {vector_ids} listed")
    if words != word_keys:
        findings.append(f"lexical: {words} counted, {word_keys} listed")
    return findings


def _sample(passages: Sequence[Passage]) -> list[Passage]:
    if len(passages) <= SAMPLE:
        return list(passages)
    return random.Random(SEED).sample(passages, SAMPLE)


def _first_by_search(passage: Passage, search: Search) -> bool:
    hits = search(passage.text, Facets(), 1)
    return bool(hits) and _same(hits[0].passage, passage)


def _first_by_vectors(sample: Sequence[Passage], indexes: Indexes, encoder: Encoder) -> list[bool]:
    """Tell for each passage whether Chroma's own search gives it first, or one with the same vector."""
    if not sample:
        return []
    found = []
    stored = indexes.vectors.fetch([passage.id for passage in sample])
    for passage, vector in zip(sample, encoder.encode([passage.text for passage in sample]), strict=True):
        own = float(vector @ stored[passage.id]) if passage.id in stored else -1.0
        nearest = indexes.vectors.query(vector, 1)
        found.append(bool(nearest) and own > 1 - TIE and nearest[0][1] <= own + TIE)
    return found


def _unfound(how: str, sample: Sequence[Passage], found: Sequence[bool]) -> list[str]:
    lost = [passage.id for passage, is_found in zip(sample, found, strict=True) if not is_found]
    if len(sample) - len(lost) >= FOUND_SHARE * len(sample):
        return []
    return [f"{len(lost)} of {len(sample)} sampled passages do not find themselves by {how}: {', '.join(lost[:NAMED])}"]


def _same(one: Passage, other: Passage) -> bool:
    return one.id == other.id or fold(one.text) == fold(other.text)
