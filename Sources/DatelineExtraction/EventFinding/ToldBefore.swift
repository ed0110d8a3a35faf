import DatelineModel
import EDTF

/// What an article has told so far, to know what only tells it again.
///
/// A list tells thousands of happenings of one type: a draft is held against those alone that share
/// with it what fewest share.
struct ToldBefore {
  private(set) var drafts: [EventDraft] = []
  private var kinds: Set<Kind> = []
  /// Places in `drafts`.
  private var holders: [Key: [Int]] = [:]

  private struct Kind: Hashable {
    var type: EventType
    var topic: String

    init(_ draft: EventDraft) {
      type = draft.trigger.type
      topic = draft.trigger.topic
    }
  }

  /// A detail of what can tell the same at all.
  private struct Key: Hashable {
    var kind: Kind
    var status: EventStatus
    var ordinal: Int?
    var detail: Detail?

    init(_ draft: EventDraft, _ detail: Detail?) {
      kind = Kind(draft)
      status = draft.mention.status
      ordinal = draft.mention.series?.ordinal
      self.detail = detail
    }
  }

  private enum Detail: Hashable {
    case actor(String)
    case figure(Figure)
    case place(String?)
    case time(EDTFValue?, lemma: String)
  }

  mutating func add(_ draft: EventDraft) {
    kinds.insert(Kind(draft))
    var details: [Detail?] = [
      nil, .place(draft.mention.place), .time(draft.mention.date, lemma: draft.trigger.lemma),
    ]
    details += Set(draft.mention.participants.map(\.actor)).map { .actor($0) }
    details += Set(draft.mention.figures).map { .figure($0) }
    for detail in details { holders[Key(draft, detail), default: []].append(drafts.count) }
    drafts.append(draft)
  }

  /// Whether something of the draft's type and topic was told.
  func holdsKind(of draft: EventDraft) -> Bool { kinds.contains(Kind(draft)) }

  /// Whether an earlier event tells all that the draft tells.
  func holds(_ draft: EventDraft) -> Bool {
    var sought: [Detail?] = [nil]
    if draft.hasOwnPlace { sought.append(.place(draft.mention.place)) }
    if draft.timex != nil {
      sought.append(.time(draft.mention.date, lemma: draft.trigger.lemma))
    }
    sought += draft.mention.participants.map { .actor($0.actor) }
    sought += draft.mention.figures.map { .figure($0) }
    var fewest: [Int]?
    for detail in sought {
      guard let found = holders[Key(draft, detail)] else { return false }
      if found.count < fewest?.count ?? .max { fewest = found }
    }
    return fewest?.contains { repeats(draft, drafts[$0]) } ?? false
  }

  /// Whether `earlier`, of the same kind, status and round, has each detail of the draft.
  private func repeats(_ draft: EventDraft, _ earlier: EventDraft) -> Bool {
    (draft.timex == nil
      || earlier.mention.date == draft.mention.date
        && earlier.trigger.lemma == draft.trigger.lemma)
      && draft.mention.participants.allSatisfy { one in
        earlier.mention.participants.contains { $0.actor == one.actor }
      }
      && draft.mention.figures.allSatisfy { earlier.mention.figures.contains($0) }
      && (!draft.hasOwnPlace || draft.mention.place == earlier.mention.place)
  }
}
