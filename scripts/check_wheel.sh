#!/bin/sh
# Build the wheel, install it in a fresh environment away from the checkout, check a sample with it.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

"${PYTHON:-python3}" -m venv "$place/environment"
"$root/.venv/bin/python" -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir "$place/dist" "$root"
"$place/environment/bin/python" -m pip install --quiet --disable-pip-version-check "$place"/dist/docscheck-*.whl
cp -r "$root/sample_docs/complete/documents" "$place/folder"
cd "$place"
"$place/environment/bin/docscheck" check folder --today 2026-11-23 --format json --output "$place/report.json"
grep -q '"verdict": "ready"' "$place/report.json"
echo "wheel: installed away from the checkout, sample folder ready"
