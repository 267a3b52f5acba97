"""The birth date in the sentences of a civil-status record or a certificate.

Question: when was the person of this paper born? Records say `Le douze mars deux mille quatre ...
est née`, certificates `né(e) le 12/03/2004`, forms print a label. What follows the first mention of
birth is taken, so that the parents' own dates, which come later in a record, are not. Source:
circular of 28 October 2011 (model records). Values at labels are `labelled`'s work: this reader is
for prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from docscheck.document import Field
from docscheck.readers import dates, dates_in_words
from docscheck.readers.interface import Reading
from docscheck.readers.passage import Passage, fold, passages

ID = "birth-date"

_BORN = re.compile(
    r"\b(?:est\s+nee?|naquit|nee?\s*(?:\(e\))?\s+(?:le|en)|ne\s*\(e\)\s+le"
    r"|date (?:et lieu )?de naissance|was born|born (?:on|the)|date of birth"
    r"|fecha de nacimiento|nacio|nacid[oa] el|data de nascimento"
    r"|nascid[oa] (?:em|a)|nat[oa] (?:a|il)|data di nascita|geboren am|geburtsdatum)\b"
)
_PARENTS_BEGIN = re.compile(r"\b(?:fils|fille|enfant) de\b|\bpere\b|\bfather\b|\bpadre\b|\bpai\b")
_BEFORE, _AFTER = 120, 90
"""Characters around the mention of birth: records put the date before it, certificates after."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of the `birth-date` reader."""

    order: Literal["day", "month", "any"] = "day"
    """Of dates in digits: French prose puts the day first."""


def read(reading: Reading, name: str, settings: Settings) -> Iterator[Field]:
    """Yield the date at the first mention of birth on each page."""
    month_first = {"day": False, "month": True, "any": None}[settings.order]
    for page in passages(reading.texts):
        if (written := _born(page, reading, month_first)) is not None:
            yield page.field(name, written.value, written.span, alternatives=written.alternatives)


def _born(page: Passage, reading: Reading, month_first: bool | None) -> dates.Written | None:
    text = fold(page.text).replace("\n", " ")
    found = (*dates.find(text, reading.today, month_first), *dates_in_words.find(text))
    for mention in _BORN.finditer(text):
        parents = _PARENTS_BEGIN.search(text, mention.end())
        limit = min(mention.end() + _AFTER, parents.start() if parents else len(text))
        after = [d for d in found if mention.end() <= d.span[0] < limit]
        before = [d for d in found if mention.start() - _BEFORE <= d.span[1] <= mention.start()]
        if "est ne" in mention[0] or "naquit" in mention[0]:
            after, before = before[-1:], after
        if after or before:
            return min(after, key=lambda d: d.span) if after else None
    return None
