#!/bin/sh
# Let pre-commit make the hooks' environment out of this copy, then the recipe do the same with nothing installed
# before: with each of them a bad sample folder fails and a good one passes.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
pre_commit=$root/.venv/bin/pre-commit
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
export PRE_COMMIT_HOME="$place/cache" GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
export GIT_AUTHOR_NAME=docscheck GIT_AUTHOR_EMAIL=docscheck@example.org
export GIT_COMMITTER_NAME=docscheck GIT_COMMITTER_EMAIL=docscheck@example.org

keep() { # all of a folder, as one commit
  git -C "$1" init -q
  git -C "$1" add --all
  git -C "$1" commit -qm "as it is"
}

lay() { # a sample folder
  rm -rf "$place/repository/anna"
  cp -r "$root/sample_docs/$1/documents" "$place/repository/anna"
}

ends_with() { # code, command...
  wanted=$1 code=0
  shift
  "$@" >"$place/said" 2>&1 || code=$?
  [ "$code" -eq "$wanted" ] || { cat "$place/said"; echo "$* ended with $code, not $wanted"; exit 1; } >&2
}

mkdir "$place/source" "$place/repository"
for part in src rules man scripts pyproject.toml README.md LICENSE CHANGELOG.md .gitignore .pre-commit-hooks.yaml; do
  cp -r "$root/$part" "$place/source"
done
keep "$place/source"

cat >"$place/repository/.pre-commit-config.yaml" <<END
repos:
  - repo: $place/source
    rev: $(git -C "$place/source" rev-parse HEAD)
    hooks:
      - id: docscheck
        args: [anna, --today, "2026-11-23", --lang, en]
        files: ^anna/
END
lay missing_visa
keep "$place/repository"
cd "$place/repository"
ends_with 1 "$pre_commit" run --all-files
grep -q "Not in the folder: Student visa or residence permit" "$place/said"
lay complete
git add --all
ends_with 0 "$pre_commit" run --all-files
echo "pre-commit: environment made from the copy, a bad folder fails, a good one passes"

# The machine's own commands alone, and no docscheck among them.
PATH=$(dirname "$(command -v python3)"):/usr/local/bin:/usr/bin:/bin
RUNNER_TEMP=$place/runner DOCSCHECK_FOLDER=anna DOCSCHECK_TODAY=2026-11-23
export PATH RUNNER_TEMP DOCSCHECK_FOLDER DOCSCHECK_TODAY
mkdir "$RUNNER_TEMP"
ends_with 0 sh "$place/source/scripts/ci_recipe.sh"
test -x "$RUNNER_TEMP/docscheck-environment/bin/docscheck"
lay missing_visa
ends_with 1 sh "$place/source/scripts/ci_recipe.sh"
grep -q '"verdict": "not_ready"' docscheck-reports/report.json
echo "recipe: installed by itself, a bad folder fails, a good one passes"
