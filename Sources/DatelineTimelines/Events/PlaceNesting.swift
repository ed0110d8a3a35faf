import DatelineModel

/// Which places lie in one another, by their names and by how the articles print them.
///
/// "Kafr Sarha, in the south of Idlib province" and "Kafr Sarha (southern Idlib)" say that the town
/// lies in Idlib; two towns that are only told beside each other lie apart.
struct PlaceNesting {
  private let names: [UInt32: String]
  /// The words of each name, as articles count theirs.
  private let words: [UInt32: [UInt32]]
  private let countries: Set<String>
  /// Pairs of hashes of which the first lies in the second.
  private let nested: Set<SIMD2<UInt32>>

  /// As many words may stand between a place and what it lies in.
  private static let reach = 4
  /// An article says in its first sentences where its places lie.
  private static let opening = 8

  /// `places` are printed names; `countries` those of states, folded.
  init(_ places: Set<String>, countries: Set<String>, in articles: [AnnotatedArticle], jobs: Int) {
    var names: [UInt32: String] = [:]
    var words: [UInt32: [UInt32]] = [:]
    for place in places.sorted() {
      let folded = FoldedName(place).text
      let hash = StableHash(folded).short
      names[hash] = folded
      words[hash] = []
      place.forEachWord { word in
        if word.count > 2 { words[hash]?.append(Term.hash(ofWord: word)) }
      }
    }
    self.names = names
    self.words = words
    self.countries = countries
    // Of "El Al" no word is left: both are articles.
    let parts = names.values.map { $0.split(separator: " ") }.filter { !$0.isEmpty }
    let heads = Dictionary(grouping: parts) { $0[0] }
    let found = articles.indices.mapped(jobs: jobs) {
      PlaceNesting.pairs(of: articles[$0], heads: heads)
    }
    nested = Set(found.joined())
  }

  /// Whether nothing tells two groups of places apart, each with its number of mentions: the places
  /// that most of them are told of, other than whole countries, are one, or lie in one another.
  func mayBeOne(_ x: [UInt32: Int], _ y: [UInt32: Int]) -> Bool {
    if let p = nearest(x), let q = nearest(y) { return relation(p, q).mayBeOne }
    // Where one side tells no more than a country, the other may lie in it.
    guard let p = most(x), let q = most(y) else { return true }
    return relation(p, q).mayBeOne
  }

  /// Whether most of two groups are told of one place, and of no whole country.
  func areOne(_ x: [UInt32: Int], _ y: [UInt32: Int]) -> Bool {
    guard let p = nearest(x), let q = nearest(y) else { return false }
    return relation(p, q) == .same || isNested(p, q)
  }

  /// Whether two places are two and no whole countries, by all that is known of them.
  func areApart(_ p: UInt32, _ q: UInt32) -> Bool {
    guard let a = names[p], let b = names[q], !countries.contains(a), !countries.contains(b) else {
      return false
    }
    return !relation(p, q).mayBeOne
  }

  /// Whether nothing connects the places that two articles tell of: neither lies in the other, and neither
  /// is named in the other's article.
  func areApart(_ p: UInt32, in a: AnnotatedArticle, _ q: UInt32, in b: AnnotatedArticle) -> Bool {
    areApart(p, q) && !isNamed(p, in: b) && !isNamed(q, in: a)
  }

  /// Whether an article names the place that most of a group are told of, other than whole countries.
  func isNamed(_ places: [UInt32: Int], in article: AnnotatedArticle) -> Bool {
    nearest(places).map { isNamed($0, in: article) } ?? false
  }

  /// Whether an article names a place.
  func isNamed(_ place: UInt32, in article: AnnotatedArticle) -> Bool {
    guard let words = words[place], !words.isEmpty else { return false }
    let terms = TermWeights(article.terms)
    return words.allSatisfy { terms.term(of: $0) != nil }
  }

  /// Whether a group is told of no place but whole countries.
  func isNowhere(_ places: [UInt32: Int]) -> Bool { nearest(places) == nil }

  private func relation(_ p: UInt32, _ q: UInt32) -> PlaceRelation {
    guard p != q, let a = names[p], let b = names[q] else { return .same }
    let relation = PlaceRelation(a, b, countries: countries)
    return relation == .open && isNested(p, q) ? .related : relation
  }

  private func isNested(_ p: UInt32, _ q: UInt32) -> Bool {
    nested.contains([p, q]) || nested.contains([q, p])
  }

  /// The place that most are told of.
  private func most(_ places: [UInt32: Int]) -> UInt32? {
    places.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// The same without whole countries.
  private func nearest(_ places: [UInt32: Int]) -> UInt32? {
    most(places.filter { place, _ in names[place].map { !countries.contains($0) } ?? true })
  }

  /// The places of an article that are printed right behind one that lies in them.
  private static func pairs(
    of article: AnnotatedArticle, heads: [Substring: [[Substring]]]
  ) -> [SIMD2<UInt32>] {
    var pairs: Set<SIMD2<UInt32>> = []
    for sentence in article.sentences.prefix(opening) {
      let text = FoldedName(String(article.quote(sentence.span, inTitle: sentence.inTitle))).text
      let words = text.split { !$0.isLetter && !$0.isNumber }
      var last: (place: [Substring], end: Int)?
      var position = 0
      while position < words.count {
        guard
          let place = heads[words[position]]?.filter({
            words[position...].starts(with: $0)
          }).max(by: { $0.count < $1.count })
        else {
          if connects(words[position]) {
            position += 1
          } else {
            (last, position) = (nil, position + 1)
          }
          continue
        }
        if let last, position - last.end <= reach, place != last.place {
          pairs.insert([
            StableHash(last.place.joined(separator: " ")).short,
            StableHash(place.joined(separator: " ")).short,
          ])
        }
        position += place.count
        last = (place, position)
      }
    }
    return Array(pairs)
  }

  /// A word that may stand between a place and what it lies in.
  private static func connects(_ word: Substring) -> Bool { between.contains(String(word)) }

  private static let between: Set<String> = [
    "in", "of", "the", "north", "south", "east", "west", "northern", "southern", "eastern",
    "western", "central", "northeast", "northwest", "southeast", "southwest", "northeastern",
    "northwestern", "southeastern", "southwestern", "province", "governorate", "region", "rural",
    "district", "county", "state", "countryside", "suburb", "town", "city", "village",
  ]
}
