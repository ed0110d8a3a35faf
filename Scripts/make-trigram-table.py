#!/usr/bin/env python3
"""Write Sources/DatelineReading/Tables/trigrams.tsv: three letters in a row, and the languages that write them often.

    pip install langdetect==1.0.9
    Scripts/make-trigram-table.py

The package holds counts of letter sequences from Wikipedia, a file a language (Nakatani Shuyo, Apache-2.0). The commonest
trigrams of each language are taken, with a blank for the end of a word and in lower case. A weight is how many times a
language doubles a floor that lies under everything in the table, so weights add up as logarithms of likelihoods do.
Serbian, which the package lacks, is written from Croatian with Cyrillic letters.
"""
import collections
import json
import math
import os

import langdetect

OUTPUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Sources/DatelineReading/Tables/trigrams.tsv")
PROFILES = os.path.join(os.path.dirname(langdetect.__file__), "profiles")
# Short texts count in all scripts but the Latin one, so there more is taken.
SCRIPTS = [
    (600, "af ca cs cy da de en es et fi fr hr hu id it lt lv nl no pl pt ro sk sl so sq sv sw tl tr vi",
     [(0x41, 0x250), (0x1E00, 0x1F00)]),
    (1000, "bg mk ru sr uk", [(0x400, 0x530)]),
    (1000, "ar fa ur", [(0x600, 0x700)]),
    (1000, "hi mr ne", [(0x900, 0x980)]),
]
FLOOR = 1 / 60_000
HIGHEST = 12
SERBIAN = dict(zip("abcdefghijklmnoprstuvzčćđšž", "абцдефгхијклмнопрстувзчћђшж"))


def trigrams(language, ranges):
    """Each trigram with its share of all trigrams of a language."""
    with open(os.path.join(PROFILES, "hr" if language == "sr" else language), encoding="utf-8") as file:
        profile = json.load(file)
    counts = collections.Counter()
    for letters, count in profile["freq"].items():
        letters = letters.lower()
        if len(letters) != 3 or letters[1] == " ":
            continue
        if language == "sr":
            # Two letters of Croatian that are one in Serbian would make it no trigram.
            if any(pair in letters for pair in ("lj", "nj", "dž")) or set(letters) - set(SERBIAN) - {" "}:
                continue
            letters = "".join(SERBIAN.get(letter, letter) for letter in letters)
        if all(letter == " " or letter.isalpha() and any(low <= ord(letter) < high for low, high in ranges)
               or "\u0900" <= letter < "\u0980" for letter in letters):
            counts[letters] += count
    return {letters: count / profile["n_words"][2] for letters, count in counts.items()}


table = collections.defaultdict(dict)
for most, languages, ranges in SCRIPTS:
    for language in languages.split():
        shares = trigrams(language, ranges)
        for letters in sorted(shares, key=lambda letters: (-shares[letters], letters))[:most]:
            weight = min(HIGHEST, round(math.log2(shares[letters] / FLOOR)))
            if weight > 0:
                table[letters][language] = weight

with open(OUTPUT, "w", encoding="utf-8") as file:
    file.write(
        "# Three letters in a row, “_” for the end of a word, and the languages that write them often, with the logarithm to base 2 of how often.\n"
        "# langdetect 1.0.9 (counts from Wikipedia; Apache-2.0). Written by Scripts/make-trigram-table.py; edit that, not this.\n"
        "trigram\tlanguages\n")
    for letters in sorted(table):
        weights = " ".join(f"{language}{weight}" for language, weight in sorted(table[letters].items()))
        file.write(f"{letters.replace(' ', '_')}\t{weights}\n")
