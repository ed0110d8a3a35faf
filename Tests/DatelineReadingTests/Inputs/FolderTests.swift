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
