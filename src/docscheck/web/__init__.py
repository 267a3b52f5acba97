"""One student's folder, checked on a page of this computer: for people who use no terminal.

    service --(127.0.0.1, one key)--> app --> visit: drawer (files), answers, work (check, prepare)

The page is answered by this process and shown by the browser of the same person. Whoever else
asks is refused (`access`). Documents lie in a private folder (`shelter`) that is wiped at the end,
when asked, after half an hour without use, and when this process is killed. They are read by the
workers of `docscheck.check`, as on the command line. `app` is the module to read first.
"""
