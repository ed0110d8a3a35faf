/// What an element's class, id, role and other attributes say about what stands in it.
struct PageHints: OptionSet, Hashable {
  let rawValue: UInt16

  /// Readers' comments.
  static let comments = PageHints(rawValue: 1)
  /// Other articles, menus, sharing, advertising, notices: what is no part of the article.
  static let furniture = PageHints(rawValue: 2)
  /// Said to be the article's text.
  static let body = PageHints(rawValue: 4)
  static let caption = PageHints(rawValue: 8)
  /// Author, day, place and the like.
  static let byline = PageHints(rawValue: 16)
  static let date = PageHints(rawValue: 32)
  /// The paragraph that sums the article up before it begins.
  static let lead = PageHints(rawValue: 64)
  static let invisible = PageHints(rawValue: 128)
  /// `itemprop="articleBody"`: the page says so itself.
  static let statedBody = PageHints(rawValue: 256)
  /// A date that the page marks as that of publication.
  static let published = PageHints(rawValue: 512)
  static let modified = PageHints(rawValue: 1024)
  /// Menus and page feet, by element or role.
  static let landmark = PageHints(rawValue: 2048)

  /// Reads the words of a class or id attribute: runs of letters, cut where a capital begins.
  mutating func readNames(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    var before: UInt64 = 0
    while index < bytes.count {
      while index < bytes.count, !PageHints.isLetter(bytes[index]) {
        // A pair of words stands in one name; a space parts names.
        if isSpace(bytes[index]) { before = 0 }
        index += 1
      }
      let start = index
      var key: UInt64 = 0
      var count = 0
      while index < bytes.count, PageHints.isLetter(bytes[index]) {
        let isCapital = bytes[index] < 97
        if isCapital, index > start, bytes[index - 1] >= 97 { break }
        if count < 8 { key = key << 8 | UInt64(bytes[index] | 0x20) }
        count += 1
        index += 1
      }
      guard count > 1 else { continue }
      // WordPress names an article after its categories, with any word behind these.
      if before == 0, PageHints.prefaces.contains(key), index < bytes.count, bytes[index] == 0x2D {
        while index < bytes.count, !isSpace(bytes[index]) { index += 1 }
        continue
      }
      if let hints = PageHints.words[key], count <= 8 || PageHints.prefixes.contains(key) {
        formUnion(hints)
      }
      if let hints = PageHints.pairs[before &* 0x9E37_79B9_7F4A_7C15 ^ key] { formUnion(hints) }
      before = key
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }

  private static func key(_ word: Substring) -> UInt64 {
    word.utf8.prefix(8).reduce(0) { $0 << 8 | UInt64($1 | 0x20) }
  }

  /// A kind a row. Words of more than eight letters are told by their first eight.
  private static let rows: [(PageHints, String)] = [
    (
      .comments,
      "comment comments commentlist disqus kommentare discussion respond replies"
        + " commentaires comentarios lesermeinung leserkommentare"
    ),
    (
      .furniture,
      "sidebar sidebars related share sharing shares sharebar sharedaddy social socials newsletter"
        + " newsletters nav navi navbar navigation menu menus breadcrumb breadcrumbs cookie cookies"
        + " consent gdpr cmp promo promos promoted promotion ad ads adv advert advertisement"
        + " advertising adsense anzeige anzeigen werbung sponsor sponsored sponsors subscribe"
        + " subscription paywall login signup signin register outbrain taboola recommended"
        + " recommendation recommendations recommend recirc recirculation teaser teasers popular"
        + " trending mostread mostviewed toplist popup modal overlay lightbox tooltip pagination"
        + " pager toolbar tags taglist tagcloud banner masthead footer foot"
        + " copyright legal disclaimer imprint impressum skip skiplink sitemap search searchbox"
        + " feedback rating ratings survey poll donate donation facebook twitter whatsapp pinterest"
        + " linkedin telegram print printer email mailto bookmark bookmarks playlist carousel"
        + " morestories readmore weiterlesen mehr ticker hotline notification alert toast"
        + " hidden noprint authorbox authorbio bio biography profile"
    ),
    (
      .body,
      "articlebody storybody bodytext articletext articlecontent entrycontent postcontent storytext"
        + " articulo storycontent bodycopy maincontent postbody postarticle fulltext"
    ),
    (
      .caption,
      "caption captions captioned figcaption credit credits bildunterschrift legende imagecaption"
        + " photocredit bildnachweis subcaption photographer"
    ),
    (
      .byline,
      "byline bylines author authors autor autoren dateline meta metadata postmeta kicker"
        + " timestamp pubdate datetime readingtime lesezeit contributor contributors signature"
        + " category categories rubrik infoline"
    ),
    (
      .date,
      "date dates datum fecha data published publish pubdate timestamp datetime dateline posted"
        + " publishdate postdate time stand"
    ),
    (
      .lead,
      "lead lede standfirst summary intro introduction dek subtitle subhead subheadline abstract"
        + " description vorspann anreisser chapeau sommaire entradilla deck excerpt"
    ),
    (.published, "published publish pubdate publishdate publication published_at"),
    (.modified, "modified updated update lastmod aktualisiert"),
  ]

  private static let words: [UInt64: PageHints] = {
    var words: [UInt64: PageHints] = [:]
    for (hints, list) in rows {
      for word in list.split(separator: " ") { words[key(word), default: []].formUnion(hints) }
    }
    return words
  }()

  private static let prefaces: Set<UInt64> = [
    key("category"), key("tag"), key("cat"), key("term"), key("author"), key("postid"),
  ]

  /// The first eight letters of the longer words.
  private static let prefixes: Set<UInt64> = {
    var prefixes: Set<UInt64> = []
    for (_, list) in rows {
      for word in list.split(separator: " ") where word.utf8.count > 8 {
        prefixes.insert(key(word))
      }
    }
    return prefixes
  }()

  /// Two words of one name that say together what neither says alone.
  private static let pairs: [UInt64: PageHints] = {
    var pairs: [UInt64: PageHints] = [:]
    let rows: [(PageHints, String)] = [
      (
        .body,
        "article-body article-text article-content entry-content post-content story-body story-text"
          + " story-content post-body body-text body-copy main-content content-body text-body"
          + " article-copy rich-text post-text paragraph-text content-article art-body news-text"
          + " news-body news-content td-post blog-content single-content"
      ),
      (
        .furniture,
        "read-more more-stories most-read most-viewed most-popular see-also top-stories also-read"
          + " more-news author-box author-bio about-author follow-us sign-up link-list more-on"
          + " more-from up-next read-next you-may latest-news latest-posts article-list"
          + " news-list teaser-list info-box fact-box cta-box call-to story-list article-footer"
          + " post-footer entry-footer article-tools article-actions"
      ),
      (.caption, "image-text photo-text img-text media-text bild-text image-description"),
      (.byline, "article-info post-info entry-meta article-meta post-meta article-details"),
    ]
    for (hints, list) in rows {
      for pair in list.split(separator: " ") {
        let parts = pair.split(separator: "-")
        pairs[key(parts[0]) &* 0x9E37_79B9_7F4A_7C15 ^ key(parts[1]), default: []].formUnion(hints)
      }
    }
    return pairs
  }()
}
