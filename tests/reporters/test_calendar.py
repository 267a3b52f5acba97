"""The calendar is one: parsed again by another library, with nothing personal in it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from docscheck.deadlines import Deadline
from docscheck.foreign_text import visible
from docscheck.languages import LANGUAGES
from docscheck.messages import Speaker
from docscheck.reporters import to_calendar
from docscheck.reporters.interface import Manner, titles_of
from docscheck.rulebook.guidance import DEADLINES
from tests.literal import TODAY
from tests.reporters.reports import RULEBOOK, expired_passport, report

DAYS = tuple(
    Deadline(rule, date(2027, 3, 5) + timedelta(days=7 * n), "ehic", (f"P123456{n}.pdf",), True)
    for n, rule in enumerate(DEADLINES)
)
REMINDED = replace(DAYS[0], remind_days=(90, 14), sure=False)


def written(days: Sequence[Deadline], language: str = "fr", owner: str = "/papers") -> str:
    out = io.StringIO(newline="")
    manner = Manner(language, Speaker(titles_of(RULEBOOK)), RULEBOOK)
    to_calendar.write(days, report(expired_passport()), owner, out, manner)
    return out.getvalue()


def parsed(text: str) -> icalendar.Calendar:
    calendar = icalendar.Calendar.from_ical(text)
    assert not calendar.errors
    return calendar


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_library_reads_the_same_days(language: str) -> None:
    calendar = parsed(written(DAYS, language))
    assert calendar["VERSION"] == "2.0"
    assert "docscheck" in calendar["PRODID"]
    events = calendar.walk("VEVENT")
    assert [e.decoded("DTSTART") for e in events] == [d.day for d in DAYS]
    assert all(e.decoded("DTEND") - e.decoded("DTSTART") == timedelta(days=1) for e in events)
    assert all({"UID", "DTSTAMP", "SUMMARY", "DESCRIPTION"} <= set(e) for e in events)
    assert not any(e.errors for e in events)
    speaker = Speaker(titles_of(RULEBOOK))
    for event, day in zip(events, DAYS, strict=True):
        advice = speaker.sentence(f"deadline.{day.rule}.advice", {}, language)
        assert str(event["DESCRIPTION"]) == advice


def test_lines_end_and_fold_as_they_must() -> None:
    text = written((*DAYS, REMINDED))
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    lines = text.split("\r\n")
    assert max(len(line.encode()) for line in lines) <= 75
    assert any(line.startswith(" ") for line in lines)
    assert "" not in lines[:-1]


@given(st.text(alphabet=st.characters(exclude_categories=()), max_size=300))
def test_whatever_is_said_comes_back_as_it_can_be_seen(text: str) -> None:
    folded = to_calendar._folded(f"SUMMARY:{to_calendar._text(text)}")
    assert max(len(line.encode()) for line in folded.split("\r\n")) <= 75
    event = f"BEGIN:VEVENT\r\nUID:1\r\n{folded}END:VEVENT\r\n"
    assert str(icalendar.Event.from_ical(event)["SUMMARY"]) == visible(text)


def test_reminders_come_before_the_day_and_never_before_today() -> None:
    (event,) = parsed(written([REMINDED])).walk("VEVENT")
    triggers = [alarm.decoded("TRIGGER") for alarm in event.walk("VALARM")]
    assert triggers == [timedelta(days=-90), timedelta(days=-14)]
    soon = replace(REMINDED, day=TODAY + timedelta(days=20))
    (event,) = parsed(written([soon])).walk("VEVENT")
    assert [a.decoded("TRIGGER") for a in event.walk("VALARM")] == [timedelta(days=-14)]


def test_an_unsure_date_is_said_to_be_one() -> None:
    (event,) = parsed(written([REMINDED], "en")).walk("VEVENT")
    assert "compare it with the paper" in str(event["DESCRIPTION"])


def uids(text: str) -> list[str]:
    return [str(e["UID"]) for e in parsed(text).walk("VEVENT")]


def test_a_day_keeps_its_name_when_it_moves_and_shares_it_with_nobody() -> None:
    first = uids(written(DAYS))
    assert len(set(first)) == len(DAYS)
    moved = [replace(d, day=d.day + timedelta(days=30), sure=False) for d in DAYS]
    assert uids(written(moved, "en")) == first
    assert not set(uids(written(DAYS, owner="/papers of another"))) & set(first)


def test_the_same_folder_gives_the_same_bytes() -> None:
    assert written(DAYS) == written(DAYS)


def test_neither_the_file_nor_its_folder_is_named() -> None:
    text = written(DAYS, owner="/home/zqvortex/papers")
    assert "P123456" not in text
    assert "zqvortex" not in text
    assert "student" not in text


def test_a_folder_whose_name_is_not_text_has_its_days_too() -> None:
    assert len(uids(written(DAYS, owner="/caf\udce9"))) == len(DAYS)
