"""Write one PDF of every template and variant: `python -m specimens.identity OUTDIR --seed N`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from random import Random

from specimens.identity import TEMPLATES
from specimens.identity.passport import LAYOUTS
from specimens.model import Template, Wish
from specimens.people import NATIONALITIES, draw_person

_EUROPEANS = ("DEU", "ITA", "ESP", "BEL", "ROU", "POL", "PRT")


def _nationalities(template: Template, random: Random) -> Sequence[str | None]:
    if template.type == "passport":
        layout = LAYOUTS.get(template.name.removeprefix("passport_"))
        return layout.states if layout else random.sample(NATIONALITIES, 5)
    if "fra_" in template.name:
        return ("FRA",)
    if template.type == "national_id_card":
        return _EUROPEANS
    if template.type in ("ehic", "s1_form"):
        return (random.choice(_EUROPEANS),)
    return ("CAN",) if template.type == "quebec_form" else (None,)


def _wanted(random: Random) -> Iterator[tuple[Template, str, str | None]]:
    for template in TEMPLATES:
        for variant in template.variants:
            for nationality in _nationalities(template, random):
                yield template, variant, nationality


def main() -> None:
    """Draw and write everything."""
    parser = argparse.ArgumentParser(prog="specimens.identity", description=__doc__)
    parser.add_argument("outdir", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--today", type=date.fromisoformat, default=date(2026, 11, 23))
    options = parser.parse_args()
    options.outdir.mkdir(parents=True, exist_ok=True)
    random = Random(options.seed)
    for template, variant, nationality in _wanted(random):
        minor = variant == "minor_school"
        person = draw_person(random, options.today, nationality, minor)
        paper = template.draw(person, random, Wish(options.today, variant=variant))
        name = "-".join(part for part in (template.name, variant, nationality) if part)
        (options.outdir / f"{name}.pdf").write_bytes(paper.pdf)


if __name__ == "__main__":
    main()
