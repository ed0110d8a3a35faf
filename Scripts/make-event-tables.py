#!/usr/bin/env python3
"""Writes verbs.tsv and terms.tsv of the English pack from Debian's wordnet-base and scowl.

  Scripts/make-event-tables.py [FOLDER]

verbs.tsv: every verb of WordNet 3.0 that is in SCOWL up to size 50, with its irregular forms
(verb.exc), its WordNet class and how strongly its base form is a noun (SemCor's counts).
terms.tsv: the inverse document frequency of common stems, for the words by which stories are
found. SCOWL's size says how common a word is (10 the commonest), SemCor's counts refine it; a stem
that the table lacks is rare and weighs most.
"""
import collections, glob, gzip, math, os, re, sys

WORDNET, SCOWL = "/usr/share/wordnet", "/usr/share/dict/scowl"
folder = sys.argv[1] if len(sys.argv) > 1 else os.path.join(
    os.path.dirname(__file__), "../Sources/DatelineExtraction/LanguagePacks/en/events")

size = {}
for path in glob.glob(f"{SCOWL}/*-words.*"):
    name = os.path.basename(path)
    level = int(name.rsplit(".", 1)[1])
    if level > 50 or not name.startswith(("english", "american", "british")): continue
    for word in open(path, encoding="latin-1"):
        word = word.strip()
        if re.fullmatch("[a-z]+", word): size[word] = min(size.get(word, 99), level)

def rows(name):
    return (line.split() for line in open(f"{WORDNET}/{name}") if not line.startswith(" "))

count = collections.Counter()
for key, _, n in rows("cntlist.rev"):
    lemma, rest = key.split("%")
    count[lemma, {"1": "n", "2": "v"}.get(rest[0], "a")] += int(n)
nouns = {r[0] for r in rows("index.noun")}
adjectives = {r[0] for r in rows("index.adj")}
# Of each verb, the commonest first.
senses = {r[0]: r[-int(r[2]):] for r in rows("index.verb")}
number = {r[0]: int(r[1]) for r in rows("data.verb")}
# WordNet's frames without an object: "Somebody ----s", "Somebody ----s to somebody" …
without_object = {1, 2, 3, 4, 5, 6, 7, 12, 13, 22, 23, 26, 27, 28, 29, 32, 33, 34, 35}

def frames_of_senses():
    """The frames of each verb in each of its synsets, by the synset's offset."""
    found = collections.defaultdict(lambda: collections.defaultdict(set))
    for line in open(f"{WORDNET}/data.verb"):
        if line.startswith(" "): continue
        cells = line.split("|")[0].split()
        lemmas = [cells[4 + 2 * index].lower() for index in range(int(cells[3], 16))]
        at = 4 + 2 * len(lemmas)
        at += 1 + 4 * int(cells[at])
        for index in range(int(cells[at])):
            frame, which = int(cells[at + 2 + 3 * index]), int(cells[at + 3 + 3 * index], 16)
            for lemma in lemmas if which == 0 else lemmas[which - 1:which]: found[cells[0]][lemma].add(frame)
    return found

frames = frames_of_senses()

def takes_object(lemma):
    """Whether one of the verb's two commonest senses does; whom "affiliated" is done to, WordNet leaves open."""
    return lemma == "affiliate" or any(frames[sense][lemma] - without_object for sense in senses[lemma][:2])

classes = {29: "body", 30: "change", 31: "cognition", 32: "communication", 33: "competition",
           34: "consumption", 35: "contact", 36: "creation", 37: "emotion", 38: "motion",
           39: "perception", 40: "possession", 41: "social", 42: "stative", 43: "weather"}
irregular = collections.defaultdict(list)
for form, lemma in (r[:2] for r in rows("verb.exc")): irregular[lemma].append(form)

same = "burst cast cost cut hit hurt let put quit read rid set shed shut split spread thrust".split()
known = {"be": "was been", "become": "became become", "fall": "fell fallen", "freeze": "froze frozen",
         "slide": "slid slid", "abide": "abided abided", "bet": "bet bet", "get": "got gotten",
         "beat": "beat beaten", "wed": "wed wed", "go": "went gone", "dig": "dug dug", "broadcast": "broadcast broadcast",
         "forecast": "forecast forecast", "bid": "bid bid", "plead": "pleaded pleaded",
         "overcome": "overcame overcome", "come": "came come", "run": "ran run",
         "overrun": "overran overrun", "begin": "began begun", "undergo": "underwent undergone",
         "burn": "burned burnt", "learn": "learned learnt", "dive": "dived dived", "hang": "hung hung",
         "forbid": "forbade forbidden",
         "address": "addressed addressed", "bless": "blessed blessed", "bypass": "bypassed bypassed",
         "chide": "chided chided", "cleave": "cleaved cleft", "clothe": "clothed clad",
         "coordinate": "coordinated coordinated", "curse": "cursed cursed", "do": "did done",
         "dream": "dreamed dreamt", "foresee": "foresaw foreseen", "oversee": "oversaw overseen",
         "see": "saw seen", "ring": "rang rung", "sing": "sang sung", "spring": "sprang sprung",
         "steal": "stole stolen", "bear": "bore born", "swell": "swelled swollen",
         "heave": "heaved heaved", "lean": "leaned leant", "leap": "leaped leapt",
         "gird": "girded girded", "gild": "gilded gilded", "misspell": "misspelled misspelt",
         "outdo": "outdid outdone", "overdo": "overdid overdone", "redo": "redid redone",
         "undo": "undid undone", "rerun": "reran rerun", "outrun": "outran outrun",
         "befall": "befell befallen", "forego": "forewent foregone", "forgo": "forwent forgone",
         "behold": "beheld beheld", "forbear": "forbore forborne", "sneak": "sneaked snuck",
         "ski": "skied skied", "smell": "smelled smelt", "spell": "spelled spelt",
         "spill": "spilled spilt", "spoil": "spoiled spoilt", "thrive": "thrived thrived",
         "transfix": "transfixed transfixed", "work": "worked worked", "stave": "staved staved",
         "smite": "smote smitten", "beseech": "beseeched besought", "blog": "blogged blogged",
         "scam": "scammed scammed", "slit": "slit slit", "spin": "spun spun", "sting": "stung stung",
         "stink": "stank stunk", "gut": "gutted gutted"}
known.update({word: f"{word} {word}" for word in same})
# Of one spelling, another verb's forms: people are hanged, and pictures hung.
second = {"hang": "hanged", "lie": "lied"}

def forms(lemma):
    """Third person, past, participle and gerund: the exceptions, else the rule."""
    past = participle = gerund = ""
    for form in irregular[lemma]:
        if form.endswith("ing"): gerund = form
        elif (not participle and re.search("[^aeiou]n$|[ktvdsmwz]en$|own$|orn$|ain$|u[nmg]k?$", form)
              and not form.endswith("an")): participle = form
        elif not past: past = form
    if lemma in known: past, participle = known[lemma].split()
    y = re.search("[^aeiou]y$", lemma)
    regular = lemma + "d" if lemma.endswith("e") else lemma[:-1] + "ied" if y else lemma + "ed"
    past = past or regular
    participle = participle or past
    if not gerund and past.endswith(lemma[-1] * 2 + "ed"): gerund = past[:-2] + "ing"
    if not gerund:
        gerund = (lemma[:-2] + "ying" if lemma.endswith("ie") else
                  lemma[:-1] + "ing" if re.search("[^eoy]e$", lemma) and lemma != "be" else lemma + "ing")
    third = (lemma[:-1] + "ies" if y else
             lemma + "es" if re.search("(s|x|z|sh|ch|[^aeiou]o)$", lemma) else lemma + "s")
    return third, past, participle, gerund

# Verbs that the other tables turn on stay in, however rare SemCor has them.
wanted = set()
for name, column in (("triggers.tsv", 1), ("verb-cues.tsv", None)):
    for line in open(f"{folder}/{name}"):
        cells = line.split("\t")
        if not line.startswith("#") and (column is None or cells[column] == "v"): wanted.add(cells[0].split()[0])

with open(f"{folder}/verbs.tsv", "w") as out:
    out.write("# English verbs, so that a clause's verb is known. Written by Scripts/make-event-tables.py\n"
              "# from WordNet 3.0 (WordNet licence) and SCOWL 2020.12.07.\n"
              "# noun: 0 never a noun … 3 nearly always; adjective: 1 where the participle is one;\n"
              "# object: 1 where one of the two commonest senses takes one, so that its participle may stand behind a noun.\n"
              "lemma\tthird\tpast\tparticiple\tgerund\tclass\tnoun\tadjective\tobject\n")
    written = 0
    for lemma in sorted(senses):
        if not re.fullmatch("[a-z]+", lemma) or lemma not in size or len(lemma) < 2: continue
        v, n, a = count[lemma, "v"], count[lemma, "n"], count[lemma, "a"]
        if v == 0 and (n + a > 0 or size[lemma] > 40) and lemma not in wanted: continue
        lean = 0 if lemma not in nouns else 3 if n > 4 * v else 2 if n > v else 1
        if lemma in adjectives and a > v: lean = 3
        if v == 0 and lemma in wanted: lean = min(lean, 2)
        # "its headquarters": the verb was made from the noun, which WordNet has in the plural.
        if lemma == "headquarter": lean = 3
        third, past, participle, gerund = forms(lemma)
        adjective = int(participle in adjectives)
        cells = lemma, third, past, participle, gerund, classes[number[senses[lemma][0]]], lean, adjective, int(takes_object(lemma))
        out.write("\t".join(map(str, cells)) + "\n")
        if lemma in second:
            out.write("\t".join(map(str, (lemma, third, second[lemma], second[lemma], *cells[4:]))) + "\n")
        written += 1

def stem(word):
    """The same steps as `Term.stemLength`, which reads the article."""
    n = len(word)
    if n > 4 and word.endswith("ing"): n -= 3
    elif n > 4 and word.endswith("ied"): n -= 2
    elif n > 3 and word.endswith("ed"): n -= 2
    elif n > 4 and word.endswith("ies"): n -= 2
    elif n > 4 and word.endswith(("sses", "shes", "ches", "xes")): n -= 2
    elif n > 3 and word.endswith("s") and not word.endswith("ss") and not word.endswith("us"): n -= 1
    if n > 4 and word[:n].endswith("e"): n -= 1
    return word[:n]

base = {10: 2.0, 20: 4.0, 35: 5.5, 40: 6.5, 50: 7.5}
weight = {}
for word, level in size.items():
    n = sum(count[word, p] for p in "nva")
    w = max(0.5, base[level] - 0.35 * math.log1p(n))
    if len(word) < 3: w = 0
    s = stem(word)
    weight[s] = min(weight.get(s, 99), w)
with open(f"{folder}/terms.tsv", "w") as out:
    out.write("# How rare a stem is (log of the inverse document frequency), written by\n"
              "# Scripts/make-event-tables.py from SCOWL 2020.12.07 and WordNet 3.0. Others weigh 9.\n"
              "stem\tweight\n")
    for s in sorted(weight):
        if weight[s] < 4.9: out.write(f"{s}\t{weight[s]:.1f}\n")
