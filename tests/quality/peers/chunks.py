"""Report texts → chunks of 500 characters that overlap by 50: the same for every peer."""

from __future__ import annotations

from collections.abc import Mapping

SIZE, OVERLAP = 500, 50
"""What tutorials set."""

SEPARATORS = ["\n\n", "\n", "。", "！", "？", "；", "，", "、", " ", ""]
"""The splitter's own, with Chinese punctuation, as its documentation advises for languages without spaces."""


def chunks(texts: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return every chunk as (file, text), in the order of the texts."""
    from langchain_text_splitters import RecursiveCharacterTextSplitter

    splitter = RecursiveCharacterTextSplitter(separators=SEPARATORS, chunk_size=SIZE, chunk_overlap=OVERLAP)
    return [(file, piece) for file, text in texts.items() for piece in splitter.split_text(text)]
