internal import DatelineModel
internal import DatelineReading
import Testing

@Suite struct FeedTests {
  @Test func rssGivesAnArticleAnEntry() throws {
    let pile = try Pile()
    let path = try pile.add(
      "feed.xml",
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
      <channel><title>The Bugle</title><language>en-gb</language>
      <item><title>Talks &amp; more</title><link>https://bugle.example/1</link><guid>b-1</guid>
        <pubDate>Thu, 01 Aug 2019 10:22:33 +0600</pubDate>
        <description>Short.</description>
        <content:encoded><![CDATA[<p>Talks opened.</p><p>They go <b>on</b>.</p>]]></content:encoded>
      </item>
      <item><title>Two</title><description>&lt;p&gt;Only this.&lt;/p&gt;</description></item>
      <item><title>Three</title></item>
      </channel></rss>
      """)
    let harvest = try pile.read([path])
    #expect(harvest.articles.map(\.text) == ["Talks opened.\nThey go on.", "Only this."])
    let first = try #require(harvest.articles.first)
    #expect(first.id == "b-1")
    #expect(first.source == "The Bugle")
    #expect(first.title == "Talks & more")
    #expect(first.url == "https://bugle.example/1")
    #expect(first.published?.text == "2019-08-01T10:22:33+06:00")
    #expect(first.language == "en-GB")
    #expect(
      harvest.messages == ["feed.xml:10: the article has no text; give it a text or leave it out"])
  }

  @Test func atomGivesAnArticleAnEntry() throws {
    let pile = try Pile()
    let path = try pile.add(
      "a.atom",
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Le Clairon</title>
      <entry><id>tag:1</id><title type="html">Un &lt;i&gt;titre&lt;/i&gt;</title>
        <link rel="edit" href="https://x.example/e"/><link href="https://x.example/1"/>
        <published>2019-08-01T10:00:00Z</published><updated>2019-08-03T10:00:00Z</updated>
        <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Un.</p><p>Deux.</p></div></content>
      </entry></feed>
      """)
    let article = try #require(try pile.read([path]).articles.first)
    #expect(article.text == "Un.\nDeux.")
    #expect(article.title == "Un titre")
    #expect(article.url == "https://x.example/1")
    #expect(article.published?.text == "2019-08-01T10:00:00Z")
    #expect(article.language == "fr")
    #expect(article.source == "Le Clairon")
  }

  @Test func aChangedEntryIsAVersion() throws {
    let pile = try Pile()
    func feed(_ text: String) -> String {
      "<rss><channel><item><guid>g</guid><description>\(text)</description></item></channel></rss>"
    }
    try pile.add("1.xml", feed("Ten were hurt."))
    try pile.add("2.xml", feed("Twelve were hurt."))
    let harvest = try pile.read()
    #expect(harvest.articles.map(\.id) == ["g", "g#2"])
    #expect(harvest.articles.map(\.versionOf) == [nil, "g"])
  }

  @Test func entitiesDoNotGrow() throws {
    let pile = try Pile()
    var bomb = "<!DOCTYPE rss [<!ENTITY a0 \"ha\">"
    for level in 1...40 {
      bomb += "<!ENTITY a\(level) \"&a\(level - 1);&a\(level - 1);&a\(level - 1);\">"
    }
    bomb += "]><rss><channel><item><description>&a40;</description></item></channel></rss>"
    bomb = "<?xml version=\"1.0\"?>" + bomb
    let file =
      "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
      + "<rss><channel><item><description>[&x;]</description></item></channel></rss>"
    let harvest = try pile.read([pile.add("bomb.xml", bomb), pile.add("file.xml", file)])
    #expect(harvest.articles.allSatisfy { $0.text.utf8.count < 100 })
    #expect(harvest.articles.count + harvest.notices.count >= 2)
  }

  @Test func otherXMLIsToldFromFeeds() throws {
    let pile = try Pile()
    let harvest = try pile.read([
      pile.add("a.xml", "<?xml version=\"1.0\"?><recipe><salt/></recipe>"),
      pile.add("b.xml", "<rss><channel><item><description>Cut sh"),
    ])
    #expect(
      harvest.messages.first
        == "a.xml: the XML is damaged, or is no feed in RSS or Atom; "
        + "save the feed again, or leave it out")
    #expect(harvest.messages.dropFirst().first?.contains("as far as it goes") == true)
    #expect(harvest.articles.map(\.text) == ["Cut sh"])
  }
}
