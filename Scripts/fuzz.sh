#!/usr/bin/env bash
# Runs libFuzzer over each parser, from the seeds in Tests/Fuzz/Seeds and with the words in Tests/Fuzz/Dictionaries.
#   fuzz.sh [--runs N] [--seconds N] [--jobs N] [--seed N] [--hang SECONDS] [--length BYTES] [PARSER...]
# A seed makes the inputs the same in every run; --hang is how long one input may take (default 5 s); --length is how long
# an input may be (default 65536: a page of 64 KB shows all that a longer one could; short ones run ten times as often).
# What is found on the way is kept in .build/fuzz/corpus/PARSER, and goes on from there the next time; an input that
# breaks something is written to .build/fuzz/findings and its name is printed.
set -euo pipefail
cd "$(dirname "$0")/.."

runs=-1
seconds=0
jobs=1
seed=0
hang=5
length=65536
build=yes
parsers=""
while [ $# -gt 0 ]; do
  case "$1" in
    --runs) runs=$2; shift ;;
    --seconds) seconds=$2; shift ;;
    --jobs) jobs=$2; shift ;;
    --seed) seed=$2; shift ;;
    --hang) hang=$2; shift ;;
    --length) length=$2; shift ;;
    --no-build) build=no ;;
    -*) printf 'fuzz: no option %s; there are --runs, --seconds, --jobs, --seed, --hang, --length and --no-build\n' "$1" >&2; exit 2 ;;
    *) parsers="$parsers $1" ;;
  esac
  shift
done
[ -n "$parsers" ] || parsers=$(ls Tests/Fuzz/Seeds)

# Tools that run during the build are instrumented too, and leave their memory to the system.
export ASAN_OPTIONS=detect_leaks=0
# libFuzzer tells of a trap itself, and goes on to write the input down.
export SWIFT_BACKTRACE=enable=no
# The toolchain's lld links what the sanitizers need.
if [ "$build" = yes ]; then
  DATELINE_FUZZ=1 swift build -c release --product fuzz-parsers --scratch-path .build/fuzz \
    -Xswiftc -enable-testing -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld >&2
fi
program=$PWD/.build/fuzz/release/fuzz-parsers
corpus=$PWD/.build/fuzz/corpus
findings=$PWD/.build/fuzz/findings
logs=$PWD/.build/fuzz/logs
mkdir -p "$corpus" "$findings" "$logs"

fuzz_one() {
  parser=$1
  mkdir -p "$corpus/$parser" "$findings/$parser"
  status=0
  # Whoever hangs has a finding, and so has who takes 1 GB.
  dictionary=Tests/Fuzz/Dictionaries/$parser
  [ -f "$dictionary" ] || dictionary=
  DATELINE_PARSER=$parser "$program" -runs="$runs" -max_total_time="$seconds" -seed="$seed" -timeout="$hang" -rss_limit_mb=1024 \
    ${dictionary:+-dict="$dictionary"} -max_len="$length" -len_control=20 -artifact_prefix="$findings/$parser/" -print_final_stats=1 \
    "$corpus/$parser" "Tests/Fuzz/Seeds/$parser" >"$logs/$parser.log" 2>&1 || status=$?
  done_runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$logs/$parser.log" | tail -1)
  cover=$(grep -a -o 'cov: [0-9]*' "$logs/$parser.log" | tail -1 | tr -d 'cov: ' || true)
  if [ "$status" != 0 ]; then
    printf '%-16s FINDING after %s runs: %s\n' "$parser" "${done_runs:-?}" "$(grep -a -m1 -E 'ERROR|Fatal error|precondition' "$logs/$parser.log" || tail -1 "$logs/$parser.log")"
    grep -a -h 'Test unit written to' "$logs/$parser.log" || true
    return 1
  fi
  printf '%-16s %10s runs  %6s edges  no finding\n' "$parser" "${done_runs:-?}" "${cover:-?}"
}

failed=0
if [ "$jobs" -gt 1 ]; then
  export -f fuzz_one
  export runs seconds program corpus findings logs seed hang length
  printf '%s\n' $parsers | xargs -P "$jobs" -I{} bash -c 'fuzz_one {}' || failed=1
else
  for parser in $parsers; do fuzz_one "$parser" || failed=1; done
fi
exit "$failed"
