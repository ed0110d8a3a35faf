import Dateline

/// Does what a command line asks for and gives back the exit status.
func run(_ words: [String]) -> Int32 {
  do throws(Failure) {
    let arguments: Arguments
    do throws(UsageError) {
      arguments = try Arguments(words)
    } catch {
      throw .usage(error)
    }
    defer { Progress.stop() }
    return try run(arguments)
  } catch {
    Unfinished.clear()
    if let message = error.message { Messages.error(message) }
    return error.status
  }
}

private func run(_ arguments: Arguments) throws(Failure) -> Int32 {
  let command = arguments.command
  if arguments.has("help") {
    let page = command.name == .help ? HelpPage(overview: Command.all) : HelpPage(of: command)
    try print(page.text, arguments)
    return 0
  }
  if arguments.has("version") || command.name == .version {
    try print("dateline \(Dateline.version)\n", arguments)
    return 0
  }
  switch command.name {
  case .read: return try read(arguments)
  case .annotate: return try annotate(arguments)
  case .extract: return try extract(arguments)
  case .timeline: return try timeline(arguments)
  case .graph: return try graph(arguments)
  case .diff: return try diff(arguments)
  case .build: return try build(arguments)
  case .explain: return try explain(arguments)
  case .schema: return try schema(arguments)
  case .licences: return try licences(arguments)
  case .help: return try help(arguments)
  case .version: return 0
  }
}

/// Writes a whole result.
func print(_ text: String, _ arguments: Arguments) throws(Failure) {
  let output = try Output(arguments.text("output"))
  try output.write(text)
  try output.finish()
}
