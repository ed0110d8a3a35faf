"""Reads ECB+ as JSON Lines: articles with marked event mentions and the chains that they are of."""
import json


def documents(path):
    """Articles without the lines that hold an address, and their checked event mentions."""
    for line in open(path, encoding="utf-8"):
        record = json.loads(line)
        text, places = "", []
        for sentence in record["sentences"]:
            if sentence.get("url"): continue
            places.append((sentence["start"], sentence["end"], len(text)))
            text += record["text"][sentence["start"]:sentence["end"]] + "\n"
        marks = []
        for mention in record["mentions"]:
            if mention["kind"] != "event" or not mention["validated"]: continue
            for start, end, at in places:
                if start <= mention["start"] < end:
                    marks.append({"id": mention["id"], "start": mention["start"] - start + at,
                                  "end": mention["end"] - start + at, "chain": mention["chain"]})
        yield {"id": record["doc"], "topic": record["topic"], "story": record["subtopic"], "text": text, "mentions": marks}
