#!/usr/bin/env python3
"""Learns from ECB+ by what articles are taken for one story and mentions for one happening.

  Scripts/fit-merging.py ECBPLUS [--program MERGE-MENTIONS] [--work FOLDER] [--dev]

ECBPLUS holds train.jsonl (and dev.jsonl): articles with their sub-topic, sentences, event mentions and
the chains of these. Four steps, each with the features that `merge-mentions` gives by what the steps before
have learned: weights of two articles at first sight, then against their neighbours; pairs of trigger words
that tell one happening more often than others; weights of two mentions; trees over all that.
Writes the tables in Sources/DatelineTimelines/Tables. Marks, tags and chains are never features, no text
is written, and each topic's own counts are left out of what its pairs are told, as an unseen topic's would be.
Needs numpy, scikit-learn (1.9.1 from PyPI) and Debian's wordnet-base; one thread and no chance: the same
corpus gives the same tables."""
import argparse, collections, json, math, os, subprocess, sys, tempfile

os.environ["OMP_NUM_THREADS"] = os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..")
sys.path.insert(0, os.path.join(ROOT, "Benchmarks"))
from marked import documents
TABLES = os.path.join(ROOT, "Sources/DatelineTimelines/Tables")
WORDNET = "/usr/share/wordnet"


def write(name, comment, header, rows):
    with open(f"{TABLES}/{name}", "w", encoding="utf-8") as out:
        for line in comment.splitlines(): out.write(f"# {line}\n")
        out.write("\t".join(header) + "\n")
        for row in rows: out.write("\t".join(str(cell) for cell in row) + "\n")


def table(path):
    with open(path, encoding="utf-8") as lines:
        header = next(lines).rstrip("\n").split("\t")
        rows = [line.rstrip("\n").split("\t") for line in lines]
    return header, rows


class Fit:
    def __init__(self, options):
        self.options = options
        self.merging = None
        self.docs = list(documents(f"{options.corpus}/train.jsonl"))
        self.topic = {d["id"]: d["topic"] for d in self.docs}
        self.story = {d["id"]: d["story"] for d in self.docs}
        self.chain = {m["id"]: m["chain"] for d in self.docs for m in d["mentions"]}
        self.home = {m["id"]: d["id"] for d in self.docs for m in d["mentions"]}
        self.file = f"{options.work}/train.jsonl"
        with open(self.file, "w", encoding="utf-8") as out:
            for d in self.docs: out.write(json.dumps(d) + "\n")

    def evidence(self):
        """The features of all pairs, by the tables as they are now."""
        if self.merging is None:
            command = [self.options.program, self.file, "--tables", TABLES, "--evidence", self.options.work]
            self.merging = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        else:
            self.merging.stdin.write("again\n")
            self.merging.stdin.flush()
        if self.merging.stdout.readline() != "written\n": raise SystemExit("merge-mentions ended early")

    def linear(self, X, y, C):
        """Weights of a logistic regression for features as they are."""
        mean, spread = X.mean(0), X.std(0) + 1e-9
        model = LogisticRegression(C=C, max_iter=5000).fit((X - mean) / spread, y)
        weights = model.coef_[0] / spread
        return model.intercept_[0] - weights @ mean, weights

    def stories(self):
        self.evidence()
        header, rows = table(f"{self.options.work}/articles.tsv")
        y = np.array([self.story[r[0]] == self.story[r[1]] for r in rows])
        names = header[2:header.index("first")]
        X = np.array([[float(c) for c in r[2:2 + len(names)]] for r in rows])
        bias, weights = self.linear(X, y, 10)
        out = [("first", "bias", f"{bias:.4f}")] + [("first", n, f"{w:.4f}") for n, w in zip(names, weights)]
        comment = "What makes two articles one story: weights of logistic regressions, learned by\nScripts/fit-merging.py from ECB+ (train)."
        write("stories.tsv", comment, ("model", "feature", "weight"), out)
        self.evidence()
        header, rows = table(f"{self.options.work}/articles.tsv")
        k = header.index("first")
        rows = [r for r in rows if r[k]]
        y = np.array([self.story[r[0]] == self.story[r[1]] for r in rows])
        X = np.array([[float(c) for c in r[k:]] for r in rows])
        bias, weights = self.linear(X, y, 1)
        out += [("second", "bias", f"{bias:.4f}")] + [("second", n, f"{w:.4f}") for n, w in zip(header[k:], weights)]
        write("stories.tsv", comment, ("model", "feature", "weight"), out)

    def pairs(self):
        self.evidence()
        header, rows = table(f"{self.options.work}/mentions.tsv")
        y = np.array([self.chain[r[0]] == self.chain[r[1]] for r in rows])
        X = np.array([[float(c) for c in r[3:]] for r in rows])
        return header[3:], rows, X, y

    def synonyms(self, lemma):
        """How often pairs of words of one story tell one happening, each topic counted once."""
        self.first = names, rows, X, y = self.pairs()
        story = names.index("story")
        told, all_ = collections.Counter(), collections.Counter()
        for row, x, one in zip(rows, X, y):
            if x[story] < 0.5: continue
            key = tuple(sorted((lemma[row[0]], lemma[row[1]]))), self.topic[self.home[row[0]]]
            all_[key] += 1
            told[key] += int(one)
        self.rates = collections.defaultdict(dict)
        for (pair, topic), n in all_.items(): self.rates[pair][topic] = told[pair, topic] / n
        out = []
        for pair in sorted(self.rates):
            odds, support = self.odds(pair, None)
            if support: out.append((*pair, f"{odds:.2f}", f"{support:.2f}"))
        write("synonyms.tsv", "Pairs of trigger words: the log-odds that two of one story tell one happening, against any\n"
              "two such words, and from how many topics it was learned (3 or more are 1). Learned by\n"
              "Scripts/fit-merging.py from ECB+ (train).", ("a", "b", "odds", "support"), out)

    def odds(self, pair, without):
        rates = {t: r for t, r in self.rates.get(pair, {}).items() if t != without}
        # Most pairs tell two happenings: that two words of one or two topics did so tells nothing. It is asked
        # of the other topics' rates alone, else what is left out would tell of the topic's own.
        if not rates or pair[0] != pair[1] and not any(rates.values()) and len(rates) < 3: return 0.0, 0.0
        prior = 0.5 if pair[0] == pair[1] else 0.08
        odds = math.log((sum(rates.values()) + prior) / (len(rates) + 1) / prior)
        support = min(len(rates), 3) / 3
        return odds, support

    def mentions(self, lemma, pairs):
        names, rows, X, y = pairs
        place = {n: i for i, n in enumerate(names)}
        for row, x in zip(rows, X):
            pair = tuple(sorted((lemma[row[0]], lemma[row[1]])))
            topics = {self.topic[self.home[m]] for m in row[:2]}
            odds, support = self.odds(pair, next(iter(topics)) if len(topics) == 1 else None)
            x[place["odds"]], x[place["support"]], x[place["storyOdds"]] = odds, support, x[place["story"]] * odds
        return names, rows, X, y

    def run(self):
        lemma = lemmas(self.options.program, self.docs, self.options.work)
        senses()
        start = lambda bias: write("mentions.tsv", "a start", ("model", "feature", "weight"), [("mentions", "bias", bias)])
        if "stories" in self.options.only:
            start(-9)  # no mentions yet
            self.stories()
        start(0)  # all of them
        self.synonyms(lemma)
        names, rows, X, y = self.mentions(lemma, self.first)
        # Without what was learned of pairs of words: these weights are asked of the very articles that it was
        # learned from, and what they said would tell the trees the chains.
        told = [i for i, n in enumerate(names[:names.index("rest")]) if n not in ("odds", "support", "storyOdds")]
        own = [names[i] for i in told]
        bias, weights = self.linear(X[:, told], y, 1)
        write("mentions.tsv", "What makes two mentions one happening at first sight: weights of a logistic regression, learned\n"
              "by Scripts/fit-merging.py from ECB+ (train).", ("model", "feature", "weight"),
              [("mentions", "bias", f"{bias:.4f}")] + [("mentions", n, f"{w:.4f}") for n, w in zip(own, weights)])
        names, rows, X, y = self.mentions(lemma, self.pairs())
        products = {"storyLemma", "storySentence", "storyKin", "storyOther", "lemmaContrast", "storyContrast", "articleLemma", "storyOdds", "storyLeads"}
        kept = [i for i, n in enumerate(names) if n not in products]
        model = HistGradientBoostingClassifier(max_iter=self.options.trees, learning_rate=0.06, max_leaf_nodes=8, min_samples_leaf=100,
                                               max_features=0.4, early_stopping=False, random_state=0).fit(X[:, kept], y)
        out = [("-", 0, "-", f"{model._baseline_prediction.ravel()[0]:.5f}", 0, 0)]
        for number, (tree,) in enumerate(model._predictors):
            for place, node in enumerate(tree.nodes):
                if node["is_leaf"]: out.append((number, place, "-", f"{node['value']:.5f}", 0, 0))
                else: out.append((number, place, names[kept[node["feature_idx"]]], f"{node['num_threshold']:.6g}", node["left"], node["right"]))
        write("trees.tsv", "What makes two mentions one happening: decision trees whose leaves add up, learned by\n"
              "Scripts/fit-merging.py from ECB+ (train) by gradient boosting. At most the value goes left.",
              ("tree", "node", "feature", "value", "left", "right"), out)


def lemmas(program, docs, work):
    """The dictionary form of each mention's trigger, as merging sees it."""
    file = f"{work}/lemmas.jsonl"
    with open(file, "w", encoding="utf-8") as out:
        for d in docs: out.write(json.dumps(d) + "\n")
    lines = subprocess.run([program, file, "--lemmas"], check=True, capture_output=True, text=True).stdout
    return dict(line.split("\t") for line in lines.splitlines())


def senses():
    """WordNet's synsets of words that may tell a happening and are used."""
    own, derived, above = (collections.defaultdict(set) for _ in range(3))
    used = collections.Counter()
    for line in open(f"{WORDNET}/cntlist.rev"):
        key, _, n = line.split()
        used[key.split("%")[0]] += int(n)
    number = lambda pos, offset: (int(offset) << 1) | (pos == "v")
    happenings = {"04", "10", "11", "19", "22", "26"}  # act, communication, event, phenomenon, process, state
    for pos, name in (("n", "noun"), ("v", "verb")):
        for line in open(f"{WORDNET}/data.{name}"):
            if line.startswith(" "): continue
            cells = line.split("|")[0].split()
            if pos == "n" and cells[1] not in happenings: continue
            count = int(cells[3], 16)
            words = [cells[4 + 2 * i].lower() for i in range(count)]
            at = 4 + 2 * count
            for word in words:
                if "_" in word or not used[word]: continue
                own[word].add(number(pos, cells[0]))
                for i in range(int(cells[at])):
                    symbol, offset, kind, _ = cells[at + 1 + 4 * i:at + 5 + 4 * i]
                    if symbol == "+" and kind in "nv": derived[word].add(number(kind, offset))
                    if symbol == "@": above[word].add(number(kind, offset))
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    ids = {s: i for i, s in enumerate(sorted(set().union(*own.values(), *derived.values(), *above.values())))}
    def base36(n):
        text = ""
        while True:
            n, r = divmod(n, 36)
            text = digits[r] + text
            if not n: return text
    join = lambda some: " ".join(base36(ids[s]) for s in sorted(some))
    write("senses.tsv", "Synsets of words that may tell a happening, by numbers of our own: those of the word, those derived\n"
          "from them and those above them. Written by Scripts/fit-merging.py from WordNet 3.0 (wordnet-base).",
          ("lemma", "own", "derived", "above"), [(w, join(own[w]), join(derived[w]), join(above[w])) for w in sorted(own)])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus")
    parser.add_argument("--program", default=f"{ROOT}/.build/debug/merge-mentions")
    parser.add_argument("--work", help="a folder for what is passed between the steps")
    parser.add_argument("--trees", type=int, default=200)
    parser.add_argument("--only", default="stories,mentions")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        options.work = options.work or folder
        os.makedirs(options.work, exist_ok=True)
        Fit(options).run()


if __name__ == "__main__":
    main()
