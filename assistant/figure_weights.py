"""What each feature of a figure is worth, fitted once; ``figure_features.py`` says what they are.

Fitted as a softmax over all figures of a report, on the figure questions of the seen part and on the same questions
with each term replaced by an everyday phrase of ``phrases.tsv``, so that likeness counts too. Left out one
report at a time it put the right figure first for .95 of the questions as written and .93 of the reworded ones. The
weights of a planned number, of the old value of a change and of the steps are set by what they mean: a target answers
no question about what was reached, and neither does what was before.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "words own": 1.15,
    "words handed": 1.17,
    "words before": 1.16,
    "words sentence": 1.3,
    "words around": 1.23,
    "pairs handed": 0.42,
    "pairs before": 0.4,
    "pairs sentence": 0.52,
    "pairs around": 0.52,
    "meaning own": 1.7,
    "meaning handed": 1.16,
    "meaning sentence": 1.04,
    "concepts handed": 1.59,
    "concepts sentence": 0.65,
    "told handed": 0.5,
    "told sentence": 0.3,
    "directly before": 0.81,
    "directly after": 0.55,
    "not asked": -0.64,
    "head": 0.9,
    "terms": 0.68,
    "known words": 0.67,
    "same unit": 2.72,
    "like unit": -0.58,
    "same loose unit": 0.8,
    "loose unit": 1.8,
    "kind": 1.45,
    "other kind": -1.46,
    "old value": -4.0,
    "change": 0.21,
    "no change": 0.0,
    "problem": -0.19,
    "planned": -3.0,
    "step asked": 0.9,
    "step not asked": -1.0,
    "step missing": -0.9,
    "verb": 0.53,
    "first": -0.38,
}
