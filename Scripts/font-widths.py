#!/usr/bin/env python3
"""Writes the advance widths that Graphviz and the pictures measure text with.

    python3 Scripts/font-widths.py > Sources/CGraphvizText/widths.inc

Liberation Sans (the metrics of Arial) where it has a glyph, else DejaVu Sans; both from Debian's
fonts-liberation and fonts-dejavu-core. Widths are facts of the fonts; no outline is taken.
"""
import struct
import sys

FOLDER = "/usr/share/fonts/truetype/"
FACES = {
    "regular": ["liberation/LiberationSans-Regular.ttf", "dejavu/DejaVuSans.ttf"],
    "bold": ["liberation/LiberationSans-Bold.ttf", "dejavu/DejaVuSans-Bold.ttf"],
}
LAST = 0x2500  # above it the classes of CGraphvizText.c hold
UNIT = 200  # a width of 1 em; 255 is 1.275 em


class Font:
    """The tables of a TrueType file that tell how wide a code point is."""

    def __init__(self, path):
        self.data = open(path, "rb").read()
        count = struct.unpack_from(">H", self.data, 4)[0]
        self.tables = {}
        for i in range(count):
            tag, _, offset, _ = struct.unpack_from(">4sIII", self.data, 12 + 16 * i)
            self.tables[tag.decode()] = offset
        self.em = struct.unpack_from(">H", self.data, self.tables["head"] + 18)[0]
        self.metrics = struct.unpack_from(">H", self.data, self.tables["hhea"] + 34)[0]
        self.glyphs = self.characters()

    def characters(self):
        cmap = self.tables["cmap"]
        found = {}
        for i in range(struct.unpack_from(">H", self.data, cmap + 2)[0]):
            platform, _, offset = struct.unpack_from(">HHI", self.data, cmap + 4 + 8 * i)
            at = cmap + offset
            if struct.unpack_from(">H", self.data, at)[0] != 4 or platform not in (0, 3):
                continue
            n = struct.unpack_from(">H", self.data, at + 6)[0] // 2
            ends = struct.unpack_from(f">{n}H", self.data, at + 14)
            starts = struct.unpack_from(f">{n}H", self.data, at + 16 + 2 * n)
            deltas = struct.unpack_from(f">{n}H", self.data, at + 16 + 4 * n)
            ranges = at + 16 + 6 * n
            for k in range(n):
                shift = struct.unpack_from(">H", self.data, ranges + 2 * k)[0]
                for c in range(starts[k], min(ends[k], 0xFFFE) + 1):
                    if shift == 0:
                        glyph = (c + deltas[k]) & 0xFFFF
                    else:
                        place = ranges + 2 * k + shift + 2 * (c - starts[k])
                        glyph = struct.unpack_from(">H", self.data, place)[0]
                        glyph = (glyph + deltas[k]) & 0xFFFF if glyph else 0
                    if glyph:
                        found[c] = glyph
        return found

    def width(self, code):
        glyph = self.glyphs.get(code)
        if glyph is None:
            return None
        at = self.tables["hmtx"] + 4 * min(glyph, self.metrics - 1)
        return struct.unpack_from(">H", self.data, at)[0] / self.em


def row(name, files):
    fonts = [Font(FOLDER + file) for file in files]
    widths = []
    for code in range(LAST):
        width = next((w for w in (font.width(code) for font in fonts) if w is not None), 0.7)
        if code < 0x20 or 0x7F <= code < 0xA0 or 0x300 <= code < 0x370:
            width = 0  # controls and combining marks
        widths.append(min(255, round(width * UNIT)))
    lines = [", ".join(map(str, widths[i : i + 24])) for i in range(0, LAST, 24)]
    return f"static const unsigned char dateline_{name}[{LAST}] = {{\n" + ",\n".join(lines) + "};\n"


print("// Written by Scripts/font-widths.py: Liberation Sans 1.07.4, DejaVu Sans 2.37; 1 em is 200.")
for name, files in FACES.items():
    sys.stdout.write(row(name, files))
