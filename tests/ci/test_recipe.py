"""The recipe: what GitHub and GitLab would run is run, on a folder in order and one that is not."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import pytest
import yaml
from junitparser import JUnitXml
from markdown_it import MarkdownIt

from docscheck.reporters.to_json import schema_text
from tests.ci.sample_folders import BAD, DAY, GOOD, ROOT, environment, run
from tests.cli.bad_files import certificate
from tests.untouched import untouched

ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
HEADER, JOBS = yaml.safe_load_all((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))
(JOB,) = JOBS.values()
RECIPE = (ROOT / "scripts" / "ci_recipe.sh").read_text(encoding="utf-8")
GITHUB_INPUT = re.compile(r"\$\{\{ inputs\.([\w-]+) \}\}")
GITLAB_INPUT = re.compile(r"\$\[\[ inputs\.(\w+) \]\]")
SARIF_SCHEMA = ROOT / "tests" / "schemas" / "sarif-schema-2.1.0.json"


class Done(NamedTuple):
    """What a job left."""

    code: int
    said: str
    complaints: str
    place: Path
    outputs: dict[str, str]
    summary: str


def github(home: Path, **given: str) -> Done:
    """Run the one step of the action as the runner does: inputs filled in, `sh -e`."""
    place = home / "repository"
    place.mkdir(exist_ok=True)
    (step,) = ACTION["runs"]["steps"]
    values = {name: entry.get("default", "") for name, entry in ACTION["inputs"].items()}
    values |= {name.replace("_", "-"): value for name, value in given.items()}
    filled = {
        name: GITHUB_INPUT.sub(lambda found: values[found[1]], value)
        for name, value in step["env"].items()
    }
    told, summary, script = (home / name for name in ("output", "summary", "step.sh"))
    script.write_text(step["run"], encoding="utf-8")
    env = environment(home) | filled
    env |= {"GITHUB_ACTIONS": "true", "GITHUB_ACTION_PATH": str(ROOT)}
    env |= {"GITHUB_OUTPUT": str(told), "GITHUB_STEP_SUMMARY": str(summary)}
    done = run([step["shell"], "-e", script], place, env)
    outputs = dict(line.split("=", 1) for line in told.read_text("utf-8").splitlines())
    page = summary.read_text("utf-8") if summary.exists() else ""
    return Done(done.returncode, done.stdout, done.stderr, place, outputs, page)


def gitlab(home: Path, **given: str) -> Done:
    """Run the script of the job as GitLab does: inputs filled in by text, lines by a shell."""
    place = home / "repository"
    place.mkdir(exist_ok=True)
    values = {name: entry.get("default") for name, entry in HEADER["spec"]["inputs"].items()}
    values |= given
    filled = {
        name: GITLAB_INPUT.sub(lambda found: values[found[1]], entry["value"])
        for name, entry in JOB["variables"].items()
    }
    env = environment(home) | filled
    done = run(["sh", "-e", "-c", "\n".join(JOB["script"])], place, env)
    return Done(done.returncode, done.stdout, done.stderr, place, {}, "")


def small(home: Path, name: str = "folder") -> Path:
    """A folder that is read at once; much is missing in it."""
    place = home / "repository" / name
    place.mkdir(parents=True)
    (place / "certificat_scolarite.pdf").write_bytes(certificate())
    return place


@pytest.fixture(scope="module", params=[("good", GOOD), ("bad", BAD)], ids=["good", "bad"])
def sample(request: Any, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Done]:
    """The action on a sample folder."""
    kind, folder = request.param
    home = tmp_path_factory.mktemp(kind)
    shutil.copytree(folder, home / "repository" / "fixtures" / "anna")
    with untouched(home / "repository" / "fixtures" / "anna"):
        return kind, github(home, folder="fixtures/anna", today=DAY)


@pytest.mark.slow
def test_the_action_fails_on_the_bad_folder_and_passes_on_the_good_one(
    sample: tuple[str, Done],
) -> None:
    kind, done = sample
    assert (done.code, done.complaints) == ({"good": 0, "bad": 1}[kind], "")
    assert done.outputs["code"] == str(done.code)
    assert ("::error file=fixtures/anna,title=" in done.said) is (kind == "bad")


@pytest.mark.slow
def test_what_it_leaves_is_valid_and_read_again(sample: tuple[str, Done]) -> None:
    kind, done = sample
    reports = {
        name: done.place / done.outputs[name] for name in ACTION["outputs"].keys() - {"code"}
    }
    told = json.loads(reports["json"].read_text(encoding="utf-8"))
    jsonschema.validate(told, json.loads(schema_text()))
    assert told["verdict"] == {"good": "ready", "bad": "not_ready"}[kind]
    schema = json.loads(SARIF_SCHEMA.read_text(encoding="utf-8"))
    jsonschema.validate(json.loads(reports["sarif"].read_text(encoding="utf-8")), schema)
    suites = JUnitXml.fromfile(str(reports["junit"]))
    assert (suites.failures > 0) is (kind == "bad")
    assert suites.errors == 0
    assert done.summary == reports["summary"].read_text(encoding="utf-8")
    heading, text = MarkdownIt().parse(done.summary)[:2]
    assert (heading.tag, "anna" in text.content) == ("h2", True)
    read = run(
        ["sarif", "--check", "error", "summary", reports["sarif"]],
        done.place,
        environment(done.place),
    )
    assert (read.returncode > 0) is (kind == "bad"), read.stderr


def test_gitlab_runs_the_same(tmp_path: Path) -> None:
    small(tmp_path)
    done = gitlab(tmp_path, folder="folder", today=DAY, source=str(ROOT))
    assert (done.code, done.complaints) == (1, "")
    assert done.said.startswith("Not ready: ")
    report = GITLAB_INPUT.sub("docscheck-reports", JOB["artifacts"]["reports"]["junit"])
    assert JUnitXml.fromfile(str(done.place / report)).failures > 0


def test_gitlab_clones_what_is_not_there(tmp_path: Path) -> None:
    small(tmp_path)
    source = tmp_path / "source"
    (source / "scripts").mkdir(parents=True)
    shutil.copy(ROOT / "scripts" / "ci_recipe.sh", source / "scripts")
    env = environment(tmp_path, GIT_CONFIG_GLOBAL="/dev/null")
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    for words in (["init", "-q", "-b", "v1"], ["add", "."], [*who, "commit", "-qm", "recipe"]):
        assert run(["git", *words], source, env).returncode == 0
    done = gitlab(tmp_path, folder="folder", source=source.as_uri(), revision="v1", fail_on="never")
    assert (done.code, done.complaints) == (0, "")


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"fail_on": "never"}, 0),
        ({"options": "--quiet\n--nationality\nMAR\n"}, 1),
        ({"lang": "xx"}, 2),
        ({"folder": "nowhere"}, 2),
        ({"folder": ""}, 2),
        ({"reports": "a\ncode=0"}, 2),
        ({"reports": "folder/inside"}, 2),
    ],
)
def test_inputs_are_heeded(more: Mapping[str, str], code: int, tmp_path: Path) -> None:
    folder = small(tmp_path)
    (tmp_path / "output").touch()
    with untouched(folder):
        done = github(tmp_path, **{"folder": "folder", "today": DAY, **more})
    assert done.code == code, done.complaints
    assert done.outputs.get("code", str(code)) == str(code)
    assert (done.complaints == "") is (code != 2)
    assert ("sarif" in done.outputs) is (code != 2)


def test_a_baseline_lets_only_what_is_new_fail(tmp_path: Path) -> None:
    folder = small(tmp_path)
    first = github(tmp_path, folder="folder", today=DAY, reports="before")
    known = {"folder": "folder", "today": DAY, "baseline": first.outputs["json"]}
    assert (first.code, github(tmp_path, **known).code) == (1, 0)
    (folder / "empty.pdf").touch()
    again = github(tmp_path, **known)
    assert again.code == 1
    assert [line for line in again.said.splitlines() if line.startswith("::error")] != []
    assert "folder/empty.pdf" in again.said
    assert "certificat" not in again.said


def test_a_report_of_before_is_not_taken_for_one_of_now(tmp_path: Path) -> None:
    small(tmp_path)
    assert "sarif" in github(tmp_path, folder="folder", today=DAY).outputs
    (tmp_path / "output").write_text("", encoding="utf-8")
    done = github(tmp_path, folder="nowhere", today=DAY)
    assert done.outputs == {"code": "2"}


@pytest.mark.parametrize("make", [github, gitlab])
def test_an_input_is_never_part_of_a_script(make: Any, tmp_path: Path) -> None:
    name = "-$(touch pwned)`touch pwned`; touch pwned; \"'&& touch pwned #"
    small(tmp_path, name)
    more = {"source": str(ROOT)} if make is gitlab else {}
    done = make(tmp_path, folder=name, today=DAY, reports=f"r {name.lstrip('-')}", **more)
    assert (done.code, done.complaints) == (1, "")
    told = done.place / f"r {name.lstrip('-')}" / "report.json"
    assert json.loads(told.read_text(encoding="utf-8"))["dossier"] == name
    assert not list(tmp_path.rglob("pwned"))


def test_every_input_is_used_by_the_environment_alone() -> None:
    (step,) = ACTION["runs"]["steps"]
    used = [name for value in step["env"].values() for name in GITHUB_INPUT.findall(value)]
    assert sorted(used) == sorted(ACTION["inputs"])
    assert "${{" not in step["run"]
    inputs = HEADER["spec"]["inputs"]
    assert set(GITLAB_INPUT.findall(json.dumps(JOBS))) == set(inputs)
    assert "$[[" not in "".join(JOB["script"])
    assert all(entry["expand"] is False for entry in JOB["variables"].values())
    for given in (step["env"], JOB["variables"]):
        assert all(re.search(rf"\b{name}\b", RECIPE + "".join(JOB["script"])) for name in given)


def test_both_have_the_same_inputs_and_scripts_that_exist() -> None:
    here = {
        name.replace("-", "_"): entry.get("default") for name, entry in ACTION["inputs"].items()
    }
    there = {name: entry.get("default") for name, entry in HEADER["spec"]["inputs"].items()}
    assert here.items() <= there.items()
    (step,) = ACTION["runs"]["steps"]
    for text in (step["run"], *JOB["script"]):
        scripts = re.findall(r"/(scripts/[\w.]+)", text)
        assert scripts
        assert all((ROOT / script).is_file() for script in scripts)
