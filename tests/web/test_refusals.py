"""Who is answered: the browser that was let in, and nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.web.running import Run, Visitor, ask, part, running

pytestmark = pytest.mark.own_server


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Run]:
    with running(tmp_path_factory.mktemp("web")) as started:
        yield started


@pytest.fixture(scope="module")
def met() -> dict[str, Visitor]:
    return {}


@pytest.fixture
def visitor(run: Run, met: dict[str, Visitor]) -> Visitor:
    if "one" not in met:
        met["one"] = Visitor(run)
    return met["one"]


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "http://127.0.0.1:{port}", "Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "none"},
        {"Host": "localhost:{port}", "Origin": "http://localhost:{port}"},
    ],
)
def test_whoever_was_let_in_is_answered(visitor: Visitor, headers: dict[str, str]) -> None:
    named = {name: value.format(port=visitor.port) for name, value in headers.items()}
    assert visitor.ask("/", **named).status == 200


FOREIGN = [
    {"Host": "evil.example:{port}"},
    {"Host": "127.0.0.1"},
    {"Host": "127.0.0.1:1"},
    {"Host": "127.0.0.1.evil.example:{port}"},
    {"Host": "-"},
    {"Host": "127.0.0.1:{port}\nevil.example"},
    {"Origin": "http://evil.example"},
    {"Origin": "https://127.0.0.1:{port}"},
    {"Origin": "http://127.0.0.1:1"},
    {"Origin": "http://localhost:{port}"},
    {"Origin": "null"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
]


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
@pytest.mark.parametrize("path", ["/", "/progress", "/report"])
def test_a_request_of_another_place_is_refused(
    visitor: Visitor, headers: dict[str, str], path: str
) -> None:
    named = {name: value.format(port=visitor.port) for name, value in headers.items()}
    refused = visitor.ask(path, **named)
    # HTTP itself refuses a request without a host, or with two (RFC 9112, 3.2).
    unclear = named.get("Host", "") == "-" or "\n" in named.get("Host", "")
    assert refused.status == (400 if unclear else 403)
    assert visitor.key.encode() not in refused.body


@pytest.mark.parametrize("cookie", ["-", "docscheck=", "docscheck=x", "other={key}"])
@pytest.mark.parametrize("path", ["/", "/progress", "/report", "/nothing"])
def test_without_the_key_nothing_is_shown(visitor: Visitor, cookie: str, path: str) -> None:
    given = cookie.format(key=visitor.cookie.partition("=")[2])
    refused = visitor.ask(path, Cookie=given)
    assert refused.status == 403
    assert b"good once" in refused.body
    assert visitor.key.encode() not in refused.body


def test_the_address_is_good_once(run: Run, visitor: Visitor) -> None:
    again = ask(run.port, run.address.partition(str(run.port))[2])
    assert again.status == 303
    assert "set-cookie" not in again.headers
    assert ask(run.port, again.headers["location"]).status == 403


@pytest.mark.parametrize(
    "path", ["/", "/?token=", "/?token=wrong", "/?lang=fr", "/other", "/static/x"]
)
def test_another_address_is_refused(run: Run, visitor: Visitor, path: str) -> None:
    refused = ask(run.port, path)
    assert refused.status in (403, 404)
    assert visitor.room.encode() not in refused.body
    assert "set-cookie" not in refused.headers


def test_the_key_is_kept_from_scripts_other_sites_and_other_paths(tmp_path: Path) -> None:
    with running(tmp_path / "own") as other:
        path = other.address.partition(str(other.port))[2]
        # Asked for without a body, the address is not used up.
        assert "set-cookie" not in ask(other.port, path, method="HEAD").headers
        first = ask(other.port, path)
        flags = {flag.strip().lower() for flag in first.headers["set-cookie"].split(";")[1:]}
        room = first.headers["location"]
        assert {"httponly", "samesite=strict", f"path={room.lower()}"} <= flags
        assert len(room) > 12
        assert "token" not in room


@pytest.mark.parametrize("path", ["/remove", "/questions/nationality", "/stop", "/delete", "/quit"])
@pytest.mark.parametrize("key", ["", "x"])
def test_a_form_of_somebody_else_changes_nothing(visitor: Visitor, path: str, key: str) -> None:
    assert visitor.post(path, {"csrf": key} if key else {}).status == 403
    assert visitor.ask("/").status == 200


def test_files_without_the_forms_key_are_not_taken(visitor: Visitor, run: Run) -> None:
    before = run.kept_files()
    assert visitor.upload({"a.pdf": b"x"}, key="wrong").status == 400
    assert visitor.send_parts([part("files", b"x", "a.pdf")]).status == 400
    late = [part("files", b"x", "a.pdf"), part("csrf", visitor.key)]
    assert visitor.send_parts(late).status == 400
    assert run.kept_files() == before


@pytest.mark.parametrize("method", ["PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"])
def test_other_methods_are_refused(visitor: Visitor, method: str) -> None:
    given = {"Cookie": visitor.cookie, "Content-Length": "0"}
    assert ask(visitor.port, f"{visitor.room}/", given, method=method).status == 405


@pytest.mark.parametrize(
    ("path", "length"),
    [("/delete", "65537"), ("/files", "3000000000"), ("/files", "-"), ("/delete", "-")],
)
def test_too_much_and_unmeasured_are_refused(visitor: Visitor, path: str, length: str) -> None:
    given = {"Cookie": visitor.cookie, "Content-Length": length}
    refused = ask(visitor.port, visitor.room + path, given, method="POST")
    assert refused.status == 413


@pytest.mark.parametrize("path", ["/", "/progress", "/nothing"])
def test_every_answer_carries_the_policies(visitor: Visitor, path: str) -> None:
    answers = [visitor.ask(path), visitor.ask(path, Cookie="-"), visitor.ask(path, Origin="null")]
    for answer in answers:
        headers = answer.headers
        assert headers["content-security-policy"].startswith(
            "default-src 'none'; script-src 'self'"
        )
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["cache-control"] == "no-store"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert headers["cross-origin-resource-policy"] == "same-origin"
        assert headers["x-frame-options"] == "SAMEORIGIN"
        assert "server" not in headers
        assert "access-control-allow-origin" not in headers


def test_no_other_interface_is_listened_on(run: Run) -> None:
    listening = set()
    for table in ("tcp", "tcp6"):
        for line in Path(f"/proc/net/{table}").read_text().splitlines()[1:]:
            _, local, _, state = line.split()[:4]
            address, port = local.split(":")
            if state == "0A" and int(port, 16) == run.port:
                listening.add(address)
    assert listening == {"0100007F"}
