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
