#!/bin/sh
# Build the wheel, install it away from the checkout with the file for Linux, check a sample with it.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

"$root/.venv/bin/python" -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir "$place/dist" "$root"
XDG_DATA_HOME=$place/data
DOCSCHECK_SOURCE=$(echo "$place"/dist/docscheck-*.whl)
export XDG_DATA_HOME DOCSCHECK_SOURCE
sh "$root/install/docscheck-linux.sh" install </dev/null
environment=$XDG_DATA_HOME/docscheck/environment
cp -r "$root/sample_docs/complete/documents" "$place/folder"
cd "$place"
"$environment/bin/docscheck" check folder --today 2026-11-23 --format json --output "$place/report.json"
grep -q '"verdict": "ready"' "$place/report.json"
test -f "$environment/share/man/man1/docscheck.1" && test -f "$environment/share/man/fr/man1/docscheck.1"
sh "$root/install/docscheck-linux.sh" remove
test -z "$(find "$XDG_DATA_HOME" -type f)"
echo "wheel: installed away from the checkout, sample folder ready, manual there, removed again"
