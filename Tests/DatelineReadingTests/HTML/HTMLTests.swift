internal import DatelineModel
internal import DatelineReading
internal import Foundation
import Testing

@Suite struct HTMLTests {
  private func read(_ html: some Sequence<UInt8>, name: String = "page.html") throws -> Harvest {
    let pile = try Pile()
    return try pile.read([pile.add(name, html)])
  }

  private func body(_ inner: String) -> String.UTF8View {
    "<html><head><title>Talks open</title></head><body>\(inner)</body></html>".utf8
  }

  private static let first =
    "The delegates met in the old town hall on Monday, and spoke for more than an hour."
  private static let second =
    "They will meet again on Thursday, a spokesman said, when the second group has arrived."

  @Test func theArticleIsReadAndNotWhatStandsAround() throws {
    let harvest = try read(
      body(
        """
        <nav><ul><li><a href="/">Home</a></li><li><a href="/w">World news and more</a></li></ul></nav>
        <div class="cookie-notice"><p>We use cookies, which help us, and our partners, to count.</p></div>
        <h1>Talks open</h1>
        <article>
          <p class="byline">By A. Writer, 1 August 2019</p>
          <p>\(HTMLTests.first)</p>
          <figure><img src="a.jpg"><figcaption>Delegates at the door. Photo: A. B.</figcaption></figure>
          <h2>What comes next</h2>
          <p>\(HTMLTests.second) <a href="/x">More on the group</a>.</p>
          <p><a href="/y">Read more: what the groups want from one another</a></p>
          <div class="share-buttons"><p>Share this with your friends, if you like it, today.</p></div>
        </article>
        <div id="comments"><p>I was there, and it was not so, whatever they may say about it.</p></div>
        <footer><p>All rights reserved by the Bugle, its owners, and others, since 1901.</p></footer>
        """))
    let article = try #require(harvest.articles.first)
    #expect(
      article.text == """
        \(HTMLTests.first)
        What comes next
        \(HTMLTests.second) More on the group.
        """)
    #expect(article.captions == ["Delegates at the door. Photo: A. B."])
    #expect(article.title == "Talks open")
    #expect(article.id == "page.html")
  }

  @Test func entitiesSpacesAndControlsAreSettled() throws {
    let harvest = try read(
      body(
        "<article><p>Talks&nbsp;began &amp; ended &lt;here&gt;, in the vil\u{AD}lage\u{202E} of\n"
          + "   Q&shy;uiet&rlm;, with 20&#160;people.<br>A second line follows, as it should.</p></article>"
      ))
    #expect(
      harvest.articles.map(\.text) == [
        "Talks\u{A0}began & ended <here>, in the village of Quiet, with 20\u{A0}people.\n"
          + "A second line follows, as it should."
      ])
  }

  @Test(arguments: [
    (
      #"<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},{"@type":"NewsArticle","headline":"Talks open","datePublished":"2019-08-01T10:00:00+06:00","publisher":{"@type":"Organization","name":"The Bugle"}}]}</script>"#,
      "2019-08-01T10:00:00+06:00", "metadata"
    ),
    (
      #"<meta property="article:published_time" content="2019-08-01T10:00:00Z"><meta property="og:site_name" content="The Bugle">"#,
      "2019-08-01T10:00:00Z", "metadata"
    ),
    (
      #"<link rel="canonical" href="https://bugle.example/2019/08/01/talks"><meta property="og:site_name" content="The Bugle">"#,
      "2019-08-01", "url"
    ),
    (
      #"<meta name="application-name" content="The Bugle">"#,
      "2019-08-02", "time"
    ),
  ])
  func thePageSaysWhenAndWho(head: String, published: String, from: String) throws {
    let html =
      "<html lang=\"en-GB\"><head>\(head)</head><body><article><h1>Talks open</h1>"
      + "<time datetime=\"2019-08-02\">2 August</time>"
      + "<p>\(HTMLTests.first)</p><p>\(HTMLTests.second)</p></article></body></html>"
    let article = try #require(try read(html.utf8).articles.first)
    #expect(article.published?.text == published)
    #expect(article.published?.from.rawValue == from)
    #expect(article.source == "The Bugle")
    #expect(article.title == "Talks open")
    #expect(article.language == "en-GB")
  }

  @Test func aPageTellsWhereItsFieldsStand() throws {
    let html =
      "<html lang=en><head><title>Talks open - Bugle</title><meta property=og:site_name content=Bugle>"
      + "<meta name=author content='By <a href=/x>Jan Novak</a>'>"
      + "<script type=application/ld+json>//<![CDATA[\n{\"@type\":\"NewsArticle\","
      + "\"datePublished\":\"2019-08-01\",\"dateModified\":\"2019-08-03\"}\n//]]></script></head><body>"
      + "<article><h1>Talks open</h1><p>\(HTMLTests.first)</p></article></body></html>"
    let page = try #require(try read(html.utf8).articles.first?.page)
    #expect(page.author == "Jan Novak" && page.modified?.text == "2019-08-03")
    #expect(
      Set(page.origins) == [
        .init(.title, .heading), .init(.source, .meta), .init(.language, .html),
        .init(.published, .linkedData), .init(.modified, .linkedData), .init(.author, .meta),
      ])
    // A place is believed for what it is.
    let addressed =
      "<html><base href=https://bugle.example/2019/08/01/a><p>\(HTMLTests.first)</p></html>"
    let origins = try #require(try read(addressed.utf8).articles.first?.page?.origins)
    #expect(origins == [.init(.source, .address), .init(.published, .address)])
    #expect(origins.map(\.confidence) == [0.5, 0.85])
  }

  @Test func theLastChangeIsNoPublication() throws {
    let html =
      "<html><head><meta property=article:modified_time content=2019-08-03></head><body>"
      + "<p>\(HTMLTests.first)</p></body></html>"
    let article = try #require(try read(html.utf8).articles.first)
    #expect(article.published == nil && article.page?.modified?.text == "2019-08-03")
    #expect(article.publishedGuess?.quote == "last changed 2019-08-03")
  }

  @Test func aDateBesideTheTextIsOnlyAGuess() throws {
    let harvest = try read(
      body("<p>1 August 2019</p><p>\(HTMLTests.first)</p><p>\(HTMLTests.second)</p>"))
    let article = try #require(harvest.articles.first)
    #expect(article.published == nil)
    #expect(article.publishedGuess?.quote == "1 August 2019")
  }

  @Test(
    arguments: [
      ("<meta charset=windows-1251>", [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2], "Привет"),
      // Declared one thing, written another.
      ("<meta charset=iso-8859-1>", Array("Café".utf8), "Café"),
      ("", [0x43, 0x61, 0x66, 0xE9], "Café"),
      ("<meta charset=latin1>", [0x93, 0x43, 0x94], "“C”"),
      ("<meta charset=shift_jis>", [0x93, 0xFA, 0x96, 0x7B], "日本"),
    ] as [(String, [UInt8], String)])
  func encodingsAreSniffed(head: String, word: [UInt8], text: String) throws {
    let tail = ", said the delegates when they met in the old town hall on Monday."
    let html =
      Array("<html><head>\(head)</head><body><p>".utf8) + word
      + Array("\(tail)</p></body></html>".utf8)
    let harvest = try read(html)
    #expect(harvest.articles.map(\.text) == [text + tail])
    #expect(harvest.messages.isEmpty)
  }

  @Test func aFewBrokenBytesLeaveThePageInItsEncoding() throws {
    let text = "“Yes,” said Erdoğan in the old town hall on Monday. The caf"
    let html =
      Array("<html><meta charset=utf-8><body><p>\(text)".utf8) + [0xE9] + Array(" closed.".utf8)
    let harvest = try read(html)
    #expect(harvest.articles.map(\.text) == [text + "\u{FFFD} closed."])
    #expect(harvest.messages.count == 1 && harvest.messages[0].contains("U+FFFD"))
  }

  @Test(
    arguments: [
      (
        "", String.Encoding.windowsCP1251,
        "Правительство подписало соглашение с лидерами повстанцев."
      ),
      ("<meta charset=utf-8>", .windowsCP1251, "Правительство подписало соглашение с лидерами."),
      (
        "", .init(rawValue: 0x8000_0A02),
        "Правительство подписало соглашение с лидерами повстанцев."
      ),
      (
        "", .init(rawValue: 0x8000_0506),
        "وقعت الحكومة اتفاقا مع قادة المعارضة في المدينة يوم الخميس."
      ),
      ("", .utf16LittleEndian, "Talks opened in the old town hall on Monday, said the delegates."),
    ])
  func whatNothingDeclaresIsToldByItsLetters(
    _ head: String, _ encoding: String.Encoding, _ text: String
  ) throws {
    let page = try #require(
      "<html><head>\(head)</head><body><p>\(text)</p></body></html>".data(using: encoding))
    #expect(try read(page).articles.map(\.text) == [text])
  }

  @Test func shortSentencesAreOfTheArticle() throws {
    let short = [
      "They fled at night.", "He was 59.", "It has since reopened.", "Police said no more.",
    ]
    func paragraphs(_ texts: [String]) -> String { texts.map { "<p>\($0)</p>" }.joined() }
    for texts in [[HTMLTests.first] + short, short + [HTMLTests.second], Array(short.dropFirst(2))]
    {
      let page = "<html><body><article>\(paragraphs(texts))</article></body></html>"
      #expect(try read(page.utf8).articles.map(\.text) == [texts.joined(separator: "\n")])
    }
  }

  @Test func aPictureThatIsCalledAPageIsNone() throws {
    let pile = try Pile()
    let picture: [UInt8] = [
      0xFF, 0xD8, 0xFF, 0xE0, 0, 16, 0x4A, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1,
    ]
    let harvest = try pile.read([pile.add("a.html", picture)])
    #expect(harvest.articles.isEmpty && harvest.tally.unreadable == 1)
  }

  @Test func hostilePagesEndInMessagesAndNotInCrashes() throws {
    let deep = String(repeating: "<div>", count: 60_000) + HTMLTests.first
    let many = String(repeating: "<p><b><i><a href=x>", count: 20_000)
    let broken = "<html><p>" + HTMLTests.first + "<script>" + String(repeating: "<", count: 50_000)
    for html in [deep, many, broken, "<html>", "<html><body></body></html>", "<html>\u{0}\u{1}"] {
      let harvest = try read(html.utf8)
      #expect(harvest.tally.articles + harvest.notices.count > 0)
    }
    let harvest = try read(deep.utf8)
    #expect(harvest.messages.contains { $0.contains("limit elementDepth") })
  }

  @Test func aPageThatOpensEverMoreIsLeftWhereItIsTooDeep() throws {
    // Each of the end tags would be looked for among all that is open.
    let page =
      "<p>\(HTMLTests.first)</p><p>\(HTMLTests.second)</p>"
      + String(repeating: "<b></i>", count: 20_000) + "<p>Beyond.</p>"
    let harvest = try read(body(page))
    #expect(harvest.messages.contains { $0.contains("limit elementDepth") })
    let text = try #require(harvest.articles.first?.text)
    #expect(text.contains(HTMLTests.first) && text.contains(HTMLTests.second))
    #expect(!text.contains("Beyond"))
  }

  @Test func whatTheParserCannotBearIsRefused() throws {
    var crowded = "<html><p"
    for number in 0..<6000 { crowded += " a\(number)=\"x y z\"" }
    #expect(
      try read((crowded + ">\(HTMLTests.first)").utf8).messages == [
        "page.html: an element has more than 5000 attributes (limit attributes); "
          + "save the page again, or leave it out"
      ])
    let pile = try Pile()
    var options = ReadingOptions()
    options.limits.pageBytes = 1000
    let large = "<html><p>" + String(repeating: HTMLTests.first, count: 20)
    #expect(
      try pile.read([pile.add("a.html", large)], options).messages == [
        "a.html: the page is larger than 1000 bytes (limit pageBytes); save the article by itself"
      ])
    // Many words in quotes, or in a script behind a sign of comparison, are no attributes.
    let words = String(repeating: "a ", count: 6000)
    #expect(
      try read(
        "<html><script>if (a <b) { \(words.prefix(4000)) }</script><p title=\"\(words)\">\(HTMLTests.first)"
          .utf8
      ).articles.map(\.text) == [HTMLTests.first])
  }

  @Test func aParagraphWithANumberBehindItsLastStopIsText() throws {
    let text = "Envoys of both sides met in the town on 3 May 2021 and agreed on a truce. 17"
    let page =
      "<html><head><title>Talks</title></head><body><article><p>\(text)</p></article></body>"
    #expect(try read(page.utf8).articles.map(\.text) == [text])
  }

  @Test func aPageWithNoTextSaysSo() throws {
    let harvest = try read(body("<nav><a href=/>Home</a></nav>"))
    #expect(
      harvest.messages == [
        "page.html: the article has no text; give it a text or leave it out"
      ])
  }
}
