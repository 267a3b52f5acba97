"""Which kind of 2D-Doc is this code? The document type of its header.

Source: ANTS, 2D-Doc specification 3.1 to 3.3, header: `DC`, version (2), authority (4),
certificate (4), two dates (4 each), document type (2). The seal is not verified here: that needs
keys from the network.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from docscheck.readers.interface import Barcode

_HEADER = re.compile(rb"DC0[1-4][A-Z0-9]{4}[A-Z0-9]{4}[0-9A-F]{4}[0-9A-F]{4}([A-Z0-9]{2})")


def types_of(codes: Iterable[Barcode]) -> Iterator[str]:
    """Yield the two-character document type of every code that is a 2D-Doc.

    >>> seal = b"DC04FR0000011E6D1E6DB101FR"
    >>> list(types_of([Barcode("DataMatrix", seal, 1, None)]))
    ['B1']
    """
    for code in codes:
        header = _HEADER.match(code.data)
        if header is not None:
            yield header[1].decode("ascii")
