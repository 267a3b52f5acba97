"""The real page: `docscheck web` in a process of its own, with a temporary place of its own."""

from __future__ import annotations

import contextlib
import http.client
import os
import re
import signal
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from msgspec import Struct

from tests.cli.command import SEPARATE, TODAY

PATIENCE = 120
"""Seconds after which a test gives up, on any machine."""
SAMPLES = Path(__file__).parents[2] / "sample_docs"


class Run(Struct):
    """One run of the page."""

    process: subprocess.Popen[str]
    address: str
    temporary: Path
    """What the system's temporary place is for it."""

    @property
    def port(self) -> int:
        return urlsplit(self.address).port or 0

    def left(self) -> list[str]:
        """Give what is in its temporary place."""
        return sorted(path.name for path in self.temporary.iterdir())

    def kept_files(self) -> list[str]:
        """Give the names of all files below it."""
        return sorted(path.name for path in self.temporary.rglob("*") if path.is_file())

    def end(self, number: signal.Signals) -> int:
        """Send a signal, and give the exit code."""
        self.process.send_signal(number)
        return self.process.wait(timeout=PATIENCE)


class Answer(Struct):
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


@contextlib.contextmanager
def running(temporary: Path, *arguments: str) -> Iterator[Run]:
    """Start the page and give it when its address was printed."""
    temporary.mkdir(exist_ok=True)
    process = subprocess.Popen(
        [*SEPARATE, "web", "--no-open", *TODAY, *(arguments or ("--lang", "en"))],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "LC_ALL": "C.UTF-8", "TMPDIR": os.fspath(temporary)},
    )
    assert process.stdout is not None
    said = ""
    while not (found := re.search(r"http://\S+", said)):
        line = process.stdout.readline()
        assert line, process.communicate()
        said += line
    try:
        yield Run(process, found[0], temporary)
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


def ask(
    port: int,
    path: str,
    headers: Mapping[str, str] | None = None,
    *,
    method: str = "GET",
    body: bytes = b"",
) -> Answer:
    """Send one request with these headers, and no others but the length."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    for name, value in {"Host": f"127.0.0.1:{port}", **(headers or {})}.items():
        for one in value.split("\n"):
            if one != "-":
                connection.putheader(name, one)
    if method == "POST" and "Content-Length" not in (headers or {}):
        connection.putheader("Content-Length", str(len(body)))
    connection.endheaders(body or None)
    response = connection.getresponse()
    answer = Answer(
        response.status,
        {name.lower(): value for name, value in response.getheaders()},
        response.read(),
    )
    connection.close()
    return answer


class Visitor:
    """Somebody who was let in, without a browser."""

    def __init__(self, run: Run) -> None:
        self.port = run.port
        token = urlsplit(run.address)
        first = ask(self.port, f"/?{token.query}")
        assert first.status == 303
        self.room = first.headers["location"].rstrip("/")
        self.cookie = first.headers["set-cookie"].split(";")[0]
        found = re.search(rb'name="csrf" value="([^"]+)"', self.ask("/").body)
        assert found
        self.key = found[1].decode()

    def ask(self, path: str, **headers: str) -> Answer:
        """Ask for a path below the room."""
        return ask(self.port, self.room + path, {"Cookie": self.cookie, **headers})

    def post(self, path: str, fields: Mapping[str, str]) -> Answer:
        """Send a form."""
        body = "&".join(f"{name}={value}" for name, value in fields.items()).encode()
        kind = {"Content-Type": "application/x-www-form-urlencoded", "Cookie": self.cookie}
        return ask(self.port, self.room + path, kind, method="POST", body=body)

    def upload(self, files: Mapping[str, bytes], key: str | None = None) -> Answer:
        """Send files as a form does."""
        parts = [part("csrf", self.key if key is None else key)]
        parts += [part("files", data, name) for name, data in files.items()]
        return self.send_parts(parts)

    def send_parts(self, parts: list[bytes]) -> Answer:
        """Send the parts of a form."""
        body = b"".join(parts) + b"--edge--\r\n"
        kind = {"Content-Type": "multipart/form-data; boundary=edge", "Cookie": self.cookie}
        return ask(self.port, f"{self.room}/files", kind, method="POST", body=body)


def part(name: str, value: str | bytes, file_name: str | None = None) -> bytes:
    """Make one part of a form."""
    told = f'form-data; name="{name}"'
    if file_name is not None:
        told += f'; filename="{file_name}"'
    data = value.encode() if isinstance(value, str) else value
    return f"--edge\r\nContent-Disposition: {told}\r\n\r\n".encode() + data + b"\r\n"
