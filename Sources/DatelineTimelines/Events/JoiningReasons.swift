import DatelineModel

/// What joins reports of one happening whose words hardly do: ``Incidents`` and ``Outcomes``, told as
/// reasons.
struct JoiningReasons {
  let reasons: [String]

  init(_ mentions: [Mention]) {
    let harm = mentions.filter { MentionProfile.countsHarm($0.figures) }
    var reasons: [String] = []
    if !harm.isEmpty, Set(mentions.lazy.filter(\.isLead).map(\.article)).count > 1 {
      reasons.append("articles of one story lead with it")
    }
    let counts = Set(harm.map(MentionPlace.init))
    let others = Set(
      mentions.lazy.filter { !counts.contains(MentionPlace($0)) }.map(\.article))
    if harm.contains(where: { others.contains($0.article) }) {
      reasons.append("an article counts those harmed by what it tells")
    }
    self.reasons = reasons
  }
}
