#!/usr/bin/env python3
"""Measures how fast `dateline` works, beside public tools on the same file in the same run.

  speed.py [--dateline BINARY] [--megabytes 50] [--peers] [--record]

The file is made of the demo's reports, each copy with other days, years and numbers, so that no two articles are the
same. `wc -w` reads it as the yardstick of the machine; --peers also installs and times dateparser from PyPI on a part
of it. Each time is the median of three runs, start-up included; --record appends them to Benchmarks/Runs."""
import argparse
import glob
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time

from measured import ROOT, record, run

DATEPARSER = "dateparser==1.2.2"
NUMBERS = re.compile(r"\b\d{1,3}\b")


def reports():
    for path in sorted(glob.glob(f"{ROOT}/Examples/*/*.md")):
        head, text = open(path, encoding="utf-8").read().split("---\n", 2)[1:]
        fields = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
        yield {key: fields[key].strip('"') for key in ("source", "published", "title")}, text.strip()


def write_articles(path, size):
    """Copies of the reports until `size` bytes, each with its own numbers and years."""
    pile = list(reports())
    written = number = 0
    with open(path, "w", encoding="utf-8") as out:
        while written < size:
            fields, text = pile[number % len(pile)]
            turn = number // len(pile)
            changed = NUMBERS.sub(lambda m: str((int(m.group()) + turn) % 28 + 1), text)
            changed = re.sub(r"\b20(1\d)\b", lambda m: str(1970 + (int(m.group(1)) + turn) % 50), changed)
            record = {"id": f"{number:07d}", **fields, "text": f"{changed}\nReport {number}.", "language": "en"}
            line = json.dumps(record, ensure_ascii=False) + "\n"
            out.write(line)
            written += len(line.encode())
            number += 1
    return written, number


def timed(command, runs=3):
    """Median seconds of some runs."""
    seconds = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
        seconds.append(time.perf_counter() - start)
    return statistics.median(seconds)


def peak_memory(command):
    """Peak resident memory of one run in MB, measured in a child of its own."""
    script = ("import resource, subprocess, sys; subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL, check=True);"
              "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)")
    kilobytes = int(run(sys.executable, "-c", script, *command))
    return kilobytes / (1024 if sys.platform != "darwin" else 1024 * 1024)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dateline", default=f"{ROOT}/.build/release/dateline")
    parser.add_argument("--megabytes", type=int, default=50)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    rows = []

    def row(what, measure, value):
        rows.append((what, measure, f"{value:.3g}"))
        print(f"{what}\t{measure}\t{value:.3g}", flush=True)

    with tempfile.TemporaryDirectory() as work:
        path = f"{work}/articles.jsonl"
        size, articles = write_articles(path, options.megabytes * 1_000_000)
        megabytes = size / 1e6
        row("input", "articles", articles)
        yardstick = timed(["wc", "-w", path])
        row("wc -w", "MB/s", megabytes / yardstick)
        binary = options.dateline
        for layers in ("time", "entities", "time,entities,events"):
            command = [binary, "annotate", path, "--layers", layers, "--jobs", "1", "--quiet"]
            seconds = timed(command)
            row(f"annotate --layers {layers} --jobs 1", "MB/s", megabytes / seconds)
            row(f"annotate --layers {layers} --jobs 1", "times wc -w", seconds / yardstick)
            row(f"annotate --layers {layers} --jobs 1", "peak MB", peak_memory(command))
        part = f"{work}/part.jsonl"
        part_size, part_articles = write_articles(part, 5_000_000)
        for jobs in ("1", str(os.cpu_count())):
            command = [binary, "extract", part, "-o", f"{work}/events.json", "--jobs", jobs, "--quiet"]
            row(f"extract --jobs {jobs}, {part_articles} articles", "MB/s", part_size / 1e6 / timed(command))
        row("build Examples/syria-process", "seconds",
            timed([binary, "build", f"{ROOT}/Examples/syria-process", "-o", f"{work}/site", "--quiet"]))
        row("--version", "milliseconds", 1000 * timed([binary, "--version"], runs=11))
        # A start with all tables that the layers take: one short article.
        write_articles(part, 1)
        for layers in ("time", "entities", "time,entities,events"):
            command = [binary, "annotate", part, "--layers", layers, "--quiet"]
            row(f"annotate --layers {layers}, one article", "milliseconds", 1000 * timed(command, runs=21))
        if options.peers:
            peers(work, path, row)
    if options.record:
        record("speed", "make bench", ("what", "measure", "value"), rows)


def peers(work, path, row):
    """dateparser's search over the first 200 KB: it would need hours for the whole file."""
    run(sys.executable, "-m", "venv", f"{work}/peers")
    run(f"{work}/peers/bin/python", "-m", "pip", "install", "--quiet", DATEPARSER)
    script = ("import json, sys, time\nfrom dateparser.search import search_dates\nread = 0\nstart = time.time()\n"
              "for line in open(sys.argv[1], encoding='utf-8'):\n"
              "    text = json.loads(line)['text']\n    search_dates(text, languages=['en'])\n    read += len(text.encode())\n"
              "    if read > 200_000: break\nprint(read / 1e6 / (time.time() - start))\n")
    row(DATEPARSER, "MB/s", float(run(f"{work}/peers/bin/python", "-c", script, path)))


if __name__ == "__main__":
    main()
