#!/usr/bin/env python3
"""Scores how `dateline` merges marked mentions: ECB+, gold mentions, no gold topics.

  merging.py ECBPLUS/dev.jsonl --scorer score_merging.py [--program MERGE-MENTIONS] [--tables DIR] [--entries]

Prints MUC, B3, CEAFe and CoNLL F1, each as recall, precision and F1. `merge-mentions` is built by
`swift build --product merge-mentions`. A deed and its toll are two happenings to the corpus and one entry to a
timeline's readers: --entries scores the latter."""
import argparse, collections, importlib.util, json, os, subprocess, tempfile

from marked import documents
from measured import ROOT


def module(path, name):
    spec = importlib.util.spec_from_file_location(name, path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def score(split, scorer, program, tables=None, entries=False):
    """The scorer's figures for what the program makes of a split: measure to (recall, precision, F1)."""
    docs = list(documents(split))
    chains = collections.defaultdict(list)
    for doc in docs:
        for mark in doc["mentions"]: chains[mark["chain"]].append(mark["id"])
    with tempfile.TemporaryDirectory() as folder:
        file = f"{folder}/marked.jsonl"
        with open(file, "w", encoding="utf-8") as out:
            for doc in docs:
                marks = [{k: m[k] for k in ("id", "start", "end")} for m in doc["mentions"]]
                out.write(json.dumps({"id": doc["id"], "text": doc["text"], "mentions": marks}) + "\n")
        extra = (["--tables", tables] if tables else []) + (["--entries"] if entries else [])
        lines = subprocess.run([program, file, *extra], check=True, capture_output=True, text=True).stdout
    events = [line.split("\t") for line in lines.splitlines() if line]
    loaded = module(scorer, "scorer")
    return loaded.score(list(chains.values()), events), loaded.fmt


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("split")
    parser.add_argument("--scorer", required=True)
    parser.add_argument("--program", default=f"{ROOT}/.build/debug/merge-mentions")
    parser.add_argument("--tables")
    parser.add_argument("--entries", action="store_true")
    options = parser.parse_args()
    figures, fmt = score(options.split, options.scorer, options.program, options.tables, options.entries)
    print(fmt(figures))


if __name__ == "__main__":
    main()
