#!/usr/bin/env bash
# Builds the PDF helper beside the binary that is named, and tries it on a PDF of one sentence.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${1:-.build/release/dateline-pdf}
compiler=${CC:-$(command -v clang || command -v cc)}
mkdir -p "$(dirname "$target")"
# shellcheck disable=SC2046
"$compiler" -O2 -Wall -Wextra -Werror $(pkg-config --cflags poppler-glib) dateline-pdf/dateline-pdf.c \
  -o "$target" $(pkg-config --libs poppler-glib)

content='BT /F1 12 Tf 72 720 Td (Envoys met in Klow on 3 May 2021.) Tj ET'
printf '%%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj
4 0 obj <</Length %d>> stream
%s
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Root 1 0 R/Size 6>>
%%%%EOF
' "${#content}" "$content" | "$target" 2>/dev/null | grep -q 'Envoys met in Klow on 3 May 2021.' || {
  printf 'pdf: %s was built and does not read the PDF that it was tried on\n' "$target" >&2
  exit 1
}
printf 'pdf: %s reads PDF files now; it is under the GPL, see dateline-pdf\n' "$target"
