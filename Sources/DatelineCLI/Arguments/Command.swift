/// What a user can ask for: one row of the table that feeds parser, help, manual and completions.
struct Command: Sendable {
  enum Name: String, CaseIterable, Sendable {
    case read, annotate, extract, timeline, graph, diff, build, explain, schema, licences
    case help, version
  }

  let name: Name
  /// One sentence.
  let summary: String
  /// What may stand behind the name, one line a form.
  let usage: [String]
  /// How many operands it takes.
  let operands: ClosedRange<Int>
  /// A command line that works, and what it does.
  let example: String
  /// What only this command has to say about its exit status.
  var statuses: [(status: Int, meaning: String)] = []
  /// More than a sentence, for the help page; one paragraph each.
  var notes: [String] = []

  /// The options that it takes, in the order of the table.
  var options: [Option] { Option.all.filter { $0.commands.contains(name) } }

  /// Its exit statuses, in order.
  var exitStatuses: [(status: Int, meaning: String)] {
    let own = Set(statuses.map(\.status))
    return (statuses + Command.commonStatuses.filter { !own.contains($0.status) })
      .sorted { $0.status < $1.status }
  }

  static func named(_ name: String) -> Command? { all.first { $0.name.rawValue == name } }

  static let commonStatuses = [
    (status: 0, meaning: "done, even if some articles had to be skipped"),
    (status: 2, meaning: "wrong usage, no readable article, or output that cannot be written"),
    (status: 70, meaning: "a fault of Dateline itself"),
    (status: 130, meaning: "interrupted"),
  ]

  private static let many = 1...Int.max

  static let all: [Command] = [
    Command(
      name: .read, summary: "Read articles and print them as JSON Lines.",
      usage: ["INPUT..."], operands: many,
      example: "dateline read news/ > articles.jsonl",
      notes: [
        "INPUT is a file, a folder (with all below it) or - for JSON Lines on standard input. "
          + "Read are JSON Lines and JSON, text and Markdown with front matter, HTML, RSS and Atom, "
          + "CSV and TSV, WARC, e-mail (.eml, .mbox), and gzip, zip and tar of these.",
        "articles.csv or articles.tsv beside files gives their source, date and link by file name.",
      ]),
    Command(
      name: .annotate, summary: "Find times, names and events in each article.",
      usage: ["INPUT..."], operands: many,
      example: "dateline annotate --layers time --format timeml article.txt"),
    Command(
      name: .extract, summary: "Join what all articles report into one event graph.",
      usage: ["INPUT..."], operands: many,
      example: "dateline extract news/ -o events.json",
      notes: [
        "timeline, graph, diff, build and explain read the event graph in place of the articles."
      ]),
    Command(
      name: .timeline, summary: "Tell day by day what happened, with the sentences that say so.",
      usage: ["INPUT..."], operands: many,
      example: "dateline timeline news/ --since 2019-07 --dates 10 -o timeline.html"),
    Command(
      name: .graph, summary: "Draw who did what with whom.",
      usage: ["INPUT..."], operands: many,
      example: "dateline graph news/ --max-actors 20 -o actors.svg"),
    Command(
      name: .diff,
      summary: "Compare what sources report: shared, missing, contradicted, named otherwise.",
      usage: ["LEFT RIGHT", "--by-source INPUT..."], operands: many,
      example: "dateline diff --by-source news/ --group state=SANA,TASS",
      statuses: [(0, "no differences"), (1, "differences found")],
      notes: [
        "A file for --decisions has one decision a line, each with “because” and a reason where you "
          + "want one: “same EVENT EVENT”, “apart EVENT EVENT”, “resolved EVENT number \"at least 126\"”. "
          + "EVENT is an id as this command prints it, or ARTICLE:OFFSET, which outlives the id."
      ]),
    Command(
      name: .build, summary: "Build a website of everything: timeline, actors, comparison.",
      usage: ["INPUT... -o DIR"], operands: many,
      example: "dateline build news/ -o site",
      notes: [
        "What Dateline wrote to DIR before is replaced as a whole; other files in DIR stay."
      ]),
    Command(
      name: .explain, summary: "Say why something stands where it does.",
      usage: [
        "INPUT... --event ID [--and ID]", "INPUT... --actor ID", "INPUT... --at ARTICLE:OFFSET",
      ], operands: many,
      example: "dateline explain events.json --event e1b2c3d4",
      notes: ["An event's id may be cut short, as long as it is the only one that starts so."]),
    Command(
      name: .schema, summary: "Print the JSON Schemas of all formats.",
      usage: ["[NAME]"], operands: 0...1,
      example: "dateline schema event-graph > event-graph.schema.json"),
    Command(
      name: .licences, summary: "Print the notices of what Dateline is built from.",
      usage: [""], operands: 0...0, example: "dateline licences"),
    Command(
      name: .help, summary: "Explain a command.",
      usage: ["[COMMAND]"], operands: 0...1, example: "dateline help diff"),
    Command(
      name: .version, summary: "Print the version.",
      usage: [""], operands: 0...0, example: "dateline version"),
  ]
}
