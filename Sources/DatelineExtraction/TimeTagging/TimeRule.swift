/// A row of a pack's time rules: a pattern over words and the fields that it sets.
///
/// A class, since a match asks for it often and a struct's arrays would be retained each time.
final class TimeRule: @unchecked Sendable {
  let id: String
  let category: Int
  let elements: [Element]
  let assignments: [Assignment]
  let guards: [Guard]
  /// Whether each `{from}` and `{to}` is a time expression of its own.
  let emitsParts: Bool
  /// The kinds of text in which its words are a time; empty means all.
  let kinds: TextKind
  /// The symbols that a match can begin with, as bits; set once, when the table is compiled.
  var first: [UInt64] = []

  init(
    id: String, category: Int, elements: [Element], assignments: [Assignment], guards: [Guard],
    emitsParts: Bool, kinds: TextKind
  ) {
    self.id = id
    self.category = category
    self.elements = elements
    self.assignments = assignments
    self.guards = guards
    self.emitsParts = emitsParts
    self.kinds = kinds
  }

  /// One step of a pattern: a word of some class, or what another category matches.
  struct Element: Sendable {
    enum Kind: Sendable {
      case symbol(TimeLexicon.Symbol)
      case category(Int)
    }
    let kind: Kind
    let isOptional: Bool
    /// No white space before it.
    let isGlued: Bool
    let capture: String?
    /// The field that a captured word sets by its name.
    let field: TimeDraft.Field?
    /// Named in an assignment, so not taken over as a whole.
    var isAssigned: Bool

    /// One end of a range, or an item of a list.
    var isEnd: Bool { capture == "from" || capture == "to" }
    /// Whether all fields of what a category matches are taken over.
    var isTaken: Bool { capture != nil && !isAssigned }
  }

  /// `field=constant` or `field={capture}*factor+{capture}`.
  struct Assignment: Sendable {
    struct Term: Sendable {
      /// An element's index, or nil for a constant.
      let element: Int?
      /// The field that is read of a category's match.
      let source: TimeDraft.Field
      let factor: Int
    }
    let field: TimeDraft.Field
    let terms: [Term]
  }

  /// A condition on the words of a match or around it.
  struct Guard: Sendable {
    enum Kind: String, Sendable, CaseIterable {
      /// The first word begins with a capital letter.
      case capital
      /// No capitalised stranger stands beside it, as in a person's name.
      case noName
      /// The next, or previous, word is of a class, or is not.
      case next, previous, noNext, noPrevious
      /// The last word of the match is of a class.
      case last
      /// A mark or the sentence's end follows.
      case closed
      /// The sentence begins, or ends, with the match.
      case starts, ends
      /// The text of the next token stands apart, or no digit or mark is glued on.
      case loose
      /// The first word is in lower case.
      case lower
      /// Every word is capitalised.
      case title
      /// A capitalised stranger follows, as a surname does.
      case surname
      /// Several words that stand in quotes alone, as a title does.
      case quoted
      /// The year that ends the match is neither a count nor a stamp of the clock: none lies beyond
      /// 2100, nor outside of 1900 to 2029 where it opens a sentence or a line that lost its end.
      case year
      /// The digits of the match are these numbers, in this order.
      case numbers
    }
    let kind: Kind
    let symbols: [TimeLexicon.Symbol]
    /// For ``Kind/numbers``.
    var numbers: [Int32] = []
  }
}
