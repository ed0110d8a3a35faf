#!/usr/bin/env python3
"""Write Sources/train-entities/clusters.tsv: Brown clusters of frequent English words.

    pip install spacy-lookups-data==1.0.5
    Scripts/make-word-clusters.py

The package (MIT, Explosion) holds for each word the path of its cluster in a binary tree, first step in the lowest bit,
and the logarithm of its probability. Words rarer than one in 40 million are left out.
"""
import gzip
import importlib.resources
import json
import os

OUTPUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Sources/train-entities/clusters.tsv")
RAREST = -17.5

data = importlib.resources.files("spacy_lookups_data") / "data"
clusters = json.loads(gzip.decompress((data / "en_lexeme_cluster.json.gz").read_bytes()))
probabilities = json.loads(gzip.decompress((data / "en_lexeme_prob.json.gz").read_bytes()))
rows = sorted(
    (word, cluster) for word, cluster in clusters.items()
    if cluster and probabilities.get(word, -30) > RAREST
    and any(c.isalpha() for c in word) and not any(c in word for c in "\t\n\r# "))
with open(OUTPUT, "w", encoding="utf-8") as out:
    out.write("# Brown clusters of frequent words, first step of the path in the lowest bit.\n")
    out.write("# spacy-lookups-data 1.0.5 (MIT). Written by Scripts/make-word-clusters.py; edit that, not this.\n")
    out.write("word\tcluster\n")
    out.writelines(f"{word}\t{cluster}\n" for word, cluster in rows)
print(f"{len(rows)} words")
