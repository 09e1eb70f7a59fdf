"""A text → its words, by jieba: what BM25 needs where a language writes no spaces."""

from __future__ import annotations


def words(text: str) -> list[str]:
    """Return the words of a text, without punctuation and white space, which match everywhere and mean nothing."""
    import logging

    import jieba

    jieba.setLogLevel(logging.WARNING)
    return [word for word in jieba.lcut(text) if any(character.isalnum() for character in word)]
