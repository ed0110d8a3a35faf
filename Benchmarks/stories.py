#!/usr/bin/env python3
"""Measures how many of the values that outlets give of one happening `dateline diff` sets in one entry.

  stories.py [--dateline BINARY] [--stories FOLDER] [--corpora FOLDER] [--misses] [--record]

The stories are made up, and stand with what each report says in Benchmarks/Stories. For each fact that is a number, a
day, a place or a doer the pairs of source and value are counted: those in the one entry that has most of them, and those in
any entry. Days, places and doers are summed apart from numbers, which all stories have. Then come the conflicts that the comparison reports, to be read: each is a contradiction of the story, or a mistake.

With --corpora the same is measured of real reports: what each of them counts stands in Benchmarks/Stories/Reported, the
reports themselves in the folder given."""
import argparse
import json
import pathlib
import re
import tempfile

from measured import ROOT, record, run

WORDS = {
    word: number for number, word in enumerate(
        "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split())
}


def number(text):
    """The number of a gold value, such as 23 in ">=23"; None where it has none."""
    found = re.search(r"\d[\d,]*", text)
    return int(found[0].replace(",", "")) if found else WORDS.get(text.lower())


def days(text):
    """The first and last day that a date names; None where it names none."""
    found = re.findall(r"\d{4}-\d\d-\d\d", text or "")
    return (found[0], found[-1]) if found else None


def names(text):
    """The words of a name that tell it from others: those of its place and not of the land around it, or of its bearer."""
    return {
        word.lower() for word in re.findall(r"[\w'-]+", re.sub(r"\(.*?\)", "", text or "").split(",")[0])
        if len(word) > 2 and word.lower() not in PLAIN
    }


# Words that names share.
PLAIN = set("the and for with near area between forces army town region north south east west unknown unclear".split())

READ = {"number": number, "date": days, "place": lambda text: frozenset(names(text)) or None}
READ["actor"] = READ["place"]


def pairs(fact):
    """The sources with the values that they give."""
    told = {(value["source"], READ[fact["kind"]](value["value"])) for value in fact["values"]}
    return {pair for pair in told if pair[1] is not None}


def tells(report, kind, value):
    """Whether what an entry has of a source holds a value."""
    if kind == "number":
        return any(value in (figure["value"], figure.get("max")) for figure in report["numbers"])
    if kind == "date":
        told = days(report["date"])
        return told is not None and told[0] <= value[1] and value[0] <= told[1]
    printed = [report["place"]] if kind == "place" else report["actors"]
    return any(value & names(name) for name in printed)


def found(entry, wanted, kind="number"):
    """Which of the pairs an entry of the comparison has."""
    return {
        (source, value) for source, value in wanted
        if source in entry["reported"] and tells(entry["reported"][source], kind, value)
    }


def stories(folder, corpora):
    """The piles with what their reports count: of the made-up stories, and of real reports where these are at hand."""
    for path in sorted(pathlib.Path(folder).glob("*.jsonl")):
        yield path.stem, path, json.loads(path.with_suffix(".gold.json").read_text())
    reported = sorted(pathlib.Path(folder).glob("Reported/*.gold.json"))
    if reported and not corpora:
        print("reported\tskipped: --corpora names no folder")
        return
    for path in reported:
        gold = json.loads(path.read_text())
        with tempfile.TemporaryDirectory() as scratch:
            pile = pathlib.Path(scratch, "pile.jsonl")
            lines = pathlib.Path(corpora, gold["pile"]).read_text().splitlines()
            pile.write_text("".join(line + "\n" for line in lines if json.loads(line)["id"] in gold["docs"]))
            yield path.name.split(".")[0], pile, gold


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dateline", default=f"{ROOT}/.build/release/dateline")
    parser.add_argument("--stories", default=f"{ROOT}/Benchmarks/Stories")
    parser.add_argument("--corpora", help="where the real reports are")
    parser.add_argument("--misses", action="store_true", help="print what is missing, with its quote")
    parser.add_argument("--record", action="store_true")
    options = parser.parse_args()
    rows = []
    for name, path, gold in stories(options.stories, options.corpora):
        # It ends with 1 where it finds differences.
        diff = json.loads(run(
            "sh", "-c", '"$0" diff --by-source "$1" --format json --quiet || test $? = 1', options.dateline, str(path)))
        totals = {"numbers": [0, 0, 0], "days, places and doers": [0, 0, 0]}
        for fact in (fact for fact in gold["facts"] if fact["kind"] in READ):
            wanted = pairs(fact)
            total = totals["numbers" if fact["kind"] == "number" else "days, places and doers"]
            hits = [found(entry, wanted, fact["kind"]) for entry in diff["entries"]]
            best = max(hits, key=len, default=set())
            anywhere = set().union(*hits)
            for place, amount in enumerate((len(best), len(anywhere), len(wanted))):
                total[place] += amount
            rows.append((name, fact["fact"], "in one entry", f"{len(best)} of {len(wanted)}"))
            rows.append((name, fact["fact"], "in any entry", f"{len(anywhere)} of {len(wanted)}"))
            for value in fact["values"] if options.misses else []:
                if (value["source"], READ[fact["kind"]](value["value"])) in wanted - best:
                    print(f"  {fact['fact']}: {value['source']} {value['value']}: {value.get('quote', value['doc'])}")
        for kind, total in totals.items():
            if total[2]:
                rows.append((name, f"all {kind}", "in one entry", f"{total[0]} of {total[2]}"))
                rows.append((name, f"all {kind}", "in any entry", f"{total[1]} of {total[2]}"))
        for entry in diff["entries"]:
            for one in entry["differences"]:
                if one["kind"] == "conflict":
                    rows.append((name, entry["label"], "conflict", one["aspect"]))
    for row in rows:
        print("\t".join(row))
    if options.record:
        record("stories", "stories.py", ["story", "what", "measure", "value"], rows)


if __name__ == "__main__":
    main()
