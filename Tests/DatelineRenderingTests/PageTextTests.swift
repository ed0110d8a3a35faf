import DatelineModel
import Testing

@testable import DatelineRendering

@Suite("Text on its way into a page")
struct PageTextTests {
  @Test func whatIsLeftAsItIsNeededNoCleaning() {
    // Every scalar that something may be wrong with, between letters and at either end.
    let ranges: [ClosedRange<UInt32>] = [
      0...0x2100, 0xD7F0...0xD7FF, 0xE000...0xE010, 0xFDC0...0xFFFF, 0x1F300...0x1F310,
      0x1FFF0...0x20010, 0x10FFF0...0x10FFFF,
    ]
    for value in ranges.joined() {
      guard let scalar = Unicode.Scalar(value) else { continue }
      for text in ["a\(scalar)b", "a \(scalar) b", "\(scalar)", "ab\(scalar)", "“\(scalar)é"] {
        #expect(PageText.clean(text) == PictureText.clean(text, limit: .max))
      }
    }
  }

  @Test("controls and turned directions go, line ends become spaces")
  func clean() {
    #expect(PageText.clean("a\u{0}b\n\n c\u{202E}d\u{2066}") == "a b cd")
    #expect(PageText.clean("plain text") == "plain text")
    #expect(PageText.clean(" two  spaces ") == "two spaces")
  }

  @Test("a quote keeps its clause and stays within its length", arguments: [20, 40, 60, 100])
  func quotes(limit: Int) {
    let sentence =
      "On Tuesday, after a long night of shelling, the delegation headed by the envoy arrived in "
      + "the capital, where it was met by officials of three ministries and by the press."
    let clause = "the envoy arrived"
    let quote = PageText.quote(sentence, around: clause, limit: limit)
    #expect(quote.unicodeScalars.count <= limit)
    if limit > 20 { #expect(quote.contains(clause)) }
  }

  @Test("a short sentence stays whole; a clause that is not in it stands alone")
  func shortQuotes() {
    #expect(PageText.quote("One two.", around: "two", limit: 300) == "One two.")
    #expect(PageText.quote("One two three four", around: "five", limit: 9) == "five")
    #expect(PageText.quote("", around: "clause", limit: 9) == "clause")
  }

  @Test("cutting ends at a word where there is one")
  func cut() {
    #expect(PageText.cut("one two three", limit: 9) == "one two…")
    #expect(PageText.cut("one two", limit: 9) == "one two")
    #expect(PageText.cut("abcdefghij", limit: 5) == "abcd…")
    #expect(PageText.cut("مرحبا بالعالم", limit: 8).unicodeScalars.count <= 8)
  }

  @Test(
    "only web and mail links are links",
    arguments: [
      ("https://a.example/b?c=d#e", "https://a.example/b?c=d#e"),
      ("HTTP://a.example/", "HTTP://a.example/"),
      ("mailto:a@b.example", "mailto:a@b.example"),
      ("https://a.example/x y|\"z'", "https://a.example/x%20y%7C%22z%27"),
      ("https://a.example/ü", "https://a.example/ü"),
      ("javascript:alert(1)", nil), ("JaVaScRiPt:alert(1)", nil), ("data:text/html,x", nil),
      ("java\nscript:alert(1)", nil), ("https://a\u{0}b", nil), ("//a.example", nil),
      ("file:///etc/passwd", nil), ("a.html", nil), ("", nil), ("https://a\u{202E}b", nil),
    ] as [(String, String?)])
  func links(_ url: String, expected: String?) {
    #expect(PageText.link(url) == expected)
  }

  @Test(
    "figures in words",
    arguments: [
      (Figure(subject: .killed, value: 43, bound: .atLeast, text: "x"), "at least 43"),
      (Figure(subject: .killed, value: 1200, text: "x"), "1,200"),
      (Figure(subject: .displaced, value: 1_234_567, bound: .about, text: "x"), "about 1,234,567"),
      (Figure(subject: .wounded, value: 22, max: 25, text: "x"), "22 to 25"),
      (Figure(subject: .votes, value: 999, bound: .atMost, text: "x"), "at most 999"),
      (Figure(subject: .money, value: 5_000_000, text: "$5 million"), "$5 million"),
    ])
  func figures(_ figure: Figure, words: String) {
    #expect(FigureInWords(figure).text == words)
  }
}
