#!/usr/bin/env python3
"""Writes actors/people.tsv of the English pack from Debian's wordnet-base and scowl.

    apt-get install wordnet-base scowl
    Scripts/make-people-table.py [FOLDER]

Every noun of WordNet 3.0 that means persons, or a body of them, in all its senses, and that SCOWL has up to size 50
with its plural: a word that means a thing or a deed as well ("carrier", "casualty") names nobody by itself. Not those
which WordNet calls names of abuse, beings of legend, or kinds of fool, nor what nominals.tsv or titles.tsv tell of. What
is a form of a verb ("guides") and a singular that is an adjective ("radical") stay out.
"""
import glob
import os
import re
import sys

WORDNET, SCOWL = "/usr/share/wordnet", "/usr/share/dict/scowl"
# Lexicographer files: a "dealer" is a firm as well.
GROUP, PERSON = 14, 18
PACK = os.path.join(os.path.dirname(__file__), "../Sources/DatelineExtraction/LanguagePacks/en")
folder = sys.argv[1] if len(sys.argv) > 1 else f"{PACK}/actors"
# Words of a gloss that tell abuse or legend, and hypernyms of those that play no part of their own in the news: kin are
# somebody's, and mostly the writer's.
ABUSE = re.compile(r"slur|offensive|derogat|disparag|obscene|vulgar|slang|insult|contempt|epithet|ethnic|sexual|prostitut"
                   r"|mytholog|fairy|legend|supernatural|imaginary|folklore|Bible|Scripture")
NO_PART = {"unpleasant_person", "fool", "simpleton", "weakling", "spiritual_being", "imaginary_being", "monster", "dunce",
           "oaf", "miser", "hypocrite", "egotist", "snob", "ghost", "bore", "drunkard", "bully", "ugly_duckling", "dwarf",
           "idler", "coward", "sensualist", "baby", "lover", "selfish_person", "vulgarian", "attractor", "primitive",
           "participant", "user", "slob", "sycophant", "sloven", "wretch", "whiner", "mental_defective", "nonentity",
           "failure", "relative"}


def rows(path):
    return [line.split() for line in open(path, encoding="utf-8") if not line.startswith((" ", "#"))]


def column(name, number=0):
    return {row[number] for row in rows(f"{PACK}/{name}") if len(row) > number}


common = set()
for path in glob.glob(f"{SCOWL}/*-words.*"):
    name, size = os.path.basename(path).rsplit(".", 1)
    if int(size) <= 50 and name.startswith(("english", "american", "british")):
        common.update(line.strip() for line in open(path, encoding="latin-1"))

synsets = {}
for line in open(f"{WORDNET}/data.noun", encoding="utf-8"):
    if line.startswith(" "): continue
    body, gloss = line.split("|", 1)
    cells = body.split()
    count = int(cells[3], 16)
    above = [cells[i + 1] for i, cell in enumerate(cells) if cell in ("@", "@i")]
    synsets[cells[0]] = int(cells[1]), cells[4:4 + 2 * count:2], above, gloss


def has_part(offset):
    """Whether somebody of whom a synset tells may take part in what happens."""
    _, words, above, gloss = synsets[offset]
    return not ABUSE.search(gloss) and NO_PART.isdisjoint(words) and all(map(has_part, above))


irregular = {}
for form, lemma in (row[:2] for row in rows(f"{WORDNET}/noun.exc")): irregular.setdefault(lemma, form)


def plural(word):
    if word in irregular: return irregular[word]
    if re.search("[^aeiou]y$", word): return word[:-1] + "ies"
    if word.endswith("man"): return word[:-2] + "en"
    return word + ("es" if re.search("(s|x|z|sh|ch)$", word) else "s")


adjectives = {row[0] for row in rows(f"{WORDNET}/index.adj")}
# Verbs by the forms that a noun may share, but for those which are nearly always nouns.
verbs = {form for row in rows(f"{PACK}/events/verbs.tsv")[1:] if row[6] != "3" for form in row[:5]}
told = column("actors/nominals.tsv") | column("actors/titles.tsv") | verbs
found = []
for row in rows(f"{WORDNET}/index.noun"):
    word, senses = row[0], row[-int(row[2]):]
    several = plural(word)
    if not re.fullmatch("[a-z]{4,}", word) or not {word, several} <= common: continue
    # A noun of any case has its capitals in the synset: no "Briton".
    if synsets[senses[0]][0] != PERSON or not all(
            synsets[one][0] in (GROUP, PERSON) and word in synsets[one][1] for one in senses): continue
    if not all(map(has_part, senses)): continue
    if several not in told: found.append((several, "-" if word in told | adjectives else word))

with open(f"{folder}/people.tsv", "w") as out:
    out.write("# Words that mean persons and nothing else: nominal actors, as those of nominals.tsv, that act for themselves and not\n"
              "# for whom stands behind “of”. No feature of the entity model. Written by Scripts/make-people-table.py from\n"
              "# WordNet 3.0 (WordNet licence) and SCOWL 2020.12.07; edit that, not this.\n"
              "# one: - where the word is a verb, an adjective or a title as well.\n"
              "several\tone\n")
    for several, one in sorted(found): out.write(f"{several}\t{one}\n")
