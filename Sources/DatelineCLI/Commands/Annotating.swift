import Dateline

/// `dateline read`: articles as JSON Lines.
func read(_ arguments: Arguments) throws(Failure) -> Int32 {
  let output = try Output(arguments.text("output"))
  var json = JSONWriter()
  let inputs = try Inputs(arguments)
  try inputs.read(arguments.operands) { (article) throws(Failure) in
    article.write(to: &json)
    json.newline()
    if json.bytes.count >= 1 << 16 {
      try output.write(json.bytes)
      json = JSONWriter()
    }
  }
  try output.write(json.bytes)
  try output.finish()
  return inputs.status
}

/// `dateline annotate`: what was found in each article, in the order of the inputs.
func annotate(_ arguments: Arguments) throws(Failure) -> Int32 {
  let output = try Output(arguments.text("output"))
  let inputs = try Inputs(arguments, marksRepeats: false)
  let layers = arguments.layers
  let isTimeML = arguments.text("format") == "timeml"
  let genre = inputs.genre
  let entities = inputs.entities
  let packs = inputs.packs
  let cache = inputs.cache
  try inputs.work(on: arguments.operands) { articles -> [UInt8] in
    if isTimeML {
      return Dateline.annotate(articles, layers: .time, genre: genre, packs: packs, cache: cache)
        .flatMap { TimeMLDocument($0).bytes }
    }
    var json = JSONWriter()
    for annotated in Dateline.annotate(
      articles, layers: layers, genre: genre, entities: entities, packs: packs, cache: cache)
    {
      annotated.write(to: &json, layers: layers)
      json.newline()
    }
    return json.bytes
  } deliver: { (bytes) throws(Failure) in
    try output.write(bytes)
  }
  try output.finish()
  return inputs.status
}

extension Arguments {
  /// What `--layers` asks for.
  var layers: AnnotatedArticle.Layers {
    guard let list = text("layers") else { return .all }
    var layers: AnnotatedArticle.Layers = []
    for name in list.split(separator: ",") {
      switch name {
      case "time": layers.insert(.time)
      case "entities": layers.insert(.entities)
      case "events": layers.insert(.events)
      default: break
      }
    }
    return layers
  }
}
