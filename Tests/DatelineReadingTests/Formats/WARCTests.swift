internal import DatelineModel
internal import DatelineReading
import Testing

@Suite struct WARCTests {
  private static let prose =
    "The delegates met in the old town hall on Monday, and spoke for more than an hour."

  private func record(_ type: String, _ uri: String, _ kind: String, _ body: String) -> String {
    "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Record-ID: <urn:uuid:\(uri.suffix(1))>\r\n"
      + "WARC-Target-URI: \(uri)\r\nContent-Type: \(kind)\r\nContent-Length: \(body.utf8.count)\r\n"
      + "\r\n\(body)\r\n\r\n"
  }

  private func page(_ head: String = "", status: Int = 200, body: String? = nil) -> String {
    "HTTP/1.1 \(status) OK\r\nContent-Type: text/html; charset=utf-8\r\n\(head)\r\n"
      + (body ?? "<html><body><p>\(WARCTests.prose)</p></body></html>")
  }

  @Test func pagesOfACrawlAreRead() throws {
    let chunked =
      "5\r\n<html\r\n3\r\n><p\r\n"
      + "\(String(WARCTests.prose.utf8.count + 1, radix: 16))\r\n>\(WARCTests.prose)\r\n0\r\n\r\n"
    let warc =
      record("warcinfo", "x:0", "application/warc-fields", "software: test\r\n")
      + record("response", "https://bugle.example/2019/08/01/a1", "application/http", page())
      + record("request", "https://bugle.example/a1", "application/http", "GET / HTTP/1.1\r\n\r\n")
      + record("response", "https://bugle.example/a2", "application/http", page(status: 404))
      + record(
        "response", "https://bugle.example/a3", "application/http",
        page("Transfer-Encoding: chunked\r\n", body: chunked))
      + record("conversion", "https://globe.example/a4", "text/plain", "Plain words, as it goes.")
    let pile = try Pile()
    let harvest = try pile.read([pile.add("a.warc", warc)])
    #expect(harvest.articles.map(\.id) == ["urn:uuid:1", "urn:uuid:3", "urn:uuid:4"])
    #expect(
      harvest.articles.map(\.text)
        == [WARCTests.prose, WARCTests.prose, "Plain words, as it goes."])
    #expect(harvest.articles.map(\.source) == ["bugle.example", "bugle.example", "globe.example"])
    #expect(harvest.articles[0].published?.text == "2019-08-01")
    #expect(harvest.articles[0].published?.from == .url)
    #expect(harvest.articles[1].duplicateOf == "urn:uuid:1")
    #expect(harvest.messages.isEmpty)
  }

  @Test func aCrawlWithoutPagesIsNamed() throws {
    let bad = record("response", "https://bugle.example/a1", "application/http", page(status: 404))
    let asked = record("request", "https://bugle.example/a1", "application/http", "GET / HTTP/1.1")
    let pile = try Pile()
    let lack =
      "no record is a page or text that was fetched (a response with a status of 200 to 299, "
      + "a resource or a conversion); fetch the pages again"
    let harvest = try pile.read([pile.add("a.warc", bad + asked)])
    #expect(harvest.messages == ["a.warc: " + lack])
    // Beside articles it is nothing to speak of.
    try pile.add("b.txt", "Talks.")
    #expect(try pile.read().messages.isEmpty)
  }

  @Test func faultsOfAFileAreTold() throws {
    let good = record("response", "https://bugle.example/a1", "application/http", page())
    let pile = try Pile()
    let cut = try pile.add("cut.warc", good + good.dropLast(60))
    let junk = try pile.add("junk.warc", good + "rubbish\r\n\r\n")
    let endless = try pile.add("endless.warc", "WARC/1.0\r\nWARC-Type: response\r\n\r\n")
    let harvest = try pile.read([cut, junk, endless])
    #expect(harvest.articles.count == 2)
    #expect(
      harvest.messages == [
        "cut.warc: the file ends inside record 2; fetch the file again",
        "junk.warc: no WARC record begins where one should; fetch the file again",
        "endless.warc: record 1 does not say its length, so the rest cannot be read; "
          + "fetch the file again",
      ])
  }
}
