// train-entities: learns the weights of the entity model from sets with an open licence.
//
// The same sets give the same bytes: integers only, a fixed order, no clock.

import DatelineExtraction
import DatelineModel
import Foundation

var options = TrainingOptions(CommandLine.arguments.dropFirst())
let pack = LanguagePack.builtIn("en")!
let clusters = ClusterFile(options.clusters)
let stock = NameStock(
  options.root + "/Sources/DatelineExtraction/LanguagePacks/en/actors/gazetteer.tsv")
var examples = options.train.flatMap { set in
  EntitySet(set).examples(pack: pack, clusters: clusters, stock: stock, options: options)
}
examples += NewswirePatterns(options.root + "/Sources/train-entities/newswire.tsv", stock: stock)
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
