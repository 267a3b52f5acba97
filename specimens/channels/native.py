"""The PDF as the issuer wrote it: vector text, one or several papers one after the other."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

import pikepdf

from specimens.channels.pages_of_pictures import written
from specimens.channels.sent import Channel, Leaf, Sent, SentPage


def native(leaves: Sequence[Leaf]) -> Sent:
    """Copy the pages, in order, into one PDF with its text layer."""
    with pikepdf.new() as pdf:
        for leaf in leaves:
            with pikepdf.open(BytesIO(leaf.paper.pdf)) as source:
                pdf.pages.append(source.pages[leaf.index])
        data = written(pdf)
    return Sent(data, ".pdf", Channel.NATIVE, tuple(SentPage((leaf,)) for leaf in leaves))
