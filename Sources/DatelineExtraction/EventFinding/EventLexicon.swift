/// Trigger words with their types, and the words that tell status, figures and series.
struct EventLexicon: Sendable {
  init(_ files: PackFiles, code: String) throws(DataTableError) {}
}
