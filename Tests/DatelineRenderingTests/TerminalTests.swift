import DatelineModel
import EDTF
import Testing

@testable import DatelineRendering

@Suite struct TerminalWidthTests {
  @Test(arguments: [
    ("Jaber", 5), ("Ja\u{304}ber", 5), ("北京", 4), ("ﾊﾝ", 2), ("한국", 4), ("a\u{200B}b", 2), ("🔥", 2),
    ("", 0), ("سوريا", 5), ("ＡＢ", 4),
  ])
  func cells(_ text: String, _ width: Int) { #expect(terminalWidth(of: text) == width) }

  @Test func cuttingKeepsMarksWithTheirLetter() {
    let (head, rest) = terminalCut("e\u{301}e\u{301}"[...], width: 1)
    #expect(head.unicodeScalars.count == 2 && rest.unicodeScalars.count == 2)
  }

  @Test func aWordOfAnyLengthIsCutInOneWalk() {
    let word = String(repeating: "北e\u{301}", count: 200_000)
    let start = ContinuousClock.now
    let lines = TerminalLine.wrapped([TerminalWord("a"), TerminalWord(word)], width: 10)
    #expect(ContinuousClock.now - start < .seconds(20))
    #expect(lines.count == 1 + 200_000 / 3 + 1)
    #expect(lines.dropFirst().dropLast().allSatisfy { $0.width == 9 })
    #expect(lines.map { $0.text(colour: false) }.joined() == "a" + word)
  }

  @Test func aFitIsExactlyAsWideAsAsked() {
    for text in ["北京北京北京", "short", "a longer text than fits", "x北北北"] {
      for width in 1...12 { #expect(terminalWidth(of: terminalFit(text, width: width)) == width) }
    }
  }
}

@Suite struct WordDifferenceTests {
  @Test func marksOnlyWhatDiffers() {
    let found = WordDifference("126 people, 68 of them children", "70 people 67 of them children")
    #expect(found.left.filter(\.differs).map(\.text) == ["126", "68"])
    #expect(found.right.filter(\.differs).map(\.text) == ["70", "67"])
    #expect(found.likeness > 0.6)
  }

  @Test func mirrors() {
    let (a, b) = ("the army took the town on Monday", "rebels left the town on Sunday night")
    let (x, y) = (WordDifference(a, b), WordDifference(b, a))
    #expect(x.likeness == y.likeness)
    #expect(x.left.count { $0.differs } == y.right.count { $0.differs })
  }

  @Test func sameTextsDoNotDiffer() {
    let found = WordDifference("The Same, words", "the same words")
    #expect(!found.left.contains { $0.differs } && !found.right.contains { $0.differs })
  }
}

@Suite struct DiffTextTests {
  private func lines(_ diff: TimelineDiff, _ options: TerminalOptions) -> [String] {
    diffText(of: diff, options: options).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
  }

  @Test func theSummaryStandsFirst() throws {
    let lines = lines(TwoAccounts.pair, .init(width: 100))
    #expect(lines[0].hasPrefix("Alpha Post  2 articles, 4 Mar 2031 to 8 Mar 2031"))
    let summary = try #require(lines.firstIndex { $0.contains("= 2 shared") })
    #expect(lines[summary].contains("< 0 only Alpha Post  > 1 only Beta Wire"))
    #expect(lines[summary + 1].contains("! 1 conflict  ~ 1 revised  | 0 two quantities"))
    #expect(lines[summary + 1].contains("\" 1 named differently"))
    #expect(lines.firstIndex { $0.hasPrefix("~ ") }! > summary)
  }

  @Test(arguments: [20, 40, 60, 72, 80, 120, 200], [false, true])
  func everyLineFits(_ width: Int, _ inline: Bool) {
    for diff in [TwoAccounts.pair, TwoAccounts.matrix((1...15).map { "Outlet number \($0)" })] {
      for line in lines(diff, .init(width: width, inline: inline)) {
        #expect(terminalWidth(of: line) <= max(width, 32))
      }
    }
  }

  @Test func signsStandInTheFirstColumnAndWordsAtTheEdge() {
    let lines = lines(TwoAccounts.pair, .init(width: 80))
    #expect(lines.contains { $0.hasPrefix("~ 4 Mar 2031") && $0.hasSuffix(" revised") })
    #expect(lines.contains { $0.hasPrefix("! 5-6 Mar 2031") && $0.hasSuffix(" conflict: date") })
    #expect(
      lines.contains { $0.hasPrefix("> 6 Mar 2031") && $0.hasSuffix(" only right, silent") })
    for line in lines where line.hasSuffix(" revised") { #expect(terminalWidth(of: line) == 80) }
  }

  @Test func columnsAlign() throws {
    let lines = lines(TwoAccounts.pair, .init(width: 80))
    let row = try #require(lines.first { $0.contains("12") && $0.contains("17") })
    #expect(row.utf8.starts(with: "  killed: [-12-] people".utf8))
    let start = row.unicodeScalars.index(row.unicodeScalars.startIndex, offsetBy: 41)
    #expect(String(row[start...]) == "killed: {+at least 17+} people")
  }

  @Test(arguments: [false, true]) func whatIsSettledIsSaidBelow(_ inline: Bool) throws {
    var diff = TwoAccounts.pair
    let place = try #require(
      diff.entries.firstIndex { $0.differences.contains { $0.kind == .conflict } })
    let number = try #require(
      diff.entries[place].differences.firstIndex { $0.kind == .conflict })
    diff.entries[place].differences[number].resolution = .init(
      value: "6 March", because: "the \u{1B}[31mdesk asked")
    let text = diffText(of: diff, options: .init(width: 120, inline: inline))
    #expect(text.contains("Settled by the reader: 6 March, because the"))
    #expect(!text.contains("\u{1B}"))
    let page = String(decoding: try diffPage(of: diff, graph: nil), as: UTF8.self)
    #expect(page.contains("Settled by the reader: 6 March, because the"))
  }

  @Test func silenceSaysWhenTheSideDidPublish() {
    let text = diffText(of: TwoAccounts.pair, options: .init(width: 160))
    #expect(text.contains("silent: published on 6 Mar, 7 Mar, 8 Mar"))
  }

  @Test func oneColumnMarksTheWords() {
    let text = diffText(of: TwoAccounts.pair, options: .init(width: 80, inline: true))
    #expect(text.contains("killed     [-12-] {+at least 17+} people"))
    #expect(text == diffText(of: TwoAccounts.pair, options: .init(width: 80, inline: true)))
    #expect(diffText(of: TwoAccounts.pair, options: .init(width: 71)).contains("[-12-] {+at"))
  }

  @Test func colourComesOnlyWhenAskedAndSaysNothingOfItsOwn() {
    let plain = diffText(of: TwoAccounts.pair, options: .init(width: 100))
    #expect(!plain.unicodeScalars.contains("\u{1B}"))
    let coloured = diffText(of: TwoAccounts.pair, options: .init(width: 100, colour: true))
    #expect(coloured.contains("\u{1B}[34;4m12\u{1B}[0m people"))
    #expect(!coloured.contains("[-") && !coloured.contains("\u{1B}[4"))
  }

  @Test func theMatrixNeedsSeveralTablesWhereSourcesAreMany() {
    let diff = TwoAccounts.matrix((1...15).map { "Outlet number \($0)" })
    let text = diffText(of: diff, options: .init(width: 80))
    #expect(text.contains("Sources 1-7 of 14"))
    #expect(text.contains("Sources 8-14 of 14"))
    // No column for who tells nothing of it.
    #expect(text.contains("Outlet number 15 none of these: published before 1"))
    #expect(text.contains("!12"))
    // The copy has no voice of its own.
    #expect(text.contains("c13"))
    #expect(!text.contains("13 people"))
    #expect(text.contains("14 people (Outlet number 3)"))
  }

  @Test func textFromArticlesCannotDriveTheTerminal() {
    var diff = TwoAccounts.pair
    let evil = "a\u{1B}[2J\u{9B}31m\u{202E}b\nc"
    diff.entries[0].label = evil
    diff.entries[1].differences[0].values = ["left": evil, "right": evil + evil]
    diff.entries[2].reported["right"]!.quotes[0].text = evil
    diff.sides!["left"]!.name = evil
    diff.naming[0].actor = evil
    diff.naming[0].names["left"] = [.init(name: evil, count: 1)]
    var matrix = TwoAccounts.matrix([evil, "b" + evil, "c", "d"])
    matrix.entries[0].label = evil
    for diff in [diff, matrix] {
      for inline in [false, true] {
        for scalar in diffText(of: diff, options: .init(width: 90, inline: inline)).unicodeScalars {
          #expect(scalar == "\n" || scalar.value >= 0x20)
          #expect(!(0x7F..<0xA0).contains(scalar.value) && scalar.value != 0x202E)
        }
      }
    }
  }

  @Test func nothingToCompareIsSaid() {
    #expect(
      diffText(of: TimelineDiff(sources: []))
        == "Nothing was compared: no source stands in the input.\n")
  }
}

@Suite struct TimelineTextTests {
  @Test(arguments: [30, 60, 80, 140]) func everyLineFits(_ width: Int) {
    let text = timelineText(of: PeaceProcess.graph, options: .init(width: width))
    for line in text.split(separator: "\n") { #expect(terminalWidth(of: line) <= max(32, width)) }
  }

  @Test func yearsStandOnceAndEventsBelowThem() throws {
    var events = PeaceProcess.graph
    events.events.sort { ($0.earliest?.dayNumber ?? .max) < ($1.earliest?.dayNumber ?? .max) }
    let lines = timelineText(of: events).split(separator: "\n").map(String.init)
    #expect(lines.count { $0 == "2019" } == 1)
    let round = try #require(lines.firstIndex { $0.contains("Round 13 of the Astana talks") })
    #expect(lines[round].hasPrefix("  1-2 Aug "))
    #expect(lines[round].contains("o Round 13"))
    #expect(lines[round...].prefix(5).contains { $0.contains("5 reports by 5 outlets") })
  }

  @Test func whatIsNotFirmSaysSo() {
    var graph = EventGraph()
    graph.events = [
      Event(
        id: "e1", label: "Shelling of a village", type: .assault, date: EDTFValue("2019-08/.."),
        status: .alleged,
        mentions: [
          Mention(
            article: "a", source: "A", sentence: "x", quote: "x", start: 0, end: 1, inTitle: false,
            date: nil, dateBasis: .none, rule: nil, anchor: nil, status: .alleged,
            isBackground: false, place: nil, participants: [], figures: [])
        ]),
      Event(
        id: "e2", label: "A next round", type: .consult, status: .expected,
        mentions: [
          Mention(
            article: "a", source: "A", sentence: "x", quote: "x", start: 2, end: 3, inTitle: false,
            date: nil, dateBasis: .none, rule: nil, anchor: nil, status: .expected,
            isBackground: false, place: nil, participants: [], figures: [])
        ]),
    ]
    let text = timelineText(of: graph)
    #expect(text.contains("^ Shelling of a village (alleged)"))
    #expect(text.contains("from Aug 2019"))
    #expect(text.contains("No date told\n"))
    #expect(text.contains("o A next round (expected)"))
    #expect(text.contains("2 events; 1 without a date."))
  }

  @Test func figuresSayWhatTheyCount() {
    var graph = EventGraph()
    graph.events = [
      Event(
        id: "e1", label: "A bomb hit a convoy", type: .assault, date: EDTFValue("2017-04-15"),
        status: .asserted,
        figures: [
          Figure(subject: .killed, value: 126, bound: .atLeast, text: "at least 126 people"),
          Figure(subject: .wounded, of: "children", value: 40, text: "forty children"),
          Figure(subject: .other, value: 45, text: "sitting on one of the 45 buses"),
        ], mentions: [])
    ]
    let text = timelineText(of: graph)
    #expect(text.contains("at least 126 killed; 40 children wounded\n"), "\(text)")
  }

  @Test func nothingReadIsSaid() {
    #expect(timelineText(of: EventGraph()) == "No event was found.\n")
  }
}
