import DatelineModel
import EDTF

/// The mentions of a pile, those that repeat a sentence word for word taken as one voice.
///
/// A sentence that stands again, in a copy of its article or with a date of its own, tells the same
/// happening again: there is nothing to compare. So a pile of syndicated texts costs hardly more
/// than one of them, and the many copies do not outvote the one report that differs.
struct MentionVoices {
  struct Origin {
    /// Indices of the article and of the mention in it.
    var article: Int
    var event: Int
    /// Numbers the mentions of one article that share sentence and trigger, from 0.
    var twin: Int
  }

  /// By article, title first, then start.
  private(set) var mentions: [Origin] = []
  /// For each voice its mentions, sorted; the first one stands for all.
  private(set) var members: [[Int]] = []
  /// For each article its voices, each once, sorted.
  private(set) var told: [[Int]] = []
  /// Articles that repeat another one wholly: title, text, day and all mentions.
  private(set) var isEcho: [Bool] = []

  /// A shorter sentence ("He was arrested on Monday.") is one only within an article and its copies.
  private static let telling = 50

  /// `articles` are sorted by id.
  init(_ articles: [AnnotatedArticle], copies: NearCopies) {
    var voices: [Key: Int] = [:]
    for (index, article) in articles.enumerated() {
      let original = copies.originals[index]
      var met: [EventKey: Int] = [:]
      var own: [Int] = []
      var leads = false
      for event in MentionVoices.order(of: article.events) {
        let mention = article.events[event]
        let twin = met[EventKey(mention), default: 0]
        met[EventKey(mention)] = twin + 1
        let key = Key(mention, of: article, family: original ?? index, twin: twin)
        let voice = voices[key] ?? members.count
        if voice == members.count {
          voices[key] = voice
          members.append([])
          leads = true
        }
        members[voice].append(mentions.count)
        mentions.append(Origin(article: index, event: event, twin: twin))
        own.append(voice)
      }
      told.append(Array(Set(own)).sorted())
      let isSame =
        original.map {
          let (a, b) = (article.article, articles[$0].article)
          return $0 != index && a.text == b.text && a.title == b.title
            && a.published?.text == b.published?.text
        } ?? false
      isEcho.append(isSame && !leads)
    }
  }

  private static func order(of events: [EventMention]) -> [Int] {
    events.indices.sorted {
      let (a, b) = (events[$0], events[$1])
      return a.inTitle != b.inTitle
        ? a.inTitle
        : a.span != b.span
          ? a.span < b.span : a.trigger != b.trigger ? a.trigger < b.trigger : $0 < $1
    }
  }

  /// What an event's id is made of, beside the article.
  private struct EventKey: Hashable {
    let inTitle: Bool
    let start: Int
    let trigger: Int

    init(_ event: EventMention) {
      inTitle = event.inTitle
      start = event.span.start
      trigger = event.trigger.start
    }
  }

  /// What two mentions of one voice share.
  private struct Key: Hashable {
    let sentence: Substring
    let start: Int
    let trigger: Int
    let date: EDTFValue?
    let status: EventStatus
    let twin: Int
    /// The first article that the mention's is a copy of; -1 where the sentence tells enough.
    let family: Int

    init(_ mention: EventMention, of article: AnnotatedArticle, family: Int, twin: Int) {
      let span = article.span(ofSentenceOf: mention)
      sentence = article.quote(span, inTitle: mention.inTitle)
      start = mention.span.start - span.start
      trigger = mention.trigger.start - span.start
      date = mention.date
      status = mention.status
      self.twin = twin
      let isDated = mention.date != nil && mention.dateBasis.isOwn
      self.family = isDated && span.end - span.start >= MentionVoices.telling ? -1 : family
    }
  }
}
