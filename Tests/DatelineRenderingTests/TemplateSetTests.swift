import DatelineRendering
import Foundation
import Mustache
import Testing

@Suite("Sets of templates")
struct TemplateSetTests {
  @Test("a user's file replaces its namesake and may bring partials of its own")
  func overriding() throws {
    let set = try TemplateSet(overriding: [
      "mine.mustache": "<p>{{> who}}</p>", "who.mustache": "{{name}}", "page.css": "p{color:red}",
    ])
    #expect(try set.render("mine", ["name": "A & B"]) == "<p>A &amp; B</p>")
    #expect(set.asset("page.css") == "p{color:red}")
    #expect(set.asset("missing.css") == "")
  }

  @Test("an inclusion of what is not there is an error that names file and place")
  func missingPartial() throws {
    let error = try #require(throws: TemplateError.self) {
      try TemplateSet(overriding: ["mine.mustache": "\n {{> nobody}}"])
    }
    #expect((error.file, error.line, error.column) == ("mine.mustache", 2, 2))
    #expect(error.message.contains("nobody"))
  }

  @Test("a partial of the user's own is taken beside those that ship")
  func partial() throws {
    let set = try TemplateSet(overriding: [
      "mine.mustache": "{{> hello}}!", "hello.mustache": "Hello {{name}}",
    ])
    #expect(try set.render("mine", ["name": "you"]) == "Hello you!")
  }
}
