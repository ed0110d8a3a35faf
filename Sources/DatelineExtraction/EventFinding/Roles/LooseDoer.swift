import DatelineModel
import EDTF

/// Who is said to have done a deed, in a sentence that does not tell it: "The Front claimed responsibility."
struct LooseDoer {
  /// An ACTOR, alleged or denied.
  var doer: Participant
  /// By index in the text.
  var sentence: Int
  /// The day of the deed, where the sentence names it: "blamed the Front for Tuesday's attack".
  var day: EDTFValue?
}

extension [EventDraft] {
  /// Gives the deeds whoever is said, in sentences around them, to have done them.
  mutating func take(_ doers: [LooseDoer]) {
    let all = named() + doers
    guard !all.isEmpty else { return }
    let deeds = DeedsTold(self)
    for one in all {
      guard let deed = deeds.deed(spokenOfIn: one.sentence), self[deed].takesCounts,
        self[deed].trigger.isDeed,
        one.day.map({ self[deed].mention.date?.overlaps($0) ?? false }) ?? true,
        !self[deed].mention.participants.contains(where: { $0.actor == one.doer.actor })
      else { continue }
      self[deed].mention.participants.append(one.doer)
    }
  }

  /// "said that it carried out the attack": told again for the sake of who did it.
  private func named() -> [LooseDoer] {
    lazy.filter { $0.isDefinite && $0.trigger.isDeed && $0.timex == nil && !$0.hasOwnPlace }
      .flatMap { draft in
        let isSaid = draft.clause.reporter != nil
        // "officials spoke of the attack" and did not attack.
        let tellsDoer =
          !draft.isLoose && !draft.isSpokenOf && (isSaid || draft.clause.group?.isPassive == true)
        return draft.mention.participants.lazy.filter {
          $0.role == .actor && (tellsDoer || $0.status != nil)
        }.map { doer in
          var doer = doer
          if isSaid, doer.status == nil { doer.status = .alleged }
          return LooseDoer(doer: doer, sentence: draft.mention.sentence - 1)
        }
      }
  }
}
