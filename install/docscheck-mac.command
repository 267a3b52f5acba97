#!/bin/sh
# docscheck, sans terminal / docscheck, without a terminal (macOS)
#
# FR  Double-cliquez. Si macOS refuse : clic droit, Ouvrir ; ou tapez « sh » et une espace dans le Terminal, faites-y
#     glisser ce fichier, puis Entrée.
#     La première fois, docscheck est installé dans votre dossier personnel. Ensuite, sa page s'ouvre aussitôt.
#     Vos documents restent sur cet ordinateur.
# EN  Double-click. If macOS refuses: right-click, Open; or type "sh" and a blank in the Terminal, drag this file
#     there, then Enter.
#     The first time, docscheck is installed in your home folder. Afterwards its page opens at once.
#     Your documents stay on this computer.
#
# In the Terminal: sh docscheck-mac.command [install | update | remove]
# Started from a copy of the sources, it installs that copy; else the published "docscheck".
# DOCSCHECK_SOURCE: what is installed instead of either: a wheel, or a copy of the sources.
# DOCSCHECK_EXTRA:  its optional part; "[web]", the page, unless given.
set -eu

sources=$(cd -- "$(dirname -- "$0")/.." && pwd)
[ -d "$sources/src/docscheck" ] || sources=docscheck
source=${DOCSCHECK_SOURCE:-$sources}
extra=${DOCSCHECK_EXTRA-[web]}
place="$HOME/Library/Application Support/docscheck"
installed=$place/installed
# A double-click knows less of where programs are than a terminal.
PATH=$PATH:/opt/homebrew/bin:/usr/local/bin

say() { # French, English
  printf '\n%s\n%s\n' "$1" "$2"
}

stop() { # French, English, and what to type
  say "$1" "$2"
  [ -z "${3:-}" ] || printf '\n    %s\n' "$3"
  if [ -t 0 ]; then
    say "Entrée pour fermer." "Enter to close."
    read -r _ || true
  fi
  exit 3
}

packages="brew install python tesseract tesseract-lang libmagic"

find_python() { # a Python of 3.11 or later; that of macOS itself is older
  for name in python3.14 python3.13 python3.12 python3.11 python3 \
    /Library/Frameworks/Python.framework/Versions/Current/bin/python3; do
    if command -v "$name" >/dev/null &&
      "$name" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
      echo "$name"
      return
    fi
  done
}

reads_french() {
  command -v tesseract >/dev/null && tesseract --list-langs 2>/dev/null | grep -qx fra
}

fill_environment() { # with this Python
  "$1" -m venv "$place/environment" &&
    "$place/environment/bin/python" -m pip install --quiet --disable-pip-version-check --upgrade "$source$extra"
}

install() {
  python=$(find_python)
  [ -n "$python" ] || stop \
    "Il manque Python 3.11 ou plus récent : prenez-le sur python.org, ou, avec Homebrew (brew.sh), tapez :" \
    "Python 3.11 or later is missing: get it from python.org or, with Homebrew (brew.sh), type:" \
    "$packages"
  say "Installation de docscheck dans $place (quelques minutes, il faut Internet)…" \
    "Installing docscheck in $place (a few minutes, needs the Internet)…"
  mkdir -p "$place"
  chmod 700 "$place"
  # What an earlier attempt left half made is made again; what works stays until the newer one does.
  [ -e "$installed" ] || rm -rf "$place/environment"
  fill_environment "$python" || stop \
    "L'installation n'a pas réussi : vérifiez la connexion à Internet, puis recommencez." \
    "The installation did not succeed: check the connection to the Internet, then start again."
  : >"$installed"
  say "docscheck est installé : gardez ce fichier, un double-clic ouvre la page." \
    "docscheck is installed: keep this file, a double-click opens the page."
}

remove() {
  rm -rf "$place"
  say "docscheck est enlevé. Vos documents n'ont pas été touchés." \
    "docscheck is gone. Your documents were not touched."
}

case "${1:-}" in
  "" | install) [ -e "$installed" ] || install ;;
  update) install ;;
  remove) remove && exit 0 ;;
  *) echo "docscheck-mac.command [install | update | remove]" >&2 && exit 2 ;;
esac

reads_french || say \
  "Pour que les photos et les scans soient lus, tapez encore ceci dans le Terminal : $packages" \
  "So that photos and scans are read, type this in the Terminal, too: $packages"
[ -z "${1:-}" ] || exit 0

say "La page de docscheck s'ouvre dans votre navigateur. Fermez cette fenêtre pour y mettre fin." \
  "The page of docscheck opens in your browser. Close this window to end it."
exec "$place/environment/bin/python" -m docscheck web
