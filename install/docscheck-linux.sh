#!/bin/sh
# docscheck, sans terminal / docscheck, without a terminal (Linux)
#
# FR  Double-cliquez, ou tapez : sh docscheck-linux.sh
#     La première fois, docscheck est installé dans votre dossier personnel, sans droits d'administrateur.
#     Ensuite, sa page s'ouvre aussitôt. Vos documents restent sur cet ordinateur.
# EN  Double-click, or type: sh docscheck-linux.sh
#     The first time, docscheck is installed in your home folder, without any rights of an administrator.
#     Afterwards its page opens at once. Your documents stay on this computer.
#
#   sh docscheck-linux.sh            installer si besoin, ouvrir / install if needed, open
#   sh docscheck-linux.sh install    installer seulement / install only
#   sh docscheck-linux.sh update     installer la dernière version / install the newest version
#   sh docscheck-linux.sh remove     tout enlever / take everything away
#
# Started from a copy of the sources, it installs that copy; else the published "docscheck".
# DOCSCHECK_SOURCE: what is installed instead of either: a wheel, or a copy of the sources.
# DOCSCHECK_EXTRA:  its optional part; "[web]", the page, unless given.
set -eu

sources=$(cd -- "$(dirname -- "$0")/.." && pwd)
[ -d "$sources/src/docscheck" ] || sources=docscheck
source=${DOCSCHECK_SOURCE:-$sources}
extra=${DOCSCHECK_EXTRA-[web]}
data=${XDG_DATA_HOME:-$HOME/.local/share}
place=$data/docscheck
entry=$data/applications/docscheck.desktop
installed=$place/installed

say() { # French, English
  printf '\n%s\n%s\n' "$1" "$2"
}

stop() { # French, English, and what to type
  say "$1" "$2"
  [ -z "${3:-}" ] || printf '\n    %s\n' "$3"
  # A window that closes at once tells nothing.
  if [ -t 0 ]; then
    say "Entrée pour fermer." "Enter to close."
    read -r _ || true
  fi
  exit 3
}

packages() { # what this system needs, as one command
  if command -v apt-get >/dev/null; then
    echo "sudo apt install python3-venv tesseract-ocr tesseract-ocr-fra libmagic1"
  elif command -v dnf >/dev/null; then
    echo "sudo dnf install python3 tesseract tesseract-langpack-fra file-libs"
  elif command -v pacman >/dev/null; then
    echo "sudo pacman -S python tesseract tesseract-data-fra file"
  elif command -v brew >/dev/null; then
    echo "brew install python tesseract tesseract-lang libmagic"
  else
    echo "Python 3.11+, Tesseract (fra), libmagic"
  fi
}

find_python() { # a Python of 3.11 or later that can make environments
  for name in python3 python3.14 python3.13 python3.12 python3.11; do
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
    "Il manque Python 3.11 ou plus récent. Tapez ceci dans un terminal, puis recommencez :" \
    "Python 3.11 or later is missing. Type this in a terminal, then start again:" \
    "$(packages)"
  say "Installation de docscheck dans $place (quelques minutes, il faut Internet)…" \
    "Installing docscheck in $place (a few minutes, needs the Internet)…"
  mkdir -p "$place"
  chmod 700 "$place"
  # What an earlier attempt left half made is made again; what works stays until the newer one does.
  [ -e "$installed" ] || rm -rf "$place/environment"
  fill_environment "$python" || stop \
    "L'installation n'a pas réussi : vérifiez la connexion à Internet, puis recommencez." \
    "The installation did not succeed: check the connection to the Internet, then start again."
  cmp -s "$0" "$place/docscheck-linux.sh" || cp -- "$0" "$place/docscheck-linux.sh"
  put_in_menu
  : >"$installed"
  say "docscheck est installé ; il est aussi dans le menu des applications." \
    "docscheck is installed; it is in the menu of applications, too."
}

put_in_menu() {
  mkdir -p "$data/applications"
  # The Desktop Entry Specification: quoted, with \ before these; % is doubled.
  command=$(printf '%s' "$place/docscheck-linux.sh" | sed -e 's/[\\"`$]/\\\\&/g' -e 's/%/%%/g')
  cat >"$entry" <<END
[Desktop Entry]
Type=Application
Name=docscheck
Comment=Is my folder ready for the French student health-insurance portal?
Comment[fr]=Mon dossier est-il prêt pour le portail étudiant de l'Assurance Maladie ?
Exec=sh "$command"
Terminal=true
Categories=Utility;
END
}

remove() {
  rm -rf "$place" "$entry"
  say "docscheck est enlevé. Vos documents n'ont pas été touchés." \
    "docscheck is gone. Your documents were not touched."
}

case "${1:-}" in
  "" | install) [ -e "$installed" ] || install ;;
  update) install ;;
  remove) remove && exit 0 ;;
  *) echo "docscheck-linux.sh [install | update | remove]" >&2 && exit 2 ;;
esac

reads_french || say \
  "Pour que les photos et les scans soient lus, tapez encore ceci dans un terminal : $(packages)" \
  "So that photos and scans are read, type this in a terminal, too: $(packages)"
[ -z "${1:-}" ] || exit 0

say "La page de docscheck s'ouvre dans votre navigateur. Fermez cette fenêtre pour y mettre fin." \
  "The page of docscheck opens in your browser. Close this window to end it."
exec "$place/environment/bin/python" -m docscheck web
