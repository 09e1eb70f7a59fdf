"""What each feature of a figure is worth, fitted once; ``figure_features.py`` says what they are.

``python -m tests.quality.fit_figures`` makes the table: a softmax over all figures of a report, on the figure questions
of the seen part, on the same with a term replaced by an everyday phrase, and with a loose measure word. It puts the
right figure first for .94 of them. The weights of a planned number, of the old value of a change and of the steps are
set by what they mean: a target answers no question about what was reached, and neither does what was before.
"""

from __future__ import annotations

WEIGHTS: dict[str, float] = {
    "words own": 0.93,
    "words handed": 1.45,
    "words before": 1.32,
    "words sentence": 1.15,
    "words around": 1.08,
    "pairs handed": 0.68,
    "pairs before": 0.54,
    "pairs sentence": 0.52,
    "pairs around": 0.51,
    "meaning own": 1.01,
    "meaning handed": 1.07,
    "meaning sentence": 0.89,
    "concepts handed": 0.82,
    "concepts sentence": 1.1,
    "told handed": 0.61,
    "told sentence": 0.76,
    "directly before": 0.69,
    "directly after": 0.52,
    "not asked": -0.78,
    "head": 1.24,
    "terms": 0.32,
    "known words": 0.64,
    "same unit": 2.13,
    "like unit": -0.67,
    "same loose unit": 0.85,
    "loose unit": 0.55,
    "kind": 0.77,
    "other kind": -0.51,
    "old value": -4.0,
    "change": 0.21,
    "no change": 0.0,
    "problem": -0.03,
    "planned": -3.0,
    "step asked": 0.9,
    "step not asked": -1.0,
    "step missing": -0.9,
    "verb": 0.34,
    "first": 0.01,
}
