import DatelineModel

/// An actor file made ready for looking names up.
struct ActorRules {
  private let path: String
  /// By the folded name that a row is about, or the value for merges.
  private var merges: [String: ActorFile.Row] = [:]
  /// By the folded name that is kept apart, then by the one that it is kept apart from.
  private var splits: [String: [String: ActorFile.Row]] = [:]
  private var renames: [String: ActorFile.Row] = [:]
  private var kinds: [String: ActorFile.Row] = [:]
  private var colours: [String: ActorFile.Row] = [:]
  private var initials: [String: ActorFile.Row] = [:]
  private var ignored: [String: ActorFile.Row] = [:]
  private var folded: [String: String] = [:]
  /// The rows that decided, by the folded name that an actor has now.
  private(set) var decisions: [String: Set<Int>] = [:]
  private var actions: [Int: ActorFile.Action] = [:]
  /// Where merges have led, by the folded name with which they began.
  private var endings: [String: Ending] = [:]

  /// The name that merges give, with the rows that led there.
  private struct Ending {
    var name: String
    var key: String
    var lines: Set<Int>
  }

  init(_ file: ActorFile) {
    path = file.path
    for row in file.rows {
      actions[row.line] = row.action
      let name = FoldedName(row.name).text
      switch row.action {
      case .merge: merges[FoldedName(row.value).text] = row
      case .split:
        let value = FoldedName(row.value).text
        if splits[value]?[name] == nil { splits[value, default: [:]][name] = row }
      case .rename: renames[name] = row
      case .type: kinds[name] = row
      case .colour: colours[name] = row
      case .initials: initials[name] = row
      case .ignore: ignored[name] = row
      }
    }
  }

  private mutating func fold(_ name: String) -> String {
    if let known = folded[name] { return known }
    let new = FoldedName(name).text
    folded[name] = new
    return new
  }

  /// The article with its actors as the file wants them.
  mutating func applied(to article: AnnotatedArticle) -> AnnotatedArticle {
    var article = article
    split(&article)
    var gone: Set<String> = []
    var printed: [String: String] = [:]
    for index in article.actors.indices {
      var actor = article.actors[index]
      var lines: Set<Int> = []
      var key = fold(actor.name)
      if let ending = ending(of: key) {
        lines = ending.lines
        actor.name = ending.name
        key = ending.key
      }
      if let row = renames[key] {
        lines.insert(row.line)
        actor.name = row.value
        key = fold(row.value)
      }
      if let row = kinds[key] ?? kinds[fold(article.actors[index].name)],
        let kind = ActorKind(rawValue: row.value)
      {
        lines.insert(row.line)
        actor.kind = kind
      }
      if ignored[key] != nil || ignored[fold(article.actors[index].name)] != nil {
        gone.insert(actor.id)
        continue
      }
      if let row = initials[key] ?? initials[fold(article.actors[index].name)] {
        lines.insert(row.line)
        for alias in actor.aliases { printed[alias] = ActorRules.initials(of: alias) }
        actor.name = ActorRules.initials(of: actor.name)
        actor.aliases = actor.aliases.map(ActorRules.initials(of:))
        key = fold(actor.name)
      }
      if !lines.isEmpty {
        // What the reader names means the same everywhere.
        actor.isKnown = true
        actor.isNominal = false
        decisions[key, default: []].formUnion(lines)
      }
      article.actors[index] = actor
    }
    article.actors.removeAll { gone.contains($0.id) }
    article.entities.removeAll { gone.contains($0.actor) }
    for index in article.events.indices {
      article.events[index].participants.removeAll { gone.contains($0.actor) }
      for place in article.events[index].participants.indices {
        let form = article.events[index].participants[place].printed
        if let short = printed[form] { article.events[index].participants[place].printed = short }
      }
    }
    return article
  }

  /// Where a chain of merges leads, which is walked once for each name; nil where there is none. It
  /// ends: the file is checked.
  private mutating func ending(of key: String) -> Ending? {
    if let known = endings[key] { return known }
    guard let first = merges[key] else { return nil }
    var ending = Ending(name: first.name, key: fold(first.name), lines: [first.line])
    while let row = merges[ending.key] {
      ending.lines.insert(row.line)
      ending.name = row.name
      ending.key = fold(row.name)
    }
    endings[key] = ending
    return ending
  }

  /// Gives printed forms that are kept apart an actor of their own.
  private mutating func split(_ article: inout AnnotatedArticle) {
    guard !splits.isEmpty else { return }
    for number in article.actors.indices {
      let whole = article.actors[number]
      let wholeKey = fold(whole.name)
      for form in whole.aliases {
        let key = fold(form)
        guard key != wholeKey, let row = splits[key]?[wholeKey] else { continue }
        var own = whole
        own.id = whole.id + "/" + key
        own.name = row.value
        own.aliases = [form]
        own.roles = []
        own.isKnown = true
        decisions[key, default: []].insert(row.line)
        article.actors[number].aliases.removeAll { $0 == form }
        if let known = article.actors.firstIndex(where: { $0.id == own.id }) {
          article.actors[known].aliases.append(form)
        } else {
          article.actors.append(own)
        }
        for event in article.events.indices {
          for place in article.events[event].participants.indices
          where article.events[event].participants[place].actor == whole.id
            && article.events[event].participants[place].printed == form
          {
            article.events[event].participants[place].actor = own.id
          }
        }
      }
    }
  }

  /// Whether two folded names are never one actor.
  func keepsApart(_ a: String, _ b: String) -> Bool {
    splits[a]?[b] != nil || splits[b]?[a] != nil
  }

  /// Whether the reader has named an actor so: then its spelling is no question.
  func decides(_ name: String) -> Bool { decisions[name] != nil }

  /// Whether a folded name was given by a merge, so that its bearers are one, of whatever kind.
  func joins(_ name: String) -> Bool {
    decisions[name]?.contains { actions[$0] == .merge } ?? false
  }

  /// Puts colours and the rows that decided on the finished actors.
  func mark(_ actor: inout Actor) {
    let names = Set(([actor.name] + actor.aliases.map(\.name)).map { FoldedName($0).text })
    var lines = decisions[FoldedName(actor.name).text] ?? []
    for name in names.sorted() {
      if let row = colours[name], actor.colour == nil {
        actor.colour = row.value
        lines.insert(row.line)
      }
    }
    actor.decidedBy = lines.sorted().compactMap { line in
      actions[line].map { "\(path):\(line) (\($0.rawValue))" }
    }
  }

  /// "Jane van Doe" becomes "J. v. D.".
  static func initials(of name: String) -> String {
    name.split { $0 == " " || $0 == "-" }
      .compactMap { $0.first { $0.isLetter } }
      .map { "\($0)." }.joined(separator: " ")
  }
}
