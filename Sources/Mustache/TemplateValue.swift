/// What a template is filled with.
///
/// ```swift
/// let value: TemplateValue = ["title": "Talks", "rounds": [1, 2], "isOpen": true]
/// try Template("{{title}}:{{#rounds}} {{.}}{{/rounds}}", name: "t").render(value)  // "Talks: 1 2"
/// ```
public enum TemplateValue: Hashable, Sendable {
  case text(String)
  /// Printed without a fraction where it is whole.
  case number(Double)
  case flag(Bool)
  case list([TemplateValue])
  case object([String: TemplateValue])
  /// A section of it is a phrase: it prints what the table has for its text, in which a variable
  /// stands as `{name}`, and its own text where the table has nothing.
  case phrases([String: String])

  /// Whether a section is shown for it: all but `false`, zero, an empty text and an empty list.
  public var isTrue: Bool {
    switch self {
    case .text(let text): !text.isEmpty
    case .number(let number): number != 0
    case .flag(let flag): flag
    case .list(let list): !list.isEmpty
    case .object, .phrases: true
    }
  }

  public init(_ text: String) { self = .text(text) }

  public init(_ number: Int) { self = .number(Double(number)) }

  /// As it is printed; lists and objects print nothing.
  var printed: String {
    switch self {
    case .text(let text): text
    case .number(let number):
      number == number.rounded() && abs(number) < 9e15 ? String(Int(number)) : String(number)
    case .flag(let flag): flag ? "true" : "false"
    case .list, .object, .phrases: ""
    }
  }
}

extension TemplateValue: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  public init(stringLiteral value: String) { self = .text(value) }
}
extension TemplateValue: ExpressibleByIntegerLiteral {
  public init(integerLiteral value: Int) { self = .number(Double(value)) }
}
extension TemplateValue: ExpressibleByFloatLiteral {
  public init(floatLiteral value: Double) { self = .number(value) }
}
extension TemplateValue: ExpressibleByBooleanLiteral {
  public init(booleanLiteral value: Bool) { self = .flag(value) }
}
extension TemplateValue: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: TemplateValue...) { self = .list(elements) }
}
extension TemplateValue: ExpressibleByDictionaryLiteral {
  /// The last of several values under one key counts.
  public init(dictionaryLiteral elements: (String, TemplateValue)...) {
    self = .object(Dictionary(elements) { $1 })
  }
}
