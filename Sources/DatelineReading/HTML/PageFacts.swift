internal import DatelineModel
internal import EDTF

/// What a page states about itself: headline, outlet, day, link, language.
///
/// JSON-LD of an article goes before meta tags, those before the address, that before `<time>`.
struct PageFacts {
  private(set) var title: String?
  private(set) var source: String?
  private(set) var published: PublicationDate?
  private(set) var url: String?
  private(set) var language: String?
  private(set) var author: String?
  /// When the page was changed last, as it says.
  private(set) var modified: PublicationDate?
  /// Where each field was found.
  private(set) var origins: [FieldOrigin] = []
  /// Whether Dateline made the page.
  var isOwn: Bool { meta("generator") == "Dateline" }

  private let head: PageHead
  private var linked = LinkedData()

  /// `url` is where the page was fetched, where somebody knows it.
  init(_ tree: PageTree, url known: String? = nil) {
    head = tree.head
    for script in head.scripts { linked.read(script) }
    let address =
      [known, head.canonical, meta("og:url"), linked.url, head.savedFrom, head.base].lazy
      .compactMap { $0 }.first { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
    url = address.map(trimmed)
    let named = meta(
      "og:site_name", "application-name", "dc.publisher", "publisher", "al:ios:app_name")
    source = named ?? linked.publisher ?? url.flatMap(PageFacts.host)
    var place = named != nil ? FieldOrigin.Place.meta : .linkedData
    if named == nil, linked.publisher == nil { place = .address }
    // Some pages give their address for their name.
    if let address = source, address.hasPrefix("http://") || address.hasPrefix("https://") {
      source = PageFacts.host(address)
      place = .address
    }
    if source != nil { origins.append(FieldOrigin(.source, place)) }
    let headlines = tree.blocks.filter { $0.tag == .heading1 && $0.length >= 4 && $0.length < 400 }
      .map { tree.string($0) }
    title = bestTitle(headlines)
    published = bestDate(tree)
    let languages: [(text: String?, place: FieldOrigin.Place)] = [
      (head.language, .html), (linked.language, .linkedData),
      (meta("og:locale", "content-language", "language"), .meta),
    ]
    for (text, place) in languages {
      guard language == nil, let tag = text.flatMap({ LanguageTag($0)?.text }) else { continue }
      language = tag
      origins.append(FieldOrigin(.language, place))
    }
    findAuthor()
    findModification(tree)
  }

  private mutating func findAuthor() {
    let linked = linked.authors.compactMap(PageFacts.personName)
    if !linked.isEmpty {
      author = linked.joined(separator: ", ")
      origins.append(FieldOrigin(.author, .linkedData))
      return
    }
    let names = [
      "author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl",
    ]
    for name in names where author == nil {
      author = meta(name).flatMap(PageFacts.personName)
    }
    if author != nil { origins.append(FieldOrigin(.author, .meta)) }
  }

  /// "By Jan Novak" without the word before it; nil for an address or what is no name.
  private static func personName(_ text: String) -> String? {
    // Some pages put the link to the author there.
    var name = oneLine(
      text.split(separator: "<", omittingEmptySubsequences: false).enumerated().map {
        $0.offset == 0 ? $0.element : $0.element.drop { $0 != ">" }.dropFirst()
      }.joined())
    if name.lowercased().hasPrefix("by ") { name = String(name.dropFirst(3)) }
    let isAddress = name.hasPrefix("http://") || name.hasPrefix("https://") || name.hasPrefix("@")
    return name.isEmpty || isAddress || name.utf8.count > 200 ? nil : name
  }

  private mutating func findModification(_ tree: PageTree) {
    func date(_ text: String) -> PublicationDate? {
      PublicationDate(stated: text, from: .metadata).flatMap { $0.isPlausible ? $0 : nil }
    }
    var inMeta: PublicationDate?
    for name in PageFacts.modificationNames where inMeta == nil {
      inMeta = meta(name).flatMap(date)
    }
    let stated: [(PublicationDate?, FieldOrigin.Place)] = [
      (linked.modified.flatMap(date), .linkedData),
      (inMeta, .meta),
      (
        tree.times.lazy.filter { $0.hints.contains(.modified) }
          .compactMap { PageFacts.date(tree.words(of: $0)) }.first { $0.isPlausible }, .time
      ),
    ]
    guard let (found, place) = stated.first(where: { $0.0 != nil }) else { return }
    modified = found
    origins.append(FieldOrigin(.modified, place))
  }

  /// The first of `names` that the page gives, in the order of `names`.
  private func meta(_ names: String...) -> String? {
    for name in names {
      for entry in head.metas where entry.name == name {
        let value = PageFacts.oneLine(entry.content)
        if !value.isEmpty { return value }
      }
    }
    return nil
  }

  // MARK: Title

  private mutating func bestTitle(_ headlines: [String]) -> String? {
    let places: [(text: String?, place: FieldOrigin.Place)] = [
      (linked.headline, .linkedData),
      (meta("og:title", "twitter:title", "dc.title", "title"), .meta),
      (head.title.map(PageFacts.oneLine), .title),
    ]
    let found = places.filter { $0.text?.isEmpty == false }
    let stated = found.compactMap(\.text)
    guard let best = stated.first else {
      if !headlines.isEmpty { origins.append(FieldOrigin(.title, .heading)) }
      return headlines.first
    }
    // The headline that stands on the page, if the page's own title is little more than it.
    for headline in headlines {
      let folded = headline.lowercased()
      if stated.contains(where: {
        $0.lowercased().contains(folded) && headline.count * 5 >= $0.count * 2
      }) {
        origins.append(FieldOrigin(.title, .heading))
        return headline
      }
    }
    origins.append(FieldOrigin(.title, found[0].place))
    return PageFacts.withoutSite(best, source)
  }

  /// `Talks open - The Bugle` without the outlet's name behind the last sign.
  static func withoutSite(_ title: String, _ source: String?) -> String {
    for sign in [" | ", " - ", " – ", " — ", " :: ", " » "] {
      var cut: String.Index?
      var index = title.startIndex
      while index < title.endIndex {
        if title[index...].hasPrefix(sign) { cut = index }
        index = title.index(after: index)
      }
      guard let cut else { continue }
      let rest = title[cut...].dropFirst(sign.count)
      let isSite =
        source.map { rest.lowercased().contains($0.lowercased()) } ?? false
        || rest.split(separator: " ").count <= 3 && sign == " | "
      if isSite, title[..<cut].count >= 8 { return String(title[..<cut]) }
    }
    return title
  }

  // MARK: Date

  private static let dateNames = [
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "og:published_time", "og:pubdate", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "publication-date", "article.published", "published_time", "published",
    "parsely-pub-date", "sailthru.date", "bt:pubdate", "rnews:datepublished", "dcterms.issued",
    "dcterms.date", "dcterms.created", "dc.date.issued", "dc.date.created",
    "dcsext.articlefirstpublished",
    "cxenseparse:recs:publishtime", "cxenseparse:publishtime", "vr:published_time",
    "article_date_original", "article.created",
    "displaydate", "originalpublicationdate", "citation_publication_date", "citation_date",
    "created",
  ]

  /// Names that may mean the last change as well, and step back behind dates on the page.
  private static let weakDateNames = [
    "date", "dc.date",
  ]

  /// Names of the last change.
  private static let modificationNames = [
    "article:modified_time", "datemodified", "og:updated_time", "last-modified",
  ]

  private mutating func bestDate(_ tree: PageTree) -> PublicationDate? {
    func found(_ date: PublicationDate, _ place: FieldOrigin.Place) -> PublicationDate {
      origins.append(FieldOrigin(.published, place))
      return date
    }
    if let text = linked.published, let date = PublicationDate(stated: text, from: .metadata) {
      return found(date, .linkedData)
    }
    for name in PageFacts.dateNames {
      for entry in head.metas where entry.name == name {
        if let date = PublicationDate(stated: entry.content, from: .metadata), date.isPlausible {
          return found(date, .meta)
        }
      }
    }
    for time in tree.times where time.hints.contains(.published) && !time.hints.contains(.modified)
    {
      if let date = PageFacts.date(tree.words(of: time)), date.isPlausible {
        return found(date, .time)
      }
    }
    if let url, let date = PageFacts.date(inAddress: url) { return found(date, .address) }
    return nil
  }

  /// A date that an element near the headline or the text gives: `<time>`, or one marked as a date.
  func date(near main: PageText, in tree: PageTree) -> (
    date: PublicationDate, place: FieldOrigin.Place
  )? {
    let range = main.range ?? 0..<tree.blocks.count
    let heading =
      tree.blocks[..<range.upperBound].lastIndex { $0.tag == .heading1 } ?? range.lowerBound
    let near = min(heading, range.lowerBound)
    var best: (distance: Int, date: PublicationDate)?
    for time in tree.times where !time.hints.contains(.modified) {
      guard !main.isLeftOut(time.element) || time.hints.contains(.byline),
        let date = PageFacts.date(tree.words(of: time)), date.isPlausible
      else { continue }
      let distance = abs(time.block - near)
      if distance < best?.distance ?? .max { best = (distance, date) }
    }
    if let best { return (best.date, .time) }
    // A short line marked as a date or byline.
    for (index, block) in tree.blocks[..<range.upperBound].enumerated() where block.length <= 120 {
      var hints = block.hints
      if block.element >= 0 {
        hints.formUnion(tree.elements[block.element].hints)
        let parent = tree.elements[block.element].parent
        if parent >= 0 { hints.formUnion(tree.elements[parent].hints) }
      }
      guard !hints.isDisjoint(with: [.date, .published, .byline]), !hints.contains(.modified),
        index + 12 >= near, let date = PageFacts.date(tree.string(block)), date.isPlausible
      else { continue }
      return (date, .line)
    }
    // A short line that begins by saying that a date follows, such as `Date 23.05.2011`.
    for block in tree.blocks where block.length <= 80 {
      let line = tree.string(block)
      guard let rest = PageFacts.afterLabel(line), let date = PageFacts.date(rest),
        date.isPlausible
      else { continue }
      return (date, .line)
    }
    for name in PageFacts.weakDateNames {
      if let text = meta(name), let date = PublicationDate(stated: text, from: .metadata),
        date.isPlausible
      {
        return (date, .meta)
      }
    }
    return nil
  }

  /// A date that a line beside the text gives without being marked as one.
  func guess(near main: PageText, in tree: PageTree) -> PublicationGuess? {
    let range = main.range ?? 0..<tree.blocks.count
    let start = max(0, range.lowerBound - 12)
    for index in start..<min(range.upperBound, range.lowerBound + 6)
    where tree.blocks[index].length <= 160 {
      let line = tree.string(tree.blocks[index])
      guard let date = PageFacts.date(line), date.isPlausible else { continue }
      let isWhole = PublicationDate(stated: line, from: .guess) != nil
      return PublicationGuess(date: date.date, confidence: isWhole ? 0.8 : 0.5, quote: line)
    }
    // Published by that day, and mostly on it.
    return modified.map {
      PublicationGuess(date: $0.date, confidence: 0.6, quote: "last changed " + $0.text)
    }
  }

  static func date(_ text: String) -> PublicationDate? {
    // A bare number is a count of something, but for the eight digits of a day.
    if text.utf8.count != 8, text.utf8.allSatisfy({ (48...57).contains($0) }) { return nil }
    if let date = PublicationDate(stated: text, from: .time), date.day != nil { return date }
    return WrittenDate(text, within: .words).flatMap {
      $0.day == nil ? nil : PublicationDate($0.text, from: .time)
    }
  }

  /// A day in a path, such as `/2019/08/01/` or `/2019-08-01-talks`.
  static func date(inAddress address: String) -> PublicationDate? {
    let bytes = Array(address.utf8.prefix { $0 != UInt8(ascii: "?") })
    func digit(_ index: Int) -> Int? {
      index >= 0 && index < bytes.count && (48...57).contains(bytes[index])
        ? Int(bytes[index] - 48) : nil
    }
    func number(_ start: Int, _ count: Int) -> Int? {
      var value = 0
      for index in start..<(start + count) {
        guard let digit = digit(index) else { return nil }
        value = value * 10 + digit
      }
      return value
    }
    let signs: Set<UInt8> = [0x2F, 0x2D, 0x5F]
    for start in bytes.indices.dropFirst(8) {
      guard digit(start - 1) == nil, let year = number(start, 4), (1990...2100).contains(year)
      else { continue }
      var month: Int?
      var day: Int?
      var end = start + 8
      if start + 10 <= bytes.count, signs.contains(bytes[start + 4]) {
        let sign = bytes[start + 4]
        month = number(start + 5, 2)
        if month != nil, bytes[start + 7] == sign { day = number(start + 8, 2) }
        end = start + 10
      } else {
        month = number(start + 4, 2)
        day = number(start + 6, 2)
      }
      guard let month, let day, digit(end) == nil,
        let date = CalendarDate(year: year, month: month, day: day)
      else { continue }
      return PublicationDate(date.description, from: .url)
    }
    return nil
  }

  /// What follows a word that announces a date of publication.
  private static func afterLabel(_ line: String) -> String? {
    let lower = line.lowercased()
    for label in labels where lower.hasPrefix(label) {
      let rest = line.dropFirst(label.count)
      if let next = rest.unicodeScalars.first, !next.properties.isAlphabetic {
        return String(rest)
      }
    }
    return nil
  }

  private static let labels = [
    "published on", "published at", "published", "posted on", "posted", "date of publication",
    "publication date", "date", "datum", "veröffentlicht am", "veröffentlicht", "erschienen am",
    "stand", "publié le", "publié", "mis en ligne le", "fecha de publicación", "fecha",
    "publicado el",
    "publicado em", "publicado", "pubblicato il", "pubblicato", "data publikacji", "opublikowano",
    "data",
    "опубликовано", "дата публикации", "дата", "опубліковано", "yayınlanma", "yayın tarihi",
    "tarih",
    "geplaatst op", "gepubliceerd op", "publicerad", "publisert",
  ]

  // MARK: Lines

  /// The host of a link without `www.`.
  static func host(_ url: String) -> String? {
    let parts = url.split(separator: "/", maxSplits: 2)
    guard parts.count >= 2 else { return nil }
    let host = parts[1].lowercased().prefix { $0 != ":" && $0 != "?" }
    let bare = host.hasPrefix("www.") ? host.dropFirst(4) : host
    return bare.isEmpty ? nil : String(bare)
  }

  static func oneLine(_ text: String) -> String {
    text.split(whereSeparator: { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\r" })
      .joined(separator: " ")
  }
}

extension PublicationDate {
  /// Whether a page of the Web may bear the date, to the day.
  var isPlausible: Bool { day.map { (1990...2100).contains($0.year) } ?? false }
}
