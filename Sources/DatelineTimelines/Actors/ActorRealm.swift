import DatelineModel

/// What keeps namesakes of different nature apart.
enum ActorRealm: Int {
  case person, body, place

  init(_ kind: ActorKind) {
    switch kind {
    case .person: self = .person
    case .place: self = .place
    case .organization, .government, .group: self = .body
    }
  }
}
