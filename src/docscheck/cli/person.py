"""Who the student is, asked once: the options that several commands share, as one parameter.

A command that is `asking` takes a `Person`; on the command line it has the options below in that
place.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, get_type_hints

import typer

from docscheck.cli.answers import typed_day, typed_state
from docscheck.cli.words import help_of

if TYPE_CHECKING:
    from docscheck.profile import Declared

DATE = "YYYY-MM-DD"
_PLACE = "person"
"""Name of the parameter that stands for all of them."""


class Stage(StrEnum):
    """How far the registration has come."""

    REGISTRATION = "registration"
    COMPLETION = "completion"
    VITALE_CARD = "vitale-card"


class Situation(StrEnum):
    """Special situations that change what is asked."""

    STUDENT = "student"
    EXCHANGE = "exchange"
    QUEBEC_EXCHANGE = "quebec_exchange"
    QUEBEC_INDIVIDUAL = "quebec_individual"
    REFUGEE = "refugee"
    ASYLUM = "asylum"
    INTERNATIONAL_ORGANISATION = "international_organisation"
    LANGUAGE_SCHOOL = "language_school"
    EMPLOYEE = "employee"


class VisaKind(StrEnum):
    """What the visa says of the stay."""

    VLS_TS = "vls_ts"
    VLS_T = "vls_t"
    SHORT_STAY = "short_stay"
    CARD_TO_REQUEST = "card_to_request"
    MINOR_SCHOOL = "minor_school"


@dataclass(frozen=True)
class Person:
    """What was typed of the student; each member is an option of that name."""

    stage: Annotated[Stage | None, typer.Option(help=help_of("stage"))] = None
    nationality: Annotated[
        str | None, typer.Option(metavar="ALPHA3", help=help_of("nationality"))
    ] = None
    birth_date: Annotated[str | None, typer.Option(metavar=DATE, help=help_of("birth_date"))] = None
    ehic: Annotated[bool | None, typer.Option("--ehic/--no-ehic", help=help_of("ehic"))] = None
    s1: Annotated[bool | None, typer.Option("--s1/--no-s1", help=help_of("s1"))] = None
    situation: Annotated[
        Situation | None, typer.Option(metavar="SITUATION", help=help_of("situation"))
    ] = None
    visa_kind: Annotated[
        VisaKind | None, typer.Option(metavar="KIND", help=help_of("visa_kind"))
    ] = None
    profile: Annotated[Path | None, typer.Option(readable=False, help=help_of("profile"))] = None

    def declared(self, folder: Path | None) -> Declared:
        """Give what the student says: the options over the profile file.

        Raises:
            UsageError: a date, a country or the profile file cannot be used.
        """
        from docscheck.profile import Declared
        from docscheck.profile_file import load_profile_file

        said = Declared(
            stage=self.stage.value if self.stage else None,
            nationality=typed_state(self.nationality),
            birth_date=typed_day(self.birth_date, "--birth-date"),
            ehic=self.ehic,
            s1=self.s1,
            situation=self.situation.value if self.situation else None,
            visa_kind=self.visa_kind.value if self.visa_kind else None,
        )
        return said.over(load_profile_file(self.profile, folder)) if self.profile else said


def asking(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a `Person` in the place of its parameter `person`."""
    names = [entry.name for entry in fields(Person)]

    @wraps(command)
    def asked(**typed: Any) -> None:
        person = Person(**{name: typed.pop(name) for name in names})
        command(**typed, **{_PLACE: person})

    signature = inspect.Signature(list(_parameters(command)))
    # Typer reads both; what `wraps` copied names the one parameter.
    vars(asked)["__signature__"] = signature
    asked.__annotations__ = {p.name: p.annotation for p in signature.parameters.values()}
    return asked


def _parameters(command: Callable[..., None]) -> Iterator[inspect.Parameter]:
    hints = get_type_hints(command, include_extras=True)
    own = get_type_hints(Person, include_extras=True)
    for parameter in inspect.signature(command).parameters.values():
        if parameter.name == _PLACE:
            for entry in fields(Person):
                yield _parameter(entry.name, entry.default, own[entry.name])
        else:
            yield _parameter(parameter.name, parameter.default, hints[parameter.name])


def _parameter(name: str, default: object, annotation: object) -> inspect.Parameter:
    kind = inspect.Parameter.KEYWORD_ONLY
    return inspect.Parameter(name, kind, default=default, annotation=annotation)
