"""Papers drawn for a test and put through the whole pipeline: bytes in, findings and sentences out.

In one process, with the shipped rules; names are invented and the papers are marked SPECIMEN.
"""

from __future__ import annotations

import hashlib
import io
from functools import cache
from random import Random

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from docscheck.assemble import assemble
from docscheck.document import ExaminedFile, SourceFile
from docscheck.examine import Examiner
from docscheck.finding import Finding
from docscheck.judge import Circumstances, judge
from docscheck.messages import LANGUAGES, Speaker
from docscheck.profile import Declared
from docscheck.report import Report
from docscheck.reporters.interface import titles_of
from docscheck.rulebook.load import load, packaged_rules, read
from docscheck.worker.protocol import Setup
from specimens.folders.shelf import templates
from specimens.model import Wish
from specimens.people import draw_person
from tests.literal import TODAY

RULEBOOK = load()
SPEAKER = Speaker(titles_of(RULEBOOK))


@cache
def examiner() -> Examiner:
    """Give one warm reader for all tests."""
    return Examiner(Setup(read(packaged_rules()), "auto", TODAY))


def pdf(heading: str, lines: str, size: float = 10) -> bytes:
    """Print one A4 page: a heading, and lines of text below it."""
    stream = io.BytesIO()
    page = Canvas(stream, pagesize=A4, invariant=1)
    page.setFont("Helvetica-Bold", 16)
    page.drawString(25 * mm, 265 * mm, heading)
    page.setFont("Helvetica", size)
    for number, line in enumerate(lines.strip().split("\n")):
        page.drawString(25 * mm, (250 - 8 * number) * mm, line)
    page.setFont("Helvetica", 7)
    page.drawString(25 * mm, 12 * mm, "SPECIMEN")
    page.save()
    return stream.getvalue()


def specimen(
    name: str,
    seed: int = 3,
    nationality: str | None = None,
    minor: bool = False,
    **wishes: object,
) -> bytes:
    """Print a specimen of the collection by the name of its template, for the person of a seed."""
    (template,) = (t for t in templates() if t.name == name)
    person = draw_person(Random(seed), TODAY, nationality, minor)
    wish = Wish(TODAY, **wishes)  # type: ignore[arg-type]  # names are those of Wish
    return template.draw(person, Random(seed), wish).pdf


def scanned(paper: bytes, dpi: int = 150) -> bytes:
    """Give the pages of a PDF as grey pictures in a PDF, as a scanner makes it."""
    pages = [
        page.render(scale=dpi / 72).to_pil().convert("L") for page in pypdfium2.PdfDocument(paper)
    ]
    stream = io.BytesIO()
    pages[0].save(stream, "PDF", resolution=dpi, save_all=True, append_images=pages[1:])
    return stream.getvalue()


def report_on(papers: dict[str, bytes], declared: Declared | None = None) -> Report:
    """Read and judge a folder of files, by name."""
    files = [_examined(path, data) for path, data in papers.items()]
    folder = assemble("student", files, (), RULEBOOK.types)
    return judge(folder, RULEBOOK, declared or Declared(), Circumstances(TODAY))


def _examined(path: str, data: bytes) -> ExaminedFile:
    extension = path.rpartition(".")[2]
    reply = examiner().examine(data, extension)
    digest = hashlib.sha256(data).hexdigest()
    source = SourceFile(path, len(data), digest, reply.media_type, extension)
    return ExaminedFile(source, reply.examined)


def told(report: Report, prefix: str) -> list[str]:
    """Give `rule.case` of every finding whose rule begins so, once each, and speak all of them."""
    found = [f for f in report.findings if f.rule.startswith(prefix)]
    assert all(spoken(finding) for finding in found)
    return list(dict.fromkeys(_name(finding) for finding in found))


def spoken(finding: Finding) -> tuple[str, ...]:
    """Say the problem and the remedy in both languages."""
    say = (SPEAKER.problem, SPEAKER.remedy)
    return tuple(part(finding.issue, language) for language in LANGUAGES for part in say)


def _name(finding: Finding) -> str:
    return ".".join(filter(None, (finding.rule, finding.issue.case)))


def types_in(report: Report) -> list[str | None]:
    """Give the types of the documents, in their order."""
    return [document.type for document in report.documents]
