"""The tokenizer: a Unigram model over frequent words and every character.

A word cutter only counts; at run time the tokenizer needs no dictionary. It neither pads nor truncates.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers

SIZE = 37_483  # with 256 dimensions in int8 about 12 MB; more words gained nothing
UNKNOWN = "[UNK]"
LONGEST = 6  # characters; longer words are rare and their parts say as much
RAREST_WORD = 5
OWN_WEIGHT = 25  # a word of our few own sentences counts as this many, else no domain word would enter
SOFTEN = 0.5  # count of a character that never stands alone
CHINESE = re.compile(r"^[\u3400-\u9fff]+$")
LATIN_OR_NUMBER = re.compile(r"^(?:[a-z]{2,15}|[0-9]{1,4})$")
CHARACTER = re.compile(r"[\u3400-\u9fff]")


def build_tokenizer(texts: Iterable[str], own: Iterable[str]) -> Tokenizer:
    """Build the tokenizer from the corpus; ``own`` are texts whose words count ``OWN_WEIGHT`` times."""
    words: Counter[str] = Counter()
    characters: Counter[str] = Counter()
    for batch, weight in ((texts, 1), (own, OWN_WEIGHT)):
        _count(batch, weight, words, characters)
    singles = set(characters) | set("abcdefghijklmnopqrstuvwxyz0123456789")
    longer = [(word, n) for word, n in words.most_common() if len(word) > 1 and n >= RAREST_WORD]
    chosen = longer[: SIZE - 1 - len(singles)]
    total = sum(words.values())
    scored = [(word, math.log(n / total)) for word, n in chosen]
    scored += [(single, math.log((words[single] + SOFTEN) / total)) for single in sorted(singles)]
    return _tokenizer([(UNKNOWN, 0.0), *scored])


def _count(texts: Iterable[str], weight: int, words: Counter[str], characters: Counter[str]) -> None:
    """Add the words and characters of some texts to the two counts."""
    import rjieba

    for text in texts:
        folded = text.lower()
        characters.update(CHARACTER.findall(folded))
        for word in rjieba.cut(folded):
            if (len(word) <= LONGEST and CHINESE.match(word)) or LATIN_OR_NUMBER.match(word):
                words[word] += weight


def _tokenizer(scored: list[tuple[str, float]]) -> Tokenizer:
    """Assemble folding, cutting at spaces and numbers, and the Unigram table."""
    tokenizer = Tokenizer(models.Unigram(scored, unk_id=0, byte_fallback=False))
    tokenizer.normalizer = normalizers.Sequence(
        [normalizers.NFKC(), normalizers.Lowercase(), normalizers.Replace(Regex(r"[\p{P}\p{S}\p{C}]"), " ")]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.WhitespaceSplit(), pre_tokenizers.Split(Regex(r"[0-9]+|[a-z]+"), "isolated")]
    )
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
