#!/usr/bin/env python3
"""Times `dateline extract` on growing piles and says how it grows.

  growth.py PILE.jsonl… [--sizes 1000,10000,100000] [--dateline BINARY] [--jobs N] [--record]

The articles of the piles are repeated until there are enough: each repetition has its dates moved by
thirteen months and its names respelt, so that it tells other stories of other people. What is made is
written to a temporary folder, of which the largest needs 600 MB."""
import argparse, datetime, json, os, re, subprocess, sys, tempfile, time

from measured import ROOT, record

NAME = re.compile(r"(?<=[a-z,;] )[A-Z][a-z]{3,}")
WORD = re.compile(r"[A-Z][a-z]+")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# Kept, for they name days.
DAYS = set("January February March April June July August September October November December Monday Tuesday Wednesday "
           "Thursday Friday Saturday Sunday".split())
VOWELS, CONSONANTS = "aeiou", "bcdfglmnprst"


def respelt(name, turn):
    """The name with its letters turned within vowels and within consonants."""
    if name in DAYS: return name
    out = []
    for place, letter in enumerate(name):
        for letters in (VOWELS, CONSONANTS):
            at = letters.find(letter.lower())
            if at < 0: continue
            other = letters[(at + turn * (1 + place % 3)) % len(letters)]
            letter = other.upper() if letter.isupper() else other
            break
        out.append(letter)
    return "".join(out)


def moved(article, turn):
    """One article of the repetition `turn`."""
    if turn == 0: return article
    day = datetime.date.fromisoformat(article["published"][:10])
    # Repetitions come round again after a few decades, as the calendar allows.
    turned = turn % 60
    names = set(NAME.findall(article["text"]))
    other = lambda text: WORD.sub(lambda m: respelt(m[0], turn) if m[0] in names else m[0], text)
    return {**article, "id": f"{turn}/{article['id']}", "title": other(article.get("title") or "") or None,
            "published": (day + datetime.timedelta(days=395 * turned)).isoformat(),
            "text": YEAR.sub(lambda m: str(int(m[0]) + turned), other(article["text"]))}


def pile(articles, size, path):
    with open(path, "w", encoding="utf-8") as out:
        for number in range(size):
            turn, place = divmod(number, len(articles))
            out.write(json.dumps(moved(articles[place], turn), ensure_ascii=False) + "\n")
    return os.path.getsize(path)


def extract(dateline, source, into, jobs):
    """Seconds and peak megabytes of one run."""
    command = [dateline, "extract", source, "-o", into, "--quiet"] + (["--jobs", str(jobs)] if jobs else [])
    start = time.monotonic()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    if status: sys.exit(f"{' '.join(command)} ended with {status}")
    return time.monotonic() - start, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("piles", nargs="+")
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--dateline", default=f"{ROOT}/.build/release/dateline")
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    articles = [json.loads(line) for path in options.piles for line in open(path, encoding="utf-8")]
    articles = [a for a in articles if a.get("text") and a.get("published")]
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for size in map(int, options.sizes.split(",")):
            size_of_pile = pile(articles, size, f"{folder}/pile.jsonl")
            seconds, peak, work = extract(options.dateline, f"{folder}/pile.jsonl", f"{folder}/graph.json", options.jobs)
            graph = os.path.getsize(f"{folder}/graph.json")
            rows.append((size, round(size_of_pile / 1e6, 1), round(seconds, 2), round(work, 2), round(peak), round(graph / 1e6, 1)))
            print("\t".join(map(str, rows[-1])), flush=True)
    if options.record:
        record("growth", "Benchmarks/growth.py", ("articles", "megabytes", "seconds", "cpu_seconds", "peak_mb", "graph_mb"), rows)


if __name__ == "__main__":
    main()
