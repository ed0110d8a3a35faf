import DatelineModel
import Testing

@testable import DatelineTimelines

@Suite struct ActorFileTests {
  /// Two reports, each with actors as (name, kind, printed form), all taking part in one event.
  private static func graph(
    _ reports: [[(name: String, kind: ActorKind, printed: String)]], _ file: String = ""
  ) throws -> EventGraph {
    let articles = reports.enumerated().map { number, actors in
      let text = "They met in the capital."
      var article = AnnotatedArticle(
        article: Article(
          id: "a\(number)", source: "S\(number)",
          published: PublicationDate("2019-08-0\(number + 1)", from: .record), title: nil,
          text: text))
      var locals: [LocalActor] = []
      for actor in actors {
        if let known = locals.firstIndex(where: { $0.name == actor.name }) {
          locals[known].aliases.append(actor.printed)
        } else {
          locals.append(
            LocalActor(
              id: actor.name.lowercased(), name: actor.name, kind: actor.kind,
              aliases: [actor.printed]))
        }
      }
      article.actors = locals.sorted { $0.id < $1.id }
      article.sentences = [
        Sentence(span: TextSpan(0, text.utf8.count), inTitle: false, paragraph: 0)
      ]
      article.events = [
        EventMention(
          span: TextSpan(0, text.utf8.count), sentence: 0, trigger: TextSpan(5, 8), lemma: "meet",
          type: .consult,
          participants: actors.map {
            Participant(
              actor: $0.name.lowercased(), name: $0.name, printed: $0.printed, role: .actor)
          })
      ]
      return article
    }
    return EventGraph(merging: articles, actors: try ActorFile(file, path: "actors.tsv"))
  }

  private static func names(_ graph: EventGraph) -> [String] {
    graph.actors.map { "\($0.name)/\($0.kind.rawValue)" }
  }

  @Test func mergesAcrossKindsAndSaysWhichLineDecided() throws {
    let reports: [[(name: String, kind: ActorKind, printed: String)]] = [
      [("HTS", .organization, "HTS")],
      [("Hayat Tahrir al-Sham", .group, "the Hayat Tahrir al-Sham")],
    ]
    #expect(Self.names(try Self.graph(reports)).count == 2)
    let graph = try Self.graph(reports, "# mine\nmerge\tHayat Tahrir al-Sham\tHTS\n")
    #expect(graph.actors.map(\.name) == ["Hayat Tahrir al-Sham"])
    #expect(graph.actors[0].aliases.map(\.name) == ["HTS", "the Hayat Tahrir al-Sham"])
    #expect(graph.actors[0].decidedBy == ["actors.tsv:2 (merge)"])
    #expect(graph.events.allSatisfy { $0.actors.map(\.actor) == ["hayat-tahrir-sham"] })
  }

  @Test func splitsAFormThatAnArticleGivesAnother() throws {
    let reports: [[(name: String, kind: ActorKind, printed: String)]] = [
      [
        ("Syrian army", .group, "Syrian army"), ("Syrian army", .group, "Tiger Forces"),
      ],
      [("Tiger Forces", .group, "Tiger Forces")],
    ]
    #expect(try Self.graph(reports).actors.count == 1)
    let graph = try Self.graph(reports, "split\tSyrian army\tTiger Forces")
    #expect(Self.names(graph) == ["Syrian army/group", "Tiger Forces/group"])
    let forms = graph.events.flatMap(\.mentions).flatMap(\.participants)
    #expect(forms.filter { $0.printed == "Tiger Forces" }.allSatisfy { $0.name == "Tiger Forces" })
  }

  @Test func renamesTypesColoursShortensAndLeavesOut() throws {
    let graph = try Self.graph(
      [
        [
          ("Nur-Sultan", .place, "Nur-Sultan"), ("Jane van Doe", .person, "Jane van Doe"),
          ("White Helmets", .group, "White Helmets"), ("Twitter", .organization, "Twitter"),
        ]
      ],
      """
      rename\tNur-Sultan\tAstana
      type\tWhite Helmets\torganization
      colour\tWhite Helmets\t#2f7d32
      initials\tJane van Doe
      ignore\tTwitter
      """)
    #expect(
      Self.names(graph) == ["Astana/place", "J. v. D./person", "White Helmets/organization"])
    #expect(graph.actors[2].colour == "#2f7d32")
    #expect(graph.actors[2].decidedBy == ["actors.tsv:2 (type)", "actors.tsv:3 (colour)"])
    let printed = graph.events.flatMap(\.mentions).flatMap(\.participants).map(\.printed)
    #expect(!printed.contains("Jane van Doe") && !printed.contains("Twitter"))
    var json = JSONWriter()
    graph.write(to: &json)
    #expect(try EventGraph(json: json.bytes).actors == graph.actors)
  }

  @Test(arguments: [
    ("merge\tA B", "actors.tsv:1:10: merge wants a value behind the name"),
    ("# x\n\nmurge\tA\tB", "actors.tsv:3:1: no action “murge”"),
    ("merge A B", "cells are parted by tabs"),
    ("type\tA\tplanet", "actors.tsv:1:8: no type “planet”"),
    ("colour\tA\tred", "actors.tsv:1:10: no colour “red”"),
    ("ignore\tA\tB", "actors.tsv:1:10: ignore takes no more than 2 cells"),
    ("merge\tA\tB\nsplit\tB\tA", "actors.tsv:2:1: says the contrary of line 1"),
    ("merge\tA\tB\nmerge\tB\tA", "actors.tsv:2:1: merges in a circle"),
    ("type\tA\tperson\ntype\ta\tgroup", "actors.tsv:2:1: says the contrary of line 1"),
  ])
  func mistakesAreReportedWithTheirPlace(_ text: String, _ expected: String) {
    #expect {
      try ActorFile(text, path: "actors.tsv")
    } throws: { error in
      let message = "\(error)"
      return message.contains(expected) && message.hasSuffix("^")
    }
  }

  @Test func longFilesAreCheckedRowByRow() throws {
    let count = 2000
    let chain = (0..<count).map { "merge\tA\($0)\tA\($0 + 1)" }
    let others = (0..<count).flatMap {
      ["ignore\tB\($0)", "rename\tC\($0)\tD", "split\tE\tF\($0)"]
    }
    let start = ContinuousClock.now
    let rows = chain + chain.reversed() + others
    #expect(try ActorFile(rows.joined(separator: "\n"), path: "a.tsv").rows.count == rows.count)
    for (row, message) in [
      ("merge\tA\(count)\tA0", "a.tsv:10001:1: merges in a circle"),
      ("split\tA3\tA2", "a.tsv:10001:1: says the contrary of line 3"),
      ("merge\tB\tA7", "a.tsv:10001:1: says the contrary of line 7"),
      ("merge\tF5\tE", "a.tsv:10001:1: says the contrary of line 4018"),
      ("rename\tc9\tE", "a.tsv:10001:1: says the contrary of line 4029"),
    ] {
      #expect {
        try ActorFile((rows + [row]).joined(separator: "\n"), path: "a.tsv")
      } throws: {
        "\($0)".contains(message)
      }
    }
    #expect(ContinuousClock.now - start < .seconds(60))
  }

  @Test func aChainOfMergesEndsInItsLastName() throws {
    let reports: [[(name: String, kind: ActorKind, printed: String)]] = [
      [("A4", .group, "A4"), ("A2", .group, "A2")], [("A0", .group, "A0"), ("A4", .group, "A4")],
    ]
    let chain = (0..<4).reversed().map { "merge\tA\($0)\tA\($0 + 1)" }.joined(separator: "\n")
    let graph = try Self.graph(reports, chain)
    #expect(graph.actors.map(\.name) == ["A0"])
    #expect(graph.actors[0].decidedBy == (1...4).map { "actors.tsv:\($0) (merge)" })
  }

  @Test func orderOfRowsDoesNotCount() throws {
    let rows = ["rename\tA\tC", "merge\tA\tB", "type\tC\tgroup"]
    let reports: [[(name: String, kind: ActorKind, printed: String)]] = [
      [("A", .organization, "A")], [("B", .organization, "B")],
    ]
    let forward = try Self.graph(reports, rows.joined(separator: "\n"))
    let backward = try Self.graph(reports, rows.reversed().joined(separator: "\n"))
    #expect(Self.names(forward) == ["C/group"])
    #expect(Self.names(backward) == Self.names(forward))
  }
}
