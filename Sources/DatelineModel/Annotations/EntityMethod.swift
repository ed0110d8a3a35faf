/// How names are found in text.
public enum EntityMethod: String, Hashable, Sendable, CaseIterable {
  /// Tables and the words around names alone.
  case rules
  /// Learned weights that look at what the rules say and at much besides.
  case model
}
