internal import DatelineModel
internal import DatelineReading
internal import Foundation
import Testing

@Suite struct MailTests {
  private static let letter = """
    Message-ID: <1@bugle.example>
    From: =?utf-8?Q?Le_Clairon_=C3=A9t=C3=A9?= <news@bugle.example>
    Subject: =?utf-8?B?VGFsa3M=?=
     =?utf-8?Q?_open?=
    Date: Thu, 1 Aug 2019 10:22:33 +0600 (KGT)
    MIME-Version: 1.0
    Content-Type: multipart/alternative; boundary="x y"

    --x y
    Content-Type: text/plain; charset=iso-8859-1
    Content-Transfer-Encoding: quoted-printable

    Caf=E9 talks op=
    ened.
    --x y
    Content-Type: text/html

    <p>Not this.</p>
    --x y--

    """

  @Test func aLetterIsAnArticle() throws {
    let pile = try Pile()
    let path = try pile.add("a.eml", MailTests.letter.replacing("\n", with: "\r\n"))
    let article = try #require(try pile.read([path]).articles.first)
    #expect(article.id == "1@bugle.example")
    #expect(article.source == "Le Clairon été")
    #expect(article.title == "Talks open")
    #expect(article.published?.text == "2019-08-01T10:22:33+06:00")
    #expect(trimmedText(article) == "Café talks opened.")
  }

  @Test func aMailboxHoldsMany() throws {
    let pile = try Pile()
    let second =
      "Message-ID: <2@x>\nFrom: b@globe.example\nContent-Type: text/html\n"
      + "Content-Transfer-Encoding: base64\n\nPHA+VHdvIGFuZA==\nIG1vcmUuPC9wPg==\n"
    let third = "Message-ID: <3@x>\n\n>From here on it rains.\n"
    let path = try pile.add(
      "a.mbox",
      "From a@x Thu Aug  1 10:00:00 2019\n" + MailTests.letter + "\n\nFrom b@x Fri\n" + second
        + "\nFrom c@x Fri\n" + third)
    let harvest = try pile.read([path])
    #expect(harvest.articles.map(\.id) == ["1@bugle.example", "2@x", "3@x"])
    #expect(
      harvest.articles.map(trimmedText)
        == ["Café talks opened.", "Two and more.", "From here on it rains."])
    #expect(harvest.articles[1].source == "globe.example")
  }

  @Test(
    arguments: [
      ("\"The Bugle\" <news@bugle.example>", "The Bugle"),
      ("<news@bugle.example>", "bugle.example"), ("news@bugle.example", "bugle.example"),
      (" < <\"Bugle\" <news@bugle.example>>", "Bugle"), ("\"The Bugle\"", "The Bugle"),
      (String(repeating: "<", count: 200_000) + "news@bugle.example", "bugle.example"),
    ])
  func aSenderIsTheNameOrTheHost(_ from: String, _ source: String) throws {
    let pile = try Pile()
    let path = try pile.add("a.eml", "From: \(from)\n\nTalks opened.\n")
    #expect(try pile.read([path]).articles.map(\.source) == [source])
  }

  @Test func aSentenceThatBeginsWithFromIsText() throws {
    let pile = try Pile()
    let text =
      "Hello.\n\nFrom Klow, envoys met on Thu 1 Aug at 10:22.\n\nFrom Thu to Fri: more.\n>From x\n\n"
      + "From"
    let path = try pile.add(
      "a.mbox",
      "From a\nMessage-ID: <1@x>\n\n\(text)\n\nFrom MAILER Fri Aug  2 10:00 GMT 2019\n"
        + "\nFrom b Fri Aug  2 10:00:00 2019 +0200\nMessage-ID: <2@x>\n\nTwo.\n\nFrom c@x Fri\r\n"
        + "subject: three\r\n\nThree.\n")
    let harvest = try pile.read([path])
    #expect(
      harvest.articles.map { $0.text.trimmingCharacters(in: .whitespacesAndNewlines) } == [
        text.replacing(">From", with: "From"), "Two.", "Three.",
      ])
    #expect(harvest.messages.isEmpty)
  }

  @Test func allPlainPartsOfALetterAreRead() throws {
    let pile = try Pile()
    let letter = """
      From: news@bugle.example
      Content-Type: multipart/mixed; boundary=x

      --x
      Content-Type: text/plain

      First.
      --x
      Content-Type: message/rfc822

      Subject: Sent on

      Second.
      --x
      Content-Type: text/plain
      Content-Disposition: attachment; filename=a.txt

      Not read.
      --x--
      """
    let article = try #require(try pile.read([pile.add("a.eml", letter)]).articles.first)
    #expect(trimmedText(article) == "First.\nSecond.")
  }

  @Test func hostileLettersEnd() throws {
    let pile = try Pile()
    var nested = ""
    for level in 0..<200 {
      nested += "Content-Type: multipart/mixed; boundary=b\(level)\n\n--b\(level)\n"
    }
    let harvest = try pile.read([
      pile.add("a.eml", nested + "\n\nend"), pile.add("b.eml", "Subject: =?x?q?=\n\n"),
      pile.add("c.eml", "Content-Type: image/png\n\nxx"),
    ])
    #expect(harvest.articles.isEmpty)
    #expect(harvest.tally.unreadable == 3)
  }

  private func trimmedText(_ article: Article) -> String {
    article.text.split(separator: "\n").joined(separator: "\n")
  }
}
