"""What the source never does: run text as code, follow a shell, speak to a network (T11)."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "docscheck"
FORBIDDEN_CALLS = {
    *("eval", "exec", "compile", "__import__", "execfile"),
    *("os.system", "os.popen", "os.startfile", "os.execv", "os.execve", "os.execvp", "os.spawnv"),
    *("yaml.load", "yaml.unsafe_load", "yaml.full_load"),
    *("subprocess.getoutput", "subprocess.getstatusoutput"),
    *("tempfile.mktemp",),
}
FORBIDDEN_METHODS = {"extractall", "extract", "unpack_archive", "allow_pickle", "from_markup"}
MATCHES_WORDS = {"process.extract"}
"""RapidFuzz."""
FORBIDDEN_MODULES = {
    *(
        "pickle",
        "cPickle",
        "dill",
        "cloudpickle",
        "joblib",
        "shelve",
        "marshal",
        "yaml",
        "jsonpickle",
    ),
    *("requests", "urllib3", "httpx", "aiohttp", "http", "ftplib", "smtplib", "imaplib", "poplib"),
    *("telnetlib", "nntplib", "xmlrpc", "socketserver", "asyncio", "ssl", "webbrowser", "pty"),
    *("distributed", "dask", "fsspec", "s3fs", "aiobotocore"),
    *("sentry_sdk", "posthog", "opentelemetry", "code", "codeop", "imp", "runpy"),
}
MAY_USE_SOCKETS = {"check.py", "executors/nursery.py", "worker/__main__.py"}
"""Pairs of connected sockets between processes of ours: never an address."""
LISTENS = "web/service.py"
"""The page of `docscheck web`: on this computer alone."""
OPENS_ITS_OWN_PAGE = {("cli/web.py", "webbrowser")}
CALLS_WHAT_WAS_TYPED = {
    ("batch/cluster_link.py", "distributed"),
    ("batch/cluster_worker.py", "distributed"),
    ("batch/remote.py", "fsspec.core"),
}
"""The one exception to "no network": addresses that somebody gives to `batch`, as ROOT or with
`--cluster`; and what answers there is a worker that somebody started."""
MAY_START_PROCESSES = {
    *("executors/nursery.py", "executors/processes.py"),
    "executors/guard.py",  # outlives this process to wipe what it used
}
SOCKET_NAMES = {"socketpair", "send_fds", "recv_fds", "socket", "SHUT_RDWR"}
"""`socket.socket` is the type, and the one inherited by its number."""


def trees() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        yield path.relative_to(SOURCE).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def nodes() -> Iterator[tuple[str, ast.AST]]:
    for path, tree in trees():
        for node in ast.walk(tree):
            yield path, node


def modules_of(node: ast.AST) -> set[str]:
    if isinstance(node, ast.Import):
        return {alias.name for alias in node.names}
    if isinstance(node, ast.ImportFrom) and node.module and not node.level:
        return {node.module}
    return set()


def test_no_text_becomes_code_and_no_archive_is_unpacked_by_its_names() -> None:
    found = [
        f"{path}:{node.lineno}: {ast.unparse(node.func)}"
        for path, node in nodes()
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) not in MATCHES_WORDS
        and (
            ast.unparse(node.func) in FORBIDDEN_CALLS
            or (isinstance(node.func, ast.Attribute) and node.func.attr in FORBIDDEN_METHODS)
            or any(k.arg in ("allow_pickle",) for k in node.keywords)
        )
    ]
    assert found == []


def test_no_shell_is_asked() -> None:
    found = [
        f"{path}:{node.lineno}"
        for path, node in nodes()
        if isinstance(node, ast.Call)
        # This one writes the script of a shell, and asks none.
        and not ast.unparse(node.func).endswith(".get_completion_script")
        and any(
            k.arg == "shell" and not (isinstance(k.value, ast.Constant) and k.value.value is False)
            for k in node.keywords
        )
    ]
    assert found == []


def test_processes_are_started_in_one_room() -> None:
    found = {path for path, node in nodes() if "subprocess" in modules_of(node)}
    assert found <= MAY_START_PROCESSES
    assert found


def test_no_module_is_imported_that_unpickles_or_speaks_to_a_network() -> None:
    found = {
        (path, name)
        for path, node in nodes()
        for name in modules_of(node)
        if name.split(".")[0] in FORBIDDEN_MODULES
        or name in ("urllib.request", "urllib.robotparser")
    }
    assert found == OPENS_ITS_OWN_PAGE | CALLS_WHAT_WAS_TYPED


def test_one_room_answers_requests_and_nobody_outside_this_computer() -> None:
    serving = {"starlette", "uvicorn", "python_multipart"}
    users = {
        path for path, node in nodes() for name in modules_of(node) if name.split(".")[0] in serving
    }
    assert {path.split("/")[0] for path in users} == {"web"}
    tree = dict(trees())[LISTENS]
    bound = [
        ast.unparse(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("bind", "connect", "create_server")
    ]
    assert bound == ["listening.bind((_HOST, port))"]
    assert "_HOST = '127.0.0.1'" in {ast.unparse(node) for node in tree.body}
    # The server takes the socket it is given, and binds none of its own.
    run = (
        "threading.Thread(target=self._server.run, kwargs={'sockets': [self._socket]}, daemon=True)"
    )
    assert run in ast.unparse(tree)


def test_sockets_are_pairs_between_our_own_processes() -> None:
    users = {path for path, node in nodes() if "socket" in modules_of(node)} - {LISTENS}
    assert users <= MAY_USE_SOCKETS
    used = {
        node.attr
        for path, node in nodes()
        if path in users
        and isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "socket"
    }
    assert used <= SOCKET_NAMES
    addressed = {"connect", "connect_ex", "bind", "listen", "accept", "sendto", "create_connection"}
    assert not [
        f"{path}:{node.lineno}"
        for path, node in nodes()
        if path in users and isinstance(node, ast.Attribute) and node.attr in addressed
    ]


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["--version"]])
def test_a_light_command_loads_nothing_that_speaks_to_a_network(arguments: list[str]) -> None:
    script = (
        f"import sys; sys.argv = ['docscheck', *{arguments}]\n"
        "from docscheck.__main__ import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "print('LOADED', *sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.rpartition("LOADED")[2].split())
    assert "docscheck" in loaded
    # The interpreter itself has these.
    own = {"marshal", "code", "codeop", "runpy"}
    assert loaded & (FORBIDDEN_MODULES - own | {"urllib.request"}) == set()
