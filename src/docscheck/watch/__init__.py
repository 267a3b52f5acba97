"""`docscheck watch`: a folder is checked, and again whenever something in it changed.

- `rest`: when has the folder come to rest after a change?;
- `checking`: only what is new goes through the workers;
- `rounds`: one check after the other.

What became of each file is `docscheck.changes`; how it is said, `reporters.changes_to_terminal`.
"""
