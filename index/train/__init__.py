"""Make the bundled embedding model from open texts; run as ``python -m index.train``, never at run time.

In reading order: ``pairs`` (what is learned from, with ``register.tsv``), ``synonyms`` (other words), ``vocabulary``
(the tokenizer), ``ragged`` (token ids of many texts), ``start`` (vectors from co-occurrence), ``compose`` (a token from
its parts), ``negatives`` (misleading passages), ``batches``, ``contrast`` (the loop), ``export`` (int8 folder),
``evaluate`` (the table of the model card).
"""
