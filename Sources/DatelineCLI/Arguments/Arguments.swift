import Dateline

/// A command line that has been understood.
struct Arguments: Sendable {
  let command: Command
  fileprivate(set) var values: [String: [String]] = [:]
  fileprivate(set) var flags: Set<String> = []
  fileprivate(set) var operands: [String] = []

  func has(_ flag: String) -> Bool { flags.contains(flag) }

  /// The value given last.
  func text(_ name: String) -> String? { values[name]?.last }

  /// All values given, in their order.
  func texts(_ name: String) -> [String] { values[name] ?? [] }

  func number(_ name: String) -> Int? { text(name).flatMap { Int($0) } }

  /// The days that the date given reaches over.
  func days(_ name: String) -> (earliest: CalendarDate?, latest: CalendarDate?) {
    let value = text(name).flatMap { EDTFValue($0) }
    return (value?.earliest, value?.latest)
  }
}

/// A command line that makes no sense, with what to do about it.
struct UsageError: Error, Hashable {
  let message: String
  /// Where it is not understood what is to be done at all, nil.
  let command: Command.Name?
}

extension Arguments {
  /// What `words`, the command line without the program's name, ask for.
  init(_ words: [String]) throws(UsageError) {
    var command: Command?
    var values: [String: [String]] = [:]
    var flags: Set<String> = []
    var operands: [String] = []
    var isVerbatim = false
    var rest = words[...]

    func fail(_ message: String) -> UsageError {
      UsageError(message: message, command: command?.name)
    }
    /// Before the command's name only what every command takes is understood.
    func options() -> [Option] {
      command?.options ?? Option.all.filter { $0.group == .common }
    }
    func set(_ option: Option, _ given: String, as shown: String) throws(UsageError) {
      if let fault = option.fault(in: given) { throw fail("\(shown) \(fault)") }
      let value = option.normal(given)
      if option.isRepeatable {
        values[option.name, default: []].append(value)
      } else {
        values[option.name] = [value]
      }
    }
    func take(_ option: Option, as shown: String) throws(UsageError) {
      guard option.takesValue else {
        flags.insert(option.name)
        return
      }
      guard let value = rest.first, !value.hasPrefix("--") || value == "--" else {
        throw fail("\(shown) needs a value: \(shown) \(option.argument).")
      }
      rest = rest.dropFirst()
      try set(option, value, as: shown)
    }

    while let word = rest.popFirst() {
      if isVerbatim || word == "-" || !word.hasPrefix("-") {
        if command == nil, !isVerbatim {
          guard let named = Command.named(word) else {
            let near = suggestion(for: word, among: Command.all.map(\.name.rawValue))
            throw fail("no command \(word).\(near.map { " Did you mean \($0)?" } ?? "")")
          }
          command = named
        } else {
          operands.append(word)
        }
      } else if word == "--" {
        isVerbatim = true
      } else if word.hasPrefix("--") {
        let parts = word.dropFirst(2).split(
          separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = parts.first.map(String.init) ?? ""
        guard let option = options().first(where: { $0.name == name }) else {
          throw fail(Arguments.unknown(option: name, of: command, among: options()))
        }
        if parts.count == 2 {
          guard option.takesValue else { throw fail("--\(name) takes no value.") }
          try set(option, String(parts[1]), as: "--\(name)")
        } else {
          try take(option, as: "--\(name)")
        }
      } else {
        // -qo FILE and -oFILE, as usual.
        var letters = word.dropFirst()
        while let letter = letters.popFirst() {
          guard let option = options().first(where: { $0.short == letter }) else {
            throw fail("no option -\(letter).")
          }
          if option.takesValue, !letters.isEmpty {
            try set(option, String(letters), as: "-\(letter)")
            letters = ""
          } else {
            try take(option, as: "-\(letter)")
          }
        }
      }
      // Help and version answer whatever else is wrong with the line.
      if command != nil, flags.contains("help") || flags.contains("version") { break }
    }

    if command == nil {
      if flags.contains("help") {
        command = Command.named("help")
      } else if flags.contains("version") {
        command = Command.named("version")
      }
    }
    guard let command else { throw UsageError(message: "no command.", command: nil) }
    self.command = command
    self.values = values
    self.flags = flags
    self.operands = operands
    if flags.contains("help") || flags.contains("version") { return }
    if operands.count < command.operands.lowerBound {
      throw fail("no INPUT: name files, folders, or - for standard input.")
    }
    if operands.count > command.operands.upperBound {
      throw fail("“\(operands[command.operands.upperBound])” is one word too many.")
    }
  }

  /// Says what is meant, or where the option exists.
  private static func unknown(
    option name: String, of command: Command?, among options: [Option]
  ) -> String {
    let message = "no option --\(name)."
    if let near = suggestion(for: name, among: options.map(\.name)) {
      return "\(message) Did you mean --\(near)?"
    }
    let owners = Option.all.first { $0.name == name }?.commands.map(\.rawValue) ?? []
    if owners.isEmpty { return message }
    let place = command == nil ? "It goes behind the command" : "It is an option of"
    return "\(message) \(place): \(owners.joined(separator: ", "))."
  }
}

extension Option {
  /// What is wrong with a value, as the end of a sentence; nil where nothing is.
  func fault(in text: String) -> String? {
    switch value {
    case .none, .file, .folder: return text.isEmpty ? "needs a value." : nil
    case .text: return nil
    case .number(let range):
      if let number = Int(text), range.contains(number) { return nil }
      let most = range.upperBound == .max ? "" : " to \(range.upperBound)"
      return "wants a whole number from \(range.lowerBound)\(most), not “\(text)”."
    case .date:
      if EDTFValue(text) != nil { return nil }
      return "wants a date such as 2019-08-01, 2019-08 or 2019, not “\(text)”."
    case .moment:
      if PublicationDate(text, from: .option) != nil { return nil }
      return "wants a date such as 2019-08-01 or 2019-08-01T10:22:33+06:00, not “\(text)”."
    case .one(let choices): return fault(in: text, among: choices)
    case .several(let choices):
      for part in text.split(separator: ",", omittingEmptySubsequences: false) {
        if let fault = fault(in: String(part), among: choices) { return fault }
      }
      return nil
    }
  }

  private func fault(in text: String, among choices: [String]) -> String? {
    if choices.contains(where: { $0 == text || $0.lowercased() == text.lowercased() }) {
      return nil
    }
    let near = suggestion(for: text.lowercased(), among: choices.map { $0.lowercased() })
      .map { " Did you mean \($0)?" }
    return "takes \(choices.joined(separator: ", ")), not “\(text)”.\(near ?? "")"
  }

  /// The value as the table spells it.
  func normal(_ text: String) -> String {
    switch value {
    case .one(let choices): choices.first { $0.lowercased() == text.lowercased() } ?? text
    case .several: text.lowercased()
    default: text
    }
  }
}
