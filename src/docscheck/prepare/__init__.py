"""One student's folder in, the files to upload out, in a new folder; nothing else is written.

    Report --choice, pieces--> papers --plan--> drafts --workshop (workers)--> files
    files --check again, compare--> as well or gentler --place--> a new folder with its manifest

`run` is the module to read first. The originals are read and never written to.
"""

from docscheck.prepare.run import Wish, prepare, prepare_folder
from docscheck.prepared import Prepared

__all__ = ["Prepared", "Wish", "prepare", "prepare_folder"]
