"""What may be typed as a question, wherever it comes from: its length, its characters, the language it is in."""

from __future__ import annotations

import re
import unicodedata

from assistant.question import Language

LONGEST = 2000
"""Characters of a question: longer ones are documents, not questions."""

BLANK = ("没有看到问题，请输入文字后再发送。", "There is no question yet; please type one.")
CONTROL = (
    "问题里有无法显示的控制字符，请删去后再发送。",
    "The question holds control characters that cannot be shown; please remove them.",
)
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_CHINESE = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_LATIN = re.compile("[A-Za-z]")


def refusal(message: str, language: Language) -> str:
    """Return why a message cannot be asked, or nothing.

    >>> refusal("   ", "zh"), refusal("你好", "zh")
    ('没有看到问题，请输入文字后再发送。', '')
    """
    if len(message) > LONGEST:
        if language == "en":
            return f"The question has {len(message):,} characters; the limit is {LONGEST:,}. Please shorten it."
        return f"问题有 {len(message):,} 个字，最多 {LONGEST:,} 个，请缩短后再发送。"
    if controls(message):
        return CONTROL[language == "en"]
    return "" if cleaned(message) else BLANK[language == "en"]


def controls(text: str) -> bool:
    """Tell whether a text holds characters that no keyboard types: controls, halves of a character."""
    return any(unicodedata.category(character) in {"Cc", "Cs"} and character not in "\r\n\t" for character in text)


def cleaned(message: str) -> str:
    """Return a message without characters that have no ink, trimmed."""
    return _INVISIBLE.sub("", message).strip()


def language_of(message: str) -> Language | None:
    """Return the language of a message; None where it has no letters of either.

    >>> language_of("哪些单位用了 OA？"), language_of("Who held hearings?"), language_of("2024")
    ('zh', 'en', None)
    """
    if _CHINESE.search(message):
        return "zh"
    return "en" if _LATIN.search(message) else None
