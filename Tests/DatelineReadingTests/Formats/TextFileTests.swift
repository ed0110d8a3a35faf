internal import DatelineModel
internal import DatelineReading
import Testing

@Suite struct TextFileTests {
  @Test func frontMatterGoesBeforeNameBeforeOptions() throws {
    let pile = try Pile()
    try pile.add(
      "bugle-20190801-talks.txt",
      "---\r\ntitle: \"Talks: day one\"\r\nsource: Daily Bugle\r\n---\r\nTalks opened.\r\nThen they ended.\r\n"
    )
    try pile.add("plain.md", "A headline\n\nAnd a text.\n")
    let harvest = try pile.read(
      nil, ReadingOptions(source: "Option", published: "2018", language: "en"))
    let (first, second) = (harvest.articles[0], harvest.articles[1])
    #expect(first.id == "bugle-20190801-talks.txt")
    #expect(first.title == "Talks: day one")
    #expect(first.source == "Daily Bugle")
    #expect(first.published?.text == "2019-08-01")
    #expect(first.published?.from == .filename)
    #expect(first.text == "Talks opened.\nThen they ended.\n")
    #expect(second.id == "plain.md")
    #expect(second.title == nil)
    #expect(second.source == "Option")
    #expect(second.published?.from == .option)
    #expect(second.text == "A headline\n\nAnd a text.\n")
  }

  @Test(arguments: [
    ("bugle-20190801-talks.txt", "bugle", "2019-08-01"),
    ("al-ahram-2019-08-01-talks-open.md", "al-ahram", "2019-08-01"),
    ("2019-08-01-talks.txt", nil, "2019-08-01"),
    ("bugle-20190801.txt", "bugle", "2019-08-01"),
    ("2024-09-14 Norland Post.txt", nil, "2024-09-14"),
    ("Norland Post 2024.09.14 - dam.txt", "Norland Post", "2024-09-14"),
    ("norland_post_20240914.txt", "norland_post", "2024-09-14"),
    ("bugle-2019-8-1.txt", nil, nil),
    ("bugle-2019-08-012.txt", nil, nil),
    ("bugle-20191341-talks.txt", nil, nil),
    ("bugle-12345678.txt", nil, nil),
    ("talks.txt", nil, nil),
  ])
  func namesSaySourceAndDate(name: String, source: String?, published: String?) throws {
    let pile = try Pile()
    let article = try #require(try pile.read([pile.add(name, "Talks opened.")]).articles.first)
    #expect(article.source == source)
    #expect(article.published?.text == published)
    #expect(article.id == name)
  }

  @Test(
    arguments: [
      ([0xEF, 0xBB, 0xBF] + Array("Café".utf8), "Café"),
      ([0xFF, 0xFE, 0x43, 0, 0xE9, 0, 0x3D, 0xD8, 0x00, 0xDE], "Cé\u{1F600}"),
      ([0xFE, 0xFF, 0, 0x43, 0, 0xE9], "Cé"),
    ] as [([UInt8], String)])
  func byteOrderMarksSayTheEncoding(bytes: [UInt8], text: String) throws {
    let pile = try Pile()
    let harvest = try pile.read([pile.add("a.txt", bytes)])
    #expect(harvest.articles.map(\.text) == [text])
    #expect(harvest.messages.isEmpty)
  }

  @Test func invalidBytesAreToldAndReplaced() throws {
    let pile = try Pile()
    let harvest = try pile.read([pile.add("a.txt", [0x43, 0x61, 0x66, 0xE9, 0x21])])
    #expect(harvest.articles.map(\.text) == ["Caf\u{FFFD}!"])
    #expect(
      harvest.messages == [
        "a.txt: some bytes are not UTF-8, and stand as U+FFFD in the article; "
          + "save the file as UTF-8"
      ])
  }

  @Test func aRuleOfMarkdownIsNoFrontMatter() throws {
    let pile = try Pile()
    let text = "---\nTalks opened in the town\n---\nThey went on.\n"
    let harvest = try pile.read([pile.add("a.md", text)])
    #expect(harvest.articles.map(\.text) == [text])
    #expect(harvest.messages.isEmpty)
  }

  @Test func frontMatterWithoutAnEndIsNamed() throws {
    let pile = try Pile()
    let text = "---\ntitle: Talks\nsource: Bugle\n\nThey went on.\n"
    let harvest = try pile.read([pile.add("a.md", text)])
    #expect(harvest.articles.map(\.text) == [text])
    #expect(
      harvest.messages == [
        "a.md:1: the front matter has no end, and all is read as text; close it with a line of ---"
      ])
  }

  @Test func aBadLineOfFrontMatterIsNamed() throws {
    let pile = try Pile()
    let harvest = try pile.read([
      pile.add("a.md", "---\ntitle: Talks\nBugle\n---\nThey went on.\n")
    ])
    #expect(harvest.articles.map(\.title) == ["Talks"])
    #expect(
      harvest.messages == [
        "a.md:3: this line of the front matter is not “name: value”; write it so, or take it out"
      ])
  }

  @Test func binaryFilesAreNoText() throws {
    let pile = try Pile()
    let harvest = try pile.read([pile.add("a.txt", [0x41, 0, 1, 2, 3])])
    #expect(harvest.articles.isEmpty)
    #expect(
      harvest.messages == [
        "a.txt: the file holds control characters and is no text; save it as UTF-8 text"
      ])
  }
}
