/// How text is laid out for a terminal or a file.
public struct TerminalOptions: Hashable, Sendable {
  /// Columns to fill.
  public var width: Int
  /// Whether to write ANSI colours; without them differing words stand in `[-…-]` and `{+…+}`.
  public var colour: Bool
  /// One column, with differences marked in the line; so it is below 72 columns anyway.
  public var inline: Bool

  public init(width: Int = 80, colour: Bool = false, inline: Bool = false) {
    self.width = width
    self.colour = colour
    self.inline = inline
  }

  /// Least width at which two accounts stand side by side.
  public static let leastForTwoColumns = 72

  /// A width that rows can be laid out in.
  var columns: Int { min(max(width, 32), 1000) }
  var isInline: Bool { inline || width < TerminalOptions.leastForTwoColumns }
}
