"""The bundled sample reports as their writers wrote them, and what makes files of them.

Not part of a running assistant: ``python -m corpus.sources.build`` is run by whoever changes a source.
"""
