#!/usr/bin/env python3
"""Scores how HTML pages are read: main text, publication day, headline; and peers beside it.

    python3 Benchmarks/html_accuracy.py --corpora ../shared/corpora/html [--read COMMAND]
        [--half even|odd] [--peers] [--errors]

COMMAND gets the pages as arguments and writes one JSON article a line, as `dateline read` does
(the default is `.build/release/dateline read --quiet`). Each page stands beside a `.gold.json`:

* `with`, `without`: strings that must, or must not, be in the main text (white space folded);
* `text_gold`: a reference text, compared by token F1;
* `date` or `date_gold`: the day of publication;
* `title_gold`.

--peers runs trafilatura and htmldate from PyPI beside it, if they are installed.
"""

import argparse
import collections
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time


def fold(text):
    return " ".join((text or "").split())


def tokens(text):
    return re.findall(r"\w+", (text or "").lower())


def token_f1(gold, found):
    a, b = collections.Counter(tokens(gold)), collections.Counter(tokens(found))
    common = sum((a & b).values())
    if not common:
        return 0.0
    precision, recall = common / sum(b.values()), common / sum(a.values())
    return 2 * precision * recall / (precision + recall)


def read_dateline(command, pages):
    """One folder for all pages, so that one run reads them; ids lead back to the pages."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for index, page in enumerate(pages):
            os.mkdir(os.path.join(folder, f"page{index}"))
            name = os.path.basename(page)
            # A link would lead out of the folder, and is not followed.
            shutil.copy(page, os.path.join(folder, f"page{index}", name))
        start = time.perf_counter()
        run = subprocess.run([*command, folder], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        spent = time.perf_counter() - start
        for line in run.stdout.decode("utf-8", "replace").splitlines():
            article = json.loads(line)
            page = pages[int(re.match(r"page(\d+)", article["id"]).group(1))]
            found[page] = {
                "text": article["text"],
                "date": article["published"],
                "guess": (article.get("published_guess") or {}).get("date"),
                "from": article["published_from"],
                "title": article["title"],
            }
    return found, spent


def read_trafilatura(pages):
    import htmldate
    import trafilatura

    found = {}
    start = time.perf_counter()
    for page in pages:
        html = open(page, "rb").read()
        found[page] = {"text": trafilatura.extract(html, include_comments=False) or ""}
    spent = time.perf_counter() - start
    for page in pages:
        html = open(page, "rb").read().decode("utf-8", "replace")
        found[page]["date"] = htmldate.find_date(html, original_date=True)
    return found, spent


def score(name, pages, found, spent, errors):
    hits = collections.Counter()
    totals = collections.Counter()
    f1 = []
    for page in pages:
        gold = json.load(open(page[: -len(".html")] + ".gold.json")) if os.path.exists(
            page[: -len(".html")] + ".gold.json"
        ) else json.load(open(page + ".gold.json"))
        got = found.get(page, {"text": "", "date": None})
        text = fold(got["text"])
        short = os.path.basename(page)[:40]
        for kind, wanted in (("with", True), ("without", False)):
            for words in gold.get(kind, []):
                totals[kind] += 1
                if (fold(words) in text) == wanted:
                    hits[kind] += 1
                elif errors:
                    print(f"  {short}: {'lacks' if wanted else 'keeps'} “{fold(words)[:90]}”")
        if gold.get("text_gold"):
            value = token_f1(gold["text_gold"], text)
            f1.append((value, os.path.dirname(page).rsplit("/", 1)[-1]))
            if errors and value < 0.95:
                print(f"  {short}: token F1 {value:.3f}, {len(gold['text_gold'])} gold, {len(text)} read")
        day = (gold.get("date") or gold.get("date_gold") or "")[:10]
        if day:
            totals["date"] += 1
            if (got["date"] or "")[:10] == day:
                hits["date"] += 1
            elif errors:
                print(f"  {short}: day {got['date']} ({got.get('from')}, guess {got.get('guess')}), not {day}")
            if (got["date"] or got.get("guess") or "")[:10] == day:
                hits["date_or_guess"] += 1
        title = gold.get("title_gold") or gold.get("title")
        if title and "title" in got:
            totals["title"] += 1
            if fold(title).lower() == fold(got["title"]).lower():
                hits["title"] += 1
            elif errors:
                print(f"  {short}: title “{got['title']}”, not “{fold(title)}”")
    megabytes = sum(os.path.getsize(page) for page in pages) / 1e6
    parts = [f"{name}: {len(pages)} pages"]
    for kind in ("with", "without", "date", "title"):
        if totals[kind]:
            parts.append(f"{kind} {hits[kind]}/{totals[kind]} {100 * hits[kind] / totals[kind]:.1f} %")
    if totals["date"]:
        parts.append(f"date or guess {100 * hits['date_or_guess'] / totals['date']:.1f} %")
    for folder in sorted({where for _, where in f1}):
        values = [value for value, where in f1 if where == folder]
        parts.append(f"F1 {folder} {sum(values) / len(values):.3f}")
    parts.append(f"{megabytes / spent:.1f} MB/s")
    print(", ".join(parts))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpora", default="../shared/corpora/html")
    parser.add_argument("--read", default=".build/release/dateline read --quiet")
    parser.add_argument("--half", choices=["even", "odd"])
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    pages = [
        gold[: -len(".gold.json")]
        for gold in sorted(glob.glob(os.path.join(options.corpora, "*", "*.gold.json")))
    ]
    pages = [page if page.endswith(".html") else page + ".html" for page in pages]
    if not pages:
        print(f"no pages with .gold.json under {options.corpora}: skipped")
        return
    if options.half:
        pages = pages[0 if options.half == "even" else 1 :: 2]
    found, spent = read_dateline(options.read.split(), pages)
    score("dateline", pages, found, spent, options.errors)
    if options.peers:
        try:
            found, spent = read_trafilatura(pages)
        except ImportError:
            sys.exit("trafilatura and htmldate are not installed: pip install trafilatura htmldate lxml_html_clean")
        score("trafilatura and htmldate", pages, found, spent, options.errors)


main()
