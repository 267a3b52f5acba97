#!/bin/sh
# Check one folder in CI and leave its reports: what action.yml and ci/gitlab.yml run.
#
# Everything comes by the environment, so that no input is ever part of a script:
#   DOCSCHECK_FOLDER    the folder to check, from where the job runs; the one that is needed
#   DOCSCHECK_REPORTS   where the reports go; docscheck-reports unless given
#   DOCSCHECK_LANG      language of the reports for people; en unless given
#   DOCSCHECK_FAIL_ON   review, not-ready or never; review unless given
#   DOCSCHECK_BASELINE  an earlier report.json: only what is new counts
#   DOCSCHECK_TODAY     the day to judge by, YYYY-MM-DD; this day unless given
#   DOCSCHECK_OPTIONS   other options of `docscheck check`, one word a line
#
# Leaves report.json, report.sarif, junit.xml and summary.md, and the exit code of `docscheck check`.
# GITHUB_OUTPUT and GITHUB_STEP_SUMMARY, where the runner gives them, get the places and the summary.
# docscheck is installed from this copy unless the machine has it already.
set -eu

root=$(cd -- "$(dirname -- "$0")/.." && pwd)
if [ -z "${DOCSCHECK_FOLDER:-}" ]; then
  echo "ci_recipe: DOCSCHECK_FOLDER, the folder to check, is not given" >&2
  exit 2
fi
reports=${DOCSCHECK_REPORTS:-docscheck-reports}
line_feed='
'
case $reports in
  -* | *"$line_feed"*)
    echo "ci_recipe: DOCSCHECK_REPORTS begins with - or has several lines" >&2
    exit 2
    ;;
esac
# docscheck would refuse to write there; here, before a folder is made for it.
nearest=$reports
while [ ! -d "$nearest" ]; do nearest=$(dirname -- "$nearest"); done
if [ -d "$DOCSCHECK_FOLDER" ]; then
  checked=$(CDPATH='' cd -- "$DOCSCHECK_FOLDER" && pwd -P)
  case $(CDPATH='' cd -- "$nearest" && pwd -P)/ in
    "$checked"/*)
      echo "ci_recipe: DOCSCHECK_REPORTS lies in the folder to check; choose a place outside" >&2
      exit 2
      ;;
  esac
fi

if ! command -v docscheck >/dev/null; then
  environment=${RUNNER_TEMP:-$root/build}/docscheck-environment
  if [ ! -x "$environment/bin/docscheck" ]; then # a job that checks two folders installs once
    sh "$root/scripts/system_packages.sh" use
    python3 -m venv "$environment"
    "$environment/bin/python" -m pip install --quiet --disable-pip-version-check "$root"
  fi
  PATH=$environment/bin:$PATH
fi

# What was there is of another run: a check that cannot start leaves no report to be taken for its own.
mkdir -p "$reports"
rm -f "$reports/report.json" "$reports/report.sarif" "$reports/junit.xml" "$reports/summary.md"

set --
while IFS= read -r word || [ -n "$word" ]; do
  [ -z "$word" ] || set -- "$@" "$word"
done <<END
${DOCSCHECK_OPTIONS:-}
END
[ -z "${DOCSCHECK_TODAY:-}" ] || set -- "$@" "--today=$DOCSCHECK_TODAY"
[ -z "${DOCSCHECK_BASELINE:-}" ] || set -- "$@" "--baseline=$DOCSCHECK_BASELINE"
shown=terminal
[ "${GITHUB_ACTIONS:-}" != true ] || shown=github

code=0
docscheck check "$@" \
  "--lang=${DOCSCHECK_LANG:-en}" "--fail-on=${DOCSCHECK_FAIL_ON:-review}" "--format=$shown" \
  "--also=json=$reports/report.json" "--also=sarif=$reports/report.sarif" \
  "--also=junit=$reports/junit.xml" "--also=markdown=$reports/summary.md" \
  -- "$DOCSCHECK_FOLDER" || code=$?

if [ -n "${GITHUB_STEP_SUMMARY:-}" ] && [ -f "$reports/summary.md" ]; then
  cat "$reports/summary.md" >>"$GITHUB_STEP_SUMMARY"
fi
if [ -n "${GITHUB_OUTPUT:-}" ]; then
  for output in json=report.json sarif=report.sarif junit=junit.xml summary=summary.md; do
    [ ! -f "$reports/${output#*=}" ] || echo "${output%%=*}=$reports/${output#*=}"
  done >>"$GITHUB_OUTPUT"
  echo "code=$code" >>"$GITHUB_OUTPUT"
fi
exit "$code"
