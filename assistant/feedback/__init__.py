"""Keep what people say of answers, and make questions to measure with of it.

``words`` names verdicts and reasons, ``record`` is one line, ``told`` makes it of an answer, ``store`` is the file,
``gold`` turns lines into candidates for the quality suite. Nothing here answers, and nothing of it changes an answer.
"""
