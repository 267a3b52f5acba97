"""The hooks, by the real pre-commit: a commit with a bad folder is refused, with a good one made.

pre-commit takes the hooks from a repository as it would take ours; only their language is another,
so that the commands of this environment are used and nothing is downloaded. The environment that it
makes itself is tried by `scripts/check_ci.sh`.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest
import yaml

from tests.ci.sample_folders import BAD, DAY, GOOD, ROOT, environment, run

HOOKS = ".pre-commit-hooks.yaml"
FOLDER = "fixtures/anna"
_WHO = {
    f"GIT_{part}_{what}": value
    for part in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Anna"), ("EMAIL", "anna@example.org"))
}


class Repository:
    """A maintainer's repository, with the hooks installed."""

    def __init__(self, home: Path) -> None:
        self.place = home / "fixtures of ours"
        self.place.mkdir()
        self._env = environment(
            home,
            PRE_COMMIT_HOME=str(home / "cache"),
            GIT_CONFIG_GLOBAL="/dev/null",
            GIT_CONFIG_NOSYSTEM="1",
            **_WHO,
        )
        source = home / "docscheck"
        source.mkdir()
        shutil.copy(ROOT / HOOKS, source)
        revision = self._made(source)
        here = {"language": "system"}
        check = {"args": [FOLDER, "--today", DAY, "--lang", "en"], "files": f"^{FOLDER}/"}
        hooks = [{"id": "docscheck", **check, **here}, {"id": "docscheck-rules", **here}]
        entry = {"repo": str(source), "rev": revision, "hooks": hooks}
        told = yaml.safe_dump({"repos": [entry]})
        (self.place / ".pre-commit-config.yaml").write_text(told, encoding="utf-8")
        self._made(self.place)
        self.git("add", ".pre-commit-config.yaml")
        assert self.run("pre-commit", "install").returncode == 0

    def run(self, *command: str) -> subprocess.CompletedProcess[str]:
        return run(command, self.place, self._env)

    def git(self, *words: str) -> str:
        done = self.run("git", *words)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def commit(self) -> subprocess.CompletedProcess[str]:
        self.git("add", "--all")
        return self.run("git", "commit", "--message", "more")

    def commits(self) -> int:
        return int(self.git("rev-list", "--count", "HEAD"))

    def lay(self, documents: Path, place: str = FOLDER) -> None:
        shutil.rmtree(self.place / place, ignore_errors=True)
        shutil.copytree(documents, self.place / place)

    def _made(self, place: Path) -> str:
        """Make a repository there with one commit of what it holds; give the commit."""
        commands: Sequence[Sequence[str]] = (
            ["init", "-q"],
            ["add", "--all"],
            ["commit", "-qm", "first"],
            ["rev-parse", "HEAD"],
        )
        said = [run(["git", *words], place, self._env) for words in commands]
        assert [done.returncode for done in said] == [0] * len(said), said
        return said[-1].stdout.strip()


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path)


def result_of(said: str, hook: str) -> str:
    """Give what pre-commit says at the end of a hook's line."""
    (line,) = (line for line in said.splitlines() if line.startswith(f"{hook}."))
    return line.rsplit(".", 1)[1]


@pytest.mark.slow
def test_a_bad_folder_is_refused_and_a_good_one_committed(repository: Repository) -> None:
    repository.lay(BAD)
    refused = repository.commit()
    assert (refused.returncode, repository.commits()) == (1, 1)
    assert result_of(refused.stderr, "docscheck check") == "Failed"
    assert "Not in the folder: Student visa or residence permit." in refused.stderr
    everything = repository.run("pre-commit", "run", "--all-files")
    assert everything.returncode == 1
    assert result_of(everything.stdout, "docscheck check") == "Failed"
    repository.lay(GOOD)
    made = repository.commit()
    assert (made.returncode, repository.commits()) == (0, 2), made.stderr
    assert result_of(made.stderr, "docscheck check") == "Passed"


def test_other_files_start_no_check(repository: Repository) -> None:
    (repository.place / "README").write_text("Fixtures.\n", encoding="utf-8")
    made = repository.commit()
    assert made.returncode == 0, made.stderr
    for hook in ("docscheck check", "docscheck rules check"):
        assert result_of(made.stderr, hook) == "(no files to check)Skipped"


def test_wrong_rules_are_refused_and_right_ones_committed(repository: Repository) -> None:
    repository.lay(ROOT / "rules", "rules")
    made = repository.commit()
    assert made.returncode == 0, made.stdout + made.stderr
    assert result_of(made.stderr, "docscheck rules check") == "Passed"
    broken = next(path for path in (repository.place / "rules").glob("*.toml"))
    broken.write_text(broken.read_text(encoding="utf-8") + "\nnot_known = 1\n", encoding="utf-8")
    refused = repository.commit()
    assert (refused.returncode, repository.commits()) == (1, 2)
    assert result_of(refused.stderr, "docscheck rules check") == "Failed"
    assert "not_known" in refused.stderr


def test_the_hooks_are_what_pre_commit_takes_and_what_is_installed(tmp_path: Path) -> None:
    env = environment(tmp_path)
    done = run(["pre-commit", "validate-manifest", ROOT / HOOKS], tmp_path, env)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    for hook in yaml.safe_load((ROOT / HOOKS).read_text(encoding="utf-8")):
        assert (hook["language"], hook["pass_filenames"]) == ("python", False)
        helped = run([*hook["entry"].split(), "--help"], tmp_path, env)
        assert helped.returncode == 0
