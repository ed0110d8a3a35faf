import Dateline

/// One option of the command line: a row of the one table that all else is made from.
struct Option: Sendable {
  /// The heading under which help lists it.
  enum Group: String, CaseIterable, Sendable {
    case subject = "What to do"
    case filter = "What to keep"
    case show = "How to show it"
    case metadata = "What the articles do not say"
    case common = "Every command"
  }

  /// What its value may be.
  enum Value: Sendable {
    /// It takes none.
    case none
    case text
    /// A whole number among these.
    case number(ClosedRange<Int>)
    /// An EDTF date.
    case date
    /// An EDTF date, or a time with its offset.
    case moment
    case file
    case folder
    /// One of these.
    case one([String])
    /// Several of these, with commas between.
    case several([String])
  }

  /// Without the dashes.
  let name: String
  var short: Character?
  /// What help calls its value.
  var argument: String = ""
  let value: Value
  let meaning: String
  /// What holds where it is not given; nil where there is nothing to say.
  var fallback: String?
  let group: Group
  var isRepeatable = false
  let commands: [Command.Name]

  /// `--name` with its short form and its argument, as help prints it.
  var heading: String {
    let names = short.map { "-\($0), --\(name)" } ?? "--\(name)"
    return argument.isEmpty ? names : "\(names) \(argument)"
  }

  /// What is allowed, where that is a list.
  var choices: [String] {
    switch value {
    case .one(let choices), .several(let choices): choices
    default: []
    }
  }

  var takesValue: Bool {
    if case .none = value { false } else { true }
  }

  private static let articles: [Command.Name] = [
    .read, .annotate, .extract, .timeline, .graph, .diff, .build, .explain,
  ]
  private static let analysing = articles.filter { $0 != .read }
  private static let filtering: [Command.Name] = [.timeline, .graph, .diff, .build]
  private static let writing = articles + [.schema, .licences, .help]

  static let all: [Option] = [
    // What to do
    Option(
      name: "layers", argument: "LIST", value: .several(["time", "entities", "events"]),
      meaning: "look for these only: time, entities, events", fallback: "all", group: .subject,
      commands: [.annotate]),
    Option(
      name: "by-source", value: .none,
      meaning: "compare every source with every other", group: .subject, commands: [.diff]),
    Option(
      name: "base", argument: "SOURCE", value: .text,
      meaning: "compare all others with this source", group: .subject, commands: [.diff]),
    Option(
      name: "group", argument: "NAME=A,B", value: .text,
      meaning: "take several sources as one", group: .subject, isRepeatable: true,
      commands: [.diff]),
    Option(
      name: "groups", argument: "FILE", value: .file,
      meaning: "groups from a file, NAME=A,B on each line", group: .subject, commands: [.diff]),
    Option(
      name: "decisions", argument: "FILE", value: .file,
      meaning: "your own: same event, not the same, resolved so", group: .subject,
      commands: [.extract, .timeline, .graph, .diff, .build, .explain]),
    Option(
      name: "window", argument: "DAYS", value: .number(0...Int.max),
      meaning: "who publishes within so many days and tells nothing is silent", fallback: "7",
      group: .subject, commands: [.diff]),
    Option(
      name: "event", argument: "ID", value: .text, meaning: "why this event stands as it does",
      group: .subject, commands: [.explain]),
    Option(
      name: "and", argument: "ID", value: .text,
      meaning: "why the reports of both were taken for one event, or not", group: .subject,
      commands: [.explain]),
    Option(
      name: "actor", argument: "ID", value: .text,
      meaning: "who this is: names by source, roles, events", group: .subject,
      commands: [.explain]),
    Option(
      name: "at", argument: "ARTICLE:OFFSET", value: .text,
      meaning: "what was found at this place of an article, and by which rule", group: .subject,
      commands: [.explain]),
    // What to keep
    Option(
      name: "since", argument: "D", value: .date,
      meaning: "what happened on or after D: a day, month or year", group: .filter,
      commands: filtering),
    Option(
      name: "until", argument: "D", value: .date,
      meaning: "what happened up to the end of D", group: .filter, commands: filtering),
    Option(
      name: "from", argument: "SOURCE", value: .text, meaning: "what this source reports",
      group: .filter, isRepeatable: true, commands: filtering),
    Option(
      name: "with", argument: "ACTOR", value: .text,
      meaning: "what this actor takes part in: name, alias or id", group: .filter,
      isRepeatable: true, commands: filtering),
    Option(
      name: "type", argument: "TYPE", value: .one(EventType.allCases.map(\.rawValue)),
      meaning: "events of this type, such as CONSULT or ASSAULT", group: .filter,
      isRepeatable: true, commands: filtering),
    Option(
      name: "place", argument: "P", value: .text, meaning: "what happened at this place",
      group: .filter, isRepeatable: true, commands: filtering),
    // How to show it
    Option(
      name: "format", argument: "FORMAT", value: .one(["json", "timeml"]),
      meaning: "JSON Lines, or TimeML with the times marked in the text", fallback: "json",
      group: .show, commands: [.annotate]),
    Option(
      name: "format", argument: "FORMAT", value: .one(["text", "html", "json", "svg"]),
      meaning: "text, a page, the days as JSON, or a picture",
      fallback: "text, or as the name of the output ends",
      group: .show,
      commands: [.timeline]),
    Option(
      name: "format", argument: "FORMAT", value: .one(["svg", "dot"]),
      meaning: "a picture, or Graphviz's own language",
      fallback: "svg, or as the name of the output ends", group: .show,
      commands: [.graph]),
    Option(
      name: "format", argument: "FORMAT", value: .one(["text", "html", "json"]),
      meaning: "text, a page, or JSON", fallback: "text, or as the name of the output ends",
      group: .show,
      commands: [.diff]),
    Option(
      name: "inline", value: .none, meaning: "one column, differences marked in the line",
      group: .show, commands: [.diff]),
    Option(
      name: "width", argument: "N", value: .number(32...Int.max),
      meaning: "columns to fill with text",
      fallback: "the terminal's, else 80", group: .show, commands: [.timeline, .diff]),
    Option(
      name: "colour", argument: "WHEN", value: .one(["auto", "always", "never"]),
      meaning: "colour text: auto, always or never; NO_COLOR is honoured", fallback: "auto",
      group: .show, commands: [.timeline, .diff]),
    Option(
      name: "format", argument: "FORMAT", value: .one(["text", "man", "bash", "zsh", "fish"]),
      meaning: "help as text, the manual page, or a shell's completions", fallback: "text",
      group: .show, commands: [.help]),
    Option(
      name: "dates", argument: "N", value: .number(1...Int.max),
      meaning: "the N days that matter most", fallback: "all", group: .show,
      commands: [.timeline]),
    Option(
      name: "sentences", argument: "K", value: .number(1...Int.max),
      meaning: "at most K entries or sentences a day",
      fallback: "2 with --dates, else all", group: .show, commands: [.timeline]),
    Option(
      name: "max-actors", argument: "N", value: .number(1...Int.max),
      meaning: "the N actors that matter most",
      fallback: "30", group: .show, commands: [.graph]),
    Option(
      name: "ego", argument: "NAME", value: .text,
      meaning: "one actor and those who share an event with it", group: .show,
      commands: [.graph]),
    Option(
      name: "engine", argument: "ENGINE", value: .one(GraphvizEngine.allCases.map(\.rawValue)),
      meaning: "Graphviz's layout: dot, neato, fdp or sfdp", fallback: "chosen by size",
      group: .show, commands: [.graph]),
    Option(
      name: "quote-length", argument: "N", value: .number(1...Int.max),
      meaning: "characters that one quote on a page may have", fallback: "300", group: .show,
      commands: [.timeline, .diff, .build]),
    Option(
      name: "templates", argument: "DIR", value: .folder,
      meaning: "your own templates for pages, by the names of those that ship", group: .show,
      commands: [.timeline, .graph, .diff, .build]),
    Option(
      name: "theme", argument: "NAME", value: .one(Theme.all.keys.sorted()),
      meaning: "the look of pages and pictures; ledger is all sans, and denser",
      fallback: "standard", group: .show, commands: [.timeline, .graph, .diff, .build]),
    Option(
      name: "output", short: "o", argument: "FILE", value: .file,
      meaning: "write to FILE, which is replaced as a whole", fallback: "standard output",
      group: .show, commands: writing.filter { $0 != .build }),
    Option(
      name: "output", short: "o", argument: "DIR", value: .folder,
      meaning: "write the site to DIR", group: .show, commands: [.build]),
    // What the articles do not say
    Option(
      name: "source", argument: "NAME", value: .text,
      meaning: "the outlet of articles that name none", group: .metadata, commands: articles),
    Option(
      name: "published", argument: "D", value: .moment,
      meaning: "the publication date of articles that state none", group: .metadata,
      commands: articles),
    Option(
      name: "language", argument: "CODE", value: .text,
      meaning: "the language of articles that state none", fallback: "found by the text",
      group: .metadata, commands: articles),
    Option(
      name: "accept-guesses", value: .none,
      meaning: "take a publication date that only the text suggests", group: .metadata,
      commands: articles),
    Option(
      name: "map", argument: "FIELD=NAME", value: .text,
      meaning: "a field's name in the records, as in --map text=body", group: .metadata,
      isRepeatable: true, commands: articles),
    Option(
      name: "manifest", argument: "FILE", value: .file,
      meaning: "a table that gives source, date and link by file",
      fallback: "articles.csv or .tsv beside the files", group: .metadata, commands: articles),
    Option(
      name: "genre", argument: "GENRE", value: .one(Genre.allCases.map(\.rawValue)),
      meaning:
        "count times from the publication date (news) or from the last date told (narrative)",
      fallback: "auto", group: .metadata, commands: analysing),
    Option(
      name: "entities", argument: "METHOD", value: .one(EntityMethod.allCases.map(\.rawValue)),
      meaning: "find names by rules alone, or by the learned model on top of them",
      fallback: "model", group: .metadata, commands: analysing),
    Option(
      name: "language-pack", argument: "DIR", value: .folder,
      meaning: "your own tables of a language, in a folder named for it, such as packs/en",
      group: .metadata, commands: analysing),
    Option(
      name: "actor-file", argument: "FILE", value: .file,
      meaning: "your own table of actors: merge, split, rename, type, colour, initials, ignore",
      group: .metadata, commands: analysing.filter { $0 != .annotate }),
    // Every command
    Option(
      name: "jobs", argument: "N", value: .number(1...jobsLimit),
      meaning: "articles analysed at a time, at most \(jobsLimit)",
      fallback: "all cores", group: .common, commands: articles),
    Option(
      name: "cache", argument: "DIR", value: .folder,
      meaning: "keep what is found in each article in DIR, and analyse only what is new there",
      fallback: "nothing is kept", group: .common, commands: analysing),
    Option(
      name: "locale", argument: "L", value: .one(["en", "en-GB", "de", "fr", "es", "ru", "ar"]),
      meaning: "the language of the pages' dates and labels, whatever the environment",
      fallback: "en", group: .common, commands: articles),
    Option(
      name: "strict", value: .none, meaning: "exit with 2 if any article cannot be read",
      group: .common, commands: articles),
    Option(
      name: "quiet", short: "q", value: .none, meaning: "no progress and no warnings",
      group: .common, commands: Command.Name.allCases),
    Option(
      name: "version", value: .none, meaning: "print the version", group: .common,
      commands: Command.Name.allCases),
    Option(
      name: "help", short: "h", value: .none, meaning: "print this help", group: .common,
      commands: Command.Name.allCases),
  ]
}
