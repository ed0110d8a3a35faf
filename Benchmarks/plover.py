#!/usr/bin/env python3
"""Scores who does what to whom against PLOVER records: one sentence, its source and its target.

  plover.py RECORDS.jsonl [--dateline BINARY] [--errors]

RECORDS.jsonl holds {id, text, spans: [{role: SRC|TAR|SRC/TAR|EVT|LOC, start, end, text}]}. A record with a SRC and a TAR is
directional. The event of a record is the one whose trigger stands in an EVT span, else the one whose trigger stands nearest.
The source is right where an ACTOR of it shares a word with a SRC span, the target where a RECIP does so with a TAR span and no
ACTOR stands there alone; in an event that all take part in alike (no RECIP), the ACTORs count in the order of the text.
Even rows are the tuning half, odd rows the checking half."""
import argparse
import json
import re
import subprocess
import tempfile

from measured import ROOT
SMALL = {"the", "a", "an", "of", "in", "and", "s", "s'", "to", "for"}


def words(text):
    return {word for word in re.findall(r"[\w.]+", text.lower()) if word not in SMALL}


def is_one(actor, spans):
    """Whether a printed actor and one of the spans share a word."""
    return any(words(actor["as"]) & words(span["text"]) for span in spans)


def spans_of(record, role):
    return [span for span in record["spans"] if span["role"] == role]


def event_of(record, events):
    marks = spans_of(record, "EVT")

    def distance(event):
        start, end = event["trigger"]["start"], event["trigger"]["end"]
        return min((max(span["start"] - end, start - span["end"], 0) for span in marks), default=0)

    return min(events, key=distance, default=None)


def judge(record, event):
    """(source right, target right)"""
    if event is None:
        return False, False
    sources, targets = spans_of(record, "SRC"), spans_of(record, "TAR")
    actors = [actor for actor in event["actors"] if actor["role"] == "ACTOR"]
    recipients = [actor for actor in event["actors"] if actor["role"] == "RECIP"]
    if not recipients and len(actors) > 1:
        order = [actor for actor in actors if is_one(actor, sources) or is_one(actor, targets)]
        places = [record["text"].find(actor["as"]) for actor in order]
        order = [actor for _, actor in sorted(zip(places, order), key=lambda pair: pair[0])]
        return (bool(order) and is_one(order[0], sources), len(order) > 1 and is_one(order[-1], targets))
    source = any(is_one(actor, sources) for actor in actors)
    only_target = any(is_one(actor, targets) and not is_one(actor, sources) for actor in actors)
    return source and not only_target, any(is_one(actor, targets) for actor in recipients) and not only_target


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("records")
    parser.add_argument("--dateline", default=f"{ROOT}/.build/release/dateline")
    parser.add_argument("--errors", action="store_true", help="print the wrong records of the tuning half")
    options = parser.parse_args()
    records = [json.loads(line) for line in open(options.records, encoding="utf-8")]
    lines = "".join(json.dumps({"id": f"{number}", "text": record["text"], "language": "en"}) + "\n"
                    for number, record in enumerate(records))
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as source:
        source.write(lines)
        source.flush()
        done = subprocess.run([options.dateline, "annotate", source.name, "--quiet"], capture_output=True, check=True)
    found = {answer["id"]: answer for answer in map(json.loads, done.stdout.decode().splitlines())}
    counts = {half: [0, 0, 0, 0] for half in ("tuned", "checked")}
    for number, record in enumerate(records):
        if not (spans_of(record, "SRC") and spans_of(record, "TAR")):
            continue
        count = counts["checked" if number % 2 else "tuned"]
        events = found[str(number)]["events"]
        event = event_of(record, events)
        source, target = judge(record, event)
        for index, one in enumerate((True, source, target, source and target)):
            count[index] += one
        if options.errors and number % 2 == 0 and not (source and target):
            print(number, record["text"], "\n    gold", [(span["role"], span["text"]) for span in record["spans"]])
            for one in events:
                mark = record["text"][one["trigger"]["start"]:one["trigger"]["end"]]
                print("   ", "*" if one is event else " ", mark, one["type"], "@", one["place"],
                      [(actor["as"], actor["role"]) for actor in one["actors"]])
    for half, (total, source, target, both) in counts.items():
        for name, value in (("source", source), ("target", target), ("both", both)):
            print(f"plover\t{half}\t{name}\t{round(100 * value / max(total, 1), 1)}\t{value}/{total}")


if __name__ == "__main__":
    main()
