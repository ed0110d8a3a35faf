import DatelineModel
import Testing

@Suite struct JSONWriterTests {
  @Test(arguments: [
    ("a\u{9B}31m", #""a\u009b31m""#), ("\u{202E}x\u{2066}", #""\u202ex\u2066""#),
    ("\u{1B}[2J\u{7F}", #""\u001b[2J\u007f""#),
    // No controls: a no-break space, a quotation mark, a dash, the mark that joins letters.
    ("\u{A0}“é”—\u{200D}", "\"\u{A0}“é”—\u{200D}\""),
  ])
  func controlsAreEscaped(_ text: String, _ json: String) {
    var writer = JSONWriter()
    writer.value(text)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == json)
  }
}
