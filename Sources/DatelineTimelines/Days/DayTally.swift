import DatelineModel
import EDTF

/// Counts what the articles of a pile say about each calendar day, and picks the sentences that
/// tell it best.
///
/// A day is spoken of where a sentence names it and where an article is published on it. The
/// sentences are ranked by their likeness to all that is said of the day (centroid: D. Radev et
/// al., 2004), and chosen so that each says something new (maximal marginal relevance: J. Carbonell
/// and J. Goldstein, 1998).
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
  }

  private let articles: [AnnotatedArticle]
  private let vectors: [ArticleVector]
  private let offsets: [PassageOffsets]
  private var days: [Int: Day] = [:]

  /// How many first sentences of an article stand for its news.
  private static let leads = 5
  /// How many sentences a day keeps.
  private static let kept = 6

  init(
    _ articles: [AnnotatedArticle], vectors: [ArticleVector], copies: NearCopies,
    offsets: [PassageOffsets]
  ) {
    self.articles = articles
    self.vectors = vectors
    self.offsets = offsets
    for (index, article) in articles.enumerated() where copies.originals[index] == nil {
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
        var tally = days[day] ?? Day()
        tally.mentions += 1
        tally.articles.insert(index)
        if let published, published >= day + 2 { tally.later.insert(index) }
        let last = tally.candidates.last
        if last?.article != index || last?.sentence != sentence || last?.isDated != true {
          tally.candidates.append(
            Candidate(
              article: index, sentence: sentence, isDated: true,
              position: max(0, sentence - firstOfText)))
        }
        days[day] = tally
      }
    }
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
    Double(day.published) + Double(day.articles.count) + 0.5 * Double(day.later.count)
  }

  private func sentences(of day: Day) -> [DayRecord.Sentence] {
    struct Scored {
      var candidate: Candidate
      var vector: ArticleVector
      var score: Float
    }
    var scored: [Scored] = []
    var centroid: [UInt32: Float] = [:]
    for candidate in day.candidates {
      let article = articles[candidate.article]
      let sentence = article.sentences[candidate.sentence]
      guard (30...600).contains(sentence.span.count) else { continue }
      let vector = TermWeights(article.terms).vector(
        of: sentence.inTitle ? article.article.title ?? "" : article.article.text,
        spans: [sentence.span])
      guard vector.components.count >= 4 else { continue }
      let share: Float = candidate.isDated ? 1 : 0.5
      for component in vector.components {
        centroid[component.hash, default: 0] += component.weight * share
      }
      scored.append(Scored(candidate: candidate, vector: vector, score: 0))
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
        one.score -= 0.3 * likeness
        return one
      }
    }
    return chosen.map { one in
      let article = articles[one.candidate.article]
      let sentence = article.sentences[one.candidate.sentence]
      return DayRecord.Sentence(
        article: article.article.id, source: article.article.source,
        text: String(article.quote(sentence.span, inTitle: sentence.inTitle)),
        start: offsets[one.candidate.article].scalar(
          sentence.span.start, inTitle: sentence.inTitle),
        end: offsets[one.candidate.article].scalar(sentence.span.end, inTitle: sentence.inTitle),
        inTitle: sentence.inTitle)
    }
  }
}

/// To four decimals, so that what is written is what is read.
func rounded(_ value: Double) -> Double { (value * 10000).rounded() / 10000 }
