/// Names, titles, demonyms and the words of nominal actors.
struct ActorTables: Sendable {
  init(_ files: PackFiles, code: String) throws(DataTableError) {}
}
