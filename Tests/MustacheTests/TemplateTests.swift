import Mustache
import Testing

@Suite("Mustache templates")
struct TemplateTests {
  private func render(
    _ template: String, _ value: TemplateValue = [:], partials: [String: String] = [:]
  ) throws -> String {
    let parsed = try partials.mapValues { try Template($0, name: "partial") }
    return try Template(template, name: "t").render(value) { parsed[$0] }
  }

  struct Example: CustomTestStringConvertible, Sendable {
    var template: String
    var value: TemplateValue
    var expected: String
    var partials: [String: String] = [:]

    init(
      _ template: String, _ value: TemplateValue, _ expected: String,
      partials: [String: String] = [:]
    ) {
      self.template = template
      self.value = value
      self.expected = expected
      self.partials = partials
    }

    var testDescription: String { template }
  }

  @Test(
    "variables are escaped unless asked otherwise",
    arguments: [
      Example("no tags, { or } }}", [:], "no tags, { or } }}"),
      Example("{{a}}", ["a": "<b> & \"c\" 'd'"], "&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;"),
      Example("{{{a}}}|{{&a}}|{{& a }}", ["a": "<b>&"], "<b>&|<b>&|<b>&"),
      Example("{{n}} {{m}} {{f}}", ["n": 85, "m": -1.25, "f": true], "85 -1.25 true"),
      Example("[{{missing}}][{{a.b}}]", ["a": "text"], "[][]"),
      Example("{{  a\t}}", ["a": "x"], "x"),
      Example("  {{a}}\n", ["a": "x"], "  x\n"),
      Example("{{a.b.c}}", ["a": ["b": ["c": "deep"]]], "deep"),
      Example("{{.}}", "at hand", "at hand"),
      Example("{{a}}", ["a": ["list"]], ""),
    ])
  func variables(_ example: Example) throws {
    #expect(try render(example.template, example.value) == example.expected)
  }

  @Test(
    "sections repeat, hide and open what they name",
    arguments: [
      Example("{{#a}}shown{{/a}}", ["a": true], "shown"),
      Example("{{#a}}hidden{{/a}}{{^a}}instead{{/a}}", ["a": false], "instead"),
      Example("{{#a}}hidden{{/a}}{{^a}}instead{{/a}}", [:], "instead"),
      Example("{{#a}}hidden{{/a}}{{^a}}instead{{/a}}", ["a": []], "instead"),
      Example("{{#a}}hidden{{/a}}{{^a}}instead{{/a}}", ["a": ""], "instead"),
      Example("{{#a}}hidden{{/a}}{{^a}}none{{/a}}", ["a": 0], "none"),
      Example("{{#a}}<{{.}}>{{/a}}", ["a": ["x", 2, "&"]], "<x><2><&amp;>"),
      Example("{{#a}}{{b}}{{/a}}", ["a": ["b": "inside"], "b": "outside"], "inside"),
      Example("{{#a}}{{b}}{{/a}}", ["a": [["b": 1], ["b": 2], ["c": 3]], "b": "o"], "12o"),
      Example("{{#a}}{{#b}}{{x}}{{y}}{{/b}}{{/a}}", ["a": ["x": 1], "b": ["y": 2]], "12"),
      Example("{{#a}}{{#.}}{{.}},{{/.}};{{/a}}", ["a": [[1, 2], [3]]], "1,2,;3,;"),
      Example("{{#a.b}}{{c}}{{/a.b}}", ["a": ["b": ["c": "dotted"]]], "dotted"),
      Example("{{#a}}{{b.c}}{{/a}}", ["a": ["b": [:]], "b": ["c": "outer"]], ""),
      Example("{{#a}}1{{#a}}2{{/a}}3{{/a}}", ["a": true], "123"),
      Example("{{#a}}text is the context: {{.}}{{/a}}", ["a": "x"], "text is the context: x"),
    ])
  func sections(_ example: Example) throws {
    #expect(try render(example.template, example.value) == example.expected)
  }

  @Test(
    "a tag alone on its line takes the line with it",
    arguments: [
      Example("a\n{{#s}}\nb\n{{/s}}\nc\n", ["s": true], "a\nb\nc\n"),
      Example("a\n  {{#s}}  \nb\n\t{{/s}}\nc", ["s": true], "a\nb\nc"),
      Example("a\r\n{{^s}}\r\nb\r\n{{/s}}\r\nc", [:], "a\r\nb\r\nc"),
      Example("{{#s}}\nb\n{{/s}}", ["s": true], "b\n"),
      Example("a {{! aside }} b", [:], "a  b"),
      Example("a\n  {{! aside\n over lines }}\nb", [:], "a\nb"),
      Example("  {{#s}}x{{/s}}\n", ["s": true], "  x\n"),
      Example("  {{#s}}{{/s}}\n", ["s": true], "  \n"),
      Example("x {{#s}}\ny\n{{/s}}\n", ["s": true], "x \ny\n"),
      Example("a\n{{=| |=}}\n|x|", ["x": 1], "a\n1"),
    ])
  func standaloneTags(_ example: Example) throws {
    #expect(try render(example.template, example.value) == example.expected)
  }

  @Test(
    "delimiters change until they change back",
    arguments: [
      Example("{{=<% %>=}}<%a%> {{a}} <%={{ }}=%>{{a}}", ["a": "x"], "x {{a}} x"),
      Example("{{= | | =}}|#a||.||/a||&a|", ["a": "<"], "&lt;<"),
      Example("{{=| |=}}|>p|", ["a": "x"], "x", partials: ["p": "{{a}}"]),
    ])
  func delimiters(_ example: Example) throws {
    let text = try render(example.template, example.value, partials: example.partials)
    #expect(text == example.expected)
  }

  @Test(
    "partials see the context and take the indentation of their tag",
    arguments: [
      Example("[{{>p}}]", ["a": "x"], "[x]", partials: ["p": "{{a}}"]),
      Example("[{{> missing }}]", [:], "[]"),
      Example(" {{>p}}\n>", ["a": "x\ny"], " 1x\ny\n 2\n>", partials: ["p": "1{{a}}\n2\n"]),
      Example("a {{>p}}\nb", [:], "a 1\n2\nb", partials: ["p": "1\n2"]),
      Example(
        "{{>node}}", ["x": 1, "next": [["x": 2, "next": []]]], "1(2())",
        partials: ["node": "{{x}}({{#next}}{{>node}}{{/next}})"]),
    ])
  func partials(_ example: Example) throws {
    let text = try render(example.template, example.value, partials: example.partials)
    #expect(text == example.expected)
  }

  @Test("a template that includes itself without an end is an error at its place")
  func recursion() throws {
    #expect {
      _ = try render("{{>p}}", ["a": 1], partials: ["p": "x\n  {{#a}}{{> p}}{{/a}}"])
    } throws: {
      let error = try #require($0 as? TemplateError)
      return error.line == 2 && error.column == 9 && error.message.contains("64 deep")
    }
  }

  @Test("sections nest as deep as the limit, and with those of templates around only so deep")
  func nesting() throws {
    let open = String(repeating: "{{#a}}", count: Template.maxNesting)
    let close = String(repeating: "{{/a}}", count: Template.maxNesting)
    #expect(try render(open + "x" + close, ["a": 1]) == "x")
    #expect {
      _ = try render("{{>p}}", ["a": 1], partials: ["p": "\n" + open + "{{>p}}" + close])
    } throws: {
      let error = try #require($0 as? TemplateError)
      return error.line == 2 && error.column == 6 * Template.maxNesting + 1
        && error.message.contains("more than 512 sections open")
    }
  }

  @Test(
    "errors name file, line and column",
    arguments: [
      ("a\n  {{#x}}\nb", 2, 3, "“x” is not closed: add “{{/x}}”"),
      ("{{#x}}{{#y}}{{/x}}{{/y}}", 1, 13, "where section “y” is open"),
      ("é{{/x}}", 1, 2, "closes nothing"),
      ("{{x", 1, 1, "the tag is not closed: add “}}”"),
      ("{{{x}}", 1, 1, "the tag is not closed: add “}}}”"),
      ("{{ }}", 1, 1, "no name"),
      ("{{a b}}", 1, 1, "“a b” is no name"),
      ("{{a..b}}", 1, 1, "empty part"),
      ("{{=x=}}", 1, 1, "two of them"),
      ("{{< parent}}", 1, 1, "not supported"),
      (
        String(repeating: "{{^a}}\n", count: 20_000) + String(repeating: "{{/a}}", count: 20_000),
        65, 1, "more than 64 sections inside one another"
      ),
    ] as [(String, Int, Int, String)])
  func errors(_ template: String, line: Int, column: Int, message: String) throws {
    let error = try #require(throws: TemplateError.self) { try Template(template, name: "p.html") }
    #expect((error.file, error.line, error.column) == ("p.html", line, column))
    #expect(error.message.contains(message))
  }

  @Test("an error's description shows the line with a caret below the tag")
  func caret() throws {
    let error = try #require(throws: TemplateError.self) {
      try Template("one\n\t<p>{{/x}}</p>\n", name: "page.mustache")
    }
    #expect(
      error.description == """
        page.mustache:2:5: error: “{{/x}}” closes nothing: no section is open here
        \t<p>{{/x}}</p>
        \t   ^
        """)
  }

  @Test("inclusions are listed where they stand")
  func inclusions() throws {
    let template = try Template("{{>a}}{{#s}}{{^t}}{{> b}}{{/t}}{{/s}}", name: "t")
    #expect(template.inclusions.map(\.name) == ["a", "b"])
    #expect(template.inclusions.map(\.offset) == [0, 18])
  }
}
