"""Many folders in, a ledger and tables out: one folder a student, one `Report` a folder.

    students --plan (hashes, ledger)--> what has to be read
    what has to be read --crew (one session a core)--> outcomes --> ledger
    ledger --tables--> students.csv, reports.jsonl, left_out.csv

The ledger is the single record of a run: the tables are written from it alone, and a run that was
killed goes on from it. `run` is the module to read first.
"""
