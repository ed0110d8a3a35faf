#!/usr/bin/env bash
# demo.sh BINARY: runs the main job on the demo pile and says what it wrote.
set -euo pipefail
cd "$(dirname "$0")/.."
binary=$1
site=output/demo

started=$(date +%s%N)
"$binary" build Examples/syria-process -o "$site" --quiet
took=$(( ($(date +%s%N) - started) / 1000000 ))

echo
echo "Read $(find Examples/syria-process -name '*.md' | wc -l | tr -d ' ') reports and wrote in $took ms:"
for file in "$site"/*; do
  [ -f "$file" ] && printf '  %-28s %6d KB\n' "$file" $(( ($(wc -c <"$file") + 1023) / 1024 ))
done
echo
opener=xdg-open
[ "$(uname -s)" = Darwin ] && opener=open
echo "Open the timeline:    $opener $site/index.html"
echo "Compare the sources:  $opener $site/diff.html"
echo "On your own articles: $binary build FOLDER -o site"
