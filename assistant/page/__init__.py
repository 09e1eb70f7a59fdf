"""Show the assistant as a web page: rendering only, no knowledge about reports.

Read in this order: ``words`` and ``safe`` (text in two languages, escaping), ``markdown``, ``findings``, ``chart``,
``chips``, ``answer`` (an answer as HTML), ``reader``, ``rail``, ``start``, ``tabs`` (the panels), ``controls`` (what is
ticked), ``desk`` (the assistant behind a thread), ``kept`` and ``saving`` (answers as documents), ``after`` (what an
answer brings once it is shown), ``talk`` (a conversation), ``stopping``, ``conversation`` (one turn), ``reopening``
(conversations that the browser kept), ``layout`` (the Gradio page), ``fence`` (headers), ``app`` (all of it as one
ASGI app). What the browser loads is in ``static/``.
"""
