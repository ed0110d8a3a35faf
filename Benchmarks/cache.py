#!/usr/bin/env python3
"""What --cache saves: a run over N articles, the same again, and again with ten new ones.

    cache.py [--dateline BINARY] [--articles 10000]

The articles are of our own making, each of some 2,000 characters and no two alike.
The annotations must be the same bytes with the cache and without.
"""

import argparse
import hashlib
import json
import pathlib
import random
import subprocess
import tempfile
import time

PEOPLE = ["Anna Berg", "Omar Haddad", "John Miller", "Ivan Petrov", "Leyla Demir", "Paul Weber"]
PLACES = ["Geneva", "Astana", "Sochi", "Idlib", "Damascus", "Ankara", "Vienna", "Aleppo"]
DEEDS = [
    "met {b} in {p} on {d} May 2019", "said on Monday that {n} people were killed in {p}",
    "will travel to {p} next Thursday", "accused {b} of breaking the ceasefire in {p}",
    "signed an agreement with {b} in {p} last week", "visited {p} from {d} to 28 May",
]


def article(number):
    dice = random.Random(number)
    sentences = []
    while sum(map(len, sentences)) < 2000:
        deed = dice.choice(DEEDS).format(
            b=dice.choice(PEOPLE), p=dice.choice(PLACES), n=dice.randrange(2, 400),
            d=dice.randrange(1, 27))
        sentences.append(f"{dice.choice(PEOPLE)} {deed}.")
    return {"id": f"a{number}", "source": "Bugle", "published": "2019-05-29",
            "title": f"Report {number}", "text": " ".join(sentences)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--dateline", default=".build/release/dateline")
    parser.add_argument("--articles", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dateline-cache-") as folder:
        folder = pathlib.Path(folder)
        old, more, new = folder / "old.jsonl", folder / "more.jsonl", folder / "new.jsonl"
        lines = [json.dumps(article(n)) + "\n" for n in range(options.articles + 10)]
        old.write_text("".join(lines[:-10]))
        more.write_text("".join(lines))
        new.write_text("".join(lines[-10:]))

        def run(name, pile, *words):
            start = time.monotonic()
            out = subprocess.run(
                [options.dateline, "annotate", "--quiet", *words, str(pile)], check=True,
                capture_output=True).stdout
            print(f"{name:<44} {time.monotonic() - start:7.2f} s", flush=True)
            return hashlib.sha256(out).hexdigest()

        cache = ("--cache", str(folder / "cache"))
        wanted = run(f"{options.articles} articles without a cache", old)
        assert run("the same, filling a cache", old, *cache) == wanted
        assert run("the same again", old, *cache) == wanted
        with_new = run("the same and 10 new ones", more, *cache)
        assert with_new == run("all of them without a cache", more)
        run("the 10 new ones alone", new)
        size = (folder / "cache/annotations.sqlite").stat().st_size
        print(f"the cache has {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
