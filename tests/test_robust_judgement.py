"""Whatever a worker answers, a folder gets a report: odd values, empty names, impossible dates."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from docscheck.assemble import assemble
from docscheck.document import (
    Classification,
    ExaminedFile,
    Field,
    Part,
    Side,
    Source,
    Standing,
)
from docscheck.judge import Circumstances, judge
from docscheck.losses import Trouble
from docscheck.messages import LANGUAGES, Speaker
from docscheck.profile import Declared
from docscheck.rulebook.load import FIELD_NAMES, load
from docscheck.rulebook.procedure import STAGES
from tests.literal import TODAY, file, page

RULES = load()
VALUES = st.sampled_from(
    (
        *("", " ", "X", "BENALI", "Müller-Núñez", "李 小龙", "2004-05-17", "2004", "0000-00-00"),
        *("2026-02-30", "FR7630006000011234567890189", "MAR", "C", "2026-2027", "\u202e", "{0}"),
    )
)
FIELDS = st.builds(
    Field,
    name=st.sampled_from(FIELD_NAMES),
    value=VALUES,
    page=st.integers(1, 3),
    box=st.none(),
    confidence=st.floats(0, 1),
    source=st.sampled_from(Source),
    standing=st.sampled_from(Standing),
    alternatives=st.lists(VALUES, max_size=2).map(tuple),
)
TYPES = st.none() | st.sampled_from(sorted(RULES.types))
PARTS = st.builds(
    Part,
    pages=st.sampled_from([(1,), (2,), (1, 2)]),
    classification=st.builds(
        Classification, type=TYPES, score=st.floats(0, 1), runner_up=TYPES,
        runner_up_score=st.floats(0, 1),
    ),
    side=st.sampled_from(Side),
    fields=st.lists(FIELDS, max_size=8).map(tuple),
    marks=st.lists(st.sampled_from(["parents", "vls_ts", "vls_t", "short_stay"])).map(tuple),
)  # fmt: skip
FILES = st.lists(st.lists(PARTS, max_size=3), max_size=5)
PEOPLE = st.builds(
    Declared,
    stage=st.none() | st.sampled_from(STAGES),
    nationality=st.none() | st.sampled_from(["MAR", "ESP", "GBR", "DZA", "CAN", "XXB"]),
    ehic=st.none() | st.booleans(),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(parts=FILES, declared=PEOPLE, locked=st.booleans())
def test_every_folder_gets_a_report_that_can_be_said(
    parts: list[list[Part]], declared: Declared, locked: bool
) -> None:
    files: list[ExaminedFile] = [
        file(f"{n}.pdf", *found, pages=[page(1), page(2)]) for n, found in enumerate(parts)
    ]
    files += [file("locked.pdf", trouble=Trouble.ENCRYPTED)] * locked
    folder = assemble("student", files, [], RULES.types)
    assert sum(len(d.parts) for d in folder.documents) == sum(map(len, parts))
    report = judge(folder, RULES, declared, Circumstances(TODAY, debug=True))
    assert [f.id for f in report.findings] == [f"f{n + 1}" for n in range(len(report.findings))]
    for language in LANGUAGES:
        for finding in report.findings:
            assert Speaker().problem(finding.issue, language)
            assert Speaker().remedy(finding.issue, language)
        for requirement in report.requirements:
            because = requirement.because
            assert Speaker().sentence(because.sentence, because.params, language)
