"""The files to upload as one .zip, stored as they are: what was made small gains nothing."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path


def zipped(folder: Path, archive: Path) -> Path:
    """Put the files of a folder into an archive beside it, for its owner only; give the archive."""
    descriptor = os.open(archive, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with (
        os.fdopen(descriptor, "wb") as stream,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as made,
    ):
        for file in sorted(folder.iterdir()):
            made.write(file, file.name)
    return archive
