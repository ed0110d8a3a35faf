#!/usr/bin/env bash
# docs.sh DIR: writes the documentation of the library as a static site; a warning is an error.
set -euo pipefail
cd "$(dirname "$0")/.."
out=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
swift package dump-symbol-graph --minimum-access-level public >"$work/log" 2>&1 || { tail -n 20 "$work/log"; exit 1; }
graphs=$(dirname "$(find .build -name 'Dateline.symbols.json' -not -path '*/index/*' | head -n 1)")
mkdir -p "$work/graphs"
for module in Dateline DatelineModel EDTF DatelineRendering DatelineTimelines DatelineReading DatelineExtraction; do
  cp "$graphs/$module".symbols.json "$work/graphs/"
done
docc=$(command -v docc || echo "$(dirname "$(command -v swift)")/docc")
"$docc" convert Sources/Dateline/Dateline.docc --additional-symbol-graph-dir "$work/graphs" \
  --output-path "$work/site" --transform-for-static-hosting --warnings-as-errors
rm -rf "$out"
mkdir -p "$(dirname "$out")"
mv "$work/site" "$out"
echo "Wrote $out; serve the folder and open /documentation/dateline"
