"""Orders -> papers: each drawn for its holder, with the numbers that must agree between papers
handed on.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from specimens.channels import Leaf
from specimens.folders import shelf
from specimens.folders.orders import Case, Order
from specimens.model import Paper, Wish

_LINKS = {
    "passport": {"document_number": "passport_number", "expiry_date": "passport_expiry"},
    "visa": {
        "document_number": "visa_number",
        "valid_from": "visa_valid_from",
        "expiry_date": "visa_expiry",
    },
    "residence_permit": {"foreigner_number": "foreigner_number"},
    "visa_validation": {"foreigner_number": "foreigner_number"},
    "school_certificate": {
        "institution": "institution",
        "student_number": "student_number",
        "ine": "ine",
    },
}
"""Field of a drawn paper -> the name under which later papers find it."""

ACCEPTED_LANGUAGES = frozenset((
    "sq", "hr", "cs", "da", "nl", "en", "fi", "de", "hu", "it",
    "lv", "lt", "no", "pl", "pt", "ro", "sk", "es", "sv", "tr",
))  # fmt: skip
"""Languages that student registration guides accept as they are (domain facts, 1.4)."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """An order with its paper."""

    order: Order
    paper: Paper

    @property
    def leaves(self) -> tuple[Leaf, ...]:
        """The pages that are sent."""
        kept = self.order.keep_pages or range(len(self.paper.pages))
        return tuple(Leaf(self.paper, index) for index in kept)


def draw_orders(
    case: Case, rng: Random, *, unseen: bool, translate: bool = True
) -> tuple[Drawn, ...]:
    """Draw all papers, and the translation a birth record in another language calls for."""
    links: dict[str, str] = {}
    drawn: list[Drawn] = []
    for order in case.orders:
        if order.again:
            first = next(one for one in drawn if one.order.key == order.again)
            drawn.append(Drawn(order, first.paper))
            continue
        drawn.append(_draw(order, case, links, rng, unseen=unseen))
        if order.person is None or order.keeps_numbers:
            _remember(drawn[-1].paper, links)
        if translate and _gets_translation(drawn[-1], rng):
            drawn.append(_draw(_translation(order, rng), case, links, rng, unseen=unseen))
    return tuple(drawn)


def _draw(order: Order, case: Case, links: dict[str, str], rng: Random, *, unseen: bool) -> Drawn:
    about = order.person or case.person
    template, variant = shelf.pick(
        order.type, order.variants, about, rng, unseen=unseen, layouts=order.layouts
    )
    wish = Wish(
        today=case.today,
        expired=order.expired,
        school_year=order.school_year,
        variant=variant,
        wrong=order.wrong,
        holder=order.person,
        links=_links(order, links),
    )
    paper = template.draw(case.person, rng, wish)
    if order.foreign_language and not _in_foreign_language(paper):
        return _draw(order, case, links, rng, unseen=False)
    if order.must_show and not any(order.must_show in page.fields for page in paper.pages):
        return _draw(order, case, links, rng, unseen=unseen)
    return Drawn(order, paper)


def _links(order: Order, links: Mapping[str, str]) -> dict[str, str]:
    """Give the numbers of the other papers, as this one prints them."""
    known = {} if order.person and not order.keeps_numbers else dict(links)
    wrong = {name: change(known[name]) for name, change in order.misprints.items() if name in known}
    return {**known, **wrong, **order.links}


def _remember(paper: Paper, links: dict[str, str]) -> None:
    names = _LINKS.get(paper.type, {})
    for page in paper.pages:
        links.update(
            {names[field]: value for field, value in page.fields.items() if field in names}
        )


def _languages(paper: Paper) -> frozenset[str]:
    return frozenset(page.fields.get("language", "") for page in paper.pages)


def _in_foreign_language(paper: Paper) -> bool:
    """Tell whether an officer could not do without a translation."""
    return not _languages(paper) & (ACCEPTED_LANGUAGES | {"", "fr"})


def _gets_translation(drawn: Drawn, rng: Random) -> bool:
    """Translate a birth record that needs it, and half of those that do not."""
    if drawn.paper.type != "birth_certificate" or "fr" in _languages(drawn.paper):
        return False
    return _in_foreign_language(drawn.paper) or rng.random() < 0.5


def _translation(birth: Order, rng: Random) -> Order:
    """Order the translation: often in the file of the record itself."""
    group = birth.group or ("birth" if rng.random() < 0.5 else "")
    return Order(
        "translation", "sworn_translation", "translation", person=birth.person, group=group
    )


def joined(drawn: Sequence[Drawn]) -> tuple[tuple[Drawn, ...], ...]:
    """Gather the papers that go into one file: those of a group, where the first of them stands.

    A translation takes its birth record along.
    """
    groups: dict[str, list[Drawn]] = {}
    for number, one in enumerate(drawn):
        groups.setdefault(one.order.group or f"#{number}", []).append(one)
    translated = any(one.order.key == "translation" and one.order.group == "birth" for one in drawn)
    birth = next((key for key, members in groups.items() if members[0].order.key == "birth"), None)
    if translated and birth is not None and birth != "birth":
        members = groups.pop("birth")
        groups[birth] += [replace(member) for member in members]
    return tuple(tuple(members) for members in groups.values())
