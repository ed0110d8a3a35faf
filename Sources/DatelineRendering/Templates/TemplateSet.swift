public import Mustache

/// The templates, style sheets and scripts that pages are made of: the ones that ship, each
/// replaced by a user's file of the same name where there is one.
///
/// ```swift
/// try TemplateSet(overriding: ["mine.mustache": "Hello {{name}}"]).render("mine", ["name": "you"])
/// ```
public struct TemplateSet: Sendable {
  private var templates: [String: Template] = [:]
  /// Style sheets and scripts by their file's name.
  private var assets: [String: String] = [:]

  /// The ones that ship.
  public static let builtIn: TemplateSet = {
    var set = TemplateSet()
    for (path, text) in EmbeddedData.files {
      do {
        try set.add(path, String(decoding: text.bytes, as: UTF8.self))
      } catch {
        // The build parses each of them before it embeds it.
        preconditionFailure("\(error)")
      }
    }
    return set
  }()

  private init() {}

  /// The ones that ship, with those of `files` (text by file name) instead of their namesakes.
  ///
  /// A name without a namesake is a partial of the user's own.
  /// - Throws: where a template does not parse, or includes one that is in neither.
  public init(overriding files: [String: String]) throws(TemplateError) {
    self = .builtIn
    for (name, text) in files.sorted(by: { $0.key < $1.key }) { try add(name, text) }
    for (_, template) in templates.sorted(by: { $0.key < $1.key }) {
      for inclusion in template.inclusions where templates[inclusion.name] == nil {
        throw template.error(at: inclusion.offset, "there is no template “\(inclusion.name)”")
      }
    }
  }

  private mutating func add(_ file: String, _ text: String) throws(TemplateError) {
    if file.hasSuffix(".mustache") {
      templates[String(file.dropLast(".mustache".count))] = try Template(text, name: file)
    } else {
      assets[file] = text
    }
  }

  /// The page of a template, such as `timeline` for `timeline.mustache`.
  ///
  /// - Throws: where there is no such template, or templates include each other without an end.
  public func render(_ name: String, _ value: TemplateValue) throws(TemplateError) -> String {
    String(decoding: try bytes(name, value), as: UTF8.self)
  }

  /// What ``render(_:_:)`` gives, as UTF-8.
  public func bytes(_ name: String, _ value: TemplateValue) throws(TemplateError) -> [UInt8] {
    guard let template = templates[name] else {
      preconditionFailure("“\(name)” is no template that ships")
    }
    return try template.bytes(value) { templates[$0] }
  }

  /// A style sheet or script, such as `page.css`; empty where there is none.
  public func asset(_ file: String) -> String { assets[file] ?? "" }
}

extension StaticString {
  fileprivate var bytes: [UInt8] { withUTF8Buffer { Array($0) } }
}
