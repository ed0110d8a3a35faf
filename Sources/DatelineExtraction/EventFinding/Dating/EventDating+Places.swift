import DatelineModel
import EDTF

/// Where the story is, and who takes part in its talks.
extension EventDating {
  /// Those who arrive for talks and sit in them take part in them.
  func gatherParticipants(_ drafts: inout [EventDraft]) {
    for index in drafts.indices
    where drafts[index].trigger.traits.contains(.mutual) && !drafts[index].trigger.isVerb
      && drafts[index].mention.participants.isEmpty && drafts[index].mention.series != nil
    {
      let talks = drafts[index].mention
      guard let days = talks.date else { continue }
      var participants: [Participant] = []
      for other in drafts[(index + 1)...] {
        guard other.mention.sentence - talks.sentence <= 6,
          other.trigger.type == .consult, other.trigger.topic != "statement",
          other.mention.status == .asserted || other.mention.status == .alleged,
          let date = other.mention.date, days.overlaps(date)
        else { continue }
        for var one in other.mention.participants
        where !participants.contains(where: { $0.actor == one.actor }) {
          one.role = .actor
          if other.mention.status != .asserted { one.status = other.mention.status }
          participants.append(one)
        }
      }
      drafts[index].mention.participants = participants
    }
  }

  /// "announced that peace talks had begun", and further down "talks in Geneva": where all talks of the
  /// same days that the article places are held.
  func seat(of talks: EventDraft, in drafts: [EventDraft]) -> String? {
    guard talks.trigger.type == .consult, talks.trigger.traits.contains(.mutual),
      !talks.trigger.isVerb, let date = talks.mention.date, let first = date.earliest?.dayNumber,
      let last = date.latest?.dayNumber, last - first <= EventDating.aMonth
    else { return nil }
    func isThen(_ other: EDTFValue) -> Bool {
      guard let start = other.earliest?.dayNumber else { return false }
      return start <= last && first <= other.latest?.dayNumber ?? .max
    }
    let seats = Set(
      drafts.lazy.filter { other in
        other.hasOwnPlace && other.trigger.type == .consult && !other.mention.isBackground
          // "attend the talks in Kelt".
          && (other.trigger.traits.contains(.mutual) && other.headWord == talks.headWord
            || other.clause.whole.contains { text.hash($0) == talks.headWord })
          && other.mention.inTitle == text.text.isTitle
          && other.mention.date.map(isThen) ?? false
      }.compactMap(\.mention.place))
    return seats.count == 1 ? seats.first : nil
  }

  /// Gives an event that prints no place the one that its story has just named.
  func placeByStory(_ drafts: inout [EventDraft], story: EventDraft?) {
    var last: EventDraft?
    for index in drafts.indices {
      if drafts[index].hasOwnPlace {
        last = drafts[index]
        continue
      }
      guard drafts[index].mention.place == nil, drafts[index].mention.date != nil else { continue }
      if drafts[index].trigger.traits.contains(.mutual), !drafts[index].trigger.isVerb,
        let talks = drafts[..<index].last(where: {
          $0.hasOwnPlace && $0.trigger.traits.contains(.mutual)
            && $0.headWord == drafts[index].headWord
            && $0.mention.date == drafts[index].mention.date
        })
      {
        // "the talks", wherever else the story has been since.
        drafts[index].mention.place = talks.mention.place
      } else if let seat = seat(of: drafts[index], in: drafts) {
        drafts[index].mention.place = seat
      } else if let last, drafts[index].mention.sentence - last.mention.sentence <= 2,
        // "Shells hit Kelt. The envoy said …": not there.
        !drafts[index].trigger.isSaid || !last.trigger.isHarmful,
        last.mention.isBackground == drafts[index].mention.isBackground,
        drafts[index].mention.dateBasis == .inherited
          || drafts[index].mention.date == last.mention.date
      {
        drafts[index].mention.place = last.mention.place
      } else if let story, drafts[index].mention.date == story.mention.date {
        drafts[index].mention.place = story.mention.place
      }
    }
  }
}
