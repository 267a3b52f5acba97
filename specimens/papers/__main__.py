"""Write one PDF for each template and variant: `python -m specimens.papers OUTDIR --seed N`."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from random import Random

from specimens.model import Template, Wish
from specimens.papers import ISSUING_STATES, TEMPLATES
from specimens.people import NATIONALITIES, draw_person


def _write(template: Template, variant: str, seed: int, today: date, folder: Path) -> None:
    rng = Random(f"{seed}/{template.name}/{variant}")
    states = [state for state in ISSUING_STATES.get(template.name, ()) if state in NATIONALITIES]
    person = draw_person(rng, today, rng.choice(states) if states else None)
    paper = template.draw(person, rng, Wish(today, variant=variant))
    name = f"{template.name}{'.' + variant if variant else ''}.pdf"
    (folder / name).write_bytes(paper.pdf)


def main() -> None:
    """Read the arguments and write the papers."""
    parser = argparse.ArgumentParser(prog="python -m specimens.papers", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", default="", help="part of the names to draw")
    parser.add_argument("--today", type=date.fromisoformat, default=date(2026, 11, 23))
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    for template in TEMPLATES:
        for variant in template.variants:
            if given.only in template.name:
                _write(template, variant, given.seed, given.today, given.folder)


if __name__ == "__main__":
    main()
