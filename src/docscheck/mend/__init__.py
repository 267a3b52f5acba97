"""Bytes of a student's files in, bytes of one file to upload out: one mend a module.

Runs in a worker, like everything that opens a file. `order` says what is asked for and is all that
the supervisor imports; `make` is the module to read first.
"""
