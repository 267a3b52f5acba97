"""A real Dask cluster and a real S3 server, as separate processes on 127.0.0.1."""

from __future__ import annotations

import http.client
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from msgspec import Struct

from tests.resilience.running import PATIENCE

_HERE = "127.0.0.1"
_ADDRESS = re.compile(r"Scheduler at: +(tcp://127\.0\.0\.1:\d+)")
_PORT = re.compile(r"Running on http://127\.0\.0\.1:(\d+)")
_GET = re.compile(r'"GET (/\S*) HTTP')
KEYS = {
    "AWS_ACCESS_KEY_ID": "fictitious",
    "AWS_SECRET_ACCESS_KEY": "fictitious",
    "AWS_DEFAULT_REGION": "us-east-1",
}
BUCKET = "offices"
_SIGNED = {
    "Authorization": "AWS4-HMAC-SHA256 Credential=fictitious/20261123/us-east-1/s3/aws4_request,"
    " SignedHeaders=host, Signature=0"
}
"""The server looks at who asks, and believes the signature."""


class Program(Struct):
    """A process of ours and what it says."""

    process: subprocess.Popen[bytes]
    log: Path

    def said(self, pattern: re.Pattern[str]) -> str:
        """Wait until it says something of this form, and give what stands in the brackets."""
        deadline = time.monotonic() + PATIENCE
        while (found := pattern.search(self.log.read_text(encoding="utf-8"))) is None:
            assert self.process.poll() is None, self.log.read_text(encoding="utf-8")
            assert time.monotonic() < deadline
            _wait(self.process, 0.02)
        return found[1]


class Cluster(Struct):
    """A scheduler and its workers."""

    place: Path
    address: str
    env: Mapping[str, str]
    scheduler: Program
    workers: list[Program]

    def add(self, count: int, *options: str) -> list[Program]:
        """Start workers, of one thread each, and wait until they are known."""
        common = ["--nthreads", "1", "--host", _HERE, "--no-dashboard", *options]
        command = ["dask_worker", self.address, *common]
        more = [
            program(command, self.place / f"worker-{len(self.workers) + number}", self.env)
            for number in range(count)
        ]
        self.workers += more
        for worker in more:
            worker.said(re.compile(r"(Registered to:)"))
        return more

    def logs(self) -> str:
        """Give all that was ever said."""
        return "".join(p.log.read_text(encoding="utf-8") for p in (self.scheduler, *self.workers))


@contextmanager
def cluster(
    place: Path, workers: int, *options: str, env: Mapping[str, str] | None = None
) -> Iterator[Cluster]:
    """Run a scheduler and so many workers; without `--nanny` among the options nobody restarts."""
    place.mkdir(parents=True, exist_ok=True)
    command = ["dask_scheduler", "--host", _HERE, "--port", "0", "--no-dashboard"]
    scheduler = program(command, place / "scheduler", env or {})
    running = Cluster(place, "", env or {}, scheduler, [])
    try:
        running.address = scheduler.said(_ADDRESS)
        if workers:
            running.add(workers, *(options or ("--no-nanny",)))
        yield running
    finally:
        for one in (*running.workers, scheduler):
            one.process.kill()
            one.process.wait()


class Store(Struct):
    """An S3 server with one bucket."""

    port: int
    program: Program

    @property
    def env(self) -> dict[str, str]:
        """What tells clients of S3 where it is."""
        return {**KEYS, "AWS_ENDPOINT_URL": f"http://{_HERE}:{self.port}"}

    def put(self, key: str, data: bytes) -> None:
        """Store an object under any name."""
        self.ask("PUT", f"/{BUCKET}/{quote(key, safe='')}", data)

    def ask(self, method: str, path: str, data: bytes = b"") -> None:
        """Ask for something that has to be done."""
        connection = http.client.HTTPConnection(_HERE, self.port)
        connection.request(method, path, data, _SIGNED)
        status = connection.getresponse().status
        connection.close()
        assert status in (200, 204), (method, path, status)

    def copy(self, root: Path, prefix: str) -> str:
        """Store all files of the folders below `root`, and give their address."""
        for path in sorted(root.rglob("*")):
            if path.is_file():
                self.put(f"{prefix}/{path.relative_to(root).as_posix()}", path.read_bytes())
        return f"s3://{BUCKET}/{prefix}"

    def fetched(self) -> list[str]:
        """Give every object that was ever fetched; lists of names do not count."""
        asked = _GET.findall(self.program.log.read_text(encoding="utf-8"))
        return [path for path in asked if "?" not in path and path.count("/") > 1]


@contextmanager
def store(place: Path) -> Iterator[Store]:
    """Run an S3 server."""
    place.mkdir(parents=True, exist_ok=True)
    command = ["moto.server", "-H", _HERE, "-p", "0"]
    serving = program(command, place / "s3", {}, module="")
    try:
        running = Store(int(serving.said(_PORT)), serving)
        running.ask("PUT", f"/{BUCKET}")
        yield running
    finally:
        serving.process.kill()
        serving.process.wait()


def program(
    command: list[str], place: Path, env: Mapping[str, str], module: str = "distributed.cli."
) -> Program:
    """Start a module of Python in a folder of its own."""
    place.mkdir()
    name, *arguments = command
    log = place / "log"
    with log.open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", f"{module}{name}", *arguments],
            stdout=said,
            stderr=said,
            cwd=place,
            env={**os.environ, **env, "HOME": str(place)},
        )
    return Program(process, log)


def _wait(process: subprocess.Popen[bytes], seconds: float) -> None:
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return
