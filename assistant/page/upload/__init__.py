"""Take report files from the page into the folder of reports, where the index finds them by itself.

Read ``names`` (the name a file is stored under), ``inbox`` (the folder: who may add, and a file wholly in or not at
all), ``area`` (what the page shows), ``routes``. Whether a file can be read is told after the index has followed.
"""
