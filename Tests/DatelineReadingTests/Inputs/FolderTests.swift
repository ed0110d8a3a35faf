internal import DatelineModel
internal import DatelineReading
internal import Foundation
import Testing

@Suite struct FolderTests {
  @Test func foldersAreWalkedInOrderAndGiveRelativeIDs() throws {
    let pile = try Pile()
    try pile.add("b.txt", "B.")
    try pile.add("a/z.txt", "Z.")
    try pile.add("a/.hidden.txt", "H.")
    try pile.add(".git/x.txt", "X.")
    try pile.add("a/deep/c.txt", "C.")
    try pile.add("a/style.css", "body{}")
    let harvest = try pile.read()
    #expect(harvest.articles.map(\.id) == ["a/deep/c.txt", "a/z.txt", "b.txt"])
    #expect(harvest.messages.isEmpty)
    #expect(try pile.read([pile.path + "/a/"]).articles.map(\.id) == ["deep/c.txt", "z.txt"])
  }

  @Test func linksInACircleEnd() throws {
    let pile = try Pile()
    try pile.add("a/x.txt", "X.")
    try pile.link("a/loop", to: "..")
    try pile.link("b", to: "a")
    try pile.link("dead.txt", to: "nowhere.txt")
    let harvest = try pile.read()
    #expect(harvest.articles.map(\.id) == ["a/x.txt"])
    #expect(
      harvest.messages == ["dead.txt: there is no such file or folder; check the path"])
  }

  @Test func linksOutOfTheFolderAreLeftOutAndTold() throws {
    let (pile, other) = (try Pile(), try Pile())
    let secret = try other.add("secret.txt", "S.")
    try other.add("deep/secret.txt", "S.")
    try other.add("articles.csv", "file,source\na.txt,Secret\n")
    // A folder whose path begins alike is another folder.
    try FileManager.default.createDirectory(
      atPath: pile.path + "-beside", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: pile.path + "-beside") }
    try pile.add("in/a.txt", "A.")
    try pile.link("b.txt", to: "in/a.txt")
    try pile.link("beside", to: pile.path + "-beside")
    try pile.link("in/articles.csv", to: other.path + "/articles.csv")
    try pile.link("in/deep", to: other.path + "/deep")
    try pile.link("secret.txt", to: secret)
    let harvest = try pile.read()
    #expect(harvest.articles.map(\.id) == ["b.txt", "in/a.txt"])
    #expect(harvest.articles.map(\.source) == [nil, nil])
    #expect(
      harvest.messages == [
        "beside: 4 files, this one first, are behind a link that leads out of the folder, "
          + "and left out; name what the link leads to as an input of its own"
      ])
    // Who names a link means what it leads to.
    #expect(try pile.read([pile.path + "/secret.txt"]).articles.map(\.text) == ["S."])
    try other.link("here", to: pile.path + "/in")
    #expect(try other.read([other.path + "/here"]).articles.map(\.id) == ["a.txt"])
  }

  @Test func namesOfOtherEncodingsAreOpenedByTheirBytes() throws {
    let pile = try Pile()
    for byte: UInt8 in [0xE8, 0xE9] {
      let name = Array((pile.path + "/d").utf8) + [byte] + Array("%.txt".utf8) + [0]
      let file = name.withUnsafeBytes {
        fopen($0.baseAddress!.assumingMemoryBound(to: CChar.self), "w")
      }
      // Some file systems have no such names.
      guard let file else { return }
      fputs("Text \(byte).", file)
      fclose(file)
    }
    let harvest = try pile.read()
    #expect(harvest.articles.map(\.text) == ["Text 232.", "Text 233."])
    #expect(harvest.articles.map(\.id) == ["d%E8%.txt", "d%E9%.txt"])
    #expect(
      try pile.read([pile.path + "/d\u{FFFD}.txt"]).messages == [
        "d\u{FFFD}.txt: there is no such file or folder, or its name is not UTF-8; check the path; "
          + "where the name is not UTF-8, name the folder around it, or rename it"
      ])
  }

  @Test func whatIsMissingOrEmptyIsToldWithARemedy() throws {
    let pile = try Pile()
    try pile.add("empty.jsonl", "")
    try pile.add("blank.jsonl", "\n \n")
    try FileManager.default.createDirectory(
      atPath: pile.path + "/bare", withIntermediateDirectories: true)
    let names = ["none.jsonl", "empty.jsonl", "blank.jsonl", "bare"]
    let harvest = try pile.read(names.map { pile.path + "/" + $0 })
    #expect(
      harvest.messages == [
        "none.jsonl: there is no such file or folder; check the path",
        "empty.jsonl: the file is empty; leave it out or save it again",
        "blank.jsonl: the file is empty; leave it out or save it again",
        "bare: the folder holds no article; "
          + "name a folder with .jsonl, .txt, .html or other files of articles",
      ])
    #expect(harvest.tally.articles == 0)
    #expect(harvest.tally.unreadable == 4)
  }

  @Test func unknownKindsAreToldOnce() throws {
    let pile = try Pile()
    try pile.add("a.xyz", "A.")
    try pile.add("b.xyz", "B.")
    try pile.add("c.txt", "C.")
    let harvest = try pile.read()
    #expect(harvest.articles.map(\.id) == ["c.txt"])
    #expect(
      harvest.messages == [
        "a.xyz: 2 files, this one first, are of no kind that articles are read from; "
          + "name a file itself to have it read as text"
      ])
    #expect(try pile.read([pile.path + "/a.xyz"]).articles.map(\.text) == ["A."])
  }

  @Test func whatDatelineWroteIsNoReport() throws {
    let pile = try Pile()
    let page =
      #"<html><head><meta name="generator" content="Dateline"></head>"#
      + "<p>They met in the town on Monday and spoke of peace.</p></html>"
    try pile.add("a.txt", "A.")
    let graph = try pile.add("events.json", #"{"format":"dateline-event-graph","version":1}"#)
    try pile.add("index.html", page)
    try pile.add("other.html", page.replacing("Dateline", with: "Datelines"))
    let harvest = try pile.read()
    #expect(harvest.articles.map(\.id) == ["a.txt", "other.html"])
    #expect(
      harvest.messages == [
        "events.json: 2 files, this one first, are Dateline's own work and left out; "
          + "write pages to a folder beside the articles"
      ])
    #expect(harvest.tally.unreadable == 0)
    #expect(
      try pile.read([pile.path + "/index.html", graph]).messages == [
        "index.html: this page was made by Dateline and is no report; "
          + "give the articles that it was made from",
        "events.json: this is an event graph and holds no articles; "
          + "give it to timeline, graph, diff, build or explain",
      ])
  }

  @Test func anErrorOfTheReceiverEndsTheReading() throws {
    struct Enough: Error {}
    let pile = try Pile()
    let path = try pile.add("a.jsonl", #"{"text":"One."}"# + "\n" + #"{"text":"Two."}"#)
    var count = 0
    #expect(throws: Enough.self) {
      try readArticles(from: [path]) { _ in
      } each: { _ in
        count += 1
        throw Enough()
      }
    }
    #expect(count == 1)
  }
}
