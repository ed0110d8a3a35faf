import Testing

@testable import Mustache

@Suite("Phrases of templates")
struct TemplatePhraseTests {
  private func render(_ text: String, _ table: [String: String]) throws -> String {
    try Template(text, name: "t").render(["say": .phrases(table), "n": 3, "who": "A & B"])
  }

  @Test("a phrase that the table has is printed in its words, escaped")
  func translated() throws {
    #expect(try render("{{#say}}All{{/say}}", ["All": "<Alle>"]) == "&lt;Alle&gt;")
  }

  @Test("variables keep their places in another order, escaped")
  func variables() throws {
    let table = ["{n} by {who}": "{who}: {n}"]
    #expect(try render("{{#say}}{{n}} by {{who}}{{/say}}", table) == "A &amp; B: 3")
  }

  @Test("a phrase that the table lacks stands as it is")
  func missing() throws {
    #expect(try render("{{#say}}{{n}} by {{who}}{{/say}}", [:]) == "3 by A &amp; B")
  }

  @Test("what holds a section is no phrase, and is filled in")
  func sections() throws {
    #expect(try render("{{#say}}a{{#n}}b{{/n}}{{/say}}", ["a": "x", "ab": "y"]) == "ab")
  }
}
