"""`docscheck web`: what stops it before a page is there."""

from __future__ import annotations

import socket
import subprocess
import sys

import pytest

from tests.cli.command import docscheck


@pytest.mark.parametrize("missing", ["starlette", "uvicorn", "python_multipart"])
def test_without_the_extra_it_says_what_to_type(missing: str) -> None:
    code = (
        f"import sys\nsys.modules[{missing!r}] = None\n"
        "sys.argv = ['docscheck', 'web', '--lang', 'en']\n"
        "from docscheck.__main__ import main\nmain()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (3, "")
    assert 'Type: pip install "docscheck[web]"' in done.stderr


def test_a_port_that_is_taken_is_named() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = docscheck("web", "--no-open", "--port", str(port))
    assert (done.returncode, done.stdout) == (2, "")
    assert f"This port cannot be used: {port}" in done.stderr


@pytest.mark.parametrize("port", ["0", "80", "70000", "x"])
def test_a_port_that_is_none_is_a_wrong_argument(port: str) -> None:
    assert docscheck("web", "--no-open", "--port", port).returncode == 2


def test_wrong_rules_stop_it_before_a_page_is_there() -> None:
    done = docscheck("web", "--no-open", "--rules", "/nowhere")
    assert (done.returncode, done.stdout) == (2, "")
