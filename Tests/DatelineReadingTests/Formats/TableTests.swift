internal import DatelineModel
internal import DatelineReading
internal import Foundation
import Testing

@Suite struct TableTests {
  @Test func aTableGivesAnArticleARecord() throws {
    let pile = try Pile()
    let csv = try pile.add(
      "a.csv",
      "\u{FEFF}id,Source,published,title,text\r\n"
        + "1,Bugle,2019-08-01,\"Talks, again\",\"They said \"\"no\"\".\r\nThen they left.\"\r\n"
        + "\r\n2,Globe,2019-08-02,,Two.\r\n")
    let tsv = try pile.add("b.tsv", "outlet\ttext\nWire\tA \"quoted\" word, and more.\n")
    let semicolons = try pile.add("c.csv", "source;text\nPost;Four, or so.\n")
    let harvest = try pile.read([csv, tsv, semicolons])
    #expect(
      harvest.articles.map(\.text) == [
        "They said \"no\".\r\nThen they left.", "Two.", "A \"quoted\" word, and more.",
        "Four, or so.",
      ])
    #expect(harvest.articles.map(\.source) == ["Bugle", "Globe", "Wire", "Post"])
    #expect(harvest.articles.prefix(2).map(\.id) == ["1", "2"])
    #expect(harvest.articles.prefix(2).map(\.title) == ["Talks, again", nil])
    #expect(harvest.messages.isEmpty)
  }

  @Test func faultsOfATableAreTold() throws {
    let pile = try Pile()
    let none = try pile.add("a.csv", "name,day\nx,y\n")
    let open = try pile.add("b.csv", "id,text\n1,One.\n2,,x\n3,\"Never ends\n4,Four.\n")
    let harvest = try pile.read([none, open])
    #expect(harvest.articles.map(\.text) == ["One."])
    #expect(
      harvest.messages == [
        "a.csv: no column of the table is a text (it has name, day); "
          + "name the one that is, as with --map text=body",
        "b.csv:3: the record has 3 fields, and the header 2; put fields with separators into quotes",
        "b.csv:3: the article has no text; give it a text or leave it out",
        "b.csv:4: a quoted field has no end; mend the record or take it out",
      ])
  }

  @Test func aManifestSpeaksForFilesThatSayNothing() throws {
    let pile = try Pile()
    try pile.add(
      "articles.csv",
      "file,source,date,link\na.txt,Bugle,2019-08-01,https://bugle.example/1\n"
        + "sub/b.txt,Globe,2019-08-02,\ngone.txt,Post,2019-08-03,\n")
    try pile.add("a.txt", "One.")
    try pile.add("sub/b.txt", "---\nsource: Wire\n---\nTwo.")
    let harvest = try pile.read()
    #expect(harvest.articles.map(\.id) == ["a.txt", "sub/b.txt"])
    #expect(harvest.articles.map(\.source) == ["Bugle", "Wire"])
    #expect(harvest.articles.map(\.published?.text) == ["2019-08-01", "2019-08-02"])
    #expect(harvest.articles.map(\.url) == ["https://bugle.example/1", nil])
    #expect(
      harvest.messages == [
        "articles.csv:4: there is no file “gone.txt”; "
          + "check the path, which counts from the manifest's folder"
      ])
    var options = ReadingOptions()
    options.manifest = pile.path + "/articles.csv"
    #expect(try pile.read([pile.path + "/a.txt"], options).articles.map(\.source) == ["Bugle"])
    // It lies beside a file that is named alone, too.
    #expect(try pile.read([pile.path + "/a.txt"]).articles.map(\.source) == ["Bugle"])
  }

  @Test func theFirstOfTwoRecordsOfAFileCounts() throws {
    let pile = try Pile()
    try pile.add("articles.csv", "file,source\na.txt,Bugle\n./a.txt,Wire\n")
    try pile.add("a.txt", "One.")
    let harvest = try pile.read()
    #expect(harvest.articles.map(\.source) == ["Bugle"])
    #expect(
      harvest.messages == [
        "articles.csv:3: the file “./a.txt” has a record above, which counts; take one of them out"
      ])
  }

  @Test(.timeLimit(.minutes(1)))
  func aManifestIsAFileOfBoundedSize() throws {
    let pile = try Pile()
    try pile.add("a.txt", "A.")
    #expect(mkfifo(pile.path + "/articles.csv", 0o600) == 0)
    let harvest = try pile.read()
    #expect(harvest.articles.map(\.id) == ["a.txt"])
    #expect(
      harvest.messages == ["articles.csv: the manifest is no file; give it as a CSV or TSV file"])
    #expect(harvest.tally.unreadable == 1)
    let device = try pile.read([pile.path + "/a.txt"], ReadingOptions(manifest: "/dev/zero"))
    #expect(
      device.messages == ["/dev/zero: the manifest is no file; give it as a CSV or TSV file"])
    let long = try pile.add("long.csv", "file,source\n" + String(repeating: "a.txt,B\n", count: 99))
    var options = ReadingOptions(manifest: long)
    options.limits.manifestBytes = 400
    #expect(
      try pile.read([pile.path + "/a.txt"], options).messages == [
        "long.csv: the manifest is larger than 400 bytes (limit manifestBytes), and what follows "
          + "is passed over; split it, with the files that it is about"
      ])
  }

  @Test func aTableMayEndItsLinesInReturns() throws {
    let pile = try Pile()
    let rows = String(repeating: "Talks in Klow.,B\r", count: 2000)
    let harvest = try pile.read([pile.add("a.csv", "text,source\r\"Two\rlines.\",A\r" + rows)])
    #expect(harvest.articles.count == 2001)
    #expect(harvest.articles.first?.text == "Two\nlines." && harvest.articles.last?.source == "B")
  }

  @Test func aTableWithoutRecordsIsNamed() throws {
    let pile = try Pile()
    let harvest = try pile.read([pile.add("a.csv", "text,source\n")])
    #expect(
      harvest.messages == [
        "a.csv: the table has a header and no record; give each article a record"
      ])
    #expect(harvest.tally.unreadable == 1)
  }
}
