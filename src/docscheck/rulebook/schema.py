"""What a folder of rules says, as records: types of documents, rules, requirements, profiles.

`load` makes these from TOML. They hold no judgement: thresholds are carried to the checkers as
their `Settings`, cues to `classify`, field rules to the readers.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any

from msgspec import Struct, field

from docscheck.finding import Severity


class Confidence(StrEnum):
    """How sure a fact behind a rule is (`domain.md`): only `H` may make an error."""

    HIGH = "H"
    MEDIUM = "M"
    LOW = "L"


class Bilingual(Struct, frozen=True):
    """One sentence or name in the two languages of rules."""

    fr: str
    en: str

    def in_language(self, language: str) -> str:
        """Give it in one of the languages docscheck speaks, where there is a translation."""
        if language == "fr":
            return self.fr
        # Workers read rules and say nothing: they are spared the sentences.
        from docscheck.messages import translated

        return translated(self.en, language)


class Provenance(Struct, frozen=True):
    """Where a rule comes from, when that was last checked, and how sure it is."""

    source: str
    as_of: date
    confidence: Confidence
    source_fr: str = ""
    """The source in French, where it is more than the name of a text."""

    def in_language(self, language: str) -> str:
        """Give the source; texts are named in French to French readers, else as in English."""
        return self.source_fr or self.source if language == "fr" else self.source


class Rule(Struct, frozen=True):
    """One entry of `catalogue.toml`: a rule id that findings carry."""

    id: str
    title: Bilingual
    why: Bilingual
    severity: Severity
    provenance: Provenance
    file: str
    """Rule file, relative to the rules folder, for `rules explain`."""
    never_waived: Bilingual | None = None
    """Why no waiver of this rule counts; `None` when one does."""


class CueRule(Struct, frozen=True):
    """One kind of evidence for a type of document.

    `kind` is one of
    - `title`: one of `any` stands in a heading (large, or in the upper third of the page);
    - `phrase`: at least `at_least` of `any` stand anywhere on the page;
    - `mrz`: a machine-readable zone of one of the shapes in `any`; narrowed by `states` (issuing)
      and `holders` (nationality; a leading `!` excludes);
    - `iban`: a valid IBAN is printed;
    - `card`: the picture is of card or passport-page proportions;
    - `barcode`: a 2D-Doc of one of the types in `any`;
    - `portrait`: a page that is mostly one face.
    A negative weight speaks against the type. In phrases, `inscri*` is any word that begins so and
    `validation ... visa` allows up to eight words between (`classify.phrases`).
    """

    kind: str
    weight: float
    any: tuple[str, ...] = ()
    at_least: int = 1
    states: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()


class MarkRule(Struct, frozen=True):
    """A content mark: a name for "one of these phrases is printed"; checkers ask for the name."""

    name: str
    any: tuple[str, ...]
    at_least: int = 1
    unless: tuple[str, ...] = ()
    """Phrases whose presence withdraws the mark."""


class FieldRule(Struct, frozen=True):
    """How one field of a type is read: a reader and its settings; the first that answers wins."""

    name: str
    reader: str
    settings: Any
    """The reader's own frozen `Settings`."""


class CheckRule(Struct, frozen=True):
    """One checker applied to a type, to every file, or to the folder."""

    checker: str
    settings: Any
    """The checker's own frozen `Settings`."""
    severity: Mapping[str, Severity] = field(default_factory=dict)
    """Rule id -> severity where it differs from the catalogue."""
    source: str = ""
    """Clause that replaces the catalogue's, when the type has its own."""


class DocumentType(Struct, frozen=True):
    """One file of `rules/documents/`."""

    id: str
    title: Bilingual
    provenance: Provenance
    cues: tuple[CueRule, ...]
    fields: tuple[FieldRule, ...] = ()
    marks: tuple[MarkRule, ...] = ()
    checks: Mapping[str, CheckRule] = field(default_factory=dict)
    mrz_shapes: tuple[str, ...] = ()
    """Shapes of zone this type carries; empty when it carries none."""
    two_sided: bool = False
    mrz_side: str = "front"
    """Side that carries the zone on a two-sided card."""
    coded: bool = False
    """May bear a two-dimensional barcode that is worth looking for."""
    look_alike_of: tuple[str, ...] = ()
    """Requirements this paper is often sent for, by mistake."""
    expects: Bilingual | None = None
    """For a look-alike: what to send instead."""
    follows: tuple[str, ...] = ()
    """Types of which a page like this may be a further page: right behind one of these, and with
    that type as runner-up, it does not begin a new document (the birth pages of a family book)."""
    reread: tuple[str, ...] = ()
    """Fields for whose sake a page is read once more where they were not found or hardly read; no
    officer calls it illegible for them."""
    needed: tuple[tuple[str, ...], ...] = ()
    """Groups of fields of which an officer needs one each; known where the rules are only read by
    (`load.for_reading`), from the settings of `legibility`."""


class Portal(Struct, frozen=True):
    """`portal.toml`: limits, accepted formats, reading and classifying thresholds."""

    edition: str
    provenance: Provenance
    limits: Mapping[str, float]
    """R1-R9 of `reliability.md`, by name with its unit (`max_file_bytes`, `seconds_per_file`)."""
    classify: Mapping[str, float]
    """`min_score`, `min_margin`, ... of `classify`."""
    checks: Mapping[str, CheckRule]
    """Checks of every file and every document; a type's own table overrides key by key."""
    formats: Mapping[str, str]
    """Media type -> family: `pdf`, `image`, `office`, `archive`, `text`, ..."""


class Halves(Struct, frozen=True):
    """What the two halves of the seed say of one requirement, where they differ."""

    leaflet: str
    slides: str
    """Heading and item of each, as printed; in round brackets what is not there."""
    settled: Bilingual
    """What the stages make of it."""


class RequirementRule(Struct, frozen=True):
    """One thing the portal may ask for: `requirements.toml`."""

    id: str
    title: Bilingual
    how: Bilingual
    """What exactly to provide, in one sentence."""
    types: tuple[str, ...]
    """Types that meet it; any one of them does."""
    provenance: Provenance
    in_doubt: tuple[str, ...] = ()
    """Types that some offices take and others do not: alone they leave it doubtful."""
    when: Mapping[str, str | bool] = field(default_factory=dict)
    """Conditions, as in a profile; where one does not hold it is not asked."""
    clauses: tuple[str, ...] = ()
    """The lines of the seed; where its two halves differ both are given. Empty: only other sources
    ask for it, and then it never blocks."""
    halves: Halves | None = None
    """Where leaflet and slides differ on whether it is mandatory."""


class StageRule(Struct, frozen=True):
    """What one profile is asked at one stage."""

    required: tuple[str, ...]
    """Requirement ids whose absence blocks."""
    asked: tuple[str, ...] = ()
    """Asked for, but their absence does not block this stage."""
    not_alone: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Type that is not enough by itself at this stage -> types one of which completes it; none:
    nothing does. A completing paper that is not asked of this person is not waited for."""


class ProfileRule(Struct, frozen=True):
    """One row of `domain.md` §7. `when` is a closed set of conditions, all of which must hold."""

    id: str
    title: Bilingual
    when: Mapping[str, str | bool]
    registers: bool
    """False: this person must not, or need not, register."""
    advice: Bilingual | None
    stages: Mapping[str, StageRule]
    """`registration`, `completion`, `vitale-card`."""
    provenance: Provenance
    accepts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Requirement id -> types that meet it for this person, besides the requirement's own."""


class QuestionRule(Struct, frozen=True):
    """Something to ask the student in words, when the folder does not tell it.

    It is asked only when one of `values` in the place of what is assumed would change what is
    asked of this person at this stage.
    """

    id: str
    """Case of the sentence, `profile.unknown.<id>`."""
    key: str
    """Key of the person, such as `ehic`, that is assumed or unknown."""
    values: tuple[str | bool | int, ...]
    """What the answer may be instead."""
    provenance: Provenance
    when: Mapping[str, str | bool] = field(default_factory=dict)
    """Conditions, as in a profile."""
    types: tuple[str, ...] = ()
    """Asked only when a document of one of these types is there; empty: always."""
    marks: tuple[str, ...] = ()
    """Asked only when such a document, or any one without `types`, has one of these marks."""


class Proof(Struct, frozen=True):
    """Papers one of which, sound and in the folder, shows that a step is done."""

    types: tuple[str, ...]
    number: str = ""
    """`final` or `provisional`: the social security number that has to stand on it; empty: any."""


class ChapterRule(Struct, frozen=True):
    """A chapter of the guide."""

    id: str
    title: Bilingual
    numbered: bool = False
    """Its steps are called step 1, step 2, ... as the seed does."""


class StepRule(Struct, frozen=True):
    """One step of the procedure, or one thing to know: `guide.toml`."""

    id: str
    chapter: str
    title: Bilingual
    text: Bilingual
    provenance: Provenance
    advice: bool = False
    """The advice of the profile follows the text."""
    items: tuple[Bilingual, ...] = ()
    """What the text speaks of, one by one."""
    links: tuple[str, ...] = ()
    to_do: bool = True
    """False: to know only; it has no box to tick."""
    when: Mapping[str, str | bool] = field(default_factory=dict)
    """Conditions, as in a profile; all must hold."""
    unless: tuple[Mapping[str, str | bool], ...] = ()
    """Conditions none of which may hold as a whole."""
    unknown: str = ""
    """Key of the person; the step is for those of whom it is not known."""
    registers: bool | None = None
    """For those only who register (true) or do not (false)."""
    reaches: str = ""
    """For those only whose profile has this stage."""
    asks: str = ""
    """For those only of whom this requirement is asked at some stage."""
    stage: str = ""
    """Stage it belongs to: it is behind whoever says to be further."""
    papers: str = ""
    """Stage whose requirements are listed under it."""
    papers_suffice: bool = False
    """Done as soon as the mandatory ones among them are there."""
    proof: Proof | None = None
    clauses: tuple[str, ...] = ()
    """The lines of the seed it serves, as printed."""


class GuideRule(Struct, frozen=True):
    """`guide.toml`: the whole procedure, in the order in which it is gone through."""

    chapters: tuple[ChapterRule, ...] = ()
    steps: tuple[StepRule, ...] = ()


class DeadlineRule(Struct, frozen=True):
    """One kind of day to remember: `deadlines.toml`."""

    id: str
    types: tuple[str, ...]
    """Documents on which it stands."""
    fields: tuple[str, ...]
    """Where the date is read; the first of these that was read counts."""
    provenance: Provenance
    months: int = 0
    """Added to that date."""
    closes_month: int = 0
    """For a school year: last month, of the year in which it ends, in which it counts; 0: no
    school year but a date."""
    within_days: int = 0
    """Told only when no more days are left; 0: always."""
    marks: tuple[str, ...] = ()
    """Only with one of these marks, or for whom it is the kind of visa."""
    exempt_marks: tuple[str, ...] = ()
    adults_only: bool = False
    number: str = ""
    """As in `Proof`: the social security number that has to stand on it, where one was read."""
    idle_with: tuple[str, ...] = ()
    """Types whose presence makes it idle."""
    idle_with_final_number: bool = False
    remind_days: tuple[int, ...] = ()
    """How long before the day a calendar reminds of it."""


class Rulebook(Struct, frozen=True):
    """A whole rules folder, checked."""

    portal: Portal
    catalogue: Mapping[str, Rule]
    types: Mapping[str, DocumentType]
    dossier: Mapping[str, CheckRule]
    """Checks of the whole folder, by checker id."""
    requirements: Mapping[str, RequirementRule]
    profiles: tuple[ProfileRule, ...]
    """In the order in which they are tried; the first that fits is the person's."""
    countries: Mapping[str, tuple[str, ...]]
    """Named groups of ISO 3166 alpha-3 codes: `eu_eea_ch`, `sepa`, ..."""
    questions: tuple[QuestionRule, ...] = ()
    """In the order in which they are asked."""
    guide: GuideRule = GuideRule()
    """Empty in a worker, which has no use for it."""
    deadlines: tuple[DeadlineRule, ...] = ()
    """Empty in a worker."""

    @property
    def edition(self) -> str:
        return self.portal.edition
