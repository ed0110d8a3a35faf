#!/usr/bin/env python3
"""Kills builds at random moments, and looks at what stands afterwards.

    kill.py [--dateline BINARY] [--times 200] [--seed N]

A site of one pile is rebuilt from another, with a cache, and the program is killed (SIGKILL) at a
random moment each time. Afterwards the old site stands whole or the new one does, and the cache
gives the same event graph as no cache.
"""

import argparse
import hashlib
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def digest(folder):
    """What a folder holds, byte for byte; None where there is none."""
    if not folder.is_dir():
        return None
    hashed = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        hashed.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes() + b"\0")
    return hashed.hexdigest()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--dateline", default=str(ROOT / ".build/release/dateline"))
    parser.add_argument("--times", type=int, default=200)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    dice = random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="dateline-kill-") as scratch:
        scratch = pathlib.Path(scratch)
        examples = sorted((ROOT / "Examples/syria-process").glob("*.md")) or sorted(
            p for p in (ROOT / "Examples/syria-process").iterdir() if p.is_file())
        piles = []
        for name, files in (("old", examples[: len(examples) // 2]), ("new", examples)):
            pile = scratch / name
            pile.mkdir()
            for file in files:
                shutil.copy(file, pile)
            piles.append(pile)
        site, cache = scratch / "site", scratch / "cache"
        build = [options.dateline, "build", "--quiet", "--cache", str(cache), "-o", str(site)]
        wanted = []
        for pile in piles:
            subprocess.run([*build, str(pile)], check=True, stderr=subprocess.DEVNULL)
            wanted.append(digest(site))
        start = time.monotonic()
        shutil.rmtree(cache)
        subprocess.run([*build, str(piles[1])], check=True, stderr=subprocess.DEVNULL)
        whole = time.monotonic() - start
        plain = subprocess.run(
            [options.dateline, "extract", "--quiet", str(piles[1])], check=True,
            capture_output=True).stdout
        counts = {"old": 0, "new": 0, "killed": 0}
        broken = []
        standing = wanted[1]
        for turn in range(options.times):
            if turn % 4 == 0:
                # So that writes to the cache are hit too, and not its answers alone.
                shutil.rmtree(cache, ignore_errors=True)
            aim = turn % 2
            process = subprocess.Popen(
                [*build, str(piles[aim])], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                process.wait(dice.uniform(0, whole * 1.05))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
                counts["killed"] += 1
            found = digest(site)
            if found not in (standing, wanted[aim]):
                broken.append(f"turn {turn}: the site is neither the old one nor the new one")
            counts["new" if found == wanted[aim] else "old"] += 1
            standing = found
            if turn % 10 == 9:
                cached = subprocess.run(
                    [options.dateline, "extract", "--cache", str(cache), str(piles[1])],
                    capture_output=True)
                if cached.stdout != plain:
                    broken.append(f"turn {turn}: the cache gives another event graph")
                if b"damaged" in cached.stderr:
                    broken.append(f"turn {turn}: the cache was damaged")
        subprocess.run([*build, str(piles[0])], check=True)
        left = [p.name for p in scratch.iterdir() if ".dateline-" in p.name]
        if left:
            broken.append(f"left behind after the next build: {left}")
    for line in broken:
        print(line)
    print(
        f"{options.times} builds, {counts['killed']} of them killed: the new site stood after "
        f"{counts['new']}, the old after {counts['old']}, {len(broken)} faults")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
