/// What was found for each field of an article.
///
/// ```swift
/// var values = FieldValues<String>()
/// values[.title] = "Talks open"
/// values[.title]  // "Talks open"
/// values[.url]    // nil
/// ```
struct FieldValues<Value> {
  // By place and not by name: every record looks up all its fields.
  private var values = [Value?](repeating: nil, count: FieldMap.Field.allCases.count)

  subscript(field: FieldMap.Field) -> Value? {
    get { values[field.place] }
    set { values[field.place] = newValue }
  }

  /// Whether no field has a value.
  var isEmpty: Bool { values.allSatisfy { $0 == nil } }
}
