"""The HTTP interface under ``/api``: what is asked for, what comes back, the stream, and a page that tells of it.

``service`` carries a request out and knows nothing of HTTP, so that the page's own client and agents use it as well.
"""
