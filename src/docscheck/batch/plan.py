"""Which folders have to be read? Names, hashes and the ledger in, the work out, longest first.

A finished folder is not read again while its files have the same hashes and it would be judged by
the same rules, options and version of docscheck. The day alone changes nothing, unless it was
asked for by name: a folder judged yesterday stays as it was, and the tables say on which day.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from fnmatch import fnmatchcase

from msgspec import Struct

from docscheck.batch.ledger import Known, Ledger, State
from docscheck.batch.seen import look, stamp
from docscheck.batch.shares import Root, Share, share_of
from docscheck.batch.students import Students
from docscheck.errors import UsageError
from docscheck.intake.entries import Listing

_BYTES_A_FILE = 100_000
"""What a file costs however small it is, in bytes of a scan."""


class Choice(Struct, frozen=True):
    """Which folders are looked at, and which of them are read whatever the ledger says."""

    only: str | None = None
    """Pattern of names as shells write them: `*`, `?`, `[ab]`."""
    since: date | None = None
    """Only folders in which something arrived or changed on this day or later."""
    retry: bool = False
    """Those on which docscheck failed are read again."""
    day: date | None = None
    """Those judged as of another day are read again."""


class Criteria(Struct, frozen=True):
    """What decides whether a result of the ledger holds."""

    choice: Choice
    limits: Mapping[str, float]
    basis: Callable[[str], str]
    """Folder -> hash of what else than the files and the day decides its verdict."""


class Work(Struct, frozen=True):
    """One folder to read."""

    name: str
    weight: float
    """Bytes, more or less: the only thing known beforehand of how long it takes."""
    tries: int


class Plan(Struct, frozen=True):
    """What a run will do."""

    works: tuple[Work, ...]
    unchanged: int
    passed: int
    """Folders outside the choice, which were not even looked at."""
    matching: int
    """Folders whose names match."""


def plan(root: Root, students: Students, ledger: Ledger, criteria: Criteria) -> Plan:
    """Look through all folders; hashing is a hundredth of reading, and no worker runs yet.

    Raises:
        UsageError: the share with the folders does not answer.
    """
    share = share_of(root)
    works, looked, choice = list[Work](), 0, criteria.choice
    names = [n for n in students.folders if choice.only is None or fnmatchcase(n, choice.only)]
    for name in names:
        listing = _listing(share, name, criteria.limits)
        if choice.since is None or _last_change(share.changed(name), listing) >= choice.since:
            looked += 1
            known = ledger.known(name)
            told = stamp(str(root), listing, criteria.limits)
            if not _holds(known, listing, told, criteria, criteria.basis(name)):
                tries = known.tries if known.state is State.READING else 0
                works.append(Work(name, _weight(listing, criteria.limits), tries))
    # What was under way when an earlier run ended comes last: should it be what ended that run,
    # all others are done before. Then the longest, so that no core is left alone with it.
    works.sort(key=lambda work: (work.tries, -work.weight, work.name))
    return Plan(tuple(works), looked - len(works), len(students.folders) - looked, len(names))


def _listing(share: Share, name: str, limits: Mapping[str, float]) -> Listing:
    try:
        return share.listing(name, limits)
    except UsageError as error:
        if error.sentence != "no_folder":
            raise
        # Gone since the folders were listed: whoever reads it says so.
        return Listing(name, (), ())


def _holds(
    known: Known, listing: Listing, told: str | None, criteria: Criteria, basis: str
) -> bool:
    """Say whether a result still holds; the files are hashed last, and where need be."""
    choice = criteria.choice
    if not known.is_finished or known.basis != basis:
        return False
    if choice.retry and (known.crashed or known.state is State.FAILED):
        return False
    if choice.day is not None and known.judged_on != choice.day.isoformat():
        return False
    if known.stamp is not None and told is not None:
        # The share vouches for both states: nothing is fetched only to be hashed.
        return known.stamp == told
    return known.digest == look(listing, criteria.limits).digest


def _weight(listing: Listing, limits: Mapping[str, float]) -> float:
    most = limits["max_file_bytes"]
    read = [e.size_bytes for e in listing.entries if e.size_bytes <= most]
    return sum(read) + _BYTES_A_FILE * len(read)


def _last_change(folder: float, listing: Listing) -> date:
    """Give the day on which something last changed, or arrived: copies keep their older date."""
    seconds = max([folder, *(entry.changed for entry in listing.entries)])
    return datetime.fromtimestamp(seconds).astimezone().date()
