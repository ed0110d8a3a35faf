import DatelineModel

/// A named or described actor as tokens of a passage.
struct ActorReference: Sendable {
  var tokens: Range<Int>
  var span: TextSpan
  /// Index into the article's actors.
  var actor: Int
  var isLocation: Bool
  var isNominal: Bool
  /// A body by its name: a ministry, a club.
  var isOrganization = false
  /// The state that a description names: "Avarian jets".
  var state: String?
  /// A word like "Russian", which counts only before the deed that it owns.
  var isDemonym = false
}
