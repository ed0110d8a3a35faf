#!/usr/bin/env python3
"""Scores `dateline` on the open corpora and prints one row a figure; with --record, appends them to Benchmarks/Runs.

  accuracy.py CORPORA [--dateline BINARY] [--only time,entities,events,timelines,merging] [--record]

CORPORA holds the folders timex, entities, syria and timelines; the scorers stand in CORPORA/../tools.
Each timex set is scored on its even documents (the tuning half, in sorted order) and its odd ones (the checking half).
Without CORPORA it says so and ends with status 0: figures are a benchmark, never a test."""
import argparse
import glob
import json
import os
import subprocess
import sys
import tempfile

import merging
from measured import ROOT, record, run


class Bench:
    def __init__(self, corpora, dateline):
        self.corpora, self.dateline = corpora, dateline
        self.tools = os.path.join(os.path.dirname(os.path.abspath(corpora)), "tools")
        self.rows = []

    def tool(self, name, *arguments):
        return run(sys.executable, os.path.join(self.tools, name), *arguments)

    def row(self, task, data, split, measure, value):
        self.rows.append((task, data, split, measure, value))
        print(f"{task}\t{data}\t{split}\t{measure}\t{value}", flush=True)

    def annotate(self, source, layers, into):
        with open(into, "wb") as out:
            command = [self.dateline, "annotate", source, "--layers", layers, "--quiet"]
            subprocess.run(command, stdout=out, check=True)

    def time(self, work):
        for name in ("timebank", "aquaint", "wikiwars_dev", "tweets_train"):
            files = sorted(glob.glob(f"{self.corpora}/timex/{name}/*.json"))
            source, out = f"{work}/{name}.jsonl", f"{work}/{name}.out.jsonl"
            with open(source, "w", encoding="utf-8") as lines:
                for file in files:
                    gold = json.load(open(file, encoding="utf-8"))
                    record = {"id": gold["id"], "published": gold.get("dct"), "text": gold["text"], "language": "en"}
                    lines.write(json.dumps(record, ensure_ascii=False) + "\n")
            self.annotate(source, "time", out)
            for split, part in (("tuned", files[0::2]), ("checked", files[1::2]), ("all", files)):
                folder = f"{work}/{name}-{split}"
                os.makedirs(folder)
                for file in part:
                    os.symlink(os.path.abspath(file), f"{folder}/{os.path.basename(file)}")
                score = json.loads(self.tool("score_timex.py", folder, out, "--json"))
                for measure in ("value_f1", "strict_f1", "relaxed_f1", "type_f1"):
                    self.row("time", name, split, measure, round(100 * score[measure], 2))

    def entities(self, work):
        for name in ("wikigold/all", "wnut17/test", "crossner_politics/dev", "crossner_literature/test",
                     "crossner_music/test", "crossner_science/test", "crossner_ai/test", "uner_ewt/test"):
            gold, out = f"{self.corpora}/entities/{name}.jsonl", f"{work}/{name.replace('/', '-')}.jsonl"
            self.annotate(gold, "entities", out)
            score = json.loads(self.tool("score_entities.py", gold, out, "--strip", "--json"))
            # The shipped weights have seen every open set but this one; MODEL-CARD.md has figures on sets held out.
            split = "held out" if name.startswith("uner_ewt") else "learned from"
            self.row("entities", name, split, "exact_f1", score["exact"]["F1"])
            self.row("entities", name, split, "organization_f1", score["per_type"]["ORG"]["F1"])

    def events(self, work):
        folder, out = f"{self.corpora}/syria", f"{work}/syria.jsonl"
        self.annotate(f"{folder}/articles.jsonl", "events", out)
        score = json.loads(self.tool("score_events.py", f"{folder}/annotated", out, "--aliases",
                                     f"{folder}/annotated_aliases.json", "--json"))
        for measure in ("detection", "dated_event", "actors"):
            self.row("events", "syria/annotated", "tuned", measure + "_f1", score[measure]["F1"])
        for measure in ("date_exact", "status", "place"):
            self.row("events", "syria/annotated", "tuned", measure, score[measure])

    def timelines(self, work):
        root, tasks = f"{self.corpora}/timelines/t17", f"{work}/t17.tsv"
        with open(tasks, "w") as rows:
            rows.write(self.tool("run_timelines.py", self.dateline, root, f"{work}/t17"))
        table = self.tool("score_timelines.py", "--tasks", tasks, "--retok", "--near", "1")
        for line in table.splitlines():
            cells = line.split("\t")
            if len(cells) == 5 and cells[0] in ("date", "agreement_r1", "agreement_r2", "align+m:1_r1", "align+m:1_r2"):
                self.row("timelines", "t17", "tuned", cells[0] + "_f1", round(100 * float(cells[3]), 2))
        print(table, file=sys.stderr)
        for folder in sorted(glob.glob(f"{self.corpora}/timelines/entities/*")):
            self.row("timelines", "entities/" + os.path.basename(folder), "all", "date_f1", self.date_f1(folder))

    def merging(self, work):
        """Marked mentions of ECB+ merged without their topics; learned from train, so dev is what is held out."""
        program, split = f"{ROOT}/.build/release/merge-mentions", f"{self.corpora}/merging/ecbplus/dev.jsonl"
        if not os.path.exists(program):
            print("merging: skipped; build it with `swift build -c release --product merge-mentions`", file=sys.stderr)
            return
        for entries, measure in ((False, "conll_f1"), (True, "conll_f1, tolls joined to deeds")):
            figures, _ = merging.score(split, os.path.join(self.tools, "score_merging.py"), program, entries=entries)
            three = [100 * figures[one][2] for one in ("MUC", "B3", "CEAFe")]
            self.row("merging", "ecbplus/dev", "held out", measure, round(sum(three) / 3, 2))

    def date_f1(self, folder):
        """How many of an editor's days are among as many chosen ones, where the editor gives days alone."""
        gold = set(json.load(open(f"{folder}/gold_dates.json", encoding="utf-8"))["dates"])
        days = json.loads(run(self.dateline, "timeline", f"{folder}/articles.jsonl", "--format", "json", "--dates",
                              str(len(gold)), "--since", min(gold), "--until", max(gold), "--quiet"))
        found = {day["date"] for day in days}
        return round(200 * len(found & gold) / (len(found) + len(gold)), 2)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora")
    parser.add_argument("--dateline", default=f"{ROOT}/.build/release/dateline")
    parser.add_argument("--only", default="time,entities,events,timelines,merging")
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    if not os.path.isdir(options.corpora):
        print(f"skipped: no corpora at {options.corpora}; figures need the reference sets, the tests do not")
        return
    bench = Bench(options.corpora, options.dateline)
    for task in options.only.split(","):
        with tempfile.TemporaryDirectory() as work:
            getattr(bench, task)(work)
    if options.record:
        record("accuracy", "make accuracy", ("task", "data", "split", "measure", "value"), bench.rows)


if __name__ == "__main__":
    main()
