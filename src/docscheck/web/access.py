"""Who may ask, and what may a page of ours do? Refusals before anything else is looked at.

Other pages of the same browser, other programs and other users of this computer reach 127.0.0.1
too. A request is answered when it names this very place (`Host`, against DNS rebinding), comes from
a page of ours or from the address line (`Origin`, Fetch Metadata `Sec-Fetch-Site`), and carries the
key that the first visit was given for the address that was printed. That address is good once.
Whatever changes something is a POST, and needs the key of the form as well. Cookies of 127.0.0.1
are sent to every port of it: so they are bound to a path that nobody else knows.

Policies: Content Security Policy level 3; Fetch Metadata (W3C); RFC 6265bis for the cookie.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from enum import StrEnum

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_COOKIE = "docscheck"
_METHODS = frozenset({"GET", "HEAD", "POST"})
_FROM_HERE = frozenset({"same-origin", "none"})
MAX_FORM_BYTES = 65_536
"""Of a form without files."""
STATIC = "/static/"
_FOR_EVERYBODY = frozenset({"/", f"{STATIC}style.css", f"{STATIC}script.js"})
"""What shows nothing and gives the key to nobody but for the address that was printed."""
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; frame-src 'self'; frame-ancestors 'none'; "
    "base-uri 'none'"
)
REPORT_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'; "
    "frame-ancestors 'self'; base-uri 'none'; sandbox"
)
"""Of the report, whose own policy names its one style sheet by its hash: both hold."""
_HEADERS = {
    "content-security-policy": POLICY,
    "cache-control": "no-store",
    # With `no-referrer` browsers send `Origin: null` with our own forms (Fetch, 3.1): no page could
    # be told from a foreign one. Nothing here leads elsewhere, and the address holds no key.
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}


class Refusal(StrEnum):
    """Why a request is not answered; `web.refusal.<name>` says it."""

    FOREIGN = "foreign"
    """It names another place, or comes from another page."""
    NO_KEY = "no_key"
    """Not the browser that was let in, or an address that is none."""
    METHOD = "method"
    LENGTH = "length"
    """A form without a length, or far too long."""


_STATUS = {Refusal.METHOD: 405, Refusal.LENGTH: 413}


class Access:
    """The keys of one run."""

    def __init__(self, port: int) -> None:
        self._hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})
        self._token = secrets.token_urlsafe(32)
        self._is_used = False
        self._cookie = secrets.token_urlsafe(32)
        self.form_key = secrets.token_urlsafe(32)
        self.room = f"/{secrets.token_urlsafe(12)}"
        """The path below which everything lies."""
        self.address = f"http://127.0.0.1:{port}/?token={self._token}"
        """What is opened in the browser."""

    def is_here(self, headers: Headers) -> bool:
        """Whether a request names this place, and comes from a page of it or from a person."""
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0] not in self._hosts:
            return False
        if any(origin != f"http://{hosts[0]}" for origin in headers.getlist("origin")):
            return False
        return all(site in _FROM_HERE for site in headers.getlist("sec-fetch-site"))

    def is_address(self, token: str) -> bool:
        """Whether this is the address that was printed."""
        return secrets.compare_digest(token.encode(), self._token.encode())

    def give_key(self, response: Response) -> None:
        """Put the key into the response, the first time; afterwards the address opens nothing."""
        if not self._is_used:
            self._is_used = True
            response.set_cookie(
                _COOKIE, self._cookie, path=f"{self.room}/", httponly=True, samesite="strict"
            )

    def has_key(self, headers: Headers) -> bool:
        """Whether a request carries the key."""
        given = [
            value
            for line in headers.getlist("cookie")
            for name, value in cookie_parser(line).items()
            if name == _COOKIE
        ]
        return any(secrets.compare_digest(v.encode(), self._cookie.encode()) for v in given)

    def is_form_key(self, given: str) -> bool:
        """Whether a form is one of ours."""
        return secrets.compare_digest(given.encode(), self.form_key.encode())


class Door:
    """The outermost layer: refuses, and puts the policies on everything that goes out."""

    def __init__(
        self,
        app: ASGIApp,
        access: Access,
        refused: Callable[[Refusal, int], Response],
        max_bytes: Callable[[str], int],
    ) -> None:
        """Stand before the app.

        Args:
            app: what answers.
            access: the keys.
            refused: makes the answer to a refusal, with its status.
            max_bytes: how much may be sent to a path.
        """
        self._app = app
        self._access = access
        self._refused = refused
        self._max_bytes = max_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        refusal = self._refusal(scope)
        if refusal is None:
            await self._app(scope, receive, sent)
        else:
            answer = self._refused(refusal, _STATUS.get(refusal, 403))
            await answer(scope, receive, sent)

    def _refusal(self, scope: Scope) -> Refusal | None:
        headers, path = Headers(scope=scope), scope["path"]
        if not self._access.is_here(headers):
            return Refusal.FOREIGN
        if scope["method"] not in _METHODS:
            return Refusal.METHOD
        if path not in _FOR_EVERYBODY and not self._access.has_key(headers):
            return Refusal.NO_KEY
        if scope["method"] == "POST":
            length = headers.get("content-length", "")
            if not length.isdecimal() or int(length) > self._max_bytes(path):
                return Refusal.LENGTH
        return None
