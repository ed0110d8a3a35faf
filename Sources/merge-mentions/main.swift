// merge-mentions FILE [--tables DIR] [--evidence DIR] [--lemmas] [--entries]: merges mentions that are marked in articles.
//
// FILE is JSON Lines: {id, text, mentions: [{id, start, end}]}, offsets in Unicode scalars. Prints one
// line an event: the ids of its mentions, with tabs between them. Everything else about a mention is
// what Dateline finds itself. With --evidence the features of pairs are written, for learning, and
// again for each line of standard input, by the tables as they are then;
// with --entries the deeds and tolls of one incident are one event, as a timeline's readers see it;
// with --lemmas only the ids and dictionary forms of the mentions.

import DatelineExtraction
import DatelineModel
import DatelineTimelines
import Foundation

let options = MergeOptions(Array(CommandLine.arguments.dropFirst()))
let pack = LanguagePack.builtIn("en")!
var names: [String: [String]] = [:]
var articles: [AnnotatedArticle] = []
for line in try String(contentsOfFile: options.file, encoding: .utf8).split(separator: "\n") {
  let marked = try JSONDecoder().decode(MarkedArticle.self, from: Data(line.utf8))
  articles.append(marked.annotated(using: pack))
  names[marked.id] = marked.mentions.map(\.id)
}
if options.printsLemmas {
  for article in articles {
    for (id, event) in zip(names[article.article.id]!, article.events) {
      print("\(id)\t\(event.lemma)")
    }
  }
  exit(0)
}
let places = Dictionary(uniqueKeysWithValues: articles.map { ($0.article.id, $0) })
repeat {
  let evidence = options.evidence == nil ? nil : MergingEvidence()
  let graph = EventGraph(
    merging: articles, models: options.models, evidence: evidence,
    joinsIncidents: options.joinsIncidents)
  if let folder = options.evidence, let evidence {
    // For a learner that writes the next tables and asks again by a line of input.
    try evidence.write(to: folder, names: names)
    print("written")
    fflush(nil)
    continue
  }
  for event in graph.events {
    let ids = event.mentions.flatMap { mention in
      let article = places[mention.article]!
      let offsets = ScalarOffsets(article.article.text)
      return article.events.indices.filter {
        offsets.scalar(atByte: article.events[$0].span.start) == mention.start
          && offsets.scalar(atByte: article.events[$0].span.end) == mention.end
      }.map { names[mention.article]![$0] }
    }
    print(Set(ids).sorted().joined(separator: "\t"))
  }
} while options.evidence != nil && readLine() != nil
