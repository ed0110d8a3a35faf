import DatelineModel
import EDTF

/// Counts what the articles of a pile say about each calendar day, and picks the sentences that
/// tell it best.
///
/// A day is spoken of where a sentence names it, where an article is published on it, and at the
/// head of what is published on the morrow. The sentences are ranked by their likeness to all that
/// is said of the day (centroid: D. Radev et al., 2004), in words weighed by how few sentences of
/// the pile have them, and chosen so that each says something new (maximal marginal relevance:
/// J. Carbonell and J. Goldstein, 1998).
struct DayTally {
  private struct Candidate {
    var article: Int
    var sentence: Int
    /// Whether the sentence names the day itself.
    var isDated: Bool
    /// Which sentence of its text, from 0.
    var position: Int
  }

  private struct Day {
    var published = 0
    /// Articles that speak of the day.
    var articles: Set<Int> = []
    /// Of those, the ones published two or more days afterwards.
    var later: Set<Int> = []
    /// Sentences that name it.
    var mentions = 0
    var candidates: [Candidate] = []

    /// Counts one naming of the day; a sentence that names it twice is one candidate.
    mutating func note(_ candidate: Candidate, later isLater: Bool) {
      mentions += 1
      articles.insert(candidate.article)
      if isLater { later.insert(candidate.article) }
      let last = candidates.last
      if last?.article != candidate.article || last?.sentence != candidate.sentence
        || last?.isDated != true
      {
        candidates.append(candidate)
      }
    }
  }

  private let articles: [AnnotatedArticle]
  private let vectors: [ArticleVector]
  private let offsets: [PassageOffsets]
  private var days: [Int: Day] = [:]
  /// In how many sentences that may tell a day each word stands, and how many there are.
  private var sentenceCounts: [UInt32: Int32] = [:]
  private var sentences = 0

  /// How many first sentences of an article stand for its news.
  private static let leads = 5
  /// How many first sentences of an article stand for the day before, where they name no other.
  private static let morrowLeads = 2
  /// How many sentences a day keeps.
  private static let kept = 6

  init(
    _ articles: [AnnotatedArticle], vectors: [ArticleVector], copies: NearCopies,
    offsets: [PassageOffsets]
  ) {
    self.articles = articles
    self.vectors = vectors
    self.offsets = offsets
    // What the morrow's papers tell first is added to each day when all days are known.
    var morrow: [(day: Int, candidate: Candidate)] = []
    for (index, article) in articles.enumerated() where copies.originals[index] == nil {
      var named: Set<Int> = []
      let published = article.article.published?.day?.dayNumber
      let firstOfText = article.sentences.firstIndex { !$0.inTitle } ?? 0
      if let published {
        days[published, default: Day()].published += 1
        for sentence in article.sentences.indices.prefix(firstOfText + DayTally.leads) {
          days[published, default: Day()].candidates.append(
            Candidate(
              article: index, sentence: sentence, isDated: false,
              position: max(0, sentence - firstOfText)))
        }
      }
      var sentence = 0
      for timex in article.timexes {
        guard timex.kind == .date || timex.kind == .time, let day = timex.edtf?.day?.dayNumber
        else { continue }
        while sentence + 1 < article.sentences.count,
          article.sentences[sentence].inTitle != timex.inTitle
            || article.sentences[sentence].span.end <= timex.span.start
        {
          sentence += 1
        }
        guard article.sentences.indices.contains(sentence),
          article.sentences[sentence].inTitle == timex.inTitle
        else { continue }
        named.insert(sentence)
        days[day, default: Day()].note(
          Candidate(
            article: index, sentence: sentence, isDated: true,
            position: max(0, sentence - firstOfText)),
          later: published.map { $0 >= day + 2 } ?? false)
      }
      if let published {
        for sentence in article.sentences.indices.dropFirst(firstOfText)
          .prefix(DayTally.morrowLeads) where !named.contains(sentence)
        {
          morrow.append(
            (
              published - 1,
              Candidate(
                article: index, sentence: sentence, isDated: false,
                position: sentence - firstOfText)
            ))
        }
      }
    }
    for (day, candidate) in morrow where days[day] != nil {
      days[day]!.candidates.append(candidate)
    }
    countSentences()
  }

  /// Counts in how many sentences each word stands.
  private mutating func countSentences() {
    var met: Set<Int> = []
    for day in days.values {
      for candidate in day.candidates
      where met.insert(candidate.article << 20 | candidate.sentence).inserted {
        let article = articles[candidate.article]
        let sentence = article.sentences[candidate.sentence]
        let text = sentence.inTitle ? article.article.title ?? "" : article.article.text
        var own: [UInt32] = []
        text.forEachWord(in: sentence.span) { own.append(Term.hash(ofWord: $0)) }
        for word in own.distinct { sentenceCounts[word, default: 0] += 1 }
      }
    }
    sentences = met.count
  }

  /// A sentence's words, weighed by how rare they are at all and in this pile.
  private func vector(
    of sentence: Sentence, told: TextSpan, in article: AnnotatedArticle
  ) -> ArticleVector {
    let plain = TermWeights(article.terms).vector(
      of: sentence.inTitle ? article.article.title ?? "" : article.article.text,
      spans: [told])
    return ArticleVector(
      components: plain.components.map {
        let count = max(1, sentenceCounts[$0.hash] ?? 1)
        // In a pile of few sentences all words are rare.
        let rarity = Float.logarithm(Float(sentences + 8) / Float(count))
        return .init(hash: $0.hash, weight: $0.weight * rarity)
      })
  }

  /// One record a day, oldest first.
  func records() -> [DayRecord] {
    let weights = days.mapValues(weight)
    let greatest = weights.values.max() ?? 1
    return days.keys.sorted().map { day in
      let tally = days[day]!
      return DayRecord(
        date: CalendarDate(dayNumber: day),
        salience: rounded(greatest > 0 ? weights[day]! / greatest : 0),
        published: tally.published, articles: tally.articles.count, sentences: sentences(of: tally))
    }
  }

  /// Articles that speak of a day weigh more than those published on it, and those that come back
  /// to it later most.
  private func weight(of day: Day) -> Double {
    0.2 * Double(day.published) + Double(day.articles.count) + Double(day.later.count)
  }

  private func sentences(of day: Day) -> [DayRecord.Sentence] {
    struct Scored {
      var candidate: Candidate
      /// The sentence without what stands before its own words.
      var told: TextSpan
      var vector: ArticleVector
      var score: Float
    }
    var scored: [Scored] = []
    var centroid: [UInt32: Float] = [:]
    for candidate in day.candidates {
      let article = articles[candidate.article]
      let sentence = article.sentences[candidate.sentence]
      let opening = SentenceOpening(
        of: article.quote(sentence.span, inTitle: sentence.inTitle))
      let told = TextSpan(sentence.span.start + opening.length, sentence.span.end)
      guard (30...600).contains(told.count) else { continue }
      let vector = vector(of: sentence, told: told, in: article)
      guard vector.components.count >= 4 else { continue }
      let share: Float = candidate.isDated ? 1 : 0.5
      for component in vector.components {
        centroid[component.hash, default: 0] += component.weight * share
      }
      scored.append(Scored(candidate: candidate, told: told, vector: vector, score: 0))
    }
    let center = ArticleVector(
      components: centroid.map { ArticleVector.Component(hash: $0.key, weight: $0.value) })
    for index in scored.indices {
      let one = scored[index]
      scored[index].score =
        one.vector.cosine(center) + (one.candidate.isDated ? 0.1 : 0)
        + 0.1 / Float(1 + one.candidate.position)
    }
    scored.sort {
      if $0.score != $1.score { return $0.score > $1.score }
      let (a, b) = ($0.candidate, $1.candidate)
      return (a.article, a.sentence, a.isDated ? 0 : 1) < (b.article, b.sentence, b.isDated ? 0 : 1)
    }
    var pool = Array(scored.prefix(60))
    var chosen: [Scored] = []
    while chosen.count < DayTally.kept, !pool.isEmpty {
      let best = pool.indices.max { a, b in
        let (x, y) = (pool[a].score, pool[b].score)
        return x != y ? x < y : a > b
      }!
      let next = pool.remove(at: best)
      chosen.append(next)
      // What repeats the sentence just chosen falls back, or falls out.
      pool = pool.compactMap { one in
        let likeness = one.vector.cosine(next.vector)
        if likeness > 0.6 { return nil }
        var one = one
        one.score -= 0.5 * likeness
        return one
      }
    }
    return chosen.map { one in
      let article = articles[one.candidate.article]
      let sentence = article.sentences[one.candidate.sentence]
      return DayRecord.Sentence(
        article: article.article.id, source: article.article.source,
        text: String(article.quote(one.told, inTitle: sentence.inTitle)),
        start: offsets[one.candidate.article].scalar(one.told.start, inTitle: sentence.inTitle),
        end: offsets[one.candidate.article].scalar(one.told.end, inTitle: sentence.inTitle),
        inTitle: sentence.inTitle)
    }
  }
}

/// To four decimals, so that what is written is what is read.
func rounded(_ value: Double) -> Double { (value * 10000).rounded() / 10000 }
