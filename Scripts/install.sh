#!/usr/bin/env bash
# install.sh BINARY PREFIX: installs binary, man page and completions under PREFIX.
# install.sh --remove PREFIX: removes them.
set -euo pipefail

if [ "$1" = --remove ]; then
  prefix=$2
else
  binary=$1
  prefix=$2
fi

# One list for both directions: where a file goes, and what of `dateline` prints it.
man=$prefix/share/man/man1/dateline.1
bash=$prefix/share/bash-completion/completions/dateline
zsh=$prefix/share/zsh/site-functions/_dateline
fish=$prefix/share/fish/vendor_completions.d/dateline.fish

if [ "$1" = --remove ]; then
  rm -f "$prefix/libexec/dateline/dateline-pdf"
  rmdir "$prefix/libexec/dateline" 2>/dev/null || true
  rm -f "$prefix/bin/dateline" "$man" "$bash" "$zsh" "$fish"
  echo "Removed dateline from $prefix"
  exit 0
fi

mkdir -p "$prefix/bin"
install -m 755 "$binary" "$prefix/bin/dateline"
# The helper that `make pdf` builds beside the binary, where it did.
helper=$(dirname "$binary")/dateline-pdf
if [ -x "$helper" ]; then
  mkdir -p "$prefix/libexec/dateline"
  install -m 755 "$helper" "$prefix/libexec/dateline/dateline-pdf"
fi
write() { # FILE ARGUMENT…
  file=$1
  shift
  mkdir -p "$(dirname "$file")"
  "$binary" "$@" >"$file.new"
  chmod 644 "$file.new"
  mv "$file.new" "$file"
}
write "$man" help --format man
write "$bash" help --format bash
write "$zsh" help --format zsh
write "$fish" help --format fish
echo "Installed $prefix/bin/dateline with its man page and completions for bash, zsh and fish"
