import Dateline

/// `dateline schema`: the JSON Schemas of all formats.
func schema(_ arguments: Arguments) throws(Failure) -> Int32 {
  guard let name = arguments.operands.first else {
    try print("[\(Schema.all.map(\.text).joined(separator: ",\n"))]\n", arguments)
    return 0
  }
  guard let schema = Schema.all.first(where: { $0.name == name }) else {
    let names = Schema.all.map(\.name)
    let near = suggestion(for: name, among: names).map { " Did you mean \($0)?" }
    throw .usage(
      UsageError(
        message: "no schema \(name): there are \(names.joined(separator: ", ")).\(near ?? "")",
        command: .schema))
  }
  try print(schema.text + "\n", arguments)
  return 0
}

/// `dateline help`: the page of a command, or what is made from all of them.
func help(_ arguments: Arguments) throws(Failure) -> Int32 {
  switch arguments.text("format") {
  case "man": try print(ManualPage(Command.all).text, arguments)
  case "bash": try print(bashCompletions(Command.all), arguments)
  case "zsh": try print(zshCompletions(Command.all), arguments)
  case "fish": try print(fishCompletions(Command.all), arguments)
  default:
    guard let name = arguments.operands.first else {
      try print(HelpPage(overview: Command.all).text, arguments)
      return 0
    }
    guard let command = Command.named(name) else {
      let near = suggestion(for: name, among: Command.all.map(\.name.rawValue))
      throw .usage(
        UsageError(
          message: "no command \(name).\(near.map { " Did you mean \($0)?" } ?? "")", command: nil))
    }
    try print(HelpPage(of: command).text, arguments)
  }
  return 0
}

/// What `dateline schema` takes.
let schemaNames = Schema.all.map(\.name)

/// `dateline licences`: the notices of what Dateline is built from.
func licences(_ arguments: Arguments) throws(Failure) -> Int32 {
  for file in EmbeddedData.files where file.path == "THIRD_PARTY_NOTICES" {
    try print(file.text.description, arguments)
  }
  return 0
}
