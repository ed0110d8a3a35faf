#!/usr/bin/env python3
"""Measures `dateline diff` on the open corpora and on a made-up pile, and prints one row a figure.

  diff.py CORPORA [--dateline BINARY] [--only toll,copies,naming,pairs,speed] [--misses]

Rows are: task, data, split, measure, value. CORPORA holds the folders syria and merging; without it, the speed alone is
measured. Document pairs are split by the parity of their topic: even ones are for tuning, odd ones for checking."""
import argparse
import collections
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
import unicodedata

from measured import ROOT


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def fold(name):
    """A name without case, accents, hyphens, apostrophes and articles."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c)).lower()
    words = re.sub(r"['’‘`.]", "", plain).replace("-", " ").split()
    return " ".join(w for w in words if w not in ("the", "al", "el")) or plain


class Bench:
    def __init__(self, corpora, dateline, misses):
        self.corpora, self.dateline, self.misses = corpora, dateline, misses

    def row(self, task, data, split, measure, value):
        print(f"{task}\t{data}\t{split}\t{measure}\t{value}", flush=True)

    def miss(self, *words):
        if self.misses:
            print("  miss:", *words)

    def run(self, *arguments):
        done = subprocess.run([*self.dateline, *arguments], capture_output=True)
        if done.returncode not in (0, 1):
            sys.exit(f"{' '.join(arguments)}\n{done.stderr.decode()}")
        return done.stdout

    def diff(self, *arguments):
        return json.loads(self.run("diff", *arguments, "--format", "json", "--quiet"))

    def syria(self):
        if not hasattr(self, "_syria"):
            self._syria = self.diff("--by-source", f"{self.corpora}/syria/articles.jsonl")
        return self._syria

    def toll(self):
        """Ten reports of one bombing: how many (source, toll) pairs stand in one entry."""
        gold = json.load(open(f"{self.corpora}/syria/diff_rashidin_toll.json", encoding="utf-8"))
        wanted = [(v["doc"], int(re.search(r"\d+", v["value"]).group())) for v in gold["values"]]
        best, found, entry = -1, [], None
        for one in self.syria()["entries"]:
            told = collections.defaultdict(set)
            for report in one["reported"].values():
                articles = {q["article"] for q in report["quotes"]}
                for figure in report["numbers"]:
                    if figure["what"] == "killed":
                        for article in articles:
                            told[article] |= {int(figure["value"]), int(figure.get("max") or 0)}
            hits = [(d, v) for d, v in wanted if v in told[d]]
            if len(hits) > best:
                best, found, entry = len(hits), hits, one
        self.row("toll", "rashidin", "all", "pairs in one entry", f"{best} of {len(wanted)}")
        for pair in wanted:
            if pair not in found:
                self.miss(*pair)
        kinds = [f"{d['aspect']} {d['kind']}" for d in entry["differences"]]
        self.row("toll", "rashidin", "all", "differences", "; ".join(kinds))

    def copies(self):
        """Near-copies: every pair listed, none wrong."""
        gold = json.load(open(f"{self.corpora}/syria/near_duplicates.json", encoding="utf-8"))
        pairs = {frozenset((p["a"], p["b"])) for p in gold}
        graph = json.loads(self.run("extract", f"{self.corpora}/syria/articles.jsonl", "--quiet"))
        family = {a["id"]: a.get("duplicateOf") or a["id"] for a in graph["articles"]}
        families = collections.defaultdict(set)
        for one, head in family.items():
            families[head].add(one)
        found = {p for p in pairs if len({family[one] for one in p}) == 1}
        made = {frozenset((a, family[a])) for a in family if family[a] != a}
        joined = {one for p in pairs for one in p}
        wrong = [p for p in made if not p <= joined]
        self.row("copies", "syria", "all", "pairs found", f"{len(found)} of {len(pairs)}")
        self.row("copies", "syria", "all", "copies that no pair knows", len(wrong))
        for pair in pairs - found:
            self.miss(sorted(pair), [p["overlap_5gram"] for p in gold if {p["a"], p["b"]} == pair])
        for pair in wrong:
            self.miss("wrong", sorted(pair))

    def naming(self):
        """Names that sources print for one actor: how many stand in the actor's row, under their source."""
        gold = json.load(open(f"{self.corpora}/syria/annotated_aliases.json", encoding="utf-8"))["actors"]
        texts = collections.defaultdict(str)
        for article in lines(f"{self.corpora}/syria/articles.jsonl"):
            if article["language"] == "en":
                texts[article["source"]] += f" {article.get('title') or ''} {article['text']}"
        total = hit = apart = 0
        kinds = collections.Counter()
        for actor in gold:
            wanted = set()
            for source, text in texts.items():
                # The longest first, and taken out: "de Mistura" within "Staffan de Mistura" is no name of its own.
                for alias in sorted(actor["aliases"], key=len, reverse=True):
                    text, count = re.subn(rf"(?<![\w-]){re.escape(alias)}(?![\w-])", "\n", text)
                    if count:
                        wanted.add((source, fold(alias)))
            if len({name for _, name in wanted}) < 2 or len({source for source, _ in wanted}) < 2:
                continue
            rows = []
            for row in self.syria()["naming"]:
                told = {(s, fold(n["name"])) for s, names in row["names"].items() for n in names}
                rows.append(wanted & told)
            best = max(rows, key=len, default=set())
            everywhere = set().union(*rows) if rows else set()
            total, hit, apart = total + len(wanted), hit + len(best), apart + len(everywhere)
            if best != wanted:
                self.miss(f"{len(best)} of {len(wanted)}", actor["canonical"], sorted(wanted - best)[:8])
            kinds[actor["kind"], "hit"] += len(best)
            kinds[actor["kind"], "all"] += len(wanted)
        self.row("naming", "syria", "all", "recall, one row an actor", round(100 * hit / total, 1))
        self.row("naming", "syria", "all", "recall, any row", round(100 * apart / total, 1))
        for kind in sorted({k for k, _ in kinds}):
            self.row("naming", "syria", kind, "recall", f"{kinds[kind, 'hit']} of {kinds[kind, 'all']}")

    def pairs(self, work):
        """ECB+ document pairs: shared events that have a time, end to end from raw text."""
        whole = collections.Counter()
        for split in ("train", "dev"):
            documents = {d["doc"]: d for d in lines(f"{self.corpora}/merging/ecbplus/{split}.jsonl")}
            path = f"{work}/{split}.jsonl"
            with open(path, "w", encoding="utf-8") as out:
                for document in documents.values():
                    record = {"id": document["doc"], "source": document["doc"], "text": document["text"],
                              "published": document.get("url_date"), "language": "en"}
                    out.write(json.dumps(record, ensure_ascii=False) + "\n")
            entries = self.diff("--by-source", path)["entries"]
            where = collections.defaultdict(list)
            for index, entry in enumerate(entries):
                for source, report in entry["reported"].items():
                    for quote in report["quotes"]:
                        where[source].append((quote["start"], quote["end"], index))
            spans = {d: {m["id"]: (m["start"], m["end"]) for m in doc["mentions"]} for d, doc in documents.items()}
            for half in (0, 1):
                tp = fp = fn = reached = 0
                names = named = 0
                for pair in lines(f"{self.corpora}/merging/ecbplus/diff_gold_{split}.jsonl"):
                    if int(re.match(r"\d+", pair["subtopic"]).group()) % 2 != half:
                        continue
                    a, b = pair["a"], pair["b"]

                    def holding(document, mentions):
                        return {i for m in mentions for s, e, i in where[document]
                                if s <= spans[document][m][0] and spans[document][m][1] <= e}

                    for shared in pair["shared"]:
                        if not (shared["time_a"] or shared["time_b"]):
                            continue
                        left, right = holding(a, shared["a"]), holding(b, shared["b"])
                        reached += bool(left and right)
                        if left & right:
                            tp += 1
                        else:
                            fn += 1
                    told = collections.Counter()
                    for side, document in (("a", a), ("b", b)):
                        for _, _, index in where[document]:
                            told[index, side] += 1
                    gold = set()
                    for shared in pair["shared"]:
                        gold |= holding(a, shared["a"]) & holding(b, shared["b"])
                    known = set()
                    for only in pair["only_a"]:
                        known |= holding(a, only["a"])
                    for only in pair["only_b"]:
                        known |= holding(b, only["b"])
                    both = {i for i, side in told if side == "a"} & {i for i, side in told if side == "b"}
                    fp += len((both & known) - gold)
                whole.update(tp=tp, fp=fp, fn=fn)
                name = f"{split}-{'even' if half == 0 else 'odd'}"
                self.f1("pairs", name, tp, fp, fn)
                self.row("pairs", "ecbplus", name, "both sides extracted", f"{100 * reached / (tp + fn):.1f}")
        self.f1("pairs", "all", **whole)

    def f1(self, task, split, tp, fp, fn):
        precision, recall = tp / (tp + fp or 1), tp / (tp + fn or 1)
        f1 = 2 * precision * recall / (precision + recall or 1)
        self.row(task, "ecbplus", split, "F1 (precision / recall)",
                 f"{100 * f1:.1f} ({100 * precision:.1f} / {100 * recall:.1f})")

    def speed(self, work):
        """Fifty sources over ten thousand made-up articles, beyond `extract`."""
        for count in (2500, 5000, 10000):
            pile, graph = f"{work}/pile-{count}.jsonl", f"{work}/pile-{count}.json"
            write_pile(pile, count, sources=50)
            start = time.time()
            self.run("extract", pile, "-o", graph, "--quiet")
            self.row("speed", count, "made up", "extract, s", round(time.time() - start, 2))
            start = time.time()
            child = os.fork()
            if child == 0:
                null = os.open("/dev/null", os.O_WRONLY)
                os.dup2(null, 1)
                os.execvp(self.dateline[0], [*self.dateline, "diff", "--by-source", graph, "--format", "json", "--quiet"])
            _, status, usage = os.wait4(child, 0)
            if os.waitstatus_to_exitcode(status) not in (0, 1):
                sys.exit("diff failed")
            self.row("speed", count, "made up", "diff, s", round(time.time() - start, 2))
            self.row("speed", count, "made up", "diff, user s", round(usage.ru_utime, 2))
            self.row("speed", count, "made up", "diff, MB", usage.ru_maxrss // 1024)


def write_pile(path, count, sources):
    """Articles about made-up happenings, each told by several outlets on the days after it."""
    chance = random.Random(7)
    towns = [a + b for a in ("Kar", "Bel", "Lind", "Ost", "Mar", "Vel", "Tor", "Sand", "Hal", "Brem")
             for b in ("sovia", "mar", "holm", "mark", "bach", "ford", "wick", "haven", "stad", "grad")]
    sides = ["Norland", "Sudria", "Westmark", "Ostania", "the Norland army", "the opposition"]
    deeds = [("A car bomb killed {n} people at a market in {t} on {d}.", True),
             ("{a} and {b} opened peace talks in {t} on {d}.", False),
             ("{a} launched an offensive near {t} on {d}.", False),
             ("An earthquake killed at least {n} people in {t} on {d}.", True),
             ("{a} signed an agreement with {b} in {t} on {d}.", False),
             ("Thousands of protesters marched against {a} in {t} on {d}.", False)]
    months = "January February March April May June July August September October November December".split()
    happenings = []
    with open(path, "w", encoding="utf-8") as out:
        for number in range(count):
            day = number * 700 // count
            if number % 4 == 0:
                text, counts = chance.choice(deeds)
                happenings.append((day, text, counts, chance.choice(towns), *chance.sample(sides, 2), chance.randint(3, 90)))
            told = []
            for _ in range(3):
                start, text, counts, town, a, b, n = chance.choice(happenings[-24:])
                year, rest = divmod(start, 336)
                month, date = divmod(rest, 28)
                told.append(text.format(n=n + (chance.randint(0, 9) if counts else 0), t=town, a=a, b=b,
                                        d=f"{date + 1} {months[month]} {2031 + year}")[0:].replace("the ", "The ", 1)
                            if text.startswith("{a}") and a.startswith("the") else
                            text.format(n=n + (chance.randint(0, 9) if counts else 0), t=town, a=a, b=b,
                                        d=f"{date + 1} {months[month]} {2031 + year}"))
            year, rest = divmod(day, 336)
            month, date = divmod(rest, 28)
            record = {"id": f"a{number:06}", "source": f"Outlet {number * 7919 % sources:02}",
                      "published": f"{2031 + year}-{month + 1:02}-{date + 1:02}", "language": "en",
                      "text": " ".join(told)}
            out.write(json.dumps(record) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="?", default=os.path.join(ROOT, "..", "shared", "corpora"))
    parser.add_argument("--dateline", default=os.path.join(ROOT, ".build", "release", "dateline"))
    parser.add_argument("--only", default="toll,copies,naming,pairs,speed")
    parser.add_argument("--misses", action="store_true", help="print what was missed")
    options = parser.parse_args()
    bench = Bench(options.corpora, options.dateline.split(), options.misses)
    tasks = options.only.split(",")
    if not os.path.isdir(f"{options.corpora}/syria"):
        print(f"no corpora under {options.corpora}: the speed alone is measured", file=sys.stderr)
        tasks = [task for task in tasks if task == "speed"]
    with tempfile.TemporaryDirectory() as work:
        for task in tasks:
            measure = getattr(bench, task)
            measure(work) if task in ("pairs", "speed") else measure()


if __name__ == "__main__":
    main()
