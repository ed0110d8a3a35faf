#!/usr/bin/env python3
"""synthetic_graph.py EVENTS [ACTORS [PAIRS]] > graph.json: an event graph of any size, the same for the same numbers.

Made-up outlets report made-up happenings over some years, with the lengths and spreads that real
piles have: most events have one report, some have many; a few actors are in most of them; some
dates are coarse, open or missing. With ACTORS there are so many of them; with PAIRS, that many pairs share an
event, and the EVENTS that would come after these are left out.
"""
import json
import random
import sys

KINDS = ["CONSULT", "AGREE", "ASSAULT", "PROTEST", "ACCUSE", "AID", "RETREAT", "OTHER"]
STATUSES = ["asserted"] * 8 + ["expected", "alleged", "denied"]
VERBS = ["meets", "attacks", "accuses", "supplies", "leaves", "joins", "warns", "receives"]
NOUNS = ["council", "harbour", "convoy", "border", "delegation", "market", "assembly", "station"]


def day(number):
    year, rest = 2000 + number // 360, number % 360
    return f"{year}-{rest // 30 + 1:02d}-{min(rest % 30 + 1, 28):02d}"


def main(count, number_of_actors=None, number_of_pairs=None):
    chance = random.Random(count)
    outlets = [f"Outlet {n}" for n in range(40)]
    actors = [f"Party {n}" for n in range(number_of_actors or max(20, count // 30))]
    places = [f"Town {n}" for n in range(120)]
    span = min(7200, max(360, count // 4))
    articles, events, pairs = {}, [], set()
    for index in range(count):
        start = chance.randrange(span)
        reports = min(12, int(chance.paretovariate(1.6)))
        who = sorted({min(int(chance.paretovariate(.7)), len(actors)) - 1 for _ in range(3)})
        if number_of_pairs:
            if len(pairs) >= number_of_pairs:
                break
            # One of the many beside the few, so that all of them come to be named.
            who = sorted({*who, index % len(actors)})
            pairs |= {(a, b) for a in who for b in who if a < b}
        words = " ".join(chance.choice(NOUNS) for _ in range(chance.randrange(3, 9)))
        label = f"{actors[who[0]]} {chance.choice(VERBS)} the {words}"
        date = chance.choice([day(start)] * 7 + [day(start) + "/..", day(start)[:7], None])
        status = chance.choice(STATUSES)
        parts = [{"actor": f"party-{a}", "role": "ACTOR" if a == who[0] else "RECIP"} for a in who]
        mentions = []
        for report in range(reports):
            told = start + chance.randrange(3)
            outlet = chance.randrange(len(outlets))
            article = f"a-{outlet:02d}-{told:05d}"
            articles[article] = {
                "id": article, "source": outlets[outlet], "published": day(told),
                "title": f"Report of {day(told)}", "url": f"https://news.example/{article}",
                "language": "en"}
            sentence = f"{label}, {outlets[outlet]} was told, and the {words} was not the last."
            mentions.append({
                "article": article, "source": outlets[outlet], "sentence": sentence,
                "quote": label, "start": index * 200 + report, "end": index * 200 + report + 9,
                "in_title": False, "date": date, "date_basis": "explicit" if date else "none",
                "rule": None, "anchor": None, "status": status, "background": False,
                "place": None, "numbers": [],
                "actors": [{**part, "as": part["actor"]} for part in parts]})
        numbers = []
        if chance.random() < .12:
            numbers = [{"what": "killed", "value": chance.randrange(1, 90), "text": "dead"}]
            mentions[0]["numbers"] = numbers
        mentions.sort(key=lambda m: (m["article"], m["start"]))
        events.append({
            "id": f"e{index:06d}", "label": label, "type": chance.choice(KINDS), "topic": None,
            "date": date, "place": chance.choice(places), "status": status,
            "salience": round(min(1, reports / 12), 4), "series": None, "actors": parts,
            "numbers": numbers, "mentions": mentions})
    events.sort(key=lambda e: (e["date"] is None, e["date"] or "", e["id"]))
    json.dump({
        "format": "dateline-event-graph", "version": 1,
        "sources": [{"id": o.lower().replace(" ", "-"), "name": o} for o in outlets],
        "articles": [articles[key] for key in sorted(articles)],
        "actors": [{"id": f"party-{n}", "name": name, "kind": "organization", "aliases": [],
                    "roles": []} for n, name in enumerate(actors)],
        "events": events, "relations": []}, sys.stdout)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
