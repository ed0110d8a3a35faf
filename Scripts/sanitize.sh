#!/usr/bin/env bash
# Runs the tests under the address sanitizer, then under the thread sanitizer, each in a build of its own.
#   sanitize.sh [address|thread] [FILTER]
# The sanitized program takes many times as long; FILTER runs some of the tests, as `swift test --filter` does.
set -euo pipefail
cd "$(dirname "$0")/.."

which=${1:-address thread}
filter=${2:-}
# Leaks are looked for elsewhere: XCTest has some of its own, and what a global holds through a tagged pointer, as a
# template's nodes, is told for one. The options go on to the program that the tests start.
export ASAN_OPTIONS=detect_leaks=0
export TSAN_OPTIONS="suppressions=$PWD/Scripts/sanitize-thread.supp"

# A test that bounds the address space leaves a sanitizer no room for its shadow, and one that bounds the size of files
# leaves the thread sanitizer none.
skipped="aHugeLineIsPassedOverInBoundedMemory|aFullDiskLeaves"

for sanitizer in $which; do
  # The toolchain's lld links the address sanitizer.
  linker=""
  [ "$sanitizer" = thread ] || linker="-Xswiftc -use-ld=lld"
  swift test --sanitize="$sanitizer" $linker --scratch-path ".build/$sanitizer" --skip "$skipped" ${filter:+--filter "$filter"}
done
