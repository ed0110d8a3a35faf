import DatelineTestSupport
import Testing

@Suite struct BadInputTests {
  @Test(arguments: [
    ("nothing.txt", "dateline: nothing.txt: there is no such file or folder; check the path."),
    ("empty.txt", "dateline: empty.txt: the file is empty;"),
    ("blank.jsonl", "dateline: blank.jsonl: the file is empty;"),
    ("no-text.jsonl", "dateline: no-text.jsonl:1: “text” is missing;"),
    ("empty-folder", "dateline: empty-folder: the folder holds no article;"),
  ])
  func nothingReadableIsAnError(_ name: String, _ message: String) throws {
    let bench = try Workbench()
    try bench.write("empty.txt", "")
    try bench.write("blank.jsonl", "\n\n")
    try bench.write("no-text.jsonl", #"{"id":"a"}"#)
    _ = try bench.shell("mkdir empty-folder")
    for command in ["read", "annotate", "extract", "timeline", "graph", "diff --by-source"] {
      let run = try bench.shell("dateline \(command) \(name) -o out")
      #expect(run.status == 2 && run.output.isEmpty, "\(command)")
      #expect(run.messages.hasPrefix(message), "\(run.messages)")
      #expect(run.messages.hasSuffix("dateline: no article could be read.\n"))
      #expect(!bench.files().contains { $0.contains("out") }, "\(command) leaves a half file")
    }
  }

  @Test func badLinesAreNamedAndSkipped() throws {
    let bench = try Workbench()
    let bad = [Pile.astana, "{\"id\":", "[1]", Pile.geneva, ""]
    try bench.write("mixed.jsonl", bad.joined(separator: "\n"))
    let run = try bench.dateline("read", "mixed.jsonl")
    #expect(run.status == 0)
    #expect(run.text.split(separator: "\n").count == 2)
    let lines = run.messages.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("dateline: mixed.jsonl:2: not read as JSON: "))
    #expect(lines[1].hasPrefix("dateline: mixed.jsonl:3: not read as JSON: "))
    let strict = try bench.dateline("read", "--strict", "mixed.jsonl")
    #expect(strict.status == 2 && strict.output == run.output)
    // Errors are told even so.
    #expect(try bench.dateline("read", "--quiet", "mixed.jsonl").messages == run.messages)
  }

  @Test func manyMessagesEndInACount() throws {
    let bench = try Workbench()
    try bench.write(
      "bad.jsonl", Pile.astana + "\n" + String(repeating: "{\n", count: 100))
    let run = try bench.dateline("read", "bad.jsonl")
    #expect(run.status == 0)
    #expect(run.messages.split(separator: "\n").count == 21)
    #expect(run.messages.hasSuffix("dateline: 80 more messages like these.\n"))
  }

  @Test func oneWarningTellsOfMissingDates() throws {
    let bench = try Workbench()
    let lines = (1...5).map { #"{"id":"\#($0)","text":"It rained yesterday \#($0) times."}"# }
    try bench.write("a.jsonl", lines.joined(separator: "\n"))
    let run = try bench.dateline("annotate", "a.jsonl")
    #expect(run.status == 0)
    #expect(run.messages.split(separator: "\n").count == 1)
    #expect(run.messages.contains("5 articles") && run.messages.contains("--published"))
    #expect(try bench.dateline("annotate", "--quiet", "a.jsonl").messages.isEmpty)
    let dated = try bench.dateline("annotate", "--published", "2019-08-02", "a.jsonl")
    #expect(dated.messages.isEmpty)
    #expect(dated.text.contains(#""edtf":"2019-08-01""#))
    #expect(!run.text.contains("2019"))
  }

  @Test func anAcceptedGuessIsNoMissingDate() throws {
    let bench = try Workbench()
    try bench.write(
      "a.txt", "GENEVA, August 2, 2019 (Wire) - Talks on Syria opened in Geneva on Thursday.")
    let plain = try bench.dateline("annotate", "a.txt")
    #expect(plain.messages.contains("--published") && !plain.text.contains(#""edtf":"2019-08-01""#))
    let run = try bench.dateline("annotate", "--accept-guesses", "a.txt")
    #expect(run.messages.isEmpty && run.text.contains(#""edtf":"2019-08-01""#))
  }

  @Test func languagesWithoutAPackAreCountedOnce() throws {
    let bench = try Workbench()
    let other = Pile.finnish.split(separator: "c3").joined(separator: "d4")
    try bench.write("a.jsonl", [Pile.astana, Pile.finnish, other + " "].joined(separator: "\n"))
    let run = try bench.dateline("extract", "a.jsonl")
    #expect(run.status == 0)
    #expect(
      run.messages.hasPrefix(
        "dateline: 2 articles not analysed, for want of a language pack: fi 2;"))
    #expect(run.messages.split(separator: "\n").count == 1)
    #expect(run.text.contains(#""name":"Länsi""#))
  }

  @Test func readersCommentsAreNotAnalysedAndCounted() throws {
    let bench = try Workbench()
    let report = String(repeating: "Envoys of Avaria met in Belmar on 1 August 2019.\n", count: 50)
    let comment = "I was there on 7 July 2018! Posted by: Nob | Report abuse\n"
    try bench.write("a.txt", report + String(repeating: comment, count: 3))
    let run = try bench.dateline("annotate", "--published", "2019-08-02", "a.txt")
    #expect(run.status == 0)
    #expect(
      run.messages == "dateline: 1 article ends in readers’ comments, which are not analysed.\n")
    #expect(run.text.contains("2019-08-01") && !run.text.contains("2018-07-07"))
  }

  @Test func brokenCharactersBecomeReplacementCharacters() throws {
    let bench = try Workbench()
    try bench.write("nul.txt", Array("Talks opened\u{0} on 1 August 2019.".utf8))
    try bench.write(
      "bytes.txt", Array("Talks ".utf8) + [0xFF, 0xC3] + Array(" on 1 August 2019.".utf8))
    let bytes = try bench.dateline("annotate", "--published", "2019-08-02", "bytes.txt")
    #expect(bytes.status == 0)
    #expect(bytes.messages.contains("bytes.txt: some bytes are not UTF-8"))
    #expect(bytes.text.contains(#""edtf":"2019-08-01""#))
    let nul = try bench.dateline("read", "--published", "2019-08-02", "nul.txt")
    #expect(nul.status == 0 || nul.messages.contains("nul.txt"))
    #expect(!nul.output.contains(0))
  }

  @Test func hostileNamesDoNotReachTheTerminal() throws {
    let bench = try Workbench()
    try bench.write("a\u{1B}[2J.jsonl", "{")
    let run = try bench.shell("dateline read a*.jsonl")
    #expect(run.status == 2)
    #expect(!run.messages.contains("\u{1B}"))
  }

  @Test func aHugeLineIsPassedOverInBoundedMemory() throws {
    let bench = try Workbench()
    try bench.write("small.jsonl", Pile.astana)
    let run = try bench.shell(
      """
      { printf '{"id":"big","text":"'; head -c 104857600 /dev/zero | tr '\\0' a; echo '"}'
        cat small.jsonl; } > a.jsonl
      ulimit -v 700000; dateline read a.jsonl
      """)
    #expect(run.status == 0)
    #expect(run.messages.hasPrefix("dateline: a.jsonl:1: the line has 104857"))
    #expect(run.text.hasPrefix(#"{"id":"a1""#))
  }

  @Test func graphsOfALaterVersionAreRefused() throws {
    let bench = try Workbench()
    try bench.write(
      "later.json",
      #"{"format":"dateline-event-graph","version":2,"sources":[],"articles":[],"actors":[],"events":[],"relations":[]}"#
    )
    try bench.write("broken.json", #"{"format":"dateline-event-graph","version":1,"events":[}"#)
    for command in ["timeline", "graph", "diff --by-source", "explain --actor x"] {
      let later = try bench.shell("dateline \(command) later.json")
      #expect(later.status == 2 && later.output.isEmpty)
      #expect(later.messages.hasPrefix("dateline: later.json: an event graph of version 2,"))
      let broken = try bench.shell("dateline \(command) broken.json")
      #expect(broken.status == 2 && broken.output.isEmpty)
      #expect(broken.messages.hasPrefix("dateline: broken.json: line 1, column "))
    }
    #expect(try bench.dateline("timeline", "later.json", "broken.json").status == 2)
  }

  /// Whatever a message quotes: ids and names of graphs, and the user's own words.
  @Test(arguments: [
    "explain graph.json --event e", "explain graph.json --event 'x\u{1B}[2J'",
    "explain graph.json --actor 'N\u{1B}[2x'", "explain graph.json --at 'a\u{1B}[2:0'",
    "explain article.jsonl --at 'a\u{1B}[2:0'", "graph graph.json --ego 'N\u{1B}[2x'",
    "graph graph.json --type 'A\u{9B}31m'", "read article.jsonl -o '/nowhere/\u{1B}[2J/x'",
    "build article.jsonl -o 'article.jsonl/\u{1B}[2J'", "build graph.json --theme '\u{1B}[2J'",
    "'\u{1B}[2J'", "read '--\u{7}' x", "read article.jsonl --map '\u{1B}=\u{7}'",
    "timeline broken.json", "graph graph.json --templates '\u{1B}[2J'",
    "diff graph.json --by-source --decisions '\u{1B}[2J'",
    "diff graph.json --by-source --decisions bad.txt",
  ])
  func nothingThatAMessageQuotesReachesTheTerminal(_ words: String) throws {
    let bench = try Workbench()
    try bench.write(
      "article.jsonl",
      #"{"id":"a\u001b[2J","text":"Talks.","source":"B","published":"2019-08-01"}"#)
    func event(_ id: String) -> String {
      #"{"id":"\#(id)","label":"L\u001b[2J","type":"CONSULT","status":"asserted","#
        + #""actors":[{"actor":"n\u001b[2J","role":"ACTOR"}],"#
        + #""mentions":[{"article":"a\u001b[2J","sentence":"S.","quote":"S.","start":0,"end":2}]}"#
    }
    func graph(_ events: String) -> String {
      #"{"format":"dateline-event-graph","version":1,"sources":[{"id":"b","name":"B"}],"#
        + #""articles":[{"id":"a\u001b[2J","source":"B","language":"en"}],"#
        + #""actors":[{"id":"n\u001b[2J","name":"N\u001b[2J","kind":"group"}],"#
        + #""events":[\#(events)],"relations":[]}"#
    }
    try bench.write("graph.json", graph(event("e1\\u001b[2J") + "," + event("e2\\u0007")))
    try bench.write("broken.json", graph(event("e\\u001b[2J") + "," + event("e\\u001b[2J")))
    try bench.write("bad.txt", "same \u{1B}[2J\n")
    let run = try bench.shell("dateline \(words)")
    #expect(run.status == 2, "\(run.messages)")
    #expect(!run.messages.isEmpty)
    #expect(
      !run.messages.unicodeScalars.contains {
        $0.value < 32 && $0 != "\n" || (127..<160).contains($0.value)
      }, "\(run.messages)")
  }

  @Test func aMappedNameOfManyPartsIsRefused() throws {
    let bench = try Workbench()
    let name = String(repeating: "a.", count: 50_000) + "a"
    let run = try bench.dateline("read", "x", "--map", "text=" + name)
    #expect(run.status == 2)
    #expect(
      run.messages.hasPrefix(
        "dateline read: --map reaches through at most 32 objects (limit mapDepth), not 50000:"))
  }

  @Test func longWordsInMessagesAreCutAndTheRemedyStays() throws {
    let bench = try Workbench()
    let long = String(repeating: "x", count: 300_000)
    try bench.write(
      "graph.json",
      #"{"format":"dateline-event-graph","version":1,"sources":[],"articles":[],"#
        + #""actors":[{"id":"\#(long)","name":"N","kind":"group"},"#
        + #"{"id":"\#(long)","name":"N","kind":"group"}],"events":[],"relations":[]}"#)
    try bench.write("groups.txt", "A=B\n\(long)\n")
    try bench.write(
      "a.jsonl", #"{"id":"\#(long)","text":"A."}"# + "\n" + #"{"id":"\#(long)","text":""}"#)
    for words in [
      "timeline graph.json", "diff graph.json a.jsonl",
      "diff --by-source a.jsonl --groups groups.txt",
      "explain a.jsonl --at x:99", "explain a.jsonl --event x", "read a.jsonl",
    ] {
      let run = try bench.shell("dateline \(words)")
      #expect(run.messages.utf8.count < 3000, "\(words): \(run.messages.utf8.count)")
      #expect(run.messages.hasSuffix(".\n") || run.messages.contains("^"), "\(run.messages)")
    }
  }
}
