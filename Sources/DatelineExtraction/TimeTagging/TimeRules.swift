/// The rules of a pack's `time` tables.
struct TimeRules: Sendable {
  init(_ files: PackFiles, code: String) throws(DataTableError) {}
}
