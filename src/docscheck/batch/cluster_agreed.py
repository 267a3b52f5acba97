"""Would every worker of a cluster judge as this machine does? What they say of themselves in.

Version and rules are compared with this machine's. What reads pictures is compared among workers:
the machine that asks reads none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from docscheck import __version__
from docscheck.batch.cluster_worker import Look
from docscheck.batch.judging import Judging
from docscheck.errors import UsageError

_MOST_NAMED = 5
_NO_OCR = "none"
_SENTENCES = {
    "version": "cluster_version",
    "rules": "cluster_rules",
    "unseen": "cluster_unseen",
    "ocr": "cluster_ocr",
}


def agreed(looks: Mapping[str, Look | Exception], rules: str, judging: Judging) -> str:
    """Give what all of them read pictures with: `Standing.ocr`.

    Args:
        looks: of each worker, by its address.
        rules: fingerprint of this machine's.
        judging: how folders are judged.

    Raises:
        UsageError: some are not like this machine, or not like one another.
    """
    told = {where: said for where, said in looks.items() if not isinstance(said, Exception)}
    unlike = {
        # What cannot answer at all has no docscheck, or one that cannot be asked yet.
        "version": [where for where in looks if where not in told or told[where][0] != __version__],
        "rules": [where for where, said in told.items() if said[1] != rules],
        "unseen": [where for where, said in told.items() if not said[3]],
    }
    for reason, workers in unlike.items():
        if workers:
            raise unlike_error(reason, workers, judging)
    if judging.options.engine == _NO_OCR:
        return ""
    count = Counter(said[2] for said in told.values() if said[2])
    most = min(count, key=lambda ocr: (-count[ocr], ocr), default=None)
    others = [where for where, said in told.items() if said[2] != most]
    if most is None or others:
        raise unlike_error("ocr", others, judging)
    return most


def unlike_error(reason: str, workers: Iterable[str], judging: Judging) -> UsageError:
    """Give the error that names the workers, the first few of them."""
    names = sorted(workers)
    more = ", …" if len(names) > _MOST_NAMED else ""
    params = {
        "workers": ", ".join(names[:_MOST_NAMED]) + more,
        "version": __version__,
        "path": str(judging.root),
    }
    return UsageError(_SENTENCES[reason], params)
