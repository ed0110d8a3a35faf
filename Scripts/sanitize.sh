#!/usr/bin/env bash
# Runs the tests under the address sanitizer, then under the thread sanitizer, each in a build of its own.
set -euo pipefail
cd "$(dirname "$0")/.."
# XCTest itself leaks a few hundred bytes, so leaks are looked for elsewhere; the toolchain's lld links ASan.
ASAN_OPTIONS=detect_leaks=0 swift test --sanitize=address -Xswiftc -use-ld=lld \
  --scratch-path .build/address
swift test --sanitize=thread --scratch-path .build/thread
