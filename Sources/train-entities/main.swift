// train-entities: learns the weights of the entity model from sets with an open licence.
//
// The same sets give the same bytes: integers only, a fixed order, no clock.

import DatelineExtraction
import DatelineModel
import Foundation

var options = TrainingOptions(CommandLine.arguments.dropFirst())
let pack = LanguagePack.builtIn("en")!
let clusters = ClusterFiles(
  written: ClusterFile(options.clusters), used: ClusterFile(options.uses))
let stock = NameStock(
  options.root + "/Sources/DatelineExtraction/LanguagePacks/en/actors/gazetteer.tsv")
let grammar = NameGrammar(options.root + "/Sources/train-entities/names.tsv", stock: stock)
var examples = options.train.flatMap { set in
  EntitySet(set).examples(pack: pack, clusters: clusters, grammar: grammar, options: options)
}
examples += NewswirePatterns(
  options.root + "/Sources/train-entities/newswire.tsv", stock: stock, grammar: grammar
)
.examples(
  copies: options.patterns, pack: pack, clusters: clusters, groups: options.groups)
var trainer = EntityTrainer(examples, options: options)
trainer.train()
let model = trainer.model(clusters: clusters)
if let output = options.output {
  try Data(model.bytes).write(to: URL(filePath: output), options: .atomic)
  print("\(output)\t\(model.bytes.count) bytes\t\(model.features) features")
}
for set in options.test {
  print(
    EntityScore(
      of: EntitySet(set), model: model, pack: pack, groups: options.groups, errors: options.verbose
    ).row)
}
