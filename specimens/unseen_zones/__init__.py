"""Papers with a machine-readable zone, kept for measuring the reader; nobody trains on them.

Drawn on their own: other lines, other print, other layouts and other wear than the folders and the
training pictures have. `lines` says what is printed, `ocr_b` prints it, `papers` draws what is
around it, `wear` makes it hard to read, `phone` takes photographs of it.
"""
