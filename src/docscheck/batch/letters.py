"""What does an office write to a student? The same words in French and English, ready to be sent.

Two texts and one message (.eml, RFC 5322) with both, opened by mail programs as a draft; addressed
where the roster has an address. A letter says what to redo or to send. It holds no value of a
paper, not even a masked one, and no name of a file that may be somebody else's: what cannot be said
without them is said by the title of its rule. The student's name is not in it either.

Only French and English, whatever language the office reads: what a ledger holds of a report is
written in these, as its rules are, and a letter half in a third language would help nobody.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from email.message import EmailMessage
from email.policy import SMTP

from msgspec import Struct

from docscheck.batch.student_row import StudentRow
from docscheck.batch.told import ToldFinding
from docscheck.batch.words import Words
from docscheck.finding import Param, Verdict
from docscheck.foreign_text import show, visible
from docscheck.languages import OF_RULES
from docscheck.rulebook.schema import Rulebook

MESSAGES = "messages"
MESSAGE_ENDING = ".eml"
ENDINGS = (*(f".{language}.txt" for language in OF_RULES), MESSAGE_ENDING)
_MASK = "•"
_SOMEBODY_ELSES = "consistency.other_person"
_ARROW = "\n   → "
_BETWEEN = "\n\n" + "-" * 40 + "\n\n"


class Letter(Struct, frozen=True):
    """What is written to one student in one language."""

    subject: str
    text: str


class Letters:
    """Writes letters of one run."""

    def __init__(self, rulebook: Rulebook) -> None:
        """Learn the words of each language."""
        self._words = {language: Words(rulebook, language) for language in OF_RULES}

    def files(self, row: StudentRow, address: str) -> Iterator[tuple[str, bytes]]:
        """Yield the files of a student who was judged: ending and bytes."""
        letters = {language: self.letter(row, language) for language in OF_RULES}
        for language, letter in letters.items():
            yield f".{language}.txt", f"{letter.subject}\n\n{letter.text}".encode()
        yield MESSAGE_ENDING, _message(tuple(letters.values()), address)

    def letter(self, row: StudentRow, language: str) -> Letter:
        """Write one letter."""
        said = _Said(row, self._words[language])
        text = "\n\n".join(visible_lines(part) for part in said.parts())
        return Letter(visible(said.subject()), f"{text}\n")


def visible_lines(text: str) -> str:
    """Make a text of several lines visible, line by line."""
    return "\n".join(map(visible, text.split("\n")))


class _Said:
    """One letter."""

    def __init__(self, row: StudentRow, words: Words) -> None:
        self._row = row
        self._words = words
        self._unnamed = tuple(_of_others(row))
        self._things = list(dict.fromkeys(self._thing(finding) for finding in row.errors))

    def subject(self) -> str:
        return self._say("subject.ready" if self._is_ready else "subject", count=len(self._things))

    def parts(self) -> Iterator[str]:
        yield self._say("greeting")
        day = date.fromisoformat(self._row.day)
        if self._is_ready:
            yield self._say("ready", day=day)
        else:
            yield self._say("intro", day=day, count=len(self._things))
            yield "\n\n".join(f"{n}. {thing}" for n, thing in enumerate(self._things, start=1))
            yield self._say("how")
        yield self._say("officer")
        yield self._say("regards")

    @property
    def _is_ready(self) -> bool:
        return self._row.answer == Verdict.READY

    def _thing(self, finding: ToldFinding) -> str:
        """Say what was seen and what to do, on two lines."""
        if finding.rule == _SOMEBODY_ELSES:
            return _ARROW.join((self._say("somebody_elses"), self._say("somebody_elses.do")))
        language = self._words.language
        seen, todo = finding.message[language], finding.fix[language]
        if not self._may_be_said(seen):
            seen = self._words.title(("rule", finding.rule))
        if finding.document is not None and self._may_be_said(finding.document):
            seen = self._words.about(finding.document, seen)
        return f"{seen}{_ARROW}{todo}" if self._may_be_said(todo) else seen

    def _may_be_said(self, text: str) -> bool:
        return _MASK not in text and not any(name in text for name in self._unnamed)

    def _say(self, key: str, **params: Param) -> str:
        return self._words.say(f"office.letter.{key}", **params)


def _of_others(row: StudentRow) -> Iterator[str]:
    """Yield the names of files that may be somebody else's, with and without their folders."""
    paths = [mixup.side.path for mixup in row.mixups if mixup.side.path]
    paths += [f.document for f in row.errors if f.rule == _SOMEBODY_ELSES and f.document]
    for path in paths:
        yield show(path)
        yield path.rpartition("/")[2]


def _message(letters: tuple[Letter, ...], address: str) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = " / ".join(letter.subject for letter in letters)
    if address:
        message["To"] = address
    # Mail programs open it to be looked at and sent.
    message["X-Unsent"] = "1"
    message.set_content(_BETWEEN.join(letter.text for letter in letters), cte="quoted-printable")
    message["Content-Language"] = ", ".join(OF_RULES)
    return message.as_bytes()
