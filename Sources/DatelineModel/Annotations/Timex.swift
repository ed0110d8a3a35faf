public import EDTF

/// A time expression with its TIMEX3 attributes and the calendar interval that it names.
///
/// Source: TimeML 1.2.1 (TIMEX3); ISO 8601-2 (EDTF).
public struct Timex: Hashable, Sendable {
  public enum Kind: String, Sendable {
    case date = "DATE"
    case time = "TIME"
    case duration = "DURATION"
    case set = "SET"
  }

  public var span: TextSpan
  public var inTitle: Bool
  public var kind: Kind
  /// TIMEX3 `value`, such as `2019-08-01TMO`, `P3D` or `PRESENT_REF`.
  public var value: String
  /// TIMEX3 `mod`, such as `APPROX` or `MORE_THAN`.
  public var mod: String?
  public var quant: String?
  public var freq: String?
  /// Indices into the article's timexes, -1 for the time of publication: where a duration begins and
  /// where it ends, as far as the words tell.
  public var beginPoint: Int?
  public var endPoint: Int?
  /// The calendar interval named, with its uncertainty; nil where none is known.
  public var edtf: EDTFValue?
  /// The id of the rule in the language pack.
  public var rule: String
  /// What a relative value was counted from: `published`, `dateline`, `t3` (a timex by its index), or nil.
  public var anchor: String?
  /// Readings that were weighed and left, for `explain`.
  public var alternatives: [String]
  /// A date that no calendar has, such as 29 February 2015; its value is as written.
  public var isInvalid = false

  public init(
    span: TextSpan, inTitle: Bool = false, kind: Kind, value: String, mod: String? = nil,
    quant: String? = nil, freq: String? = nil, beginPoint: Int? = nil, endPoint: Int? = nil,
    edtf: EDTFValue? = nil, rule: String, anchor: String? = nil, alternatives: [String] = []
  ) {
    self.span = span
    self.inTitle = inTitle
    self.kind = kind
    self.value = value
    self.mod = mod
    self.quant = quant
    self.freq = freq
    self.beginPoint = beginPoint
    self.endPoint = endPoint
    self.edtf = edtf
    self.rule = rule
    self.anchor = anchor
    self.alternatives = alternatives
  }
}
