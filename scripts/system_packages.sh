#!/bin/sh
# Install the Debian packages that docscheck needs, or say exactly what to install.
#   use       to run it: Tesseract with French and the frequent scripts of birth records, libmagic
#   develop   also the fonts of the specimens and the browser of the tests
set -eu

# The scripts are 10 MB to download in all, and read only where French makes no sense.
scripts="tesseract-ocr-ara tesseract-ocr-fas tesseract-ocr-rus tesseract-ocr-ukr tesseract-ocr-ell
 tesseract-ocr-chi-sim tesseract-ocr-chi-tra tesseract-ocr-jpn tesseract-ocr-kor"
use="tesseract-ocr tesseract-ocr-fra $scripts libmagic1"
develop="$use tesseract-ocr-eng fontconfig fonts-ocr-b fonts-liberation fonts-dejavu-core fonts-dejavu-extra
 fonts-freefont-ttf fonts-noto-core fonts-nanum fonts-droid-fallback fonts-wqy-microhei
 fonts-crosextra-carlito fonts-crosextra-caladea fonts-roboto-unhinted fonts-open-sans fonts-lato
 fonts-dkg-handwriting fonts-breip fonts-klee chromium iproute2 git"
case "${1:-use}" in
  use) wanted="$use" ;;
  develop) wanted="$develop" ;;
  *) echo "usage: $0 use|develop" >&2; exit 2 ;;
esac

if ! command -v dpkg-query >/dev/null; then
  echo "This is not a Debian system: install Tesseract with its French data and libmagic yourself," >&2
  echo "see README.md, then run the command again. Going on." >&2
  exit 0
fi

missing=""
for package in $wanted; do
  dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing="$missing $package"
done
[ -z "$missing" ] && exit 0

if [ "$(id -u)" -eq 0 ]; then
  as_root=""
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
  as_root="sudo"
else
  echo "Missing system packages. Run this, then the command again:" >&2
  echo "    sudo apt-get install --no-install-recommends$missing" >&2
  exit 3
fi
echo "Installing:$missing"
export DEBIAN_FRONTEND=noninteractive
# A machine just started often updates itself: wait for it rather than fail.
apt="apt-get -qq -o DPkg::Lock::Timeout=600"
# shellcheck disable=SC2086 # a list of options
$as_root $apt update
# shellcheck disable=SC2086 # a list of options, a list of package names
$as_root $apt install -y --no-install-recommends $missing
