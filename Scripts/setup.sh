#!/usr/bin/env bash
# Installs what is missing from the system's packages, and nothing else.
#   setup.sh build            what a build needs
#   setup.sh build test       what the tests need as well
#   setup.sh pdf              what the helper for PDF files needs
# On Debian and Ubuntu it asks apt-get, with sudo only when not root; on macOS it names the brew packages.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

if ! command -v swift >/dev/null; then
  say "setup: no Swift toolchain found; install Swift 6.2 or later (https://www.swift.org/install) and put it on PATH"
  exit 2
fi

# Swift's C++ interoperability wants GCC's headers; other releases than Debian 12 have them in g++.
headers=g++
if [ -r /etc/os-release ] && . /etc/os-release && [ "${ID:-}${VERSION_ID:-}" = debian12 ]; then
  headers=libstdc++-12-dev
fi
debian_build="pkg-config binutils libc6-dev $headers libgraphviz-dev libxml2-dev libsqlite3-dev zlib1g-dev libarchive-dev"
debian_pdf="libpoppler-glib-dev"
debian_test="python3 python3-venv chromium firefox-esr fonts-dejavu-core fonts-liberation fonts-noto-core poppler-utils"
brew_build="pkgconf graphviz libxml2 libarchive"
brew_pdf="poppler"
brew_test="python chromium poppler"

wanted_debian=""
wanted_brew=""
for part in "$@"; do
  case "$part" in
    build) wanted_debian="$wanted_debian $debian_build"; wanted_brew="$wanted_brew $brew_build" ;;
    pdf) wanted_debian="$wanted_debian $debian_pdf"; wanted_brew="$wanted_brew $brew_pdf" ;;
    test) wanted_debian="$wanted_debian $debian_test"; wanted_brew="$wanted_brew $brew_test" ;;
    *) say "setup: no part $part; the parts are build, pdf and test"; exit 2 ;;
  esac
done

installed() { [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

if [ "$(uname -s)" = Darwin ]; then
  missing=""
  for package in $wanted_brew; do
    brew list --versions "$package" >/dev/null 2>&1 || missing="$missing $package"
  done
  if [ -n "$missing" ]; then
    say "setup: these packages are missing; install them and run make again:"
    say "  brew install$missing"
    exit 2
  fi
elif command -v apt-get >/dev/null; then
  missing=""
  for package in $wanted_debian; do installed "$package" || missing="$missing $package"; done
  if [ -n "$missing" ]; then
    say "setup: installing$missing"
    as_root=""
    if [ "$(id -u)" != 0 ]; then
      command -v sudo >/dev/null || { say "setup: not root and no sudo; run as root: apt-get install$missing"; exit 2; }
      as_root=sudo
    fi
    export DEBIAN_FRONTEND=noninteractive
    log=$(mktemp)
    if ! { $as_root apt-get update && $as_root apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends $missing; } >"$log" 2>&1; then
      tail -n 20 "$log" >&2
      say "setup: apt-get could not install$missing"
      exit 2
    fi
    rm -f "$log"
  fi
else
  say "setup: neither apt-get nor macOS; install what corresponds to these Debian packages yourself:"
  say " $wanted_debian"
fi

# The tests' Python stands in a folder of its own, at the versions that Tests/requirements.txt pins.
case " $* " in
  *" test "*)
    pinned=.venv/pinned.txt
    if ! cmp -s Tests/requirements.txt "$pinned"; then
      say "setup: making the Python environment of the tests in .venv"
      rm -rf .venv
      python3 -m venv .venv
      .venv/bin/python -m pip install --quiet --disable-pip-version-check -r Tests/requirements.txt
      cp Tests/requirements.txt "$pinned"
    fi
    ;;
esac
