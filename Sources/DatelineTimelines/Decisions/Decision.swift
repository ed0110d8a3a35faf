public import DatelineModel

/// What a reader has settled: two reports tell one event, or do not, or a conflict is resolved.
public struct Decision: Hashable, Sendable {
  public enum Verdict: Hashable, Sendable {
    /// Two are one event.
    case same
    /// Two are not one event.
    case apart
    /// What sides say differently of an aspect is settled to be `value`.
    case resolved(aspect: TimelineDiff.Difference.Aspect, value: String)
  }

  /// An event, by its id or by a place in an article, which outlives the id.
  public enum Reference: Hashable, Sendable, CustomStringConvertible {
    case event(String)
    /// Unicode scalars of the article's text; nil for its title.
    case place(article: String, offset: Int?)

    public var description: String {
      switch self {
      case .event(let id): id
      case .place(let article, let offset): article + ":" + (offset.map(String.init) ?? "title")
      }
    }
  }

  public var verdict: Verdict
  /// Whether it settles what sides say differently, and joins or parts nothing.
  public var isResolution: Bool { if case .resolved = verdict { true } else { false } }
  /// Two of them; one where a conflict is resolved.
  public var subjects: [Reference]
  /// The reader's reason; empty where none is given.
  public var because: String
  /// Where it stands in its file, counted from 1.
  public var line: Int

  public init(verdict: Verdict, subjects: [Reference], because: String = "", line: Int = 0) {
    self.verdict = verdict
    self.subjects = subjects
    self.because = because
    self.line = line
  }

  /// As a line of a decisions file, to be appended to it.
  ///
  /// ```swift
  /// Decision(verdict: .same, subjects: [.event("e1"), .place(article: "a b.txt", offset: 4)]).text
  /// // same e1 "a b.txt:4"
  /// ```
  public var text: String {
    var words: [String]
    switch verdict {
    case .same: words = ["same"] + subjects.map { Decision.quoted($0.description) }
    case .apart: words = ["apart"] + subjects.map { Decision.quoted($0.description) }
    case .resolved(let aspect, let value):
      words = ["resolved"] + subjects.map { Decision.quoted($0.description) }
      words += [aspect.rawValue, Decision.quoted(value)]
    }
    if !because.isEmpty { words += ["because", because] }
    return words.joined(separator: " ")
  }

  private static func quoted(_ word: String) -> String {
    guard
      word.isEmpty || word.contains(where: { $0 == " " || $0 == "\t" || $0 == "\"" || $0 == "#" })
    else { return word }
    var text = "\""
    for scalar in word.unicodeScalars {
      if scalar == "\"" || scalar == "\\" { text += "\\" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}
